"""Two more errands of a caseworker, walked on a desk's screen within a minute: who lacks what, and what a place in
another district costs and who pays.

Time as in `test_desk`: 230 words read a minute, 1.3 s a press. Each walk prints its figures:
`pytest -rP tests/built/test_desk_errands.py`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.walk import Walk
from tests.sample import by_turns, some

MOST_SECONDS = 60


@pytest.fixture
def walk(new_context: NewContext, address: str) -> Walk:
    """She knows the menu, and reads from the top of each page."""
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address)
    walk = Walk(page, words_a_minute=230)
    walk.tap("nav a[href*='handlaggare/']")
    expect(page.locator("main h1")).to_contain_text("handläggare")
    return walk


def test_who_lacks_something_for_the_young_in_treatment(walk: Walk) -> None:
    """H5: what stands out, in words, above the table: in all eleven districts nothing is known."""
    walk.press("main a[href$='behov-och-utbud/']")
    said = walk.page.locator("main li", has_text="I alla 11 stadsdelar känner vi ingen verksamhet som möter behovet")
    expect(said).to_contain_text("Under 25 i missbruksbehandling")
    walk.read("main li a[href*='unga-beroende']")
    walk.tell("H5")
    assert walk.seconds < MOST_SECONDS


def test_what_a_place_in_another_district_costs_and_who_pays(walk: Walk) -> None:
    """H6: who pays, and what is known of prices, with years; then what to ask."""
    walk.press("main a[href*='priser/']")
    box = walk.page.locator("main .ruta-ljus")
    expect(box).to_contain_text("Den stadsdel som använder platsen ska betala den.")
    expect(box).to_contain_text("Stockholm 2012")
    walk.read("main a[href='#fraga']")
    walk.tell("H6")
    assert walk.seconds < MOST_SECONDS


@pytest.mark.parametrize(
    ("name", "scheme"),
    by_turns(
        some(["", "beslut/lss/", "priser/", "kedjor/", "blanketter/uppfoljning/", "plats/", "../natverk/"], 2),
        ["light", "dark"],
    ),
)
def test_the_pages_are_accessible(name: str, scheme: str, new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme).new_page()
    page.goto(f"{address}handlaggare/{name}")
    assert_clean(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
