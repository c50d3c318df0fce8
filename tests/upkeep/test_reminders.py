"""Who is written to when: a letter, a reminder, a last one, then rest; what was sent survives in small files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from katalog.upkeep.mailing import EARLIER, LIST
from katalog.upkeep.schedule import REST_DAYS, WAIT_DAYS
from tests.project import FIRST, RECORDS, Project

FIRST_DAY, SECOND_DAY, THIRD_DAY, AGAIN = "2026-11-22", "2026-12-13", "2027-01-10", "2027-07-09"
FARSTA, GRO = "farsta-stadsdelsforvaltning", "foreningen-gro-vaxa"
SITE = ("--adress", "https://exempel.se/")


def _write(project: Project, day: str, *words: str) -> str:
    ran = project.run("stale", "--brev", "brev", *SITE, *words, "--idag", day)
    assert (ran.code, ran.err) == (0, ""), ran
    return ran.out


def _text(name: str) -> str:
    return Path(f"brev/{name}.txt").read_text(encoding="utf-8")


def _letters(folder: str = "brev") -> set[str]:
    return {path.stem for path in Path(folder).glob("*.txt")}


def _confirm(project: Project, day: str, *ids: str) -> None:
    assert project.run("confirm", *ids, "--av", "Farsta", "--datum", day, "--idag", day).code == 0


def test_the_days_of_these_tests_are_those_of_the_schedule() -> None:
    assert (WAIT_DAYS, REST_DAYS) == ((21, 28), 180)


def test_three_letters_each_shorter_and_then_rest(project: Project) -> None:
    _write(project, FIRST_DAY)
    whole = _text(GRO)
    assert "Ämne: Stämmer uppgifterna i Hitta sysselsättning?\n" in whole
    assert "Titta särskilt på:" in whole
    assert "Påminnelser: 2." in _write(project, SECOND_DAY)
    reminder = _text(GRO)
    assert "Ämne: Påminnelse: stämmer uppgifterna i Hitta sysselsättning?\n" in reminder
    assert "Vi har frågat er om Odlingen i katalogen Hitta sysselsättning, och inget svar har kommit in." in reminder
    assert "Vi frågade den 22 november 2026.\n" in reminder
    assert "tar vi inte bort" not in reminder
    assert len(reminder) < len(whole) * 0.7
    assert "Sista påminnelser: 2." in _write(project, THIRD_DAY)
    last = _text(GRO)
    assert "Ämne: Sista påminnelsen: stämmer uppgifterna i Hitta sysselsättning?\n" in last
    assert "Vi frågade den 22 november 2026 och den 13 december 2026.\n" in last
    assert "Hör vi inte av er tar vi inte bort något. Uppgifterna står kvar, men sidan visar att de är gamla" in last
    assert "0 brev om 0 poster" in _write(project, "2027-07-08")
    assert "påminnelse" not in _write(project, AGAIN).lower()
    assert _text(GRO).split("Hej!")[1] == whole.split("Hej!")[1], "after the rest it begins anew"


@pytest.mark.parametrize("day", ["2026-11-23", "2026-12-12"])
def test_who_has_been_asked_waits(day: str, project: Project) -> None:
    _write(project, FIRST_DAY)
    told = _write(project, day)
    assert "0 brev om 0 poster" in told
    assert f"2 anordnare har fått brev och väntar; nästa brev {SECOND_DAY}." in told
    assert (_letters(), _letters(f"brev/{EARLIER}")) == (set(), {FARSTA, GRO}), "sent, not answered"


def test_who_has_answered_gets_no_reminder(project: Project) -> None:
    _write(project, FIRST_DAY)
    _confirm(project, "2026-11-22", "odlingen")
    told = _write(project, SECOND_DAY)
    assert "1 brev om 2 poster" in told
    assert "Gamla brev borttagna: 1." in told
    assert _letters() == {FARSTA}
    assert not Path(f"brev/{EARLIER}/{GRO}.txt").exists()


def test_a_record_that_was_changed_is_asked_about_as_for_the_first_time_and_not_at_once(project: Project) -> None:
    _write(project, FIRST_DAY)
    project.write("bromma/odlingen", FIRST + RECORDS["bromma/odlingen"].replace("hela året", "året om"))
    assert "0 brev" in _write(project, "2026-12-12")
    _write(project, SECOND_DAY)
    assert "Ämne: Stämmer" in _text(GRO)
    assert "Ämne: Påminnelse" in _text(FARSTA)


def test_comments_and_layout_are_no_answer(project: Project) -> None:
    _write(project, FIRST_DAY)
    project.write("bromma/odlingen", FIRST + "# en anmärkning\n" + RECORDS["bromma/odlingen"])
    _write(project, SECOND_DAY)
    assert "Ämne: Påminnelse" in _text(GRO)


def test_a_new_record_waits_for_the_reminder_and_is_told_as_new(project: Project) -> None:
    """One organiser is not written to every week about one record after the other."""
    _write(project, FIRST_DAY)
    project.write("farsta/slojden", FIRST + RECORDS["farsta/snickeriet"].replace("Snickeriet i Farsta", "Slöjden"))
    assert "0 brev" in _write(project, "2026-12-01")
    _write(project, SECOND_DAY)
    text = _text(FARSTA)
    assert "Vi har frågat er om 2 av era verksamheter i katalogen" in text
    assert "Den här gången frågar vi också om en av era verksamheter till." in text
    assert text.count("Vi frågade den 22 november 2026.") == 2
    assert text.count("Titta särskilt på:") == 1, "what is new is told in whole"


def test_who_has_had_all_letters_is_still_asked_about_what_is_new(project: Project) -> None:
    for day in (FIRST_DAY, SECOND_DAY, THIRD_DAY):
        _write(project, day)
    project.write("farsta/slojden", FIRST + RECORDS["farsta/snickeriet"].replace("Snickeriet i Farsta", "Slöjden"))
    assert "1 brev om 1 post " in _write(project, "2027-02-01")
    assert (_letters(), _letters(f"brev/{EARLIER}")) == ({f"{FARSTA}-2"}, {FARSTA, GRO})
    text = _text(f"{FARSTA}-2")
    assert "Ämne: Stämmer" in text
    assert "SNICKERIET" not in text


def test_what_was_sent_is_known_in_a_fresh_clone_and_after_a_rename(project: Project) -> None:
    _write(project, FIRST_DAY)
    shutil.copytree("brev/utskick", "kvar")
    shutil.rmtree("brev")
    shutil.copytree("kvar", "brev/utskick")
    assert project.run("rename", "odlingen", "odlarna", "--idag", FIRST_DAY).code == 0
    assert "Påminnelser: 2." in _write(project, SECOND_DAY)


def test_what_is_kept_holds_no_name_and_no_mailbox(project: Project) -> None:
    _write(project, FIRST_DAY)
    kept = Path(f"brev/utskick/{FIRST_DAY}.csv").read_text(encoding="utf-8").splitlines()
    assert kept[0] == "brev,nummer,id,avtryck"
    assert [line.split(",")[:3] for line in kept[1:]] == [
        [FARSTA, "1", "kafeet"], [FARSTA, "1", "snickeriet"], [GRO, "1", "odlingen"],
    ]  # fmt: skip


def test_letters_that_were_never_sent_are_taken_back_with_the_days_file(project: Project) -> None:
    told = _write(project, FIRST_DAY)
    assert f"Skickas breven inte: ta bort brev/utskick/{FIRST_DAY}.csv" in told
    Path(f"brev/utskick/{FIRST_DAY}.csv").unlink()
    assert "2 brev om 3 poster" in _write(project, SECOND_DAY)
    assert "Ämne: Stämmer" in _text(GRO)


def test_one_area_at_a_time(project: Project) -> None:
    """The letters of the other area stay, also those of the same day."""
    _write(project, FIRST_DAY, "--omrade", "farsta")
    _write(project, FIRST_DAY, "--omrade", "bromma")
    assert _letters() == {FARSTA, GRO}
    before = project.snapshot()
    _write(project, FIRST_DAY, "--omrade", "farsta")
    assert project.snapshot() == before
    assert "Påminnelser: 1." in _write(project, SECOND_DAY, "--omrade", "farsta")
    assert (_letters(), _letters(f"brev/{EARLIER}")) == ({FARSTA}, {GRO})


def test_a_letter_that_waits_and_was_changed_by_hand_stays_where_it_is(project: Project) -> None:
    _write(project, FIRST_DAY)
    path = Path(f"brev/{GRO}.txt")
    path.write_text("Hej, vi ringde i går.", encoding="utf-8")
    _write(project, "2026-11-30")
    assert path.read_text(encoding="utf-8") == "Hej, vi ringde i går."
    assert f"{GRO}.txt" not in Path(f"brev/{LIST}").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("2026-11-22.csv", "brev,nummer,id\n", ":1: Där ska stå brev,nummer,id,avtryck."),
        ("2026-11-22.csv", "brev,nummer,id,avtryck\ngro,1,../x,00000000\n", ":2: Där ska stå"),
        ("2026-11-22.csv", "brev,nummer,id,avtryck\n../gro,1,odlingen,00000000\n", ":2: Där ska stå"),
        ("2026-11-22.csv", "brev,nummer,id,avtryck\ngro,0,odlingen,00000000\n", ":2: Där ska stå"),
        ("2026-11-22.csv", "brev,nummer,id,avtryck\ngro,1,odlingen,xyz\n", ":2: Där ska stå"),
        ("2026-02-30.csv", "brev,nummer,id,avtryck\n", ":1: Filens namn ska vara en dag"),
        ("anteckningar.csv", "", ":1: Filens namn ska vara en dag"),
        ("2026-11-22.csv", "\udcff", ":1: Den går inte att läsa."),
    ],
)
@pytest.mark.parametrize("option", ["--brev", "--svar"])
def test_a_broken_file_is_told_and_nothing_is_written(
    name: str, text: str, told: str, option: str, project: Project
) -> None:
    path = Path("brev/utskick") / name
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode(errors="surrogateescape"))
    before = project.snapshot()
    ran = project.run("stale", option, "brev", "--idag", SECOND_DAY)
    assert (ran.code, ran.out) == (2, "")
    assert f"brev/utskick/{name}{told}" in ran.err
    assert project.snapshot() == before


def test_the_help_tells_the_schedule_and_where_it_is_kept(project: Project) -> None:
    told = " ".join(project.run("stale", "--help").out.split())
    for part in (
        "påminnelse efter 21 dagar och en sista efter 28 dagar till",
        "inget mer på 180 dagar",
        "Kommandot skickar inget.",
        "utan namn och utan adresser",
        "Ta bort filen, så räknas de inte.",
    ):
        assert part in told
