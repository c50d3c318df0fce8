"""`katalog new`: a whole conversation, and a form's download."""

from __future__ import annotations

import io

import pytest

from katalog.record.load import load_bytes
from tests.project import FIRST, RECORDS, Project
from tests.support import ON_IDAG

FORM = RECORDS["farsta/snickeriet"].replace("Snickeriet i Farsta", "Ölands  Möbler & Trä")


def type_in(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_conversation_ends_in_a_valid_record(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ("Nya Syateljén", "1, 3", "Inte känt", "1, 2", "1, 3", "Farsta", "kort",
               "Sy och laga kläder i din egen takt.",
               "Broschyren", "", "20x6", "", "n", "Broschyren", "", "2026", "egen källa", "n")  # fmt: skip
    type_in(monkeypatch, *answers)
    ran = project.run("new", *ON_IDAG)
    assert ran.code == 0, ran
    assert ran.out.count("Här går det bara att välja ett.") == 2
    assert "Namn: Vad verksamheten heter" in ran.out
    assert "för kort. Skriv minst 10 tecken" in ran.out
    assert "ar ska vara ett heltal" in ran.out
    assert "catalogue/farsta/nya-syateljen.yml: ny" in ran.out
    told = project.text("farsta/nya-syateljen")
    assert "sammanfattning: Sy och laga kläder i din egen takt.\nkallor:\n" in told
    assert "  - titel: Broschyren\n    ar: 2026\n    slag: egen\n" in told
    assert project.run("format", "--check").code == 0
    assert project.run("validate", *ON_IDAG).code == 0


def test_an_open_place_is_asked_who_confirmed_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ("Nytt", "aktiv", "1", "bromma", "Sy och laga kläder i din egen takt.", "Broschyr", "", "", "", "",
               "2027-01-01", "2026-11-01", "Enhetschef Anna Testsson", "Enhetschef, Bromma")  # fmt: skip
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
    type_in(monkeypatch, "Kaféet", "okand", "1", "farsta", "Baka och servera i lugn takt.", "Broschyr", "", "", "", "")
    ran = project.run("new", *ON_IDAG)
    assert (ran.code, "kafeet.yml finns redan" in ran.out, "namn: Kaféet\n" in ran.out) == (1, True, True)


def test_a_download_is_put_in_place_and_form(project: Project) -> None:
    (project.folder / "post (1).yml").write_text(FORM.replace("namn: Ölands  Möbler & Trä\n", "") + "namn: Öl å Trä\n")
    ran = project.run("new", "--fil", "post (1).yml", *ON_IDAG)
    assert ran.code == 0, ran
    assert project.text("farsta/ol-a-tra") == FIRST + FORM.replace("Ölands  Möbler & Trä", "Öl å Trä")


def test_one_choice_is_asked_for_as_one_and_several_as_several(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    prompts: list[str] = []
    choices = ("okand; aktiv", "okand", "1 och 2", "1 2", "1 3", "farsta")
    answers = iter(["Nytt", *choices, "Sy och laga kläder i lugn takt.", "Broschyr", "", "", "", ""])

    def answer(prompt: str = "") -> str:
        prompts.append(prompt)
        return next(answers)

    monkeypatch.setattr("builtins.input", answer)
    ran = project.run("new")
    assert ran.code == 0, ran
    assert [prompt for prompt in prompts if "flera" in prompt] == ["Nummer (flera: 1, 3)> "]
    assert prompts.count("Välj ett> ") == 5
    data = load_bytes(project.text("farsta/nytt").encode(), "x").data
    assert data is not None
    assert (data["status"], len(data["insatstyp"]), data["omrade"]) == ("okand", 2, "farsta")


CORRECTED = FIRST + RECORDS["farsta/snickeriet"].replace("08-465 004 00", "08-465 004 10")


@pytest.mark.parametrize("name", ["snickeriet.yml", "snickeriet (2).yml"])
def test_a_correction_is_told_and_written_after_a_yes(
    name: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.folder / name).write_text(CORRECTED, encoding="utf-8")
    before = project.snapshot()
    without = project.run("new", "--fil", name)
    assert (without.code, project.snapshot()) == (1, before), "nobody could say yes"
    assert "--ja" in without.out
    for answer, code in (("n", 1), ("", 1), ("j", 0)):
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("builtins.input", lambda _="", said=answer: said)
        ran = project.run("new", "--fil", name)
        assert ran.code == code, ran
        assert "catalogue/farsta/snickeriet.yml finns redan." in ran.out
        assert "  Kontakt\n    före:  08-465 004 00 – Telefon\n    efter: 08-465 004 10 – Telefon\n" in ran.out
        assert (project.snapshot() == before) is (code == 1)
    assert project.text("farsta/snickeriet") == CORRECTED
    again = project.run("new", "--fil", name)
    assert (again.code, "Inget behövde ändras." in again.out) == (0, True)


def test_a_correction_that_moves_a_record_leaves_no_twin(project: Project) -> None:
    (project.folder / "snickeriet.yml").write_text(CORRECTED.replace("omrade: farsta", "omrade: bromma"))
    ran = project.run("new", "--fil", "snickeriet.yml", "--ja")
    assert ran.code == 0, ran
    assert [path.parent.name for path in (project.folder / "catalogue").rglob("snickeriet.yml")] == ["bromma"]
    assert project.run("validate").code == 0


def test_a_wrong_correction_is_not_asked_about(project: Project) -> None:
    (project.folder / "snickeriet.yml").write_text(CORRECTED.replace("2019", "1019"))
    before = project.snapshot()
    ran = project.run("new", "--fil", "snickeriet.yml", "--ja")
    assert (ran.code, "utanfor-gransen" in ran.out, project.snapshot()) == (1, True, before)


def test_the_forms_file_name_is_the_new_id(project: Project) -> None:
    (project.folder / "vart-snickeri.yml").write_text(FORM)
    ran = project.run("new", "--fil", "vart-snickeri.yml")
    assert ran.code == 0, ran
    assert "namn: Ölands  Möbler & Trä" in project.text("farsta/vart-snickeri")


@pytest.mark.parametrize("name", ["post.yml", "nytt-namn.yml", "Min fil.yml"])
def test_a_record_is_never_doubled_under_another_name(name: str, project: Project) -> None:
    (project.folder / name).write_text(RECORDS["farsta/snickeriet"])
    before = project.snapshot()
    ran = project.run("new", "--fil", name, "--ja")
    assert (ran.code, "--id snickeriet" in ran.out, project.snapshot()) == (1, True, before)


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
