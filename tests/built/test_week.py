"""A caseworker asks what can be combined on Tuesdays (H3 of the trials, where the pages had no hours and there was no
week to plan), on the real site.

Time as in `test_errands`, but for somebody at work: 230 words read a minute. She knows where the person goes already
and what the menus are called; she reads what she presses, the names and hours of what is offered, and of what she takes
all that is said of it, and the Tuesday that it makes. The figures are printed: `pytest -rP tests/built/test_week.py`.
"""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.walk import Walk

MOST_SECONDS = 60


class Caseworker(Walk):
    """Reads what she presses."""

    def press_on(self, target: Locator) -> None:
        self.read_on(target)
        self.presses += 1
        target.first.click()

    def read_on(self, seen: Locator) -> None:
        expect(seen.first).to_be_visible()
        only_heard = seen.locator(".dold").all_inner_texts()
        self.words += len(" ".join(seen.all_inner_texts()).split()) - len(" ".join(only_heard).split())


def test_what_can_be_combined_on_tuesdays(new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(address)
    walk = Caseworker(page, words_a_minute=230)
    walk.write("kastanjegården")
    walk.send()
    card = page.locator("main [data-verksamhet=kastanjegarden-hokarangen]")
    walk.read_on(card.locator("h3"))
    walk.press_on(card.get_by_role("button", name="Spara"))
    walk.press_on(page.get_by_role("link", name="Min lista (1)"))
    walk.press_on(page.get_by_role("link", name="Gör en veckoplan"))
    walk.press_on(page.get_by_role("button", name="Fyll lediga timmar"))
    walk.presses += 2
    page.get_by_label("När", exact=True).select_option("Tisdag (8–22)")
    offered = page.locator(".vecka-forslag > li")
    expect(offered).to_have_count(5)
    walk.read_on(offered.first)
    for place in range(1, 5):
        walk.read_on(offered.nth(place).locator("h3"))
        walk.read_on(offered.nth(place).locator("h3 + p"))
    assert all(text.startswith("Tisdag ") for text in offered.locator("h3 + p").all_inner_texts())
    walk.read_on(page.locator("summary", has_text="har öppet på tisdagar"))
    name = offered.first.locator("h3").inner_text()
    walk.presses += 1
    offered.first.get_by_role("button", name="Lägg till i veckan").click()
    tuesday = page.locator(".vecka-dagar > li", has=page.get_by_role("heading", name=re.compile("^Tisdag")))
    expect(tuesday).to_contain_text(name)
    expect(tuesday).not_to_contain_text("Krock")
    walk.read_on(tuesday)
    walk.tell("H3 i veckoplanen")
    assert walk.seconds < MOST_SECONDS
    assert_clean(page)
