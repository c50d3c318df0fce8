"""What may be named on the command line of `validate` and `format`: ids, files and folders; nothing is passed over."""

from __future__ import annotations

import pytest

from tests.project import RECORDS, Project

IDAG = ("--idag", "2026-11-22")


@pytest.mark.parametrize("word", ["snickeriet", "catalogue/farsta/snickeriet.yml", "./catalogue/farsta/snickeriet.yml"])
def test_a_record_by_id_or_by_path(word: str, project: Project) -> None:
    ran = project.run("validate", word, *IDAG)
    assert (ran.code, ran.out) == (0, "1 post, 0 fel, 0 varningar.\n")
    assert project.run("format", "--check", word).out.endswith("1 post, 0 skulle ändras.\n")


@pytest.mark.parametrize("word", ["catalogue", "catalogue/", "catalogue/farsta/..", "catalogue/farsta"])
def test_a_folder(word: str, project: Project) -> None:
    count = 2 if word.endswith("farsta") else len(RECORDS)
    assert project.run("validate", word, *IDAG).out.startswith(f"{count} poster, ")


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("catalogue/farsta/trasig.yml.txt", "catalogue/farsta/trasig.yml.txt läses inte: en post slutar på .yml."),
        ("catalogue/farsta/.gomd.yml", "catalogue/farsta/.gomd.yml läses inte: namnet börjar med en punkt."),
        ("catalogue/omdirigeringar.json", "catalogue/omdirigeringar.json läses inte"),
        ("catalogue/tom", "I catalogue/tom finns ingen post."),
        ("schema/ordval.json", "schema/ordval.json ligger inte i catalogue/."),
        ("catalogue/farsta/borta.yml", "catalogue/farsta/borta.yml finns inte."),
        ("snickeri", "Det finns ingen post med id snickeri. Menade du snickeriet?"),
    ],
)
def test_what_is_named_and_not_read_is_wrong_use(word: str, told: str, project: Project) -> None:
    (project.folder / "catalogue/farsta/trasig.yml.txt").write_text("skräp")
    (project.folder / "catalogue/farsta/.gomd.yml").write_text("skräp")
    (project.folder / "catalogue/omdirigeringar.json").write_text("{}")
    (project.folder / "catalogue/tom").mkdir()
    before = project.snapshot()
    for command in ("validate", "format"):
        ran = project.run(command, "snickeriet", word)
        assert (ran.code, ran.out) == (2, "")
        assert told in ran.err
    assert project.snapshot() == before


def test_a_record_that_nobody_reads_is_told_for_the_whole_and_for_its_folder_alone(project: Project) -> None:
    (project.folder / "catalogue/farsta/odlarna.yml.txt").write_text("skräp")
    told = "catalogue/farsta/odlarna.yml.txt:1:1: fel fil-olast: Filen läses inte. Poster slutar på .yml."
    assert told in project.run("validate", *IDAG).out
    assert told in project.run("validate", "catalogue/farsta", *IDAG).out
    assert project.run("validate", "catalogue/bromma", *IDAG).code == 0
    assert project.run("validate", "snickeriet", *IDAG).code == 0


def test_format_is_blind_to_line_ends_and_keeps_them(project: Project) -> None:
    text = project.text("farsta/kafeet")
    project.write("farsta/kafeet", text.replace("\n", "\r\n"))
    assert project.run("format", "--check", "kafeet").out == "1 post, 0 skulle ändras.\n"
    odd = text.replace("namn: Kaféet\n", "namn:   Kaféet\n").replace("\n", "\r\n")
    project.write("farsta/kafeet", odd)
    assert project.run("format", "kafeet").out.endswith("1 post, 1 ändrade.\n")
    assert project.path("farsta/kafeet").read_bytes() == text.replace("\n", "\r\n").encode()
