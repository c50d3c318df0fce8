"""What was found faultless before changes no verdict: after any edits the same is told as by who remembers nothing."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.record.check import Checked, check_catalogue
from katalog.record.remembered import NOTES, Remembered, remembered
from katalog.record.schema import Schema
from tests.support import CASES, GOOD, IDAG, SCHEMA_FOLDER, lay

# Whatever a file may hold: every case of the rules, right and wrong, and files that point at each other.
_TEXTS = [path.read_bytes() for folder in ("valid", "invalid") for path in sorted((CASES / folder).glob("*.yml"))]
_TEXTS += [GOOD.encode(), GOOD.replace("farsta", "bromma").encode(), (CASES / "granne.yml").read_bytes(), b"", b"\xff"]
_TEXTS += [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("ö", "o\u0308").encode()]  # read as the same text
_NAMES = ("farsta/granne.yml", "farsta/fall.yml", "bromma/fall.yml", "farsta/en-till.yaml")
_edits = st.lists(st.tuples(st.sampled_from(_NAMES), st.none() | st.sampled_from(_TEXTS)), min_size=1, max_size=5)


def _check(project: Path, schema: Schema, before: Remembered | None = None, only: Sequence[Path] = ()) -> Checked:
    return check_catalogue(project / "catalogue", schema, IDAG, only=only, before=before, root=project)


def _known(project: Path, idag: str = IDAG) -> Remembered:
    return remembered(project, project / "schema", idag)


@settings(max_examples=15)
@given(edits=_edits)
def test_who_remembers_tells_what_who_does_not_tells(edits: list[tuple[str, bytes | None]], schema: Schema) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        lay(project, {_NAMES[0]: GOOD})
        for name, content in edits:
            if content is None:
                (project / "catalogue" / name).unlink(missing_ok=True)
            else:
                lay(project, {name: content})
            assert _check(project, schema, _known(project)) == _check(project, schema)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    lay(tmp_path, {"farsta/snickeriet.yml": GOOD, "bromma/fel.yml": GOOD + "okant: 1\n"})
    return tmp_path


def test_only_what_is_faultless_is_remembered_and_what_is_gone_forgotten(project: Path, schema: Schema) -> None:
    _check(project, schema, _known(project))
    known = _known(project)
    assert (len(known.texts), known.schema_is_right) == (1, True)
    (project / "catalogue/farsta/snickeriet.yml").unlink()
    _check(project, schema, known)
    assert _known(project).texts == frozenset()


def test_a_look_at_one_file_forgets_no_other(project: Path, schema: Schema) -> None:
    _check(project, schema, _known(project))
    lay(project, {"farsta/verkstaden.yml": GOOD.replace("Snickeriet", "Verkstaden")})
    _check(project, schema, _known(project), only=[project / "catalogue/farsta/verkstaden.yml"])
    assert len(_known(project).texts) == 2


def test_a_file_that_moves_is_looked_at_again(project: Path, schema: Schema) -> None:
    _check(project, schema, _known(project))
    (project / "catalogue/farsta/snickeriet.yml").rename(project / "catalogue/bromma/snickeriet.yml")
    told = [problem.code for problem in _check(project, schema, _known(project)).problems]
    assert "mapp-fel" in told


def test_notes_of_another_day_or_schema_count_as_none(project: Path, schema: Schema) -> None:
    _check(project, schema, _known(project))
    assert _known(project).texts
    assert not _known(project, "2099-01-01").texts
    (project / "schema").unlink()
    shutil.copytree(SCHEMA_FOLDER, project / "schema")
    assert _known(project).texts
    with (project / "schema/persondata.json").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert not _known(project).texts


@pytest.mark.parametrize("content", [b"", b"\xff", b"en rad", b"en rad\nrad\n"])
def test_notes_that_are_broken_count_as_none(content: bytes, project: Path, schema: Schema) -> None:
    _check(project, schema, _known(project))
    (project / NOTES).write_bytes(content)
    assert _known(project).texts == frozenset()
    assert _check(project, schema, _known(project)) == _check(project, schema)


def test_a_place_that_takes_no_notes_is_no_fault(project: Path, schema: Schema) -> None:
    (project / ".cache").write_text("en fil", encoding="utf-8")
    assert _check(project, schema, _known(project)) == _check(project, schema)


def test_bytes_that_are_read_as_the_same_text_are_told_all_the_same(project: Path, schema: Schema) -> None:
    _check(project, schema, _known(project))
    lay(project, {"farsta/snickeriet.yml": b"\xef\xbb\xbf" + GOOD.encode()})
    told = [problem.code for problem in _check(project, schema, _known(project)).problems]
    assert "yaml-bom" in told
