"""`katalog stale --brev`: former letters go, what somebody else wrote or changed stays, mail has mail's line ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalog.upkeep.mailing import LIST
from tests.project import Project

IDAG = ("--idag", "2026-11-22")
CONFIRM = ("--av", "Farsta", *IDAG)


def _names(project: Project) -> set[str]:
    return {path.name for path in (project.folder / "brev").iterdir() if path.is_file()}


def _write(project: Project) -> str:
    ran = project.run("stale", "--brev", "brev", *IDAG)
    assert ran.code == 0, ran
    return ran.out + ran.err


@pytest.fixture
def letters(project: Project) -> Project:
    """A project with two letters; then everything at one of the providers is confirmed."""
    _write(project)
    assert project.run("confirm", "odlingen", *CONFIRM).code == 0
    return project


def test_former_letters_go(letters: Project) -> None:
    assert "Gamla brev borttagna: 1." in _write(letters)
    assert _names(letters) == {LIST, *(f"farsta-stadsdelsforvaltning.{ending}" for ending in ("eml", "html", "txt"))}


def test_files_of_others_stay(letters: Project) -> None:
    (letters.folder / "brev/anteckningar.txt").write_text("mina", encoding="utf-8")
    _write(letters)
    assert (letters.folder / "brev/anteckningar.txt").read_text(encoding="utf-8") == "mina"


def test_a_former_letter_that_was_changed_by_hand_stays_and_is_named(letters: Project) -> None:
    path = letters.folder / "brev/foreningen-gro-vaxa.txt"
    path.write_text("Hej, vi ringde i går.", encoding="utf-8")
    assert "Obs: brev/foreningen-gro-vaxa.txt" in _write(letters)
    assert path.read_text(encoding="utf-8") == "Hej, vi ringde i går."


@pytest.mark.parametrize("name", ["farsta-stadsdelsforvaltning.txt", "foreningen-gro-vaxa.html"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_letter_never_replaces_what_somebody_else_wrote(name: str, is_first: bool, project: Project) -> None:
    if not is_first:
        _write(project)
    path = project.folder / "brev" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("annans", encoding="utf-8")
    before = project.snapshot()
    ran = project.run("stale", "--brev", "brev", *IDAG)
    assert (ran.code, ran.out) == (2, "")
    assert f"brev/{name} är skriven eller ändrad av någon annan" in ran.err
    assert project.snapshot() == before


@pytest.mark.parametrize(
    "name",
    ["../utanfor.txt", "/etc/hostname", "a/../../utanfor.txt", "tidigare/../../utanfor.txt", "tidigare//utanfor.txt"],
)
def test_a_list_that_leads_out_of_the_folder_removes_nothing(name: str, letters: Project) -> None:
    outside = letters.folder / "utanfor.txt"
    outside.write_text("", encoding="utf-8")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    with (letters.folder / "brev" / LIST).open("a", encoding="utf-8") as file:
        file.write(f"{empty}  {name}\n")
    _write(letters)
    assert outside.exists()


def test_the_same_day_twice_changes_nothing(project: Project) -> None:
    _write(project)
    before = project.snapshot()
    _write(project)
    assert project.snapshot() == before


def test_mail_has_the_line_ends_of_mail(project: Project) -> None:
    _write(project)
    for path in Path("brev").glob("*.txt"):
        raw = path.read_bytes()
        assert raw.count(b"\r\n") == raw.count(b"\n") > 20
        assert b"\r" not in raw.replace(b"\r\n", b"")
