"""The schema means the same to everybody: check-jsonschema, the jsonschema library and our own validator agree.

Left out of the comparison are the files that our loader refuses, because there is no record then for a schema to
judge, and check-jsonschema's loader takes other files than ours: it expands aliases (the alias bomb takes it minutes
and gigabytes), it reads `!!` tags, bidi marks, BOMs and byte orders, and it has no limit of depth or size.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its stubs would be one more pin
import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.record.load import load_bytes, load_file
from katalog.record.problem import has_errors
from katalog.record.schema import Schema
from katalog.record.schema_files import RECORD_SCHEMA
from katalog.record.shape import Shape
from tests.sample import some
from tests.strategies import json_values
from tests.support import CASES, CATALOGUE, GOOD, PROJECT, SCHEMA, SCHEMA_FOLDER

FIELDS = sorted(SCHEMA.fields)
CHECK_JSONSCHEMA = Path(sys.executable).with_name("check-jsonschema")
# Files that ruamel.yaml, their loader, reads otherwise than ours: the schema then judges two different records.
READ_OTHERWISE = {
    "fil_tabb_efter_varde.yml": "a tab between colon and value is valid YAML 1.2, but ruamel.yaml does not take it",
    "falt_sammanslagning.yml": "`<<` merges mappings in YAML 1.1 only; to us it is a field that does not exist",
    "fil_uppdelade_bokstaver.yml": "two forms of one letter are the same to us (NFC) and two to them",
}
# The library matches with Python's `re`, where \d takes all Unicode digits and $ stands before a last line break too;
# JSON Schema asks for ECMA-262, as check-jsonschema, editors and we do.
PYTHON_ACCEPTS = {"plats_postnummer_breda_siffror.yml", "kontakt_epost_radbrytning_sist.yml", "namn_block.yml"}
Records = dict[Path, dict[str, Any]]


def _files() -> Iterator[Path]:
    for folder in (CATALOGUE, CASES / "invalid", CASES / "valid", CASES / "katalog"):
        yield from sorted(folder.rglob("*.yml"))


@pytest.fixture(scope="module")
def records() -> Records:
    """All files that load without an error, with their data."""
    loaded = {path: load_file(path, path.as_posix(), PROJECT) for path in _files()}
    return {
        path: file.data
        for path, file in loaded.items()
        if file.data is not None and not has_errors(list(file.problems))
    }


@pytest.fixture(scope="module")
def refused_by_us(records: Records, shape: Shape) -> set[Path]:
    return {path for path, data in records.items() if shape.check_record(data)}


def test_check_jsonschema_gives_the_same_verdict_on_every_file(records: Records, refused_by_us: set[Path]) -> None:
    """The catalogue by a part: their reader takes a second for four of its records."""
    own = {path for path in records if path.is_relative_to(CATALOGUE)}
    compared = {path for path in records if path.name not in READ_OTHERWISE} - own | set(some(sorted(own), 8))
    done = subprocess.run(
        [CHECK_JSONSCHEMA, "--schemafile", SCHEMA_FOLDER / RECORD_SCHEMA, "--output-format", "json", *compared],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    told = json.loads(done.stdout)
    assert told.get("parse_errors", []) == []
    assert {Path(error["filename"]) for error in told["errors"]} == refused_by_us & compared


def test_compact_schema_gives_the_same_verdict_as_the_full_one(
    records: Records, refused_by_us: set[Path], schema: Schema
) -> None:
    validator = jsonschema.Draft202012Validator
    formats = validator.FORMAT_CHECKER
    for wording in (schema.full, schema.compact):
        judge = validator(wording, format_checker=formats)
        refused = {path for path, data in records.items() if not judge.is_valid(data)}
        assert {path.name for path in refused_by_us ^ refused} == PYTHON_ACCEPTS


@given(fields=st.dictionaries(st.sampled_from(FIELDS), json_values, min_size=1, max_size=3), base=st.booleans())
def test_compact_schema_decides_as_the_full_one_on_anything(
    fields: dict[str, Any], base: bool, schema: Schema, shape: Shape
) -> None:
    record = {**(load_bytes(GOOD.encode(), "x.yml").data or {} if base else {}), **fields}
    full = jsonschema_rs.Draft202012Validator(schema.full, validate_formats=True)
    assert full.is_valid(record) == (shape.check_record(record) == [])


def test_the_comparison_is_about_something(records: Records, refused_by_us: set[Path]) -> None:
    """Both verdicts must occur often, or agreement would say nothing."""
    assert len(records) >= 500
    assert len(refused_by_us) >= 120
    assert len(records.keys() - refused_by_us) >= 350


def test_schema_is_a_schema(schema: Schema) -> None:
    for wording in (schema.full, schema.compact):
        jsonschema.Draft202012Validator.check_schema(wording)
