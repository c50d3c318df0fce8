"""The schema as text: every field explained and shown, nothing loose, no vocabulary value without words."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its stubs would be one more pin
import jsonschema_rs
from hypothesis import given
from hypothesis import strategies as st

from katalog.browser.search import make_data
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.model import AUTHORED, Catalogue, Record
from katalog.record.schema import Schema, constants, load_schema
from katalog.record.schema_notes import check_annotations
from tests.support import IDAG, SCHEMA_FOLDER

# domain.md marks unchecked claims with [E] and sources with [01]: neither belongs in what readers see.
_MARKS = re.compile(r"\[E\]|\[\d")


def _nodes(node: Any, path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every subschema that describes a value: properties and items at all levels; conditions are left out."""
    yield path, node
    for name, rule in node.get("properties", {}).items():
        yield from _nodes(rule, f"{path}.{name}")
    if "items" in node:
        yield from _nodes(node["items"], f"{path}[]")


def _prose(node: Any, key: str = "") -> Iterator[str]:
    """All texts except patterns, which may look like anything."""
    if isinstance(node, str) and key != "pattern":
        yield node
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _prose(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _prose(value, key)


def test_every_property_has_title_description_and_example(schema: Schema) -> None:
    for path, node in _nodes(schema.full):
        assert node["title"].strip(), path
        assert node["description"].endswith("."), path
        assert path == "$" or constants(node) or node["examples"], path


def test_every_object_is_closed_and_every_text_and_number_bounded(schema: Schema) -> None:
    for path, node in _nodes(schema.full):
        if node["type"] == "object":
            assert node["additionalProperties"] is False, path
        elif node["type"] == "array":
            assert node["minItems"] == 1, path
            assert node["uniqueItems"] is True, path
        elif node["type"] in ("integer", "number"):
            assert {"minimum", "maximum"} <= node.keys(), path
        elif node["type"] == "string":
            assert constants(node) or "pattern" in node, path  # something to read, and no line break where none belongs


def test_every_example_is_valid_against_its_own_subschema(schema: Schema) -> None:
    validator = jsonschema.Draft202012Validator
    for path, node in _nodes(schema.full):
        for example in node.get("examples", ()):
            errors = list(validator(node, format_checker=validator.FORMAT_CHECKER).iter_errors(example))
            assert errors == [], path


def test_pattern_and_format_say_what_they_want(schema: Schema) -> None:
    for path, node in _nodes(schema.full):
        if "pattern" in node or "anyOf" in node:
            assert node["x-fel"].endswith("."), path


def test_editors_say_what_the_command_says_of_a_pattern(schema: Schema) -> None:
    """yaml-language-server (and so VS Code) shows `patternErrorMessage` instead of the pattern."""
    for path, node in _nodes(schema.full):
        assert node.get("patternErrorMessage") == (node["x-fel"] if "pattern" in node else None), path


@given(text=st.text(st.sampled_from("\n\r \u00a0aÖ7?"), max_size=6))
def test_a_text_has_something_to_read_and_a_line_is_one_line(text: str, schema: Schema) -> None:
    for name, fewest in (("namn", 2), ("sammanfattning", 1), ("beskrivning", 1)):
        rule = schema.fields[name]
        broken = name != "beskrivning" and ("\n" in text or "\r" in text)
        readable = sum(character in "aÖ7" for character in text) >= fewest
        told = jsonschema_rs.Draft202012Validator({"pattern": rule["pattern"]}).is_valid(text)
        assert told == (readable and not broken)


def test_vocabulary_values_are_explained(schema: Schema) -> None:
    for path, node in _nodes(schema.full):
        values = constants(node) or []
        for value in values:
            assert value["title"].strip(), path
            assert value["description"].endswith((".", "?")), (path, value["const"])
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value["const"]), (path, value["const"])
        assert len({value["const"] for value in values}) == len(values), path


def test_every_vocabulary_is_used(schema: Schema) -> None:
    files = {path.stem for path in (SCHEMA_FOLDER / "vokabular").glob("*.json")}
    assert files - {"tillganglighet"} == set(schema.vocabularies), "only tillganglighet is an object"


def test_the_schema_is_read_once(tmp_path: Path) -> None:
    """Its folder may go when it is loaded: labels, lists, facets and the search's words come from what was read."""
    shutil.copytree(SCHEMA_FOLDER, tmp_path / "schema")
    schema = load_schema(tmp_path / "schema")
    shutil.rmtree(tmp_path / "schema")
    words = read_vocabularies(schema)
    derived = Derived(catalogue=Catalogue(records=()), idag=IDAG)
    assert make_data(derived, words, ())["index.json"]["facetter"]
    assert words.about("omrade").label == "Område"
    assert check_annotations(schema) == ()


def test_no_working_marks_are_left_in_the_texts(schema: Schema) -> None:
    assert [text for text in _prose(schema.full) if _MARKS.search(text)] == []


def test_schema_can_be_read_by_an_editor_as_it_is(schema: Schema) -> None:
    assert schema.full["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$ref" not in str(schema.full), "everything is put in place for our own readers"


def test_record_has_the_attributes_that_the_schema_has_properties(schema: Schema) -> None:
    assert set(AUTHORED) == set(schema.fields)
    assert set(Record.__slots__) == {"id", "fil", *schema.fields}


def test_every_field_is_in_a_group(schema: Schema) -> None:
    groups = {group["id"] for group in schema.full["x-grupper"]}
    assert {rule["x-grupp"] for rule in schema.fields.values()} == groups
