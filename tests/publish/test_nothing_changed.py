"""`katalog build` where nothing has changed says so at once, and never when anything has."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sample import some
from tests.support import GOOD, SITE_URL, lay_project, run_katalog

_SAID = "Inget är ändrat sedan förra bygget"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    assert _SAID not in _build(project)
    return project


def _build(project: Path, site_url: str = SITE_URL) -> str:
    done = run_katalog(project, "build", SITE_URL=site_url)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _notes(project: Path) -> list[Path]:
    return list((project / ".cache" / "byggt").glob("*.json"))


def test_a_build_of_the_same_is_told_as_it_was(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    told = _build(built)
    assert _SAID in told
    assert "1 post." in told
    assert "0 filer nya eller ändrade" in told
    assert "KATALOG_BREVLADA" in told  # what the first build told of its settings
    assert before == {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    assert sorted(path.suffix for path in (built / ".cache/byggt").iterdir()) == [".grunder", ".json"]


def _change_page(project: Path) -> None:
    (project / "site" / "index.html").write_text("annat", encoding="utf-8")


def _lose_page(project: Path) -> None:
    (project / "site" / "sok" / "index.html").unlink()


def _lose_marker(project: Path) -> None:
    (project / "site" / ".katalog").unlink()


def _break_note(project: Path) -> None:
    _notes(project)[0].write_text('{"format": 1}', encoding="utf-8")


def _note_of_another_version(project: Path) -> None:
    note = _notes(project)[0]
    note.write_text(note.read_text(encoding="utf-8").replace('"format": 1', '"format": 0'), encoding="utf-8")


_SPOILT: tuple[Callable[[Path], None], ...] = (
    _change_page, _lose_marker, _break_note, _lose_page, _note_of_another_version,
)  # fmt: skip


def test_a_folder_or_a_note_that_is_not_as_it_was_left_is_built(built: Path) -> None:
    whole = {path: path.read_bytes() for path in (built / "site").rglob("*") if path.is_file()}
    for spoil in some(_SPOILT, 2):
        spoil(built)
        assert _SAID not in _build(built), spoil
        assert whole == {path: path.read_bytes() for path in (built / "site").rglob("*") if path.is_file()}, spoil
    assert _SAID in _build(built)


def test_a_changed_record_is_built_and_a_mended_one_too(built: Path) -> None:
    record = built / "catalogue" / "farsta" / "snickeriet.yml"
    record.write_text(GOOD.replace("Snickeriet", "Verkstaden"), encoding="utf-8")
    assert _SAID not in _build(built)
    record.write_text("namn: [", encoding="utf-8")
    assert run_katalog(built, "build", SITE_URL=SITE_URL).returncode == 1
    record.write_text(GOOD.replace("Snickeriet", "Verkstaden"), encoding="utf-8")
    assert _SAID in _build(built)  # the site was left, and is of just this


def test_another_address_is_another_site(built: Path) -> None:
    assert _SAID not in _build(built, "https://annan.exempel.se/")


def test_a_file_of_somebody_else_is_told_again(built: Path) -> None:
    (built / "site" / "minnen.txt").write_text("mitt", encoding="utf-8")
    done = run_katalog(built, "build", SITE_URL=SITE_URL)
    assert _SAID in done.stdout
    assert "minnen.txt" in done.stderr
