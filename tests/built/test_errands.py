"""Five errands of somebody who looks for a place, walked on a small phone: each ends with the asked fact, or a way to
ask for it that exists, on the screen.

Time as it was reckoned when such errands were first tried: 1.3 s a press, 0.4 s a letter, 120 words read a minute.
Words are those that are seen in the page's own part, from its top (or from the section that the link leads to) down to
the end of what is read. Each walk prints its figures: `pytest -rP tests/built/test_errands.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.built.conftest import NewContext
from tests.built.walk import Walk

MOST_PRESSES, MOST_WORDS = 4, 150


def _wood_in_farsta(walk: Walk) -> None:
    walk.write("snickra farsta")
    walk.send()
    walk.press("main [data-verksamhet] a")
    walk.read("#kontakt ~ .vagen-dit")


def _coffee_tonight(walk: Walk) -> None:
    walk.write("fika ikväll skärholmen")
    walk.send()
    walk.press("main [data-verksamhet] a")
    walk.read("#kontakt ~ .vagen-dit")


def _afraid_for_money(walk: Walk) -> None:
    walk.write("sjukersättning")
    walk.send()
    walk.press("main a[href*='pengarna/']")
    expect(walk.page.locator(":target")).to_be_visible()
    walk.read(":target ~ p, :target ~ ul, :target ~ dl")


def _does_not_know_what(walk: Walk) -> None:
    for _ in range(4):
        walk.press("main a[href*='hitta-ratt/']")
    walk.read("main a[href*='/verksamhet/']")


def _is_it_still_open(walk: Walk) -> None:
    walk.write("rondellen")
    walk.press("[role=option]")
    walk.read(".tillit")
    walk.read("#kontakt ~ .vagen-dit")


@pytest.mark.parametrize(
    "errand", [_wood_in_farsta, _coffee_tonight, _afraid_for_money, _does_not_know_what, _is_it_still_open],
    ids=lambda errand: errand.__name__.strip("_"),
)  # fmt: skip
def test_an_errand_is_finished(errand: Callable[[Walk], None], new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(address)
    walk = Walk(page)
    errand(walk)
    walk.tell(errand.__name__.strip("_"))
    assert walk.presses <= MOST_PRESSES
    assert walk.words <= MOST_WORDS
