"""`katalog stale --svar`: how many of those who were written to have answered, and with what."""

from __future__ import annotations

import pytest

from tests.project import FIRST, RECORDS, Project

FIRST_DAY, SECOND_DAY, LATER = "2026-11-22", "2026-12-13", "2027-01-05"


def _run(project: Project, *words: str) -> str:
    ran = project.run("stale", *words)
    assert (ran.code, ran.err) == (0, ""), ran
    return ran.out


def _told(project: Project, *words: str, day: str = LATER) -> list[str]:
    return _run(project, "--svar", "brev", *words, "--idag", day).splitlines()


@pytest.fixture
def sent(project: Project) -> Project:
    _run(project, "--brev", "brev", "--idag", FIRST_DAY)
    return project


def test_nobody_has_answered(sent: Project) -> None:
    assert _told(sent) == [
        "0 av 2 anordnare har svarat.",
        "Poster: 3 utan svar.",
        "",
        "Har inte svarat:",
        "  Farsta stadsdelsförvaltning: 2 utan svar (brev 1, 2026-11-22)",
        "  Föreningen Gro & Växa: 1 utan svar (brev 1, 2026-11-22)",
    ]


def test_a_confirmation_after_a_reminder_and_a_change_count(sent: Project) -> None:
    _run(sent, "--brev", "brev", "--idag", SECOND_DAY)
    day = "2026-12-20"
    assert sent.run("confirm", "snickeriet", "--av", "Farsta", "--datum", day, "--idag", day).code == 0
    sent.write("bromma/odlingen", FIRST + RECORDS["bromma/odlingen"].replace("hela året", "året om"))
    assert _told(sent) == [
        "2 av 2 anordnare har svarat.",
        "Poster: 1 bekräftad, 1 ändrad, 1 utan svar.",
        "Svaren om poster kom: 2 efter brev 2.",
        "",
        "Har svarat:",
        "  Farsta stadsdelsförvaltning: 1 bekräftad, 1 utan svar (brev 2, 2026-12-13)",
        "  Föreningen Gro & Växa: 1 ändrad (brev 2, 2026-12-13)",
    ]


@pytest.mark.parametrize("day", [FIRST_DAY, "2026-11-23"])
def test_a_confirmation_on_the_day_of_the_letter_or_later_counts(day: str, sent: Project) -> None:
    assert sent.run("confirm", "odlingen", "--av", "Gro", "--datum", day, "--idag", day).code == 0
    assert _told(sent)[:2] == ["1 av 2 anordnare har svarat.", "Poster: 1 bekräftad, 2 utan svar."]


def test_closed_gone_and_broken_records(sent: Project) -> None:
    assert sent.run("close", "kafeet", "--idag", LATER).code == 0
    sent.path("bromma/odlingen").unlink()
    sent.write("farsta/snickeriet", "namn: x\n")
    ran = sent.run("stale", "--svar", "brev", "--idag", LATER)
    assert "Poster: 1 stängd, 1 borttagen, 1 utan svar.\n" in ran.out
    assert "  foreningen-gro-vaxa: 1 borttagen (brev 1, 2026-11-22)\n" in ran.out, "its name is known no more"
    assert "1 post har fel och är inte med" in ran.err


def test_an_answer_earlier_the_same_day_is_not_forgotten(sent: Project) -> None:
    assert sent.run("confirm", "odlingen", "--av", "Gro", "--datum", FIRST_DAY, "--idag", FIRST_DAY).code == 0
    _run(sent, "--brev", "brev", "--idag", FIRST_DAY)
    assert _told(sent)[0] == "1 av 2 anordnare har svarat."


def test_one_area_and_a_day_before_the_letters(sent: Project) -> None:
    assert _told(sent, "--omrade", "bromma")[0] == "0 av 1 anordnare har svarat."
    assert _told(sent, day="2026-11-21") == ["Inga brev är skrivna."]


def test_plain_stale_tells_the_total_where_letters_were_written(sent: Project) -> None:
    last = _run(sent, "--idag", LATER).splitlines()[-1]
    assert last == "Breven i brev: 0 av 2 anordnare har svarat. Vilka: katalog stale --svar brev"
    assert "Breven i brev" not in _run(sent, "--format", "markdown", "--idag", LATER)


def test_letters_and_answers_are_not_asked_for_at_once(project: Project) -> None:
    ran = project.run("stale", "--brev", "brev", "--svar", "brev")
    assert (ran.code, "går inte ihop med" in ran.err) == (2, True)


def test_a_broken_file_does_not_stop_the_list(sent: Project) -> None:
    (sent.folder / "brev/utskick/anteckningar.csv").write_text("hej", encoding="utf-8")
    ran = sent.run("stale", "--idag", LATER)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "Sammanlagt: 3 att se över nu, 0 inom 30 dagar")
    assert "Obs: brev/utskick/anteckningar.csv:1:" in ran.err
