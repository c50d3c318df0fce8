"""What a build is made from: every kind of input counts, and nothing else does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from katalog.publish.inputs import Inputs, read_inputs
from tests.support import GOOD, IDAG, PROJECT, lay_project

_RECORD = "catalogue/farsta/snickeriet.yml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    for name in ("docs", "schema"):  # links to the real ones, which no test may change
        (project / name).unlink()
        shutil.copytree(PROJECT / name, project / name)
    (project / "scripts").unlink()
    (project / "scripts").mkdir()
    return project


def _read(project: Path, idag: str = IDAG) -> Inputs:
    inputs = read_inputs(project, idag, "mkdocs")
    assert inputs
    return inputs


def _write(name: str, text: str = "# nytt\n") -> Callable[[Path], None]:
    def write(project: Path) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)

    return write


def _rename(project: Path) -> None:
    (project / _RECORD).rename(project / "catalogue/farsta/verkstaden.yml")


def _remove(project: Path) -> None:
    (project / _RECORD).unlink()


CHANGES: dict[str, Callable[[Path], None]] = {
    "a record": _write(_RECORD),
    "a new record": _write("catalogue/bromma/nytt.yml", GOOD),
    "a record renamed": _rename,
    "a record removed": _remove,
    "a page written by hand": _write("docs/ny-sida.md"),
    "a style sheet": _write("docs/assets/css/katalog.css", "p { margin: 0 }\n"),
    "the settings": _write("mkdocs.yml"),
    "the schema": _write("schema/notes.json", "{}"),
    "a template": _write("scripts/theme/ny.html"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_is_read_counts(change: str, project: Path) -> None:
    before = _read(project)
    CHANGES[change](project)
    assert _read(project).digest != before.digest


def test_the_day_counts(project: Path) -> None:
    assert _read(project, "2027-01-01").digest != _read(project).digest


@pytest.mark.parametrize("name", ["SITE_URL", "KATALOG_BREVLADA"])
def test_what_the_settings_take_from_the_environment_counts(
    name: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(name, raising=False)
    before = _read(project)
    monkeypatch.setenv(name, "https://exempel.se/")
    assert _read(project).digest != before.digest


def test_what_is_made_does_not_count(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _read(project)
    monkeypatch.setenv("HOME", "/nowhere")
    for name in (".cache/jinja/x", "site/index.html", "scripts/__pycache__/x.pyc", "README.md"):
        _write(name)(project)
    assert _read(project) == before


def test_a_file_that_was_written_again_is_newer_though_it_says_the_same(project: Path) -> None:
    before = _read(project)
    later = before.newest + 1_000_000_000
    os.utime(project / _RECORD, ns=(later, later))
    after = _read(project)
    assert (after.digest, after.newest) == (before.digest, later)


def test_what_cannot_be_read_is_no_input(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    assert read_inputs(project, IDAG, "mkdocs") is None
