"""`katalog receive`: what the editor sees, what is asked, and that nothing is written without a yes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from difflib import ndiff
from email.message import EmailMessage
from typing import Any

import pytest

from tests.mails import (
    SENDER,
    WHO,
    about,
    block,
    mail_from_a_desk,
    mail_from_a_phone,
    mail_of_html,
    mail_with,
)
from tests.project import FIRST, RECORDS, Project, Ran
from tests.support import ON_IDAG

SNICKERIET, KAFEET, TRAFFEN = "farsta/snickeriet", "farsta/kafeet", "bromma/traffen"
HOURS = {"tider": [{"dag": "mandag", "fran": "09:00", "till": "12:00"}]}
NEW = {
    "namn": "Syateljén",
    "insatstyp": ["arbetstraning"],
    "omrade": "bromma",
    "sammanfattning": "Sy och laga kläder i din egen takt.",
}


def diff(before: str, after: str) -> tuple[list[str], list[str]]:
    lines = list(ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line[0] == "-"], [line[2:] for line in lines if line[0] == "+"]


@pytest.fixture
def receive(project: Project) -> Callable[..., Ran]:
    """What the command says to a file with this content."""

    def run(content: str | bytes, *words: str, name: str = "besked.txt") -> Ran:
        (project.folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        ran = project.run("receive", name, *words, *ON_IDAG)
        (project.folder / name).unlink()
        return ran

    return run


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Somebody at a terminal who answers so; gives the questions that were asked."""

    def sit(*answers: str) -> list[str]:
        asked: list[str] = []
        left = iter(answers)

        def ask(prompt: str = "") -> str:
            asked.append(prompt)
            return next(left, "")

        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", ask)
        return asked

    return sit


Receive = Callable[..., Ran]
Answer = Callable[..., list[str]]


@pytest.mark.parametrize("make", [mail_from_a_desk, mail_from_a_phone], ids=["desk", "phone"])
def test_all_is_right_by_mail(make: Callable[[str], bytes], project: Project, receive: Receive, answer: Answer) -> None:
    before = project.text(SNICKERIET)
    asked = answer("j")
    ran = receive(make(about(project, SNICKERIET, "stammer")), name="besked.eml")
    assert (ran.code, ran.err, asked) == (0, "", ["Skriva in det? (j/n) "]), ran.out
    assert f"Från:    {SENDER}\n" in ran.out
    assert "Avsändaren sparas inte." in ran.out
    assert f"Allt stämmer, säger {WHO}, 19 november 2026. Referens " in ran.out
    assert "Snickeriet i Farsta: bekräftas, inget annat ändras\n" in ran.out
    assert "    före:  uppgift saknas\n    efter: 19 november 2026\n" in ran.out
    assert diff(before, project.text(SNICKERIET)) == (
        ["status: okand  # ring växeln i januari", "uppgifter_fran: 2019"],
        [
            "status: aktiv  # ring växeln i januari",
            "uppgifter_fran: 2026",
            'senast_bekraftad: "2026-11-19"',
            f"bekraftad_av: {WHO}",
        ],
    )
    assert "traffpunkten@" not in "".join(raw.decode("utf-8", "replace") for raw in project.snapshot().values())


def test_text_around_is_shown_and_never_written(project: Project, receive: Receive) -> None:
    text = f"Hej Anna!\n\x1b[2Jkontakt: 070-174 06 05\n{about(project, KAFEET, 'stammer')}Hälsningar Bo Ek"
    ran = receive(text, "--ja")
    assert ran.code == 0, ran
    assert "  | Hej Anna!\n  | <U+001B>[2Jkontakt: 070-174 06 05\n  | Hälsningar Bo Ek\n" in ran.out
    assert "\x1b" not in ran.out
    assert not re.search("Anna|070-174|Bo Ek", project.text(KAFEET))


@pytest.mark.parametrize("answers", [("n",), ("",), ("nej",), ("kanske", "n")])
def test_a_no_writes_nothing(answers: tuple[str, ...], project: Project, receive: Receive, answer: Answer) -> None:
    before = project.snapshot()
    asked = answer(*answers)
    ran = receive(about(project, SNICKERIET, "stammer"))
    assert (ran.code, len(asked), ran.out.endswith("Inget är skrivet.\n")) == (1, len(answers), True)
    assert project.snapshot() == before


def test_nobody_to_ask_and_only_to_show(project: Project, receive: Receive) -> None:
    before = project.snapshot()
    for words, told in (((), "Kör kommandot i en terminal"), (("--visa",), "--visa visar bara.")):
        ran = receive(about(project, SNICKERIET, "stammer"), *words)
        assert (ran.code, told in ran.out, "bekräftas" in ran.out) == (1, True, True)
    assert project.snapshot() == before
    assert receive(about(project, SNICKERIET, "stammer"), "--visa", "--ja").code == 2


def test_a_second_time_nothing_would_change(project: Project, receive: Receive) -> None:
    for errand, head in (("stammer", {}), ("stangt", {"sedan": "2026-09", "vart": "Gå till Kaféet i stället"})):
        assert receive(about(project, SNICKERIET, errand, **head), "--ja").code == 0
        before = project.snapshot()
        for words in ((), ("--ja",), ("--visa",)):
            ran = receive(about(project, SNICKERIET, errand, **head), *words)
            assert (ran.code, "Det står redan så i katalogen." in ran.out) == (0, True), ran
        assert project.snapshot() == before


def test_fields_change_only_their_lines(project: Project, receive: Receive) -> None:
    before = project.text(SNICKERIET)
    fields = {**HOURS, "nasta_steg": ["kafeet", "odlingen"], "inriktning": None}
    ran = receive(about(project, SNICKERIET, "andra", fields, av="", dag=""), "--ja")
    assert ran.code == 0, ran
    assert "Inriktning" in ran.out or "Vad du gör\n    före:  Snickeri\n    efter: uppgift saknas\n" in ran.out
    assert "    nytt:  Odlingen\n    (1 rad som förut)\n" in ran.out
    assert diff(before, project.text(SNICKERIET)) == (
        ["inriktning:", "  - snickeri"],
        ["tider:", "  - dag: mandag", "    fran: 09:00", '    till: "12:00"', "  - odlingen"],
    )
    assert project.run("format", "--check").code == 0


def test_a_change_with_day_and_function_is_a_confirmation(project: Project, receive: Receive) -> None:
    assert receive(about(project, SNICKERIET, "andra", HOURS), "--ja").code == 0
    assert f'senast_bekraftad: "2026-11-19"\nbekraftad_av: {WHO}\n' in project.text(SNICKERIET)
    half = receive(about(project, SNICKERIET, "andra", {"namn_forr": ["Verkstan"]}, av=""), "--ja")
    assert (half.code, "Ingen bekräftelse skrivs in" in half.out) == (0, True)


def test_closing_says_since_when_and_where_to_go(project: Project, receive: Receive) -> None:
    before = project.text(KAFEET)
    head = {"sedan": "2026-09", "vart": "De som gick hit är välkomna till Odlingen"}
    ran = receive(about(project, KAFEET, "stangt", {"ersatt_av": "odlingen"}, **head), "--ja")
    assert ran.code == 0, ran
    assert "Kaféet: stängs\n" in ran.out
    assert "Läsaren hänvisas till Odlingen." in ran.out
    assert "Överst på sidan står fortfarande: ”Baka, servera och stå i kassan tillsammans.”" in ran.out
    assert "Obs: catalogue/farsta/snickeriet.yml har kafeet kvar i nasta_steg. Se över den raden." in ran.out
    assert diff(before, project.text(KAFEET)) == (
        ["status: aktiv"],
        [
            "status: avslutad",
            "ersatt_av: odlingen",
            "anmarkning:",
            "  - text: Verksamheten stängde i september 2026.",
            "    galler:",
            "      - status",
            "  - text: De som gick hit är välkomna till Odlingen.",
            "    galler:",
            "      - status",
            f"  - titel: Besked från {WHO}, 19 november 2026",
            "    ar: 2026",
            "    slag: egen",
            "    galler:",
            "      - status",
            "      - anmarkning",
        ],
    )
    assert project.run("format", "--check").code == 0
    assert project.run("validate", *ON_IDAG).code == 0


def test_closing_without_words_claims_nothing(project: Project, receive: Receive) -> None:
    assert receive(about(project, KAFEET, "stangt", av="", dag=""), "--ja").code == 0
    text = project.text(KAFEET)
    assert "  - titel: Besked till katalogen, 22 november 2026\n    ar: 2026\n    galler:\n      - status\n" in text
    assert "anmarkning" not in text
    assert 'senast_bekraftad: "2026-06-10"' in text, "who closes has not confirmed the rest"
    early = receive(about(project, SNICKERIET, "stangt", sedan="2026-12"), "--ja")
    assert (early.code, "stänger först i december 2026" in early.out) == (1, True)


def test_a_new_one_gets_its_file(project: Project, receive: Receive) -> None:
    head = {"id": "kafeet", "arende": "ny", "dag": "2026-11-19", "av": WHO}
    ran = receive(block(head, NEW), "--ja")
    assert ran.code == 0, ran
    assert "Syateljén: ny verksamhet\n" in ran.out
    assert "Id kafeet är upptaget. Den nya får id syateljen-bromma." in ran.out
    text = project.text("bromma/syateljen-bromma")
    assert "status: aktiv\n" in text
    assert f"kallor:\n  - titel: Besked från {WHO}, 19 november 2026\n    ar: 2026\n    slag: egen\n" in text
    assert project.run("validate", *ON_IDAG).code == 0
    twin = receive(block({**head, "id": "annan"}, NEW), "--ja")
    assert (twin.code, "har samma namn och anordnare" in twin.out) == (1, True)
    assert receive(block({"id": "tyst", "arende": "ny"}, {**NEW, "namn": "Tyst"}), "--ja").code == 0
    assert "status: okand\n" in project.text("bromma/tyst"), "nobody has confirmed it"


def test_a_changed_block_is_asked_about_for_itself(project: Project, receive: Receive, answer: Answer) -> None:
    forged = about(project, SNICKERIET, "andra", HOURS).replace("12:00", "21:00")
    before = project.snapshot()
    for words in (("--ja",), ()):
        ran = receive(forged, *words)
        assert (ran.code, "Se upp: Blocket är ändrat" in ran.out, project.snapshot() == before) == (1, True, True)
    for answers in (("n",), ("j", "n")):
        asked = answer(*answers)
        assert (receive(forged).code, asked[0]) == (1, "Ta med det ändå? (j/n) ")
    assert project.snapshot() == before
    answer("j", "j")
    assert receive(forged).code == 0
    assert 'till: "21:00"' in project.text(SNICKERIET)


def test_a_mail_filled_in_by_hand_is_looked_at_and_taken(project: Project, receive: Receive, answer: Answer) -> None:
    """As the links without a script prepare it: no hash, and a day as people write it."""
    head = {"dag": "den 19 november 2026", "sedan": "september 2026", "vart": "", "av": "Farsta stadsdelsförvaltning"}
    text = re.sub("slut [0-9a-f]{8}", "slut", about(project, KAFEET, "stangt", **head).replace("av:", "vart:\nav:"))
    answer("j", "j")
    ran = receive(text)
    assert (ran.code, "Se upp: Blocket är ifyllt för hand" in ran.out) == (0, True), ran
    assert "Verksamheten stängde i september 2026." in project.text(KAFEET)
    assert "Besked från Farsta stadsdelsförvaltning, 19 november 2026" in project.text(KAFEET)
    wrong = receive("Fel tid.\n" + re.sub("slut .*", "slut ---", about(project, SNICKERIET, "andra", dag="", av="")))
    assert (wrong.code, "Står det i texten ovan" in wrong.out, "  | Fel tid.\n" in wrong.out) == (1, True, True)


def test_one_older_than_the_last_change_shows_both(project: Project, receive: Receive, answer: Answer) -> None:
    text = about(project, SNICKERIET, "andra", {"kontakt": {"telefon": "08-465 004 30"}})
    project.write(SNICKERIET, project.text(SNICKERIET).replace("004 00", "004 20"))
    assert receive(text, "--ja").code == 1
    asked = answer("j", "j")
    ran = receive(text)
    assert (ran.code, len(asked)) == (0, 2)
    assert "Se upp: Katalogens uppgifter har ändrats sedan avsändaren såg dem." in ran.out
    assert "    före:  08-465 004 20 – Telefon\n    efter: 08-465 004 30 – Telefon\n" in ran.out
    without = receive(about(project, KAFEET, "stammer", grund=""), "--ja")
    assert (without.code, "Det syns inte vad katalogen sade" in without.out) == (1, True)


def test_a_closed_record_is_told(project: Project, receive: Receive) -> None:
    before = project.snapshot()
    right = receive(about(project, TRAFFEN, "stammer"), "--ja")
    assert (right.code, "står som stängd i katalogen" in right.out) == (1, True)
    changed = receive(about(project, TRAFFEN, "andra", HOURS, av=""), "--ja")
    assert (changed.code, "Se upp: Verksamheten står som stängd" in changed.out) == (1, True)
    assert project.snapshot() == before


def test_ids_of_other_days_and_in_capitals_are_followed(project: Project, receive: Receive) -> None:
    assert project.run("rename", "snickeriet", "verkstan", *ON_IDAG).code == 0
    text = about(project, "farsta/verkstan", "stammer", id="Snickeriet")
    ran = receive(text, "--ja")
    assert (ran.code, "Snickeriet heter verkstan." in ran.out) == (0, True), ran
    led = receive(about(project, KAFEET, "andra", {"nasta_steg": ["snickeriet"]}), "--ja")
    assert (led.code, "  - verkstan\n" in project.text(KAFEET)) == (0, True), led


def test_several_are_told_one_by_one_and_written_together(project: Project, receive: Receive, answer: Answer) -> None:
    text = about(project, SNICKERIET, "stammer") + about(project, KAFEET, "andra", HOURS)
    asked = answer("j")
    ran = receive(text)
    assert (ran.code, asked) == (0, ["Skriva in de 2 beskeden? (j/n) "])
    assert "1 av 2: Allt stämmer" in ran.out
    assert "2 av 2: Något är ändrat" in ran.out


def test_what_can_be_taken_is_taken_when_another_cannot(project: Project, receive: Receive, answer: Answer) -> None:
    text = about(project, SNICKERIET, "stammer") + about(project, KAFEET, "andra", {"sammanfattning": "För kort"})
    before = project.snapshot()
    assert receive(text, "--ja").code == 1
    assert project.snapshot() == before, "all or nothing where nobody looks"
    answer("j")
    ran = receive(text)
    assert (ran.code, "Går inte att ta emot: sammanfattning är för kort" in ran.out) == (1, True), ran
    assert project.text(KAFEET) == FIRST + RECORDS[KAFEET]
    assert "senast_bekraftad" in project.text(SNICKERIET)


def test_the_same_block_twice_is_one_and_unlike_ones_are_refused(project: Project, receive: Receive) -> None:
    one = about(project, SNICKERIET, "andra", HOURS)
    mail = mail_with(f"Se bilagan.\n{one}", "besked.txt", one)
    assert receive(mail, "--visa", name="x.eml").out.count("Snickeriet i Farsta: ändras") == 1
    before = project.snapshot()
    other = about(project, SNICKERIET, "stangt")
    ran = receive(one + other, "--ja")
    assert (ran.code, ran.out.count("de säger olika saker"), project.snapshot() == before) == (1, 2, True)


def test_a_downloaded_record_changes_what_differs(project: Project, receive: Receive) -> None:
    text = RECORDS[SNICKERIET].replace("004 00", "004 10").replace("  # kön är kort just nu\n", "")
    for content, name in (
        (text, "snickeriet.yml"),
        (text, "snickeriet (1).yml"),
        (mail_with("Se bilagan.", "snickeriet.yml", text, "yaml"), "besked.eml"),
    ):
        project.write(SNICKERIET, FIRST + RECORDS[SNICKERIET])
        ran = receive(content, "--ja", name=name)
        assert (ran.code, "Filen säger allt om verksamheten." in ran.out) == (0, True), ran
        assert diff(FIRST + RECORDS[SNICKERIET], project.text(SNICKERIET)) == (
            ["  telefon: 08-465 004 00"],
            ["  telefon: 08-465 004 10"],
        )
    new = receive(RECORDS[KAFEET].replace("Kaféet", "Kafé Öst"), "--ja", name="post.yml")
    assert (new.code, project.path("farsta/kafe-ost").exists()) == (0, True)
    broken = receive("namn: [\nstatus: okand\n", "--ja", name="post.yml")
    assert (broken.code, "Rad " in broken.out) == (1, True)


def test_pasted_text_is_read_from_standard_input(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted = io.TextIOWrapper(io.BytesIO(about(project, SNICKERIET, "stammer").encode()))
    monkeypatch.setattr("sys.stdin", pasted)
    assert project.run("receive", "-", "--ja", *ON_IDAG).code == 0
    assert "bekraftad_av" in project.text(SNICKERIET)


def test_who_pipes_text_in_answers_in_the_terminal(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    text = about(project, SNICKERIET, "stammer").encode()
    before = project.snapshot()
    for answer, code in (("n\n", 1), ("", 1), ("j\n", 0)):
        terminal = project.folder.parent / "terminal"
        terminal.write_text(answer)
        monkeypatch.setattr("katalog.commands.agreeing._TERMINAL", terminal)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
        ran = project.run("receive", "-", *ON_IDAG)
        assert (ran.code, project.snapshot() == before) == (code, code == 1), ran
    monkeypatch.setattr("katalog.commands.agreeing._TERMINAL", project.folder / "finns-inte")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(about(project, KAFEET, "stammer").encode())))
    nobody = project.run("receive", "-", *ON_IDAG)
    assert (nobody.code, "Kör kommandot i en terminal" in nobody.out) == (1, True)


def test_a_record_that_changes_while_it_is_read_is_left(
    project: Project, receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_prompt: str = "") -> str:
        project.write(SNICKERIET, project.text(SNICKERIET) + "# under tiden\n")
        return "j"

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", ask)
    ran = receive(about(project, SNICKERIET, "stammer"))
    assert (ran.code, "Katalogen har ändrats medan du läste." in ran.out) == (1, True)
    assert project.text(SNICKERIET).endswith("# under tiden\n")


def _inner_mail(text: str) -> bytes:
    inner, outer = EmailMessage(), EmailMessage()
    inner["From"], outer["From"] = "a@exempel.se", SENDER
    inner.set_content(text)
    outer.set_content("Se det bifogade.")
    outer.add_attachment(inner)
    return outer.as_bytes()


def _about(errand: str, fields: Mapping[str, Any] | None = None, **head: str) -> Callable[[Project], str]:
    return lambda project: about(project, SNICKERIET, errand, fields, **head)


def _paths_in_ids(project: Project) -> str:
    return "".join(about(project, SNICKERIET, "stammer", id=word) for word in ("../../x", "farsta/kafeet", "a\\b", "~"))


HOSTILE: dict[str, tuple[Callable[[Project], str | bytes], int, str]] = {
    "path for an id": (_paths_in_ids, 1, "är inget id"),
    "path for a new id": (lambda _: block({"id": "../../../tmp/x", "arende": "ny"}, NEW), 1, "är inget id"),
    "path for an area": (lambda _: block({"id": "x", "arende": "ny"}, {**NEW, "omrade": "../.."}), 1, "omrade"),
    "an area for a record": (_about("andra", {"omrade": "../../tmp"}), 1, "omrade"),
    "unknown id": (_about("stammer", id="snickerit"), 1, "Menas snickeriet?"),
    "oversized": (lambda project: about(project, SNICKERIET, "stammer") + "x" * 256_000, 2, "Högst 256 kB"),
    "nul bytes": (lambda project: about(project, SNICKERIET, "stammer") + "\0", 2, "ingen text"),
    "html alone": (lambda project: mail_of_html(about(project, SNICKERIET, "stammer")), 2, "bara HTML"),
    "html page": (lambda project: f"<html>{about(project, SNICKERIET, 'stammer')}", 2, "bara HTML"),
    "forged": (
        lambda project: about(project, KAFEET, "stammer").replace("kafeet", "snickeriet"),
        1,
        "Blocket är ändrat",
    ),
    "no hash": (
        lambda project: re.sub("slut [0-9a-f]{8}", "slut", about(project, SNICKERIET, "stammer")),
        1,
        "Blocket är ifyllt för hand",
    ),
    "unknown field": (_about("andra", {"admin": True}), 1, "admin är inget fält"),
    "a person": (_about("stammer", av="Anna Svensson"), 1, "ser ut som en persons namn"),
    "a person in a field": (_about("andra", {"anmarkning": ["Ring Anna Svensson."]}), 1, "ser ut som en persons namn"),
    "a person to go to": (_about("stangt", vart="Gå till Anna Svensson."), 1, "ser ut som en persons namn"),
    "a number of a person": (_about("andra", {"kontakt": {"telefon": "070-174 06 05"}}), 1, "mobilnummer"),
    "a day to come": (_about("stammer", dag="2027-01-01"), 1, "2027-01-01"),
    "a mail in a mail, forged": (
        lambda project: _inner_mail(about(project, SNICKERIET, "andra", HOURS).replace("12:00", "13:00")),
        1,
        "Blocket är ändrat",
    ),
    "deep values": (
        lambda project: about(project, SNICKERIET, "andra", HOURS).replace("[{", "[" * 90_000 + "{"),
        1,
        "för många nivåer",
    ),
    "a mail bomb": (
        lambda _: b"From: a\nTo: b\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nhej\n" * 9_000,
        2,
        "fler delar",
    ),
    "escape codes": (
        lambda project: about(project, SNICKERIET, "andra", {"sammanfattning": "\x1b[31mSnickra och måla."}),
        1,
        "U+001B",
    ),
    "a reference out": (_about("stangt", {"ersatt_av": "../kafeet"}), 1, "ersatt_av"),
    "a reference of another kind": (_about("stangt", {"ersatt_av": ["kafeet"]}), 1, "ersatt_av"),
    "another version": (
        lambda project: about(project, SNICKERIET, "stammer").replace("sattning 1", "sattning 9"),
        1,
        "version 9",
    ),
    "cut off": (lambda project: about(project, SNICKERIET, "stammer")[:-30], 1, "Slutet på blocket saknas"),
    "hundreds of blocks": (lambda project: about(project, SNICKERIET, "stammer") * 201, 2, "fler block"),
    "nothing of ours": (lambda _: "Hej! Allt stämmer hos oss.", 2, "inget som formuläret har skrivit"),
    "a sheet": (lambda _: b"PK\x03\x04" + bytes(100), 2, "ingen text"),
    "empty": (lambda _: b"", 2, "inget som formuläret har skrivit"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_told_and_not_written(name: str, project: Project, receive: Receive) -> None:
    make, code, told = HOSTILE[name]
    content = make(project)
    before = project.snapshot()
    for words in (("--ja",), ()):
        ran = receive(content, *words)
        assert told in ran.out + ran.err, ran
        assert "\x1b" not in ran.out + ran.err
        assert ran.code == code, (words, ran)
        assert project.snapshot() == before


@pytest.mark.parametrize("words", [("finns-inte.eml",), ("catalogue",), ("",), ()])
def test_wrong_use(words: tuple[str, ...], project: Project) -> None:
    ran = project.run("receive", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].startswith("katalog: ")
