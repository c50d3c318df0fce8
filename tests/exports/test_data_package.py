"""The tables for programs: valid by a validator that is not ours, and whole when they are put together again."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.data_package import FOLDER, package
from katalog.exports.source import Source
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue, Record, data_of, make_record
from katalog.settings import Settings
from tests.made_records import Making
from tests.support import CATALOGUE, IDAG, SCHEMA

_MADE = 60  # by chance, with every field there is among them


def _source(records: tuple[Record, ...]) -> Source:
    derived = Derived(catalogue=Catalogue(records=records), idag=IDAG)
    words = read_vocabularies(SCHEMA)
    return Source(derived=derived, words=words, settings=Settings(site_name="Hitta"), records=records)


@cache
def _records() -> tuple[Record, ...]:
    """The real ones, and some that hold what no real one does."""
    found = check_catalogue(CATALOGUE, SCHEMA, IDAG).catalogue
    assert found is not None
    making = Making(SCHEMA, 18)
    made = [make_record(f"x-{number:03}", "x.yml", _spelled(making.record())) for number in range(_MADE)]
    return (*found.records, *made)


def _spelled(data: dict[str, Any]) -> dict[str, Any]:
    if "anmarkning" in data:
        data["anmarkning"] = [{"text": one} if isinstance(one, str) else one for one in data["anmarkning"]]
    return data


@cache
def _files() -> dict[str, bytes]:
    files = package(_source(_records()))
    return {path.removeprefix(f"{FOLDER}/"): b"".join(pieces) for path, pieces in files}


def _rows(name: str) -> list[dict[str, str]]:
    text = _files()[f"{name}-data.csv"].decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_frictionless_finds_nothing_wrong(tmp_path: Path) -> None:
    for name, content in _files().items():
        (tmp_path / name).write_bytes(content)
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "type", "message"])[:5]
    assert len(report.tasks) == len(_files()) - 1


def test_every_record_is_there_once_and_every_list_is_whole() -> None:
    assert [row["id"] for row in _rows("verksamheter")] == [record.id for record in _records()]
    for name, node in SCHEMA.fields.items():
        if node.get("type") == "array":
            held = {record.id: len(getattr(record, name)) for record in _records()}
            found = [row["id"] for row in _rows(name)]
            assert {one: found.count(one) for one in set(found)} == {one: size for one, size in held.items() if size}


def test_what_a_record_holds_stands_in_its_cells() -> None:
    rows = {row["id"]: row for row in _rows("verksamheter")}
    for record in _records():
        expected = {"id": record.id}
        for name, value in data_of(record).items():
            if isinstance(value, dict):
                expected |= {f"{name}_{part}": _text(inner) for part, inner in value.items()}
            elif not isinstance(value, list):
                expected[name] = _text(value)
        told = {name: cell for name, cell in rows[record.id].items() if cell and not name.startswith("harlett_")}
        assert told == expected


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("name", ["verksamheter", "tider", "kallor"])
def test_the_text_is_plain_csv(name: str) -> None:
    content = _files()[f"{name}-data.csv"]
    assert not content.startswith("\ufeff".encode())
    assert content.split(b"\r\n")[0].count(b",") == len(_rows(name)[0]) - 1


def test_an_empty_catalogue_has_its_headings() -> None:
    files = dict(package(_source(())))
    assert all(b"".join(pieces).startswith(b"id,") for path, pieces in files.items() if path.endswith(".csv"))
