"""The JSON files, held to their own schemas by a validator that is not ours, and to the records they were made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]
from openapi_spec_validator import OpenAPIV31SpecValidator

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.api import DERIVED, ROOT
from katalog.exports.api_schemas import INDEX
from katalog.exports.history import Happened, History
from katalog.exports.registry import EXPORTS, JSON
from katalog.exports.source import Source
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue, data_of
from katalog.settings import Settings
from tests.support import CATALOGUE, IDAG, SCHEMA

WORDS = read_vocabularies(SCHEMA)
HAPPENED = (
    Happened(day="2026-11-20", id="fontanhuset-skondal", event="flyttad", former="skondal"),
    Happened(day="2026-01-02", id="fontanhuset-skondal", event="ny"),
    Happened(day="2026-01-02", id="gone", event="ny"),
)


def made(source: Source) -> dict[str, bytes]:
    """Every file of the JSON exports."""
    exports = [export for export in EXPORTS if export.media_type == JSON and export.group == "json"]
    return {path: b"".join(pieces) for export in exports for path, pieces in export.render(source)}


@cache
def _source() -> Source:
    found = check_catalogue(CATALOGUE, SCHEMA, IDAG).catalogue
    assert found is not None
    catalogue = replace(found, moved={"skondal": "fontanhuset-skondal"})
    history = History(extent="hel", happened=HAPPENED)
    derived = Derived(catalogue=catalogue, idag=IDAG)
    settings = Settings(site_name="Hitta")
    return Source(derived=derived, words=WORDS, settings=settings, records=catalogue.records, history=history)


@cache
def _files() -> Mapping[str, bytes]:
    return made(_source())


def _read(name: str) -> Any:
    return json.loads(_files()[f"{ROOT}/{name}.json"])


def _faults(schema: str, data: Any) -> list[str]:
    told = _read(f"scheman/{schema}")
    Draft202012Validator.check_schema(told)
    checker = Draft202012Validator(told, format_checker=FormatChecker())
    return [error.message for error in checker.iter_errors(data)]


@pytest.mark.parametrize("name", ["verksamheter", "vokabular", "omraden", "statistik", "andringar"])
def test_every_file_is_as_its_schema_says(name: str) -> None:
    assert _faults(name, _read(name)) == []


def test_read_back_every_record_is_what_was_written() -> None:
    told = _read("verksamheter")["verksamheter"]
    back = {one["id"]: {key: value for key, value in one.items() if key not in ("id", DERIVED)} for one in told}
    assert back == {record.id: data_of(record) for record in _source().records}
    assert len(back) >= 417


def test_one_file_a_record_holds_the_same_and_no_day() -> None:
    for one in _read("verksamheter")["verksamheter"]:
        assert _read(f"verksamheter/{one['id']}") == one
    assert IDAG.encode() not in _files()[f"{ROOT}/verksamheter/fontanhuset-skondal.json"]


def test_a_former_id_leads_on() -> None:
    told = _read("verksamheter/skondal")
    assert told == {"id": "skondal", "flyttad_till": "fontanhuset-skondal", "adress": "fontanhuset-skondal.json"}
    assert _faults("flyttad", told) == []


def test_the_openapi_document_is_valid_and_names_every_json_file() -> None:
    told = _read("openapi")
    assert told["openapi"] == "3.1.0"
    assert list(OpenAPIV31SpecValidator(told).iter_errors()) == []
    exports = [export for export in EXPORTS if export.made_by.startswith(("api.", "api_cards."))]
    listed = {export.path for export in exports}
    assert set(told["paths"]) == {f"/{path}" for path in (*listed, INDEX)}
    answers = [path["get"]["responses"]["200"]["content"]["application/json"] for path in told["paths"].values()]
    for answer in answers:
        assert answer["schema"]["$ref"].rpartition("/")[2] in told["components"]["schemas"]


def test_changes_are_of_records_that_are_there_newest_first() -> None:
    told = _read("andringar")
    days = [one["dag"] for one in told["handelser"]]
    assert days == sorted(days, reverse=True)
    moved, new = (one for one in told["handelser"] if one["id"] == "fontanhuset-skondal")
    assert moved == {"dag": "2026-11-20", "id": "fontanhuset-skondal", "handelse": "flyttad", "forr": "skondal"}
    assert new["handelse"] == "ny"
    assert not [one for one in told["handelser"] if one["id"] == "gone"]


def test_without_history_only_dated_facts_are_told_and_the_file_says_so() -> None:
    record = replace(_source().records[0], senast_bekraftad="2026-11-01")
    catalogue = Catalogue(records=(record,))
    source = replace(
        _source(),
        derived=Derived(catalogue=catalogue, idag=IDAG),
        records=catalogue.records,
        history=History(extent="grund"),
    )
    told = json.loads(made(source)[f"{ROOT}/andringar.json"])
    assert told["handelser"] == [{"dag": "2026-11-01", "id": record.id, "handelse": "bekraftad"}]
    assert told["historik"] == "grund"
    assert "hela historiken" in told["om"]


def test_every_value_of_a_record_has_its_words() -> None:
    words = _read("vokabular")["vokabular"]
    known = {name: {one["id"] for one in told["varden"]} for name, told in words.items()}
    for record in _source().records:
        assert record.omrade in known["omrade"]
        assert set(record.insatstyp) <= known["insatstyp"]


def test_the_schemas_hold_nothing_that_is_only_for_us() -> None:
    for path, content in _files().items():
        if "/scheman/" in path:
            assert b'"x-' not in content
            assert b"ErrorMessage" not in content


def test_statistics_count_the_records_that_are_wanted() -> None:
    farsta = [record for record in _source().records if record.omrade == "farsta"]
    told = json.loads(made(replace(_source(), records=farsta))[f"{ROOT}/statistik.json"])
    assert (told["poster"]["alla"], _read("statistik")["poster"]["alla"]) == (len(farsta), len(_source().records))
    areas = next(table for table in told["tabeller"] if table["id"] == "omrade")
    assert {row["id"] for row in areas["rader"] if row["antal"]} == {"farsta"}
