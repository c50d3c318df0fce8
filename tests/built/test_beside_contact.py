"""On a desk a record's text rises beside how to get in touch, and nothing of it lies over that."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from katalog.record.model import Catalogue
from tests.built.conftest import NOON

WIDTHS = (800, 960, 1280, 1600)
SAMPLE = 12
# What lies over the block: words of others, and the line above a heading; and how far up the first section begins.
_SEEN = """() => {
  const block = document.querySelector(".del-kontakt"), edge = block.getBoundingClientRect();
  const lies = ({ left, right, top, bottom }) => Math.min(right, edge.right) - Math.max(left, edge.left) > 1
    && Math.min(bottom, edge.bottom) - Math.max(top, edge.top) > 1;
  const over = [...document.querySelectorAll(".post .del > h2")].filter((one) => lies(one.getBoundingClientRect()))
    .map((one) => one.textContent);
  const walker = document.createTreeWalker(document.querySelector(".post"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || block.contains(node) || !node.parentElement.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    if ([...range.getClientRects()].some(lies)) over.push(node.data.trim());
  }
  return { over, block: edge, first: document.querySelector(".post > .del").getBoundingClientRect().top,
    about: document.querySelector(".post-om").getBoundingClientRect().bottom };
}"""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_lies_over_the_contact(width: int, browser: Browser, address: str, catalogue: Catalogue) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.clock.set_fixed_time(NOON)
    page = context.new_page()
    living = [record.id for record in catalogue.records if not (record.is_closed or record.forebild)]
    for identifier in living[:: len(living) // SAMPLE]:
        page.goto(f"{address}verksamhet/{identifier}/")
        seen: dict[str, Any] = page.evaluate(_SEEN)
        assert seen["over"] == [], identifier
        if seen["block"]["left"] > width / 3:
            assert seen["about"] <= seen["first"] < max(seen["about"], seen["block"]["bottom"]) + 80, identifier
    context.close()
