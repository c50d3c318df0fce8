"""All records in HSDS 3.1: held to what the specification requires, to themselves and to a validator of packages.

The specification's own schemas are in no package. What they require stands in `hsds_tables`, and the OpenAPI document
is made of it; there every key is known, so that a slip is no open field.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import jsonschema_rs
from frictionless import Package, system
from openapi_spec_validator import OpenAPIV31SpecValidator

from katalog.exports.hsds import PAGE_SIZE
from katalog.exports.hsds_attributes import service_id
from katalog.exports.hsds_openapi import openapi
from katalog.exports.hsds_rows import NOBODY
from katalog.exports.hsds_tables import TABLES
from katalog.exports.hsds_terms import FIELDS
from tests.exports.hsds_cases import FULL, OTHER, WORDS, files, some, source_of, whole, whole_files

Json = dict[str, Any]
_LISTS = {
    "services": "service", "organizations": "organization", "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term", "service_at_locations": "service_at_location",
}  # fmt: skip


def _validator(name: str) -> jsonschema_rs.Validator:
    schemas = openapi("")["components"]["schemas"]
    document = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    return jsonschema_rs.Draft202012Validator(document, validate_formats=True)


def _faults(validator: jsonschema_rs.Validator, value: Any) -> list[str]:
    return [f"{list(fault.instance_path)}: {fault.message}" for fault in validator.iter_errors(value)]


def _all(made: dict[str, bytes]) -> Iterator[tuple[str, str, Any]]:
    """Path, name of the schema, content."""
    for path, content in made.items():
        name, _, file = path.partition("/")
        if file.startswith("page-"):
            yield path, f"{name}_page", json.loads(content)
        elif name in _LISTS and file != "minimal.json":
            yield path, _LISTS[name], json.loads(content)


def test_every_object_holds_what_hsds_requires_and_no_key_that_it_does_not_know() -> None:
    validators = {name: _validator(name) for name in {*_LISTS.values(), *(f"{name}_page" for name in _LISTS)}}
    made = files(some())
    found = {path: faults for path, name, content in _all(made) if (faults := _faults(validators[name], content))}
    assert not found


def test_the_document_of_the_files_is_openapi_and_names_files_that_are_there() -> None:
    document = json.loads(whole_files()["openapi.json"])
    OpenAPIV31SpecValidator(document).validate()
    for path, told in document["paths"].items():
        pattern = re.escape(path.lstrip("/")).replace(r"\{page\}", r"\d+").replace(r"\{id\}", "[0-9a-f-]{36}")
        assert any(re.fullmatch(pattern, name) for name in whole_files()), path
        assert all(one["in"] == "path" for one in told["get"].get("parameters", ()))


def test_every_record_is_a_service_in_every_form() -> None:
    made, ids = whole_files(), {service_id(record.id) for record in whole().records}
    pages = [json.loads(content) for path, content in made.items() if path.startswith("services/page-")]
    listed = [service["id"] for page in pages for service in page["contents"]]
    assert sorted(listed) == sorted(ids)
    assert {service["id"] for service in json.loads(made["services/minimal.json"])["contents"]} == ids
    lines = made["services.ndjson"].splitlines()
    assert len(lines) == len(ids) >= 417
    for line in lines:
        assert made[f"services/{json.loads(line)['id']}.json"] == line + b"\n"


def test_pages_say_where_they_are() -> None:
    total = len(whole().records)
    pages = [json.loads(whole_files()[f"services/page-{number}.json"]) for number in range(1, total // PAGE_SIZE + 2)]
    assert [page["size"] for page in pages] == [len(page["contents"]) for page in pages]
    assert sum(page["size"] for page in pages) == pages[0]["total_items"] == total
    assert [page["first_page"] for page in pages] == [True] + [False] * (len(pages) - 1)
    assert [page["last_page"] for page in pages] == [False] * (len(pages) - 1) + [True]
    assert f"services/page-{len(pages) + 1}.json" not in whole_files()
    (empty,) = (json.loads(text) for path, text in files(source_of({})).items() if path.startswith("services/page"))
    assert (empty["total_items"], empty["page_number"], empty["size"], empty["empty"]) == (0, 1, 0, True)


def test_lists_hold_no_lists() -> None:
    for page in (json.loads(text) for path, text in whole_files().items() if path.startswith("services/page-")):
        for service in page["contents"]:
            assert not [key for key, value in service.items() if isinstance(value, list)]


def _values(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _values(inner)


def test_nothing_is_empty_and_nobody_is_a_person() -> None:
    for line in whole_files()["services.ndjson"].splitlines():
        service = json.loads(line)
        assert not [value for value in _values(service) if value in ("", None, [], {})]
        assert not service.keys() & {"contacts", "assurer_email"}


def test_terms_are_explained_and_their_codes_are_unique() -> None:
    terms = [json.loads(text) for path, text in whole_files().items() if re.match("taxonomy_terms/[0-9a-f]", path)]
    assert len({term["code"] for term in terms}) == len(terms) == len({term["id"] for term in terms})
    fields = [name for name in WORDS.schema.fields if not WORDS.schema.fields[name].get("description")]
    assert not fields
    assert any(term["code"] == f"{FIELDS}/id" for term in terms)


def test_municipal_names_that_several_municipalities_use_have_been_judged() -> None:
    """One body runs places in several: Värmdö's. Another such name must be looked at by a person before it stands here:
    a bare name of an office may be two offices."""
    known = {"värmdö kommun"}
    where: dict[str, set[tuple[str, ...]]] = {}
    for record in whole().records:
        organiser = record.anordnare or {}
        if organiser.get("driftsform") == "kommun" and "namn" in organiser:
            where.setdefault(organiser["namn"].casefold(), set()).add(record.kommun)
    assert {name for name, places in where.items() if len(places) > 1} == known


def _package(source: Any) -> bytes:
    (content,) = files(source, "hsds-paket").values()
    return content


def test_the_package_is_valid(tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(_package(some()))) as archive:
        archive.extractall(tmp_path)
    with system.use_context(trusted=True):
        report = Package(tmp_path / "datapackage.json").validate()
    assert report.valid, report.flatten(["title", "fieldName", "message"])[:5]
    assert len(report.tasks) == len(TABLES)


def test_the_package_tells_what_the_files_tell() -> None:
    with ZipFile(io.BytesIO(_package(whole()))) as archive:
        rows = {
            name: list(csv.DictReader(io.TextIOWrapper(archive.open(f"{table.file}.csv"), "utf-8", newline="")))
            for name, table in TABLES.items()
        }
    made = [json.loads(line) for line in whole_files()["services.ndjson"].splitlines()]
    assert [row["id"] for row in rows["service"]] == [service["id"] for service in made]
    assert [row["description"] for row in rows["service"]] == [service["description"] for service in made]
    assert len(rows["attribute"]) >= sum(len(service["attributes"]) for service in made)
    assert len(rows["schedule"]) == sum(len(service.get("schedules", ())) for service in made)
    nobody = {row["id"] for row in rows["service"] if row["organization_id"] == NOBODY["id"]}
    assert nobody == {service["id"] for service in made if "organization" not in service}
    assert not any(rows[name] for name in ("contact", "program", "required_document", "metadata"))


def test_equal_records_give_equal_bytes() -> None:
    first, second = (source_of({"smedjan": FULL, "andra": OTHER}) for _ in range(2))
    assert files(first) == files(second)
    assert _package(first) == _package(second)
