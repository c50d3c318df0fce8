"""`katalog receive`: what the editor sees, what is asked, and that nothing is written without a yes."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from difflib import ndiff

import pytest

from tests.commands.conftest import Answer, Receive
from tests.mails import SENDER, WHO, about, block, mail_from_a_desk, mail_from_a_phone, mail_with
from tests.project import FIRST, RECORDS, Project
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


@pytest.mark.parametrize("words", [("finns-inte.eml",), ("catalogue",), ("",), ()])
def test_wrong_use(words: tuple[str, ...], project: Project) -> None:
    ran = project.run("receive", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].startswith("katalog: ")
