"""How pages read, measured: what is quiet, ranks of headings, air between what belongs together, words on the map."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.built.asking import settled
from tests.built.conftest import NOON
from tests.kept_page import KeptPage

PHONE, DESK = 360, 1280
RECORDS = ("aktivitetshuset-sodermalm", "nytorgsverkstan", "fountain-house-stockholm")
WITH_LEAD = ("for-dig/", "anhorig/", "forsta-gangen/")
LIST = "stadsdel/sodermalm/"
_QUIET = 0.20  # of a record's letters: where it is said, and of which year
_RANK = 1.15  # a heading beside the one below it
_LEAST_ON_LAND = 7.0  # WCAG 2.2, 1.4.6: the map's words are small and lie on strong colours
# The share of letters in the quiet colour, of what is seen.
_SHARE = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--text-svag)";
  const quiet = getComputedStyle(probe).color;
  probe.remove();
  const walker = document.createTreeWalker(document.querySelector(".innehall"), NodeFilter.SHOW_TEXT);
  let [all, found] = [0, 0];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement, said = node.data.trim();
    if (!said || !at.checkVisibility({ visibilityProperty: true }) || at.closest(".dold, script")) continue;
    all += said.length;
    if (getComputedStyle(at).color === quiet) found += said.length;
  }
  return found / all;
}"""
_LABELS = """() => [...document.querySelectorAll(".falt:not(.falt-kort) > dt:not(.dold)")]
  .filter((one) => one.checkVisibility())
  .map((label) => {
    const value = label.nextElementSibling, [own, its] = [label, value].map((one) => getComputedStyle(one));
    return { said: label.textContent, isInk: own.color === its.color, weight: Number(own.fontWeight),
      size: parseFloat(own.fontSize) - parseFloat(its.fontSize),
      gap: value.getBoundingClientRect().top - label.getBoundingClientRect().bottom };
  })"""
_SIZES = "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
_LEAD = """() => {
  const heading = document.querySelector("h1"), lead = document.querySelector("h1 + p");
  return { gap: lead.getBoundingClientRect().top - heading.getBoundingClientRect().bottom,
    size: parseFloat(getComputedStyle(lead).fontSize), text: parseFloat(getComputedStyle(document.body).fontSize) };
}"""
# Each card's facts that are seen, as boxes, the letters of its last line, and the kinds of its lines.
_CARDS = """() => [...document.querySelectorAll(".kort")].filter((one) => one.checkVisibility()).map((card) => {
  const told = card.querySelector(".tillit-text"), range = document.createRange();
  range.selectNodeContents(told);
  const rows = [...card.querySelectorAll("p ~ .kort-fakta > div")].map((one) => one.getBoundingClientRect())
    .filter((one) => one.height > 2).map(({ top, bottom }) => [top, bottom]);
  const kind = (one) => ["fontSize", "color"].map((part) => getComputedStyle(one)[part]).join(" ");
  return { said: card.textContent.trim().slice(0, 30), rows,
    kinds: [...new Set([...card.querySelectorAll(":scope > p:not(.tillit), dd, .tillit-text")].map(kind))],
    foot: card.getBoundingClientRect().bottom - range.getBoundingClientRect().bottom };
})"""
# Each district's weights, and the contrast of its words with its land.
_LANDS = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const channel = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const light = (colour) => parts(colour).slice(0, 3).reduce((sum, c, i) =>
    sum + channel(c / 255) * [0.2126, 0.7152, 0.0722][i], 0);
  return [...document.querySelectorAll(".karta .land")].map((land) => {
    const words = [...land.querySelectorAll(".land-namn, .land-antal")].map((one) => getComputedStyle(one));
    const ground = light(getComputedStyle(land.querySelector("path")).fill), ink = light(words[0].color);
    return { said: land.textContent.trim(), weights: words.map((one) => Number(one.fontWeight)),
      contrast: (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05) };
  });
}"""
# About as wide as the bold letters of most phones, where the test's own machine has the widest of fonts.
_AS_MOST = "() => { document.querySelector('.sajtnamn').style.letterSpacing = '-0.12em'; }"
_WORDS = """() => [...document.querySelectorAll(".sajtnamn span")].flatMap((part) => [...part.childNodes])
  .filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()).map((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [node.data.trim(), new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size];
  })"""
# Pixels without anything in a hit, between what stands above its foot and the foot.
_EMPTY = """() => [...document.querySelectorAll(".sok-traffar > .kort")].map((card) => {
  const above = [...card.children].filter((one) => !one.matches(".tillit, .stjarna"));
  const low = Math.max(...above.map((one) => one.getBoundingClientRect().bottom));
  return card.querySelector(".tillit").getBoundingClientRect().top - low;
})"""


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_record_is_read_in_ink(width: int, kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(width) as page:
        for name in RECORDS:
            page.goto(f"{address}verksamhet/{name}/")
            page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true; })")
            assert 0 < page.evaluate(_SHARE) <= _QUIET, name


def test_a_label_is_seen_as_one_and_stands_off_its_value(kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(PHONE) as page:
        for name in RECORDS:
            page.goto(f"{address}verksamhet/{name}/")
            labels: list[dict[str, Any]] = page.evaluate(_LABELS)
            assert len(labels) > 3
            for label in labels:
                assert (label["isInk"], label["size"], label["weight"]) == (True, 0, 700), label
                assert 3 <= label["gap"] <= 8, label


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_headings_of_two_ranks_look_like_two(width: int, kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(width) as page:
        page.goto(f"{address}verksamhet/{RECORDS[0]}/")
        section, part = (page.locator(f".del:not(.del-kontakt) > {rank}").evaluate_all(_SIZES) for rank in ("h2", "h3"))
        (text,) = page.locator("body").evaluate_all(_SIZES)
    assert min(section) >= _RANK * max(part)
    assert min(part) > text


@pytest.mark.parametrize("path", WITH_LEAD)
def test_the_first_words_of_a_page_stand_below_its_name(path: str, kept_page: KeptPage, address: str) -> None:
    for width in (PHONE, DESK):
        with kept_page.lent(width) as page:
            page.goto(address + path)
            lead = page.evaluate(_LEAD)
            assert lead["gap"] <= 20
            assert lead["size"] >= _RANK * lead["text"]


@pytest.mark.parametrize("width", [320, PHONE])
def test_a_card_has_three_kinds_of_line_with_air_between(width: int, kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(width) as page:
        page.goto(address + LIST)
        page.locator(".stjarna").first.wait_for()
        cards: list[dict[str, Any]] = page.evaluate(_CARDS)
    assert len(cards) > 10
    for card in cards:
        assert len(card["kinds"]) <= 3, card
        assert card["foot"] >= 8, card
        lines = [(above[1], below[0]) for above, below in pairwise(card["rows"])]
        assert [below - above for above, below in lines if not 5 <= below - above <= 10] == [], card["said"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_on_the_map_are_bold_and_dark_on_their_land(scheme: Any, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": PHONE, "height": 740}, color_scheme=scheme)
    page.goto(f"{address}stadsdel/")
    lands: list[dict[str, Any]] = page.evaluate(_LANDS)
    page.close()
    assert len(lands) == 11
    for land in lands:
        name, count = land["weights"]
        assert name >= 600 > count, land
        assert land["contrast"] >= _LEAST_ON_LAND, land


@pytest.mark.parametrize(("path", "width"), [(LIST, 320), (LIST, PHONE), ("ar/", PHONE)])
def test_the_name_in_the_head_is_parted_between_its_words(
    path: str, width: int, kept_page: KeptPage, address: str
) -> None:
    with kept_page.lent(width) as page:
        page.goto(address + path)
        page.evaluate(_AS_MOST)
        words = page.evaluate(_WORDS)
        assert [word for word, lines in words if lines > 1] == []
        assert len(words) == 2
        assert min(page.locator(".sajtnamn > span").evaluate_all(_SIZES)) >= 16


def test_a_hit_on_a_desk_is_as_high_as_its_words(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": DESK, "height": 800})
    page.clock.set_fixed_time(NOON)
    page.goto(f"{address}sok/?q=snickeri")
    settled(page)
    empty = page.evaluate(_EMPTY)
    page.close()
    assert len(empty) > 4
    assert max(empty) < 40
