"""A town far from here: who looks for something there is told that the catalogue does not reach it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

_FOUND = "(text) => motor.search(text).docs.length"


@pytest.mark.parametrize(
    "question", ["kafé i malmö", "snickeri göteborg", "träffpunkt Umeå", "Luleås kafé", "orebro kafe"]
)
def test_nothing_here_answers_for_a_town_far_away(engine: Page, question: str) -> None:
    assert engine.evaluate(_FOUND, question) == 0


@pytest.mark.parametrize("question", ["kafé", "flyttat från malmö, kafé", "kafé i malmö eller farsta"])
def test_where_one_comes_from_and_a_place_beside_it_take_nothing_away(engine: Page, question: str) -> None:
    assert engine.evaluate(_FOUND, question)


def test_a_town_is_corrected_into_nothing(engine: Page) -> None:
    assert engine.evaluate("() => motor.search('fritidsgård kalmar').near") == []
    assert engine.evaluate("() => motor.search('fritidsgård kalmar').away") == ["kalmar"]
