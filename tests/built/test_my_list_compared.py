"""Places of the list side by side, in the rows of their pages; what is unknown is a question to tick."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.lists import CLOSED, THREE, kept_by, quiet_page


@pytest.fixture
def page(new_context: NewContext) -> Iterator[Page]:
    """A phone that can copy. After the test its console must be empty."""
    made = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    yield from quiet_page(made)


def test_a_comparison_has_the_rows_of_the_records(page: Page, address: str) -> None:
    told = {}
    for record_id in THREE:
        page.goto(f"{address}verksamhet/{record_id}/")
        told[record_id] = page.evaluate(_ROWS)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}min-lista/#jamfor={','.join(THREE)}")
    page.locator(".jamfor").wait_for()
    for at, record_id in enumerate(THREE):
        shown = page.evaluate(_COLUMN, at)
        for title, lines in told[record_id]:
            cell = next(text for name, text in shown if name == title and all(line in text for line in lines))
            assert cell
    titles = [title for title, _ in page.evaluate(_COLUMN, 0)]
    for record_id in THREE:
        own = [title for title, _ in told[record_id] if titles.count(title) == 1]
        assert own == sorted(own, key=titles.index), "in the order of a record's page"
    assert_clean(page)


_ROWS = """() => [...document.querySelectorAll("section.del .falt")].map((row) => [
  row.querySelector("dt").textContent.replace(/\\u00ad/g, "").trim(),
  [...row.querySelectorAll("dd")].flatMap((line) => {
    const shown = line.querySelector(":scope > span:last-child").cloneNode(true);
    for (const extra of shown.querySelectorAll(".not, .dold")) extra.remove();
    return shown.textContent.replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim() || [];
  }),
])"""
_COLUMN = """(at) => [...document.querySelectorAll(".jamfor tbody tr:not(.jamfor-rubrik)")].map((row) =>
  [row.cells[0].textContent.trim(), row.cells[at + 1].textContent.replace(/\\s+/g, " ").trim()])"""


def test_a_question_that_is_ticked_follows_to_the_text_and_the_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}min-lista/#jamfor={','.join(THREE)}")
    assert_clean(page)
    page.get_by_role("checkbox", name="Fråga: Hur är det med trappor och ljud?").first.check()
    page.get_by_role("button", name="Kopiera som text").click()
    expect(page.locator(".lista-besked")).to_contain_text("Texten är kopierad.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Att fråga Nytorgsverkstan:\n- Hur är det med trappor och ljud?" in text
    assert "Så tar du kontakt\n- Nytorgsverkstan: " in text
    page.get_by_role("link", name="Blad att ta med").click()
    expect(page.locator(".blad-stalle").first).to_contain_text("Att fråga")
    expect(page.locator(".blad-stalle").first).to_contain_text("Hur är det med trappor och ljud?")
    page.go_back()
    expect(page.get_by_role("checkbox", name="Fråga: Hur är det med trappor och ljud?").first).to_be_checked()
    assert kept_by(page) == {}


@pytest.mark.parametrize("number", [2, 5])
def test_a_comparison_fits_a_phone_and_twice_the_text(number: int, page: Page, address: str) -> None:
    ids = [*THREE, CLOSED, "aktivitetshuset-sodermalm"][:number]
    page.goto(f"{address}min-lista/#jamfor={','.join(ids)}")
    page.locator(".jamfor").wait_for()
    expect(page.locator(".jamfor tbody .jamfor-vem").first).to_be_visible()
    page.evaluate("() => { const root = document.documentElement; "
                  "root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`; }")  # fmt: skip
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
