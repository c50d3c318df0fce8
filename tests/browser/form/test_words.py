"""Whoever fills in the form has never seen a file: no message names a field by its key or tells how to mend a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from katalog.browser import form_words
from katalog.browser.form import engine_data
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.load import load_bytes
from katalog.record.schema import Schema
from tests.browser.form.conftest import Engine
from tests.browser.form.steps import go_on
from tests.browser.form.test_engine import LOADABLE
from tests.support import IDAG

_PLACES = re.compile(r"\{(\w+)\}")
# How a file is written, and what one is made of.
_OF_FILES = re.compile(
    r"citattecken|indrag|fältguid|mallen\b|YAML|\btrue\b|\bfalse\b|\bpost(en)?s? id\b|katalog (validate|new)"
    r"|- framför|\braden\b|\bFältet\b|\bstatus: |[a-zåäö]_[a-zåäö]"
)


def _texts(node: Any) -> Iterator[str]:
    """The help and the cures of the schema."""
    for key, part in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if key in ("x-fel", "description") and isinstance(part, str):
            yield part
        elif key != "examples":
            yield from _texts(part)


def test_only_words_that_there_are_are_said_in_another_way(schema: Schema) -> None:
    data = engine_data(read_vocabularies(schema))
    pairs = [(data["texter"], form_words.SCHEMA), (data["typer"], form_words.TYPES)]
    pairs += [(data["identitet"], form_words.IDENTITY)]
    pairs += [(data["regler"][name], texts) for name, texts in form_words.RULES.items()]
    for usual, own in pairs:
        assert own.keys() <= usual.keys()
        for name, text in own.items():
            assert set(_PLACES.findall(text)) <= set(_PLACES.findall(usual[name])), name
            assert text != usual[name], f"{name} need not be said twice"


def test_no_text_of_the_form_speaks_of_files(form_words: dict[str, Any]) -> None:
    told = [*form_words["texter"].values(), *form_words["typer"].values()]
    told += [text for texts in form_words["regler"].values() for text in texts.values()]
    told += form_words["identitet"].values()
    told += _texts(form_words["regel"])
    assert [text for text in told if _OF_FILES.search(_PLACES.sub("", text))] == []


def _keys(node: Any) -> Iterator[str]:
    for name, part in node.get("properties", {}).items():
        yield name
        yield from _keys(part)
    if "items" in node:
        yield from _keys(node["items"])


def test_every_fault_of_every_case_is_told_without_keys(page_engine: Engine, schema: Schema) -> None:
    machine = {key for key in _keys(schema.full) if "_" in key}
    seen = 0
    for case in LOADABLE:
        data = load_bytes(case.read_bytes(), "x").data
        own = sorted(set(_written(data)), key=len, reverse=True)
        for fault in page_engine.call("check", data, {"id": "fall", "ids": ["fall", "granne"], "today": IDAG}):
            seen += 1
            told = fault["message"]
            for text in own:  # what stands in the record may be shown as it stands
                told = told.replace(text, "")
            assert not _OF_FILES.search(told), (case.name, fault["message"])
            assert not set(re.findall(r"\w+", told)) & machine, (case.name, fault["message"])
    assert seen > 80


def _written(value: Any) -> Iterator[str]:
    """Every text of a record, and the keys that no field has."""
    if isinstance(value, str):
        yield value
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from [key] if isinstance(key, str) else []
        yield from _written(part)


@pytest.mark.parametrize("title", ["Typ av insats", "Namn", "Sammanfattning"])
def test_a_missing_answer_is_asked_for_by_its_title(title: str, page: Page, address: str, schema: Schema) -> None:
    titles = {node["title"] for node in schema.fields.values()}
    page.goto(f"{address}bidra/formular/")
    go_on(page)
    told = page.locator(".felruta a").all_inner_texts()
    assert all(re.match(rf"({'|'.join(map(re.escape, titles))}): Fyll i ", text) for text in told)
    if title in titles:
        expect(page.locator(".felruta a").filter(has_text=f"Fyll i {title}.")).to_have_count(1)


def test_cures_are_for_the_form(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-hur")
    phone = page.get_by_label("Telefon", exact=True)
    phone.fill("ring oss")
    phone.blur()
    expect(page.locator(".har-fel")).to_contain_text("passar inte i Telefon. Skriv siffror, mellanslag och bindestreck")
    expect(page.locator(".har-fel")).not_to_contain_text("citattecken")
