"""The pages in other languages in a real browser: accessible, no wider than a phone, and Arabic from the right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from katalog.derive.tongues import Tongues
from tests.axe import assert_clean
from tests.kept_page import KeptPage
from tests.sample import some
from tests.support import SCHEMA

TONGUES = Tongues(schema=SCHEMA)
_TWICE_THE_TEXT = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
# Where the ink of an element is, by its text; right and left as the eye sees them.
_INK = """(node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  const { left, right } = range.getBoundingClientRect();
  return { left, right };
}"""
_FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@pytest.fixture
def page(kept_page: KeptPage) -> Iterator[Page]:
    with kept_page.lent(360, 740) as page:
        yield page


@pytest.mark.parametrize("code", TONGUES.all)
def test_every_page_is_clean_and_fits_a_phone(code: str, page: Page, address: str) -> None:
    for leaf in some(TONGUES.leaves, 4):
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(f"{address}{code}/{leaf.address}")
        assert_clean(page)
        page.set_viewport_size({"width": 320, "height": 740})
        assert page.evaluate(_FITS), leaf.id
        page.evaluate(_TWICE_THE_TEXT)
        assert page.evaluate(_FITS), leaf.id


@pytest.mark.parametrize("width", [360, 1280])
def test_arabic_begins_at_the_right(width: int, page: Page, address: str) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{address}ar/how-you-begin/")
    room = page.locator("#innehall").evaluate("(node) => node.getBoundingClientRect().right")
    padding = page.locator("#innehall").evaluate("(node) => parseFloat(getComputedStyle(node).paddingRight)")
    for selector in ("h1", "h2 >> nth=0", "ol > li >> nth=0", ".visa >> nth=0"):
        assert page.locator(selector).evaluate(_INK)["right"] > room - padding - 60, selector
    field, button = page.locator(".sok-falt").bounding_box(), page.locator(".sok-knapp").bounding_box()
    assert field
    assert button
    assert field["x"] > button["x"]


def test_the_way_from_a_swedish_page_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}akut/")
    page.get_by_role("link", name="Languages").click()
    page.locator("#andra-sprak").get_by_role("link", name="العربية").click()
    assert page.url == f"{address}ar/"
    page.get_by_role("banner").get_by_role("link", name="Svenska").click()
    assert page.url == address


def test_a_search_in_another_language_is_answered(page: Page, address: str) -> None:
    page.goto(f"{address}fi/")
    field = page.get_by_role("textbox")
    field.fill("ruoka")
    field.press("Enter")
    page.wait_for_url("**/sok/?q=ruoka")
