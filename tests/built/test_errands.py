"""Five errands of somebody who looks for a place, walked on a small phone: each ends with the asked fact, or a way to
ask for it that exists, on the screen.

Time as it was reckoned when such errands were first tried: 1.3 s a press, 0.4 s a letter, 120 words read a minute.
Words are those that are seen in the page's own part, from its top (or from the section that the link leads to) down to
the end of what is read. Each walk prints its figures: `pytest -rP tests/built/test_errands.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.built.conftest import NewContext

MOST_PRESSES, MOST_WORDS = 4, 150
PRESS_S, LETTER_S, WORDS_A_SECOND = 1.3, 0.4, 120 / 60
_WORDS = """(end) => {
  const top = document.querySelector(location.hash || "main");
  const range = document.createRange();
  range.setStartBefore(top);
  range.setEndAfter(end);
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let words = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isSeen = range.intersectsNode(node) && node.parentElement.checkVisibility() &&
      !node.parentElement.closest(".dold, .sok-dold, script, style");
    if (isSeen) words += (node.textContent.match(/[\\p{L}\\p{N}]+/gu) ?? []).length;
  }
  return words;
}"""


class Walk:
    """One person's way, counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = self.letters = self.words = 0

    def press(self, selector: str) -> None:
        """Read down to something and press it."""
        self.read(selector)
        self.presses += 1
        self.page.locator(selector).first.click()

    def write(self, text: str) -> None:
        """Press the first search field and write; the reader knows the word, so no reading."""
        self.presses += 1
        field = self.page.locator(".sok-stor input[name=q]")
        field.click()
        field.press_sequentially(text)
        self.letters += len(text)

    def send(self) -> None:
        self.presses += 1
        self.page.keyboard.press("Enter")

    def read(self, selector: str) -> None:
        seen = self.page.locator(selector).first
        expect(seen).to_be_visible()
        self.words += self.page.evaluate(_WORDS, seen.element_handle())

    def tell(self, name: str) -> None:
        seconds = PRESS_S * self.presses + LETTER_S * self.letters + self.words / WORDS_A_SECOND
        print(f"{name}: {self.presses} tryck, {self.letters} bokstäver, {self.words} ord, {seconds:.0f} s")


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
