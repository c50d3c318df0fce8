"""What is understood carries the answer, whatever stands beside it that nobody knows; a misspelt word is read as the
word that is spelt most like it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

_ALIKE = "(texts) => texts.map((text) => motor.search(text).docs.slice(0, 5).map((doc) => ids[doc]).join())"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("slutat drika", "slutat dricka"),
        ("personligt onbud", "personligt ombud"),
        ("teatrar", "teater"),
        ("nyktra", "nykter"),
    ],
)
def test_read_as(engine: Page, written: str, meant: str) -> None:
    found, wanted = engine.evaluate(_ALIKE, [written, meant])
    assert found == wanted != ""


@pytest.mark.parametrize(
    "question", ["dikter i byrålådan", "inkasso, vågar inte öppna breven", "en drejskiva i taklampan"]
)
def test_a_known_wish_stands_beside_words_that_nobody_knows(engine: Page, question: str) -> None:
    assert engine.evaluate("(text) => motor.search(text).docs.length", question) > 0


@pytest.mark.parametrize("question", ["byrålåda i taklampan", "tandläkare och dikter"])
def test_but_nothing_else_does(engine: Page, question: str) -> None:
    """An errand that belongs elsewhere is no small word."""
    assert engine.evaluate("(text) => motor.search(text).docs.length", question) == 0
