"""The head of every page, with and without a script: nothing in it lies over anything else, at any width."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.built.conftest import NOON

ADDRESSES = ("", "sok/", "stadsdel/farsta/", "ar/", "fi/")
WIDTHS = (320, 360, 480, 768, 1280)
# Words, drawings and fields of the head that are seen, each with its place; what only is heard is left out.
_PLACES = """() => {
  const isClipped = (one) =>
    one !== null && (getComputedStyle(one).clipPath !== "none" || isClipped(one.parentElement));
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && !isClipped(one);
  const place = (said, { left, right, top, bottom }) => ({ said, left, right, top, bottom });
  const found = [...document.querySelectorAll(".sidhuvud :is(svg, input)")].filter(shown)
    .map((one) => place(one.id || one.tagName, one.getBoundingClientRect()));
  const walker = document.createTreeWalker(document.querySelector(".sidhuvud"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    found.push(place(node.data.trim(), range.getBoundingClientRect()));
  }
  return found;
}"""


def _lie_over(one: dict[str, Any], other: dict[str, Any]) -> bool:
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > 1 and down > 4)  # lines of text have air above and below


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_in_the_head_lies_over_anything(width: int, script: bool, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740}, java_script_enabled=script)
    if script:
        context.clock.set_fixed_time(NOON)
    page = context.new_page()
    for at in ADDRESSES:
        page.goto(f"{address}{at}")
        found = page.evaluate(_PLACES)
        over = [(a["said"], b["said"]) for n, a in enumerate(found) for b in found[n + 1 :] if _lie_over(a, b)]
        assert over == [], at
        assert max(one["right"] for one in found) <= width, at
    context.close()
