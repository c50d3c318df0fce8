"""How the caseworker's table looks on a desk's screen: no word is broken, an address may be, and all columns are in
sight."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.built.conftest import NewContext

STATE = "handlaggare/matcha/#hemma=bromma&alder-ar=24&malgrupp=autism&beslut=lss&timmar=10&inriktning=data-it"
WIDE = "handlaggare/matcha/#hemma=bromma&alder-ar=24&malgrupp=autism&beslut=lss"
_BROKEN = r"""() => {
  const broken = [];
  for (const cell of document.querySelectorAll(".matcha-tabell :is(td, th), .matcha-vecka th")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of node.textContent.matchAll(/\p{L}+/gu)) {
        const address = new RegExp(`${word}[.@/]\\p{L}|[.@/]${word}`, "u");
        if (address.test(node.parentNode.textContent)) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
      }
    }
  }
  return broken;
}"""


def test_no_word_of_the_table_is_broken(new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(address + STATE)
    page.locator("summary", has_text="Dagar och tider").click()
    expect(page.locator(".matcha-tabell").first).to_be_visible()
    assert page.evaluate(_BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 1280


def test_paper_gets_every_row_and_the_week_stays_in_its_frame(new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(address + WIDE)
    page.locator("summary", has_text="Dagar och tider").click()
    rows = page.locator(".matcha-tabell tbody tr")
    expect(rows).to_have_count(40)
    assert page.locator(".matcha-vecka").evaluate("(e) => e.scrollWidth <= e.parentElement.clientWidth")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    found = [int(number) for number in re.findall(r"\d+", page.locator(".matcha-antal-rad").inner_text())]
    expect(rows).to_have_count(sum(found))
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(rows).to_have_count(40)


@pytest.mark.parametrize("width", [1280, 1920])
def test_every_column_is_in_sight(width: int, new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(address + WIDE)
    expect(page.locator(".matcha-tabell")).to_have_count(2)
    rooms = page.locator(".matcha-rulle").evaluate_all("(all) => all.map((e) => [e.scrollWidth, e.clientWidth])")
    assert all(needed <= room for needed, room in rooms), rooms
    heads = page.locator(".matcha-tabell thead th").evaluate_all("(all) => all.map((e) => e.offsetHeight)")
    assert max(heads) <= 46
    assert page.locator(".matcha-ta .stjarna").first.evaluate("(e) => [e.offsetWidth, e.offsetHeight]") == [44, 44]
