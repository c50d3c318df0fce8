"""Who asks for a place by its name is shown it, also where it has closed and others answer as well."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from katalog.record.model import Catalogue
from tests.built.asking import ask
from tests.built.conftest import NewContext
from tests.sample import some


def _ask_on(page: Page, question: str) -> None:
    page.locator("[data-sok-sida] input[name=q]").fill(question)
    expect(page).to_have_title(re.compile(f"^{re.escape(question)} – "))


def test_every_closed_place_is_first_for_its_own_name(
    new_context: NewContext, address: str, catalogue: Catalogue
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    ask(page, address, "fika")
    closed = [record for record in catalogue.records if record.is_closed]
    assert len(closed) >= 40
    missed = []
    for record in some(closed, 3):
        _ask_on(page, record.namn)
        shown = page.locator("[data-verksamhet]").first.get_attribute("data-verksamhet")
        namesakes = [other.id for other in catalogue.records if other.namn == record.namn]
        missed += [] if shown in namesakes else [f"{record.namn}: {shown}"]
    assert missed == []


def test_those_that_stay_hidden_are_counted_without_it(
    new_context: NewContext, address: str, catalogue: Catalogue
) -> None:
    page = new_context(reduced_motion="reduce").new_page()
    ask(page, address, "fika")
    notice = page.locator("[data-sok-dolda]")
    for record in (record for record in catalogue.records if record.is_closed):
        _ask_on(page, record.namn)
        button = notice.get_by_role("button", name="Visa även dem")
        if button.count() and (left := _closed_in(notice)):
            button.click()
            expect(notice).to_contain_text("Här ingår")
            assert _closed_in(notice) == left + 1, record.namn
            return
    raise AssertionError("no closed place is found beside open ones and other closed ones")


def _closed_in(notice: Locator) -> int:
    found = re.search(r"(\d+) stängd", notice.inner_text())
    return int(found[1]) if found else 0
