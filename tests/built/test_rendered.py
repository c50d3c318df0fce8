"""Pages as their scripts leave them: what a browser hands to those who do not see it follows the rules for ARIA."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.aria import aria_faults
from tests.built.asking import settled
from tests.built.conftest import NewContext
from tests.built.kinds import kinds_of_page
from tests.sample import some

# What breaks each rule -> the rule. Without these a rule that never speaks would be taken for a page without faults.
_BROKEN = {
    '<label>Sök <input type="search" role="combobox" aria-expanded="false"></label>': "role not allowed here",
    '<label>E-post <input type="email" role="combobox" aria-expanded="false"></label>': "role not allowed here",
    '<h2 role="button">Öppna</h2>': "role not allowed here",
    '<div aria-labelledby="n"><b id="n">Namn</b></div>': "a name on what may have none",
    '<p aria-label="Namn">Text</p>': "a name on what may have none",
    '<section aria-label=" ">Text</section>': "an empty name",
    '<section aria-labelledby="n"><b id="n"></b></section>': "an empty name",
    '<button aria-controls="borta">Öppna</button>': "points at nothing",
    '<p aria-expanded="true">Text</p>': "a state that the role has not",
    '<label>Sök <input role="combobox"></label>': "a role without its state",
    '<div><div role="option">Val</div></div>': "a role outside its owner",
    '<b id="n">Ett</b><b id="n">Två</b>': "an id twice",
    '<a href="#x"><button>Tryck</button></a>': "a control inside a control",
    '<div tabindex="2">Text</div>': "a stop before all others",
    '<div aria-hidden="true"><a href="#x">Länk</a></div>': "hidden from some, within reach of all",
    "<h2></h2>": "an empty heading or link",
    '<a href="#x"> </a>': "an empty heading or link",
    "<label>Ensam</label>": "a label without a control",
}


def _nothing(page: Page) -> None:
    """The page as it opens."""


def _suggestions(page: Page) -> None:
    """With the list of suggestions open, and one of them chosen."""
    field = page.locator("input[name=q]:visible").first
    field.focus()
    expect(field).to_have_attribute("role", "combobox")
    page.keyboard.type("snick")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _panel(page: Page) -> None:
    """On a phone, with the filters laid over the page."""
    page.get_by_role("button", name="Filter").click()
    page.locator(".sok-facett > summary").first.click()


_STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "suggestions in the header": ("ord/", _suggestions),
    "suggestions on the start page": ("", _suggestions),
    "suggestions on the search page": ("sok/", _suggestions),
    "results": ("sok/?q=snickeri&omrade=farsta", _nothing),
    "no results": ("sok/?q=tandl%C3%A4kare", _nothing),
    "an unknown choice": ("sok/?omrade=finns-inte", _nothing),
    "the panel of filters": ("sok/", _panel),
    "a record in the form": ("bidra/formular/?omrade=farsta", _nothing),
}


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    if "/sok/" in address:
        settled(page)


def test_every_kind_of_page_keeps_the_rules(new_context: NewContext, built: Path, address: str) -> None:
    page = new_context().new_page()
    found = {}
    for kind, path in some(kinds_of_page(built).items(), 8):
        if "flyttad" not in kind:
            _open(page, address + path)
            found[kind] = aria_faults(page)
    assert {kind: faults for kind, faults in found.items() if faults} == {}


@pytest.mark.parametrize("state", some(_STATES, 2))
def test_what_a_reader_opens_keeps_the_rules(state: str, new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    path, bring = _STATES[state]
    _open(page, address + path)
    bring(page)
    assert aria_faults(page) == []


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Page:
    return browser.new_page()


@pytest.mark.parametrize("broken", _BROKEN)
def test_each_rule_speaks(broken: str, blank: Page) -> None:
    blank.set_content(f"<!doctype html><body><main>{broken}</main>")
    assert {fault.partition(":")[0] for fault in aria_faults(blank)} == {_BROKEN[broken]}
