"""The form's writer on many more texts than each change can wait for."""

from __future__ import annotations

from itertools import cycle

from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.record.emit import emit_record
from katalog.record.load import load_bytes
from katalog.record.schema import Schema
from tests.browser.form.conftest import Engine, engine  # noqa: F401  # a fixture
from tests.browser.form.writing import as_the_form_keeps_it, filled
from tests.strategies import awkward_texts


@settings(max_examples=3000)
@given(texts=st.lists(awkward_texts.map(as_the_form_keeps_it).filter(bool), min_size=4, max_size=12))
def test_any_text_survives_in_any_field(texts: list[str], engine: Engine, schema: Schema) -> None:  # noqa: F811
    data = filled(schema.full, cycle(texts))
    written = engine.call("write", data)
    assert load_bytes(written.encode(), "x").data == data
    assert engine.call("read", written) == data
    assert emit_record(data, schema) == written
