"""The list itself: ids in order under one key, whatever the browser does with them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

KEY = "hitta-lista"
_BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nej'); } })"


@pytest.fixture
def page(browser: Browser, scripts: str) -> Iterator[Page]:
    context = browser.new_context()
    made = context.new_page()
    _load(made, scripts)
    yield made
    context.close()


def _load(page: Page, scripts: str) -> None:
    page.route(scripts, lambda route: route.fulfill(body="<!doctype html><title>tom</title>", content_type="text/html"))
    page.goto(scripts)
    page.evaluate("async () => { window.list = await import('/assets/js/list/list.js'); "
                  "window.heard = 0; list.onChange(() => heard++); }")  # fmt: skip


def _kept(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({ ...localStorage })")
    return found


def test_ids_and_nothing_else_are_kept_in_the_order_of_saving(page: Page) -> None:
    assert page.evaluate("['b-2', 'a-1', 'b-2'].map(list.add)") == [True, True, True]
    assert page.evaluate("list.ids()") == ["b-2", "a-1"]
    assert _kept(page) == {KEY: '["b-2","a-1"]'}
    page.evaluate("list.remove('b-2')")
    assert page.evaluate("[list.has('b-2'), list.has('a-1')]") == [False, True]
    page.evaluate("list.remove('a-1')")
    assert _kept(page) == {}
    assert page.evaluate("heard") == 4


@pytest.mark.parametrize("kept", ["inte json", "7", "null", '{"a":1}', '["A!", 3, null, "<b>", ""]'])
def test_what_is_no_list_reads_as_empty(kept: str, page: Page) -> None:
    page.evaluate("(text) => localStorage.setItem('hitta-lista', text)", kept)
    assert page.evaluate("list.ids()") == []
    assert page.evaluate("list.add('ett')") is True
    assert _kept(page) == {KEY: '["ett"]'}


def test_it_holds_forty(page: Page) -> None:
    page.evaluate("for (let i = 0; i < 40; i++) list.add(`nummer-${i}`)")
    assert page.evaluate("[list.add('en-till'), list.add('nummer-3'), list.ids().length]") == [False, True, 40]
    page.evaluate("list.replace(Array.from({ length: 50 }, (_, i) => `andra-${i}`))")
    assert page.evaluate("list.ids().at(-1)") == "andra-39"


def test_renamed_ids_are_followed_and_two_that_became_one_stand_once(page: Page) -> None:
    page.evaluate("list.replace(['gammal', 'annan', 'ny'])")
    page.evaluate("list.follow({ gammal: 'ny', toString: 'fel' })")
    assert page.evaluate("list.ids()") == ["ny", "annan"]
    before = page.evaluate("heard")
    page.evaluate("list.follow({ gammal: 'ny' })")
    assert page.evaluate("heard") == before, "nothing changed, nobody is told"


def test_another_tab_is_heard(page: Page, scripts: str) -> None:
    other = page.context.new_page()
    _load(other, scripts)
    other.evaluate("list.add('fran-annan-flik')")
    page.wait_for_function("heard === 1")
    assert page.evaluate("list.ids()") == ["fran-annan-flik"]


def test_a_browser_that_keeps_nothing_remembers_on_the_page(browser: Browser, scripts: str) -> None:
    context = browser.new_context()
    context.add_init_script(_BLOCKED)
    page = context.new_page()
    _load(page, scripts)
    assert page.evaluate("[list.isBlocked(), list.ids(), list.add('ett'), list.add('tva')]") == [True, [], True, True]
    assert page.evaluate("list.ids()") == ["ett", "tva"]
    page.evaluate("list.remove('ett')")
    assert page.evaluate("[list.ids(), list.has('tva'), heard]") == [["tva"], True, 3]
    context.close()


def test_a_full_storage_is_a_list_for_the_page_alone(page: Page) -> None:
    page.evaluate("list.add('forst')")
    page.evaluate("void (Storage.prototype.setItem = () => { throw new Error('fullt'); })")
    assert page.evaluate("[list.add('sedan'), list.ids(), list.isBlocked()]") == [True, ["forst", "sedan"], True]


@pytest.mark.parametrize(
    ("hash_", "ids"),
    [
        ("#lista=a-1,b-2", ["a-1", "b-2"]),
        ("#lista=a-1%2Cb-2,a-1", ["a-1", "b-2"]),
        ("#x=1&lista=a-1", ["a-1"]),
        ("#lista=", None),
        ("#lista=<script>,../x,%00", []),
        ("", None),
    ],
)
def test_a_link_carries_ids_and_nothing_else(hash_: str, ids: list[str] | None, page: Page) -> None:
    read = "async (hash) => (await import('/assets/js/list/ids.js')).readHash(hash).get('lista') ?? null"
    assert page.evaluate(read, hash_) == ids


def test_a_link_is_read_as_it_was_written(page: Page) -> None:
    ids = [f"stalle-{i}" for i in range(40)]
    read = """async (ids) => {
      const { asHash, readHash } = await import('/assets/js/list/ids.js');
      return readHash(new URL(asHash('lista', ids), 'https://exempel.se/x/').hash).get('lista');
    }"""
    assert page.evaluate(read, ids) == ids
