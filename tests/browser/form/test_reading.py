"""One language, two readers: what the form reads, the command reads as the same data."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from katalog.record.load import load_bytes
from tests.browser.form.conftest import Engine
from tests.browser.form.reading import differences, read_many, samples, share_read
from tests.strategies import near_yaml, yaml_like
from tests.support import CATALOGUE

SAMPLES = samples()


@settings(max_examples=60)
@given(texts=st.lists(st.one_of(near_yaml(SAMPLES), yaml_like), min_size=20, max_size=40))
def test_no_text_is_read_otherwise_than_by_the_command(texts: list[str], engine: Engine) -> None:
    assert list(differences(engine, texts)) == []


def test_nearly_everything_that_loads_is_read(engine: Engine) -> None:
    assert list(differences(engine, SAMPLES)) == []
    assert share_read(engine, SAMPLES) > 0.95
    assert share_read(engine, [path.read_text(encoding="utf-8") for path in CATALOGUE.rglob("*.yml")]) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: Kom till rum\u00a0#3 på plan\u00a0#2", "Kom till rum\u00a0#3 på plan\u00a0#2"),
        ("a: x\u2009#y", "x\u2009#y"),
        ("a: x\t#y", "x"),
        ("a: x\u00a0", "x\u00a0"),
        ("a: x:\u00a0y", "x:\u00a0y"),
        ("a: [Laga och måla möbler, Fika tillsammans klockan 10:30]",
         ["Laga och måla möbler", "Fika tillsammans klockan 10:30"]),
        ("a: [x\u00a0#1, y]", ["x\u00a0#1", "y"]),
        ('a: "en text\n  som bryts\n\n  två gånger"', "en text som bryts\ntvå gånger"),
        ('a: "en text \\\n  som bryts\\\n  \\ igen"', "en text som bryts igen"),
        ("a: 'en text\n  som ''bryts'''", "en text som 'bryts'"),
        ("a: |\n  x", "x"),
        ("a: |\n  x\n", "x\n"),
        ("a: >+\n  x\n\n\nb: 1", "x\n\n\n"),
        ("a: \"\\u00e5\\U0001F600\"", "å\U0001f600"),
    ],
)  # fmt: skip
def test_both_readers_read(text: str, value: Any, engine: Engine) -> None:
    loaded = load_bytes(text.encode(), "x")
    assert loaded.data is not None
    assert loaded.data["a"] == value
    assert engine.call("read", text)["a"] == value


@pytest.mark.parametrize(
    "text",
    [
        "a:\u00a0x", "\u00a0a: x", "a: x\n\u00a0 y", "- a", "a: ]", "a: }x", "a: ,x", "--- a: x", "a: 1\n... : 2",
        "a: [x #y]", "a: [,]", "a: [x,,y]", "a: [-]", "a: [?x]", "a: [:x]", "a: [x: y]", 'a: ["x":y]', "a: - x",
        "-\ta", "a: \"x\ny\"", 'a: "\\ud800"', 'a: "\\x1"', 'a: "\\u202e"', "a: \"x\"#y", "a: \u201dx\u201d",
        "a: x\n  - y", "a: x\n  y: z", "a: >\n    \n  x", "a: >\n  x\n     \n", "<<<<<<< HEAD\na: x", "a: x\n b: y",
        "a: 1\na: 2", "\u200ba: x", "a: x\u200by", '"": x', "a: |x\n  y", "a: &b c", "a: *b", "a: !b c", "? a",
    ],
)  # fmt: skip
def test_what_is_odd_is_refused(text: str, engine: Engine) -> None:
    assert "refused" in read_many(engine, [text])[0]
