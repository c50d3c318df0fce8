"""The block "Så tar du kontakt" as a reader meets it: light, clean, and with a text to copy."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext

MOST_BYTES = 120_000  # compressed, with everything that the page fetches
# One of each kind: to be rung, to be written to, only a page to read, nobody known, closed.
_RECORDS = ("srf-stockholms-stad", "rinkeby-folkets-hus", "fontanhuset-skondal", "kravatten-telefonplan")


@pytest.fixture
def phone(new_context: NewContext) -> Page:
    return new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-write"]).new_page()


def test_the_heaviest_record_is_light(phone: Page, built: Path, address: str) -> None:
    heaviest = max((built / "verksamhet").glob("*/index.html"), key=lambda path: len(gzip.compress(path.read_bytes())))
    answers: list[Response] = []
    phone.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  # it hangs a mark on its handler
    phone.goto(f"{address}verksamhet/{heaviest.parent.name}/", wait_until="networkidle")
    sizes = {answer.url: len(gzip.compress(answer.body())) for answer in answers if answer.ok}
    assert len(sizes) > 2
    assert sum(sizes.values()) < MOST_BYTES, sizes


@pytest.mark.parametrize("record_id", _RECORDS)
def test_the_page_is_clean_also_with_everything_unfolded(record_id: str, phone: Page, address: str) -> None:
    phone.goto(f"{address}verksamhet/{record_id}/")
    for summary in phone.locator("main summary").all():
        summary.click()
    assert_clean(phone)
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 360


def test_the_text_can_be_copied(phone: Page, address: str) -> None:
    phone.goto(f"{address}verksamhet/fontanhuset-skondal/")
    phone.get_by_text("Svårt att börja? Säg så här").click()
    button = phone.get_by_role("button", name="Kopiera texten")
    button.click()
    expect(phone.locator(".del-kontakt [role=status]")).to_have_text("Texten är kopierad.")
    expect(button).to_be_visible()


def test_without_a_script_everything_is_there(new_context: NewContext, address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}verksamhet/fontanhuset-skondal/")
    page.get_by_text("Svårt att börja? Säg så här").click()
    expect(page.locator("#kontakttext")).to_contain_text("Tack på förhand!")
    expect(page.get_by_role("button", name="Kopiera texten")).to_be_hidden()
    expect(page.get_by_role("link", name="Fick du svar? Fyll i det")).to_be_visible()
