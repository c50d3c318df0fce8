"""What the form writes is read back as what was meant, by the command and by the form, and stands as the command
would write it."""

from __future__ import annotations

from itertools import cycle
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from katalog.record.emit import emit_record
from katalog.record.load import load_bytes
from katalog.record.schema import Schema
from tests.browser.form.conftest import Engine
from tests.browser.form.steps import result_of
from tests.browser.form.writing import as_the_form_keeps_it, filled
from tests.strategies import awkward_texts

LONG = (
    "Det här är en lång rad med många ord som går långt över hundra tecken och som ingen bryter, inte ens den som vill."
)
TEXTS = {
    "list in a list": f"Vi gör:\n- möbler\n  - {LONG}\n  - två\n- mat",
    "spaces first": f"   {LONG}\n  {LONG}",
    "spaces last": f"{LONG} \n{LONG}  ",
    "a break last": f"{LONG}\n\n",
    "a break first": f"\n\n{LONG}",
    "comment": f"{LONG} #2 och # 3: så",
    "tab": f"{LONG}\n\t{LONG}\tslut",
    "carriage return": f"{LONG}\r\n{LONG}\r{LONG}",
    "long word": f"{LONG} {'x' * 300} {LONG}",
    "emoji in a long word": f'{LONG} "{"x" * 90}\U0001f469\u200d\U0001f373{"x" * 20}',
    "printed quotes": "”Trappan”",
    "mark after a break": f"{LONG}\n\u0301 {LONG}\t\u0327\u0301x",
    "another space first": f"\u00a0{LONG}",
    "mark of a merge": f"<<<<<<< {LONG}",
    "an emoji at the fold": f"{'x' * 60}\n50 % \U0001f469\u200d\U0001f373 {'x' * 12}",
    "day and time": "2026-1-2 9:05:00",
    "a number too large": "1e999",
    "end of a document": f"{LONG}\n...\n---\n{LONG}",
}


def _assert_whole(data: dict[str, Any], written: str, engine: Engine, schema: Schema) -> None:
    loaded = load_bytes(written.encode(), "x")
    assert loaded.data == data
    assert not loaded.problems
    assert engine.call("read", written) == data
    assert emit_record(data, schema) == written


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_this_kind_survives_in_every_field(name: str, engine: Engine, schema: Schema) -> None:
    data = filled(schema.full, cycle([TEXTS[name]]))
    assert len(str(data).split(repr(TEXTS[name])[1:-1])) > 60, "every field that may hold a text holds this one"
    _assert_whole(data, engine.call("write", data), engine, schema)


@settings(max_examples=40)
@given(texts=st.lists(awkward_texts.map(as_the_form_keeps_it).filter(bool), min_size=4, max_size=12))
def test_any_text_survives_in_any_field(texts: list[str], engine: Engine, schema: Schema) -> None:
    data = filled(schema.full, cycle(texts))
    _assert_whole(data, engine.call("write", data), engine, schema)


def test_a_list_in_a_list_is_sent_as_it_was_typed(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/?post=framja#steg-vad-2")
    page.get_by_label("Beskrivning", exact=True).fill(TEXTS["list in a list"])
    page.get_by_role("button", name="Granska och skicka").click()
    data = load_bytes(result_of(page).encode(), "x").data
    assert data is not None
    assert data["beskrivning"] == TEXTS["list in a list"]
