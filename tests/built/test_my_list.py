"""The reader's own list: its order, what was renamed, closed or removed, another tab, a link to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.lists import CLOSED, KEY, THREE, kept_by, quiet_page, save, tell_otherwise


@pytest.fixture
def page(new_context: NewContext) -> Iterator[Page]:
    """A phone that can copy. After the test its console must be empty."""
    made = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    yield from quiet_page(made)


def test_the_list_keeps_its_order_and_takes_back_what_was_removed(page: Page, address: str) -> None:
    save(page, address, *THREE)
    page.goto(f"{address}min-lista/")
    names = page.locator(".lista-stallen h2")
    expect(names).to_have_text(["Nytorgsverkstan", "Rinkeby Folkets Hus", "Fontänhuset Sköndal"])
    assert_clean(page)
    page.get_by_role("button", name="Ta bort Rinkeby Folkets Hus").click()
    expect(names).to_have_count(2)
    expect(page.get_by_role("button", name="Ångra")).to_be_focused()
    page.keyboard.press("Enter")
    expect(names).to_have_text(["Nytorgsverkstan", "Rinkeby Folkets Hus", "Fontänhuset Sköndal"])
    page.get_by_role("button", name="Töm listan").click()
    expect(page.get_by_text("Listan är tom.")).to_be_visible()
    assert kept_by(page) == {}
    assert_clean(page)
    page.get_by_role("button", name="Ångra").click()
    expect(names).to_have_count(3)


def test_another_tab_follows(page: Page, address: str) -> None:
    save(page, address, *THREE)
    page.goto(f"{address}min-lista/")
    other = page.context.new_page()
    other.goto(f"{address}verksamhet/{THREE[0]}/")
    other.get_by_role("button", name="Sparad").click()
    expect(page.locator(".lista-stallen h2")).to_have_count(2)
    expect(page.get_by_role("link", name="Min lista (2)")).to_be_visible()
    page.get_by_role("button", name="Ta bort").first.click()
    expect(other.get_by_role("link", name="Min lista (1)")).to_be_visible()


def test_renamed_closed_and_removed_records_survive(page: Page, address: str) -> None:
    save(page, address, "forra-namnet", CLOSED, "finns-inte-mer", THREE[0])
    tell_otherwise(page, flyttade={"forra-namnet": THREE[1]})
    page.goto(f"{address}min-lista/")
    items = page.locator(".lista-stallen > li")
    expect(items).to_have_count(4)
    expect(items.nth(0)).to_contain_text("Rinkeby Folkets Hus")
    expect(items.nth(1)).to_contain_text("Den här verksamheten har stängt.")
    expect(items.nth(1).get_by_role("link", name="Rondellen")).to_have_attribute("href", re.compile("verksamhet/ronde"))
    expect(items.nth(2)).to_contain_text("finns inte längre i katalogen")
    assert json.loads(kept_by(page)[KEY]) == [THREE[1], CLOSED, "finns-inte-mer", THREE[0]]
    assert_clean(page)


def test_what_cannot_be_fetched_now_is_not_said_to_be_gone(page: Page, address: str) -> None:
    save(page, address, *THREE)
    page.route(f"**/verksamhet/{THREE[0]}/", lambda route: route.fulfill(status=500))
    page.goto(f"{address}min-lista/")
    expect(page.locator(".lista-stallen > li").first).to_contain_text("gick inte att hämta just nu")
    assert len(json.loads(kept_by(page)[KEY])) == 3


def test_a_shared_link_asks_before_it_touches_a_list(page: Page, address: str) -> None:
    save(page, address, *THREE[:2])
    page.goto(f"{address}min-lista/")
    page.get_by_role("button", name="Kopiera länk till listan").click()
    expect(page.locator(".lista-besked")).to_contain_text("Länken är kopierad.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{address}min-lista/#lista={','.join(THREE[:2])}"
    page.goto("about:blank")
    page.goto(f"{address}min-lista/#lista={THREE[2]},{CLOSED}")
    expect(page.get_by_text("Du har redan 2 ställen i din lista.")).to_be_visible()
    assert json.loads(kept_by(page)[KEY]) == list(THREE[:2]), "nothing is replaced before an answer"
    assert_clean(page)
    page.get_by_role("button", name="Lägg till i min lista").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(4)
    assert json.loads(kept_by(page)[KEY]) == [*THREE, CLOSED]
    assert urlsplit(page.url).fragment == ""
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(2)


@pytest.mark.parametrize(("answer", "left"), [("Byt ut min lista", [THREE[2]]), ("Nej, behåll som det är", [THREE[0]])])
def test_a_shared_list_replaces_only_when_asked_to(answer: str, left: list[str], page: Page, address: str) -> None:
    save(page, address, THREE[0])
    page.goto(f"{address}min-lista/#lista={THREE[2]}")
    page.get_by_role("button", name=answer).click()
    expect(page.locator(".lista-stallen > li")).to_have_count(1)
    assert json.loads(kept_by(page)[KEY]) == left


def test_a_reader_whose_script_does_not_come_is_told_what_to_do(new_context: NewContext, address: str) -> None:
    page = new_context().new_page()
    page.route("**/list/main.js", lambda route: route.abort())
    page.goto(f"{address}min-lista/")
    expect(page.get_by_text("Min lista behöver JavaScript.")).to_be_visible()
