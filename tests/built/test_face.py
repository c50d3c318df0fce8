"""What a reader needs to see a page: edges of fields and buttons, hints in fields, and whole words at twice the text.

WCAG 2.2, 1.4.11 (3:1 for what shows where a control is), 1.4.3 (4.5:1 for text), 1.4.4 (200 %).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.built.asking import settled
from tests.built.conftest import NOON
from tests.built.kinds import kinds_of_page
from tests.sample import some

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
_KINDS_WITH_CONTROLS = ("index", "sok", "bidra", "handlaggare", "min-lista", "verksamhet")
# Contrast of each field's and button's strongest edge, or of its own ground, with what lies around it; and of the hint
# in it with its ground.
_CONTRASTS = """() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const channel = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => [r, g, b].map((c) => channel(c / 255)).reduce((sum, c, i) =>
    sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [high, low] = [light(parts(one)), light(parts(other))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const isClear = (colour) => parts(colour)[3] === 0;
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!isClear(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const told = [];
  const fields = "input:not([type=checkbox], [type=radio], [type=hidden]), select, textarea, button";
  const controls = document.querySelectorAll(fields);
  for (const node of controls) {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    if (!box.width || style.visibility === "hidden") continue;
    const around = ground(node.parentElement);
    const edge = parseFloat(style.borderTopWidth) ? contrast(style.borderTopColor, around) : 0;
    const own = isClear(style.backgroundColor) ? 0 : contrast(style.backgroundColor, around);
    const name = `${node.tagName}.${node.className} ${node.name ?? ""}`;
    const isBare = !edge && !own || node.tagName === "BUTTON" && parts(style.borderTopColor)[3] === 0;
    if (!(isBare && node.tagName === "BUTTON") && Math.max(edge, own) < 3) told.push([name, Math.max(edge, own)]);
    if (node.placeholder) {
      const hint = contrast(getComputedStyle(node, "::placeholder").color, ground(node));
      if (hint < 4.5) told.push([`${name} hint`, hint]);
    }
  }
  return told;
}"""
# Words that stand on two lines without a hyphen between, also where the browser has no Swedish hyphens of its own. A
# letter after a soft hyphen has the hyphen's box first. Left out: tables of figures, and what scripts make of clean
# data, which has the browser's own hyphens alone.
_BROKEN = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
  for (const node of document.querySelectorAll("*")) if (node.style) node.style.hyphens = "manual";
  const broken = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const leftOut = "script, noscript, code, pre, .dold, td, th, [data-formular], [data-sok-yta], [data-vecka], " +
    "[data-matcha], [data-rubrik], [data-gor]";  // the last is an address
  const tops = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter((one) => one.width > 1).map((one) => Math.round(one.top));
  };
  const isApart = (found) => Math.max(...found) - Math.min(...found) > 8;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.checkVisibility()) continue;
    if (node.parentElement.closest(leftOut)) continue;
    if (node.parentElement.closest("[lang]").lang !== "sv") continue;  // other languages: the browser's hyphens
    for (const found of node.data.matchAll(/[\\p{L}\\u00ad]{4,}/gu)) {
      const token = node.data.slice(0, found.index).split(/\\s/).pop() + node.data.slice(found.index).split(/\\s/)[0];
      if (/@|\\w\\.\\w/.test(token)) continue;
      const [start, end] = [found.index, found.index + found[0].length];
      if (!isApart(tops(node, start, end))) continue;
      for (let at = start + 1; at < end; at += 1) {
        if (node.data[at - 1] === "\\u00ad" || node.data[at] === "\\u00ad") continue;
        const pair = [tops(node, at - 1, at).at(-1), tops(node, at, at + 1).at(-1)];
        if (isApart(pair.filter((one) => one !== undefined))) broken.push(found[0].replaceAll("\\u00ad", ""));
      }
    }
  }
  return [...new Set(broken)];
}"""


@pytest.fixture(params=SCHEMES)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        color_scheme=request.param,
        timezone_id="Europe/Stockholm",
        locale="sv-SE",
        viewport={"width": 360, "height": 740},
    )
    context.clock.set_fixed_time(NOON)
    yield context.new_page()
    context.close()


def test_edges_and_hints_can_be_seen(page: Page, built: Path, address: str) -> None:
    kinds = {kind: path for kind, path in kinds_of_page(built).items() if kind.startswith(_KINDS_WITH_CONTROLS)}
    wrong: dict[str, Any] = {}
    for kind, path in {**dict(some(kinds.items(), 2)), "results": "sok/?q=snickeri&omrade=farsta"}.items():
        _open(page, address + path)
        wrong[kind] = page.evaluate(_CONTRASTS)
    assert {kind: found for kind, found in wrong.items() if found} == {}


def test_no_word_breaks_anywhere_at_twice_the_text(browser: Browser, built: Path, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="sv-SE")
    page = context.new_page()
    broken = {}
    for kind, path in some(kinds_of_page(built).items(), 4):
        if "flyttad" in kind:
            continue
        _open(page, address + path)
        broken[kind] = page.evaluate(_BROKEN)
    context.close()
    assert {kind: words for kind, words in broken.items() if words} == {}


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    if "/sok/" in address:
        settled(page)
