"""`katalog new`: a whole conversation, and a form's download."""

from __future__ import annotations

import io

import pytest

from tests.project import FIRST, RECORDS, Project
from tests.support import ON_IDAG

FORM = RECORDS["farsta/snickeriet"].replace("Snickeriet i Farsta", "Ölands  Möbler & Trä")


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_conversation_ends_in_a_valid_record(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ("Nya Syateljén", "Inte bekräftad", "1, 2", "Farsta", "kort", "Sy och laga kläder i din egen takt.",
               "Broschyren", "", "20x6", "n", "Broschyren", "", "2026", "n")  # fmt: skip
    type_in(monkeypatch, *answers)
    ran = project.run("new", *ON_IDAG)
    assert ran.code == 0, ran
    assert "Namn: Vad verksamheten heter" in ran.out
    assert "för kort. Skriv minst 10 tecken" in ran.out
    assert "ar ska vara ett heltal" in ran.out
    assert "catalogue/farsta/nya-syateljen.yml: ny" in ran.out
    assert "sammanfattning: Sy och laga kläder i din egen takt.\nkallor:\n  - titel: Broschyren\n    ar: 2026\n" in (
        project.text("farsta/nya-syateljen")
    )
    assert project.run("format", "--check").code == 0
    assert project.run("validate", *ON_IDAG).code == 0


def test_an_open_place_is_asked_who_confirmed_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ("Nytt", "aktiv", "1", "bromma", "Sy och laga kläder i din egen takt.", "Broschyr", "", "", "",
               "2027-01-01", "2026-11-01", "Enhetschef Anna Svensson", "Enhetschef, Bromma")  # fmt: skip
    type_in(monkeypatch, *answers)
    ran = project.run("new", *ON_IDAG)
    assert ran.code == 0, ran
    assert "men i dag är det 2026-11-22" in ran.out
    assert "ser ut som en persons namn" in ran.out
    assert project.text("bromma/nytt").endswith(
        'senast_bekraftad: "2026-11-01"\nbekraftad_av: Enhetschef, Bromma\nkallor:\n  - titel: Broschyr\n'
    )


def test_an_interrupted_conversation_writes_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = project.snapshot()
    type_in(monkeypatch, "Nya Syateljén")
    ran = project.run("new", *ON_IDAG)
    assert (ran.code, project.snapshot()) == (2, before)


def test_answers_are_shown_when_they_cannot_be_placed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, "Kaféet", "okand", "1", "farsta", "Baka och servera i lugn takt.", "Broschyr", "", "", "")
    ran = project.run("new", *ON_IDAG)
    assert (ran.code, "kafeet.yml finns redan" in ran.out, "namn: Kaféet\n" in ran.out) == (1, True, True)


def test_a_download_is_put_in_place_and_form(project: Project) -> None:
    (project.folder / "post (1).yml").write_text(FORM.replace("namn: Ölands  Möbler & Trä\n", "") + "namn: Öl å Trä\n")
    ran = project.run("new", "--fil", "post (1).yml", *ON_IDAG)
    assert ran.code == 0, ran
    assert project.text("farsta/ol-a-tra") == FIRST + FORM.replace("Ölands  Möbler & Trä", "Öl å Trä")


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (FORM, ("--id", "kafeet"), "catalogue/farsta/kafeet.yml finns redan"),
        (FORM, ("--id", "Två Ord"), "--id tva-ord"),
        (FORM.replace("omrade: farsta", "omrade: ../x"), (), "Fältet omrade"),
        (FORM.replace("sammanfattning", "sammanfatning"), (), "Menade du sammanfattning?"),
        (FORM.replace("nasta_steg", "nasta_steg: ["), (), "yaml-syntax"),
    ],
)
def test_a_wrong_download_is_refused(project: Project, text: str, words: tuple[str, ...], told: str) -> None:
    (project.folder / "post.yml").write_text(text, encoding="utf-8")
    before = project.snapshot()
    ran = project.run("new", "--fil", "post.yml", *words, *ON_IDAG)
    assert (ran.code, told in ran.out) == (1, True), ran
    assert project.snapshot() == before


def test_a_missing_download_is_wrong_use(project: Project) -> None:
    assert project.run("new", "--fil", "finns-inte.yml").code == 2


def test_a_broken_file_of_former_ids_is_told(project: Project) -> None:
    (project.folder / "catalogue/omdirigeringar.json").write_text('{"a": "b",}')
    told = "catalogue/omdirigeringar.json går inte att läsa. Kör katalog validate och rätta filen först."
    for words in (
        ("new", "--fil", project.path("farsta/snickeriet").as_posix(), "--id", "ny"),
        ("rename", "snickeriet", "nytt"),
        ("confirm", "finns-inte", "--av", "Farsta stadsdelsförvaltning"),
    ):
        ran = project.run(*words)
        assert ran.code in (1, 2)
        assert told in ran.out + ran.err
