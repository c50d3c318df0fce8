"""A new entry that may be in the catalogue already: told while the name is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import assert_clean

_FOUND = """async ([name, district, records]) => {
  const { sameAs } = await import("/assets/js/form/same.js");
  return sameAs(name, district, { records, moved: {} }).map(({ id }) => id);
}"""


def _record(id_: str, name: str, district: str, more: str, former: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": id_, "name": name, "more": more, "file": "x", "district": district, "former": list(former)}


RECORDS = [
    _record("snickeriet", "Snickeriet i Farsta", "farsta", "Farsta"),
    _record("snickeriet-tensta", "Snickeriet", "jarva", "Järva, stängd"),
    _record("linden", "Mötesplats Linden", "farsta", "Farsta", ("Träfflokalen Linden",)),
    _record("rondellen", "Aktivitetshuset Rondellen", "skarpnack", "Skarpnäck"),
    _record("hela", "Hela Människan", "hela-staden", "Hela Stockholm"),
]


@pytest.fixture(scope="module")
def blank(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}assets/favicon.svg")
    yield page
    page.close()


@pytest.mark.parametrize(
    ("name", "district", "found"),
    [
        ("snickeriet", "farsta", ["snickeriet", "snickeriet-tensta"]),  # the same district first
        ("Snickeriet Tensta", "jarva", ["snickeriet-tensta"]),
        ("SNICKERIET I FARSTA", "", ["snickeriet", "snickeriet-tensta"]),
        ("Träfflokalen Linden", "bromma", ["linden"]),  # what it was called before
        ("Traflokalen Linden", "", ["linden"]),  # a letter too few
        ("Aktivitetshuset", "skarpnack", ["rondellen"]),
        ("Aktivitetshuset", "farsta", []),
        ("hela manniskan", "", ["hela"]),
        ("Smedjan", "farsta", []),
        ("", "farsta", []),
        ("ab", "farsta", []),
    ],
)
def test_the_same_name_is_found_however_it_is_spelled(name: str, district: str, found: list[str], blank: Page) -> None:
    assert blank.evaluate(_FOUND, [name, district, RECORDS]) == found


def test_it_is_told_while_one_writes_with_a_way_there(sized_page: Page, address: str) -> None:
    page = sized_page
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Namn", exact=True).press_sequentially("rondellen")
    expect(page.locator(".finns")).to_contain_text("Finns redan?")
    expect(page.get_by_label("Namn", exact=True)).to_be_focused()
    assert_clean(page)
    page.get_by_label("Namn", exact=True).fill("Ett helt annat namn som ingen har")
    expect(page.locator(".finns")).to_have_count(0)
    page.get_by_label("Namn", exact=True).fill("Livstycket")
    page.locator(".finns a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rätta uppgifterna")
    page.go_back()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Livstycket")


def test_who_corrects_a_record_is_not_told_of_it(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/?post=livstycket-tensta")
    page.get_by_label("Namn", exact=True).fill("Livstycket")
    page.wait_for_timeout(600)
    expect(page.locator(".finns")).to_have_count(0)
