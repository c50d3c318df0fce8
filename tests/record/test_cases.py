"""The cases in tests/cases: one file each, no Python. What a case expects stands beside it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from katalog.record.check import check_catalogue
from katalog.record.schema import Schema
from tests.support import ALL_CODES, CASES, IDAG, case_files, check_files, lay, placed, read_expected

INVALID = sorted((CASES / "invalid").glob("*.yml"))
WORDED = [case for case in INVALID if case.with_suffix(".message").exists()]
VALID = sorted((CASES / "valid").glob("*.yml"))
FOLDERS = sorted(path for path in (CASES / "katalog").iterdir() if path.is_dir())
# What cannot be a file in a repository, and the test that makes it instead.
MADE_IN_PYTHON = {
    "yaml-fil": "test_odd_files.py",
    "yaml-lank": "test_odd_files.py",
    "yaml-stor": "test_odd_files.py",
    "anteckning": "test_schema_notes.py",  # a case would be a copy of the whole schema
    "mall-fil": "test_schema_folder.py",
    "mall-falt": "test_schema_folder.py",
}


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.stem)
def test_invalid_case_yields_exactly_what_is_expected(case: Path, schema: Schema, tmp_path: Path) -> None:
    checked = check_files(tmp_path, case_files(case), schema)
    assert sorted(placed(problem) for problem in checked.problems) == read_expected(case.with_suffix(".expected"))
    assert {Path(problem.path).name for problem in checked.problems} == {"fall.yml"}


@pytest.mark.parametrize(
    "case", [case for case in INVALID if case.with_suffix(".message").exists()], ids=lambda c: c.stem
)
def test_invalid_case_says_word_for_word_what_to_do(case: Path, schema: Schema, tmp_path: Path) -> None:
    told = [problem.message for problem in check_files(tmp_path, case_files(case), schema).problems]
    assert told == case.with_suffix(".message").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.stem)
def test_valid_case_is_accepted_without_a_word(case: Path, schema: Schema, tmp_path: Path) -> None:
    checked = check_files(tmp_path, case_files(case), schema)
    assert [placed(problem) for problem in checked.problems] == []
    assert checked.catalogue is not None
    assert set(checked.catalogue.by_id) == {"fall", "granne"}


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_folder_case_yields_exactly_what_is_expected(case: Path, schema: Schema, tmp_path: Path) -> None:
    catalogue = lay(tmp_path, {})
    shutil.copytree(case / "catalogue", catalogue, dirs_exist_ok=True)
    found = check_catalogue(catalogue, schema, IDAG).problems
    places = [f"{Path(problem.path).relative_to(catalogue).as_posix()}:{placed(problem)}" for problem in found]
    assert sorted(places) == read_expected(case / "expected")
    assert list(found) == sorted(found), "problems come in order of place"


def test_no_case_has_been_lost() -> None:
    """Counts are lower bounds: raise them when cases are added, so that a lost file is noticed."""
    assert len(INVALID) >= 403
    assert len(VALID) >= 106
    assert len(FOLDERS) >= 24


def test_every_invalid_case_has_its_expected_file_and_the_other_way_round() -> None:
    expected = {path.stem for path in (CASES / "invalid").glob("*.expected")}
    assert expected == {path.stem for path in INVALID}
    assert {path.stem for path in (CASES / "invalid").glob("*.message")} <= expected
    assert [path.name for path in INVALID if not read_expected(path.with_suffix(".expected"))] == []


def test_every_code_has_a_case() -> None:
    assert ALL_CODES - set(MADE_IN_PYTHON) == set(_expected_codes())


def test_every_field_has_a_case_that_fails_and_one_that_passes(schema: Schema) -> None:
    for cases in (INVALID, VALID):
        named = {field for field in schema.fields for case in cases if case.stem.startswith(f"{field}_")}
        assert set(schema.fields) - named == set()


def test_valid_cases_use_every_property_at_every_level(schema: Schema, tmp_path: Path) -> None:
    used: set[str] = set()
    for number, case in enumerate(VALID):
        catalogue = check_files(tmp_path / str(number), case_files(case), schema).catalogue
        assert catalogue is not None
        record = catalogue.by_id["fall"]
        used |= set(_keys({field: getattr(record, field) for field in schema.fields if getattr(record, field)}))
    assert set(_properties(schema.full)) - used == set()


def _expected_codes() -> Iterator[str]:
    files = [path.with_suffix(".expected") for path in INVALID] + [folder / "expected" for folder in FOLDERS]
    for path in files:
        for line in read_expected(path):
            yield line.rpartition(" ")[2]


def _keys(value: Any, prefix: str = "") -> Iterator[str]:
    """`plats.ort`: the names of all keys below `value`; list items add nothing."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{prefix}{key}"
            yield from _keys(inner, f"{prefix}{key}.")
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _keys(item, prefix)


def _properties(node: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for name, rule in node.get("properties", {}).items():
        yield f"{prefix}{name}"
        yield from _properties(rule, f"{prefix}{name}.")
        yield from _properties(rule.get("items", {}), f"{prefix}{name}.")
