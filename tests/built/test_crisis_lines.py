"""The lines that somebody in crisis can ring: each number alone on its line, the most urgent above the rest, and that
nobody has rung is said once."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from katalog.derive.crisis import read_lines
from tests.built.conftest import NewContext
from tests.built.document import Document, text_of
from tests.support import SCHEMA

LINES = read_lines(SCHEMA)
PLACES = ["akut/", "en/crisis/", "ar/crisis/", "sok/?q=jag vill dö"]
_LARGE = 28  # pixels
_ROWS = """() => [...document.querySelectorAll(".kris-linjer > li")].map((li) => {
  const [name, number, about] = [".kris-namn", ".kris-nummer", ".kris-vad"].map((one) => li.querySelector(one));
  const [top, middle, low] = [name, number, about].map((one) => one.getBoundingClientRect());
  return { number: number.textContent, size: parseFloat(getComputedStyle(number).fontSize),
    isAlone: top.bottom <= middle.top + 1 && middle.bottom <= low.top + 1, isWhole: middle.height < 2 * low.height,
    ground: getComputedStyle(li).backgroundColor, right: middle.right, left: middle.left };
})"""


def _open(new_context: NewContext, address: str, *, width: int = 360) -> Page:
    page = new_context(viewport={"width": width, "height": 740}).new_page()
    page.goto(address)
    page.locator(".kris-nummer").first.wait_for()
    return page


@pytest.mark.parametrize("place", PLACES)
def test_each_number_stands_large_on_a_line_of_its_own(place: str, new_context: NewContext, address: str) -> None:
    rows = _open(new_context, f"{address}{place}").evaluate(_ROWS)
    assert len(rows) >= 4
    for row in rows:
        assert row["isAlone"], row
        assert row["size"] >= _LARGE, row
        assert 0 <= row["left"] < row["right"] <= 360, row


@pytest.mark.parametrize("place", PLACES)
def test_the_most_urgent_stand_above_the_rest(place: str, new_context: NewContext, address: str) -> None:
    rows = _open(new_context, f"{address}{place}").evaluate(_ROWS)
    urgent = {line.number for line in LINES if line.is_first} if "crisis" in place or "akut" in place else {"112"}
    assert {row["number"] for row in rows[: len(urgent)]} == urgent
    rest = rows[len(urgent) :]
    assert {row["ground"] for row in rows[: len(urgent)]}.isdisjoint(row["ground"] for row in rest)
    assert min(row["size"] for row in rows[: len(urgent)]) > max(row["size"] for row in rest)


def test_a_short_number_is_never_broken_on_a_small_screen_at_twice_the_text(
    new_context: NewContext, address: str
) -> None:
    page = _open(new_context, f"{address}akut/", width=320)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
    heights = page.evaluate("""() => [...document.querySelectorAll(".kris-nummer")]
      .filter((one) => !/[ -]/.test(one.textContent)).map((one) =>
        one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight))""")
    assert len(heights) == len([line for line in LINES if line.number.isdigit()])
    assert max(heights) < 1.5
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_that_nobody_has_rung_is_said_once_and_only_while_it_holds(documents: dict[str, Document]) -> None:
    text = text_of(documents["akut/index.html"].main)
    assert text.count("Ingen har ringt") == any(line.is_unchecked for line in LINES)
    assert text.count("Provringt") == sum(line.checked is not None for line in LINES)
