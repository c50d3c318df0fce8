"""Nothing but ids is kept, nothing is sent; and where nothing can be kept all of it still works."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.lists import KEY, THREE, kept_by, quiet_page

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nej'); } })"


@pytest.fixture
def page(new_context: NewContext) -> Iterator[Page]:
    """A phone that can copy. After the test its console must be empty."""
    made = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    yield from quiet_page(made)


def _tour(page: Page, address: str) -> None:
    """Everything that can be done with a list."""
    page.goto(f"{address}sok/?q=fika")
    for at in range(3):
        page.locator(".sok-traffar .stjarna").nth(at).click()
    page.locator("[data-min-lista]:visible").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(3)
    page.get_by_role("link", name="Jämför de valda (3)").click()
    page.locator(".jamfor-fraga input").first.check()
    page.get_by_role("button", name="Kopiera som text").click()
    page.get_by_role("link", name="Blad att ta med").click()
    expect(page.locator(".blad-stalle")).to_have_count(3)
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Skriv ut bladet").click()
    assert page.evaluate("window.printed")
    page.get_by_role("link", name="Till listan").click()
    page.get_by_role("button", name="Kopiera länk till listan").click()
    link = page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Ta bort").first.click()
    expect(page.locator(".lista-stallen > li")).to_have_count(2)
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator(".lista-stallen > li")).to_have_count(3)
    assert urlsplit(link).fragment.startswith("lista=")


def test_nothing_but_ids_is_kept_and_nothing_is_sent(page: Page, built: Path, address: str) -> None:
    asked: list[tuple[str, str, str | None]] = []
    page.context.on("request", lambda request: asked.append((request.method, request.url, request.post_data)))
    _tour(page, address)
    kept = kept_by(page)
    ids = json.loads(kept[KEY])
    assert list(kept) == [KEY]
    assert len(ids) == 3
    assert all((built / f"verksamhet/{record_id}/index.html").is_file() for record_id in ids)
    assert page.context.cookies() == []
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys().then((all) => all.length)") == 0
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    for method, url, body in asked:
        path = url.removeprefix(address).partition("?")[0].partition("#")[0]
        assert (method, body) == ("GET", None)
        assert url.startswith(address), "only the site itself"
        assert (f"{path}index.html" if path.endswith("/") or not path else path) in files | {"favicon.ico"}, url


def test_a_browser_that_keeps_nothing_can_do_all_of_it(new_context: NewContext, address: str) -> None:
    context = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(BLOCKED)
    for page in quiet_page(context):
        page.goto(f"{address}verksamhet/{THREE[0]}/")
        page.get_by_role("button", name="Spara").click()
        expect(page.get_by_text("Din webbläsare sparar ingenting från den här sidan.")).to_be_visible()
        assert_clean(page)
        page.get_by_role("button", name="Stäng").click()
        _tour(page, address)
        expect(page.get_by_text("Listan finns i sidans adress så länge.")).to_be_visible()
        page.reload()
        expect(page.locator(".lista-stallen > li")).to_have_count(3)
        page.get_by_role("button", name="Töm listan").click()
        expect(page.get_by_text("Listan är tom.")).to_be_visible()
