"""The search itself in Chromium: the words agree with Python's, and the right records come first."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.support import CASES

WORDS: dict[str, Any] = json.loads((CASES / "sok/ord.json").read_text(encoding="utf-8"))
RANKING: list[dict[str, Any]] = yaml.safe_load((CASES / "sok/rankning.yml").read_text(encoding="utf-8"))
TOP = 5


def test_words_are_the_same_in_the_browser(engine: Page) -> None:
    stems = engine.evaluate(
        "(groups) => groups.map((g) => g.map((w) => ord.stem(ord.words(w)[0])))", WORDS["samma_stam"]
    )
    assert [group for group in stems if len(set(group)) > 1] == []
    others = engine.evaluate(
        "(pairs) => pairs.map((p) => p.map((w) => ord.stem(ord.words(w)[0])))", WORDS["olika_stam"]
    )
    assert [pair for pair in others if pair[0] == pair[1]] == []
    for text, words in WORDS["ord"]:
        assert engine.evaluate("(text) => ord.words(text)", text) == words
    for word, plain in WORDS["utan_prickar"]:
        assert engine.evaluate("(word) => ord.plain(ord.words(word)[0])", word) == plain
    for a, b, limit, steps in WORDS["avstand"]:
        assert engine.evaluate("([a, b, limit]) => ord.distance(a, b, limit)", [a, b, limit]) == steps


@pytest.mark.parametrize("case", RANKING, ids=lambda case: case["fraga"])
def test_ranking(engine: Page, case: dict[str, Any]) -> None:
    found: list[str] = engine.evaluate(
        "(text) => motor.search(text).docs.filter((doc) => doc < index.antal).map((doc) => ids[doc])", case["fraga"]
    )
    if case.get("inget"):
        assert found == []
        return
    missing = [record for record in case.get("forst", ()) if record not in found[: case.get("bland", TOP)]]
    assert not missing, found[:10]
    assert [record for record in case.get("med", ()) if record not in found] == []
    assert [record for record in case.get("aldrig", ()) if record in found] == []
