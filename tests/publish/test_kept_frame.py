"""The frame of the build before is used again while it is whole and all but the records is the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from katalog.browser.prose import Prose, Section
from katalog.publish.frame import Frame
from katalog.publish.inputs import read_inputs
from katalog.publish.kept_frame import keep_frame, kept_frame
from katalog.publish.stamp import Shell
from katalog.settings import ContactPoint, Publisher, Settings
from tests.support import GOOD, IDAG, SITE_URL, lay_project, run_katalog

_NOTE = "ram.json"


@pytest.fixture
def kept(workplace: Path) -> Frame:
    folder = workplace / "ram"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<p>Välkommen</p>", encoding="utf-8")
    (folder / "assets/katalog.css").write_text("p { margin: 0 }", encoding="utf-8")
    section = Section(anchor="vad-det-kostar", title="Vad det kostar", text="Fråga innan.")
    publisher = Publisher(name="Stockholms stad", kind="kommun", number="2120000142")
    contact = ContactPoint(name="Redaktionen", mailbox="katalogen@exempel.se")
    settings = Settings(site_name="Prov", root=workplace, site_url=SITE_URL, publisher=publisher, contact=contact)
    frame = Frame(
        folder=folder,
        shells={0: Shell(pieces=("<title>", "titel", "</title>")), 2: Shell(pieces=("å", "kropp", ""))},
        settings=settings,
        handwritten=[Prose(address="om/", title="Om", sections=(section,))],
    )
    keep_frame(frame, "nyckel")
    return frame


def test_what_was_kept_is_what_was_made(kept: Frame) -> None:
    assert kept_frame(kept.folder, "nyckel") == kept


def test_the_frame_of_something_else_is_none(kept: Frame) -> None:
    assert kept_frame(kept.folder, "annan") is None


def _change_file(folder: Path) -> None:
    (folder / "index.html").write_text("annat", encoding="utf-8")


def _lose_file(folder: Path) -> None:
    (folder / "assets/katalog.css").unlink()


def _add_file(folder: Path) -> None:
    (folder / "frammande.html").write_text("<p>Någon annans</p>", encoding="utf-8")


def _lose_note(folder: Path) -> None:
    folder.with_name(_NOTE).unlink()


def _spoil_note(folder: Path) -> None:
    folder.with_name(_NOTE).write_text('{"format": 1, "av": "nyckel"', encoding="utf-8")


def _note_of_another_version(folder: Path) -> None:
    note = json.loads(folder.with_name(_NOTE).read_text(encoding="utf-8"))
    folder.with_name(_NOTE).write_text(json.dumps(note | {"format": 0}), encoding="utf-8")


def _note_without_shells(folder: Path) -> None:
    note = json.loads(folder.with_name(_NOTE).read_text(encoding="utf-8"))
    folder.with_name(_NOTE).write_text(json.dumps(note | {"skal": [[1]]}), encoding="utf-8")


_SPOILED: tuple[Callable[[Path], None], ...] = (
    _change_file, _lose_file, _add_file, _lose_note, _spoil_note, _note_of_another_version, _note_without_shells,
)  # fmt: skip


@pytest.mark.parametrize("spoil", _SPOILED)
def test_what_is_not_as_it_was_left_is_none(spoil: Callable[[Path], None], kept: Frame) -> None:
    spoil(kept.folder)
    assert kept_frame(kept.folder, "nyckel") is None


def test_a_project_that_moved_is_told_where_it_is(kept: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = kept.folder.parent / "flyttad"
    elsewhere.mkdir()
    for name in ("ram", _NOTE):
        (kept.folder.parent / name).rename(elsewhere / name)
    monkeypatch.chdir(elsewhere)
    found = kept_frame(elsewhere / "ram", "nyckel")
    assert found == replace(kept, folder=elsewhere / "ram", settings=replace(kept.settings, root=elsewhere))


def test_records_do_not_count_and_all_else_does(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    before = read_inputs(project, IDAG, "mkdocs")
    (project / "catalogue/farsta/snickeriet.yml").write_text(GOOD + "vad_du_gor:\n  - Såga\n", encoding="utf-8")
    after = read_inputs(project, IDAG, "mkdocs")
    assert before
    assert after
    assert after.frame == before.frame
    assert after.digest != before.digest
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("# nytt\n")
    changed = read_inputs(project, IDAG, "mkdocs")
    assert changed
    assert changed.frame != before.frame


def test_with_a_kept_frame_a_build_gives_the_bytes_of_a_first_one(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    assert run_katalog(project, "build", SITE_URL=SITE_URL).returncode == 0
    frame = project / ".cache/ram"
    times = {path: path.stat().st_mtime_ns for path in frame.rglob("*")}
    (project / "catalogue/farsta/snickeriet.yml").write_text(GOOD + "vad_du_gor:\n  - Såga\n", encoding="utf-8")
    assert run_katalog(project, "build", SITE_URL=SITE_URL).returncode == 0
    assert times == {path: path.stat().st_mtime_ns for path in frame.rglob("*")}, "the frame was made anew"
    (project / ".cache/ram.json").unlink()
    assert run_katalog(project, "build", "--out", "nytt", SITE_URL=SITE_URL).returncode == 0
    assert times != {path: path.stat().st_mtime_ns for path in frame.rglob("*")}, "the frame was not made anew"
    assert _content(project / "site") == _content(project / "nytt")


def _content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
