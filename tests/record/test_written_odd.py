"""What is written is read back: texts that another reader, or another line, would take for something else."""

from __future__ import annotations

import pytest

from katalog.edit.layout import format_record
from katalog.record.emit import emit_record
from katalog.record.load import load_bytes
from katalog.record.problem import number_text
from katalog.record.schema import Schema

ODD = {
    "a mark after a break": "en rad\n\u0301 till",
    "a mark after a tab": "\t\u0316\u0301x",
    "a mark after an escaped backslash": "\t\\\u0301",
    "a joined letter after a backslash": "\t\\\u0144",
    "a space of another kind": "\u00a0namn",
    "a mark of a merge": "<<<<<<< namn",
    "only the mark of a merge": "=======",
    "a number that is too large": "1e999",
    "more digits than a number keeps": "9007199254740993",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_as_a_value_and_as_a_name_it_comes_back(text: str, schema: Schema) -> None:
    data = {"namn": text, "x": {"y": 1, text: [text]}, text: text}
    written = emit_record(data, schema)
    loaded = load_bytes(written.encode(), "x")
    assert (loaded.data, loaded.problems) == (data, ())
    assert format_record(written.encode(), "x", schema) == (written.encode(), ())


def test_an_emoji_is_not_parted_where_a_short_description_would_be_folded(schema: Schema) -> None:
    data = {"beskrivning": f"{'x' * 60}\n50 % \U0001f469\u200d\U0001f373 {'x' * 12}"}
    assert load_bytes(emit_record(data, schema).encode(), "x").data == data


@pytest.mark.parametrize(
    ("number", "text"),
    [(3, "3"), (3.5, "3.5"), (1e3, "1000"), (1.5e16, "15000000000000000"), (1e21, "1e+21"), (1e300, "1e+300"),
     (0.00001, "0.00001"), (-1.5e-7, "-1.5e-7"), (1e-7, "1e-7")],
)  # fmt: skip
def test_a_number_is_shown_as_a_browser_shows_it(number: float, text: str) -> None:
    assert number_text(number) == text
