"""A file or letters that a command makes never take the place of somebody's work, as a site does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from katalog.publish.target import file_refusal
from tests.project import Project
from tests.support import ON_IDAG, PROJECT

_COMMANDS = (("export", "csv", "--out"), ("links", "--rapport"))


@pytest.mark.parametrize("words", _COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize(
    "out",
    [
        "catalogue/farsta/snickeriet.yml",
        "catalogue/ny.csv",
        "schema/ordval.json",
        "mkdocs.yml",
        "länk.yml",
        ".git/HEAD",
    ],
)
def test_a_file_takes_no_ones_place(out: str, words: tuple[str, ...], project: Project) -> None:
    (project.folder / ".git").mkdir()
    (project.folder / "mkdocs.yml").write_text("site_name: Hitta", encoding="utf-8")
    (project.folder / "länk.yml").symlink_to(project.path("farsta/snickeriet"))
    before = project.snapshot()
    ran = project.run(*words, out, *ON_IDAG)
    assert (ran.code, ran.err) == (2, f"katalog: {out} hör till projektet. Skriv ett annat filnamn.\n")
    assert project.snapshot() == before


@pytest.mark.parametrize("words", _COMMANDS, ids=lambda words: words[0])
def test_what_is_no_file_is_not_replaced_by_one(words: tuple[str, ...], project: Project) -> None:
    """`--out /dev/null` and `--out /dev/stdout` as root: a rename would put a file where the device was."""
    os.mkfifo(project.folder / "rör")
    ran = project.run(*words, "rör", *ON_IDAG)
    assert (ran.code, ran.err) == (2, "katalog: rör är ingen vanlig fil. Skriv ett annat filnamn.\n")
    assert (project.folder / "rör").is_fifo()


def test_the_same_file_may_be_written_again(project: Project) -> None:
    for _ in range(2):
        assert project.run("export", "csv", "--out", "alla.csv", *ON_IDAG).code == 0


@pytest.mark.parametrize("folder", ["", ".", "catalogue", "catalogue/farsta", "docs/brev", "catalogue/../schema"])
def test_letters_are_not_laid_among_what_the_project_holds(folder: str, project: Project) -> None:
    before = project.snapshot()
    ran = project.run("stale", "--brev", folder, *ON_IDAG)
    assert (ran.code, ran.out) == (2, "")
    assert "hör till projektet. Välj en egen mapp, till exempel --brev brev." in ran.err
    assert project.snapshot() == before


@pytest.mark.parametrize(
    "pattern", ["*.md", "*.toml", "*.yml", "requirements*", ".git?*", ".pre-commit*", "LICENSE", "Makefile"]
)
def test_every_file_of_the_project_is_known(pattern: str) -> None:
    assert all(file_refusal(path, PROJECT) for path in PROJECT.glob(pattern))


def test_another_place_is_free(tmp_path: Path) -> None:
    assert file_refusal(tmp_path / "alla.csv", PROJECT) is None
    assert file_refusal(PROJECT / "alla.csv", PROJECT) is None
