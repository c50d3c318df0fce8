"""The easy text on a record's page: shown first for who chooses it, remembered in the address alone, and a way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext

CLOSED, INSTEAD = "kravatten-telefonplan", "rondellen-solberga"


def _open(new_context: NewContext, address: str, *, script: bool = True, width: int = 360) -> Page:
    page = new_context(viewport={"width": width, "height": 740}, java_script_enabled=script).new_page()
    page.goto(address, wait_until="load")
    return page


@pytest.mark.parametrize("script", [True, False])
def test_it_takes_the_place_of_the_page_and_leads_back(script: bool, new_context: NewContext, address: str) -> None:
    page = _open(new_context, f"{address}verksamhet/{INSTEAD}/", script=script)
    expect(page.locator("#latt")).to_be_hidden()
    page.get_by_role("link", name="Lätt text").click()
    assert page.url.endswith("/#latt")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.locator("#latt")).to_contain_text("Det finns i Hägersten-Älvsjö.")
    expect(page.locator("article > section:visible")).to_have_count(1)
    expect(page.locator(":is(.ingress, .tillit, .stopp):visible")).to_have_count(0)
    page.get_by_role("link", name="Visa hela sidan").click()
    expect(page.locator("#latt")).to_be_hidden()
    expect(page.locator(".ingress")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_closed_place_leads_on_to_the_easy_text_of_the_next(
    script: bool, new_context: NewContext, address: str
) -> None:
    page = _open(new_context, f"{address}verksamhet/{CLOSED}/#latt", script=script)
    expect(page.locator("#latt")).to_contain_text("Det här har stängt.")
    page.locator("#latt").get_by_role("link", name="Rondellen").click()
    page.wait_for_url(f"{address}verksamhet/{INSTEAD}/#latt")
    expect(page.locator("#latt")).to_be_visible()


def test_links_of_other_pages_keep_it_too(new_context: NewContext, address: str) -> None:
    page = _open(new_context, f"{address}stadsdel/farsta/#latt")
    page.locator("main .kort h3 a").first.press("Enter")
    page.wait_for_url("**/verksamhet/*/#latt")
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("link", name="A–Ö").click()
    page.wait_for_url("**/a-o/#latt")
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("link", name="Min lista").click()
    page.wait_for_url("**/min-lista/")


def test_a_search_keeps_it(new_context: NewContext, address: str) -> None:
    page = _open(new_context, f"{address}sok/?q=snickeri#latt")
    expect(page.locator(".sok-traffar .kort").first).to_be_visible()
    page.locator("main input[name=q]").fill("fika")
    expect(page).to_have_url(f"{address}sok/?q=fika#latt")
    page.keyboard.press("Escape")
    page.locator("main .kort h3 a").first.click()
    page.wait_for_url("**/verksamhet/*/#latt")


def test_nothing_is_stored_and_links_are_as_they_were_without_it(new_context: NewContext, address: str) -> None:
    page = _open(new_context, f"{address}stadsdel/farsta/")
    page.locator("main .kort h3 a").first.click()
    page.wait_for_url("**/verksamhet/*/")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_faults_and_fits_a_small_screen_at_twice_the_text(
    scheme: str, new_context: NewContext, address: str
) -> None:
    for record in (CLOSED, INSTEAD):
        page = _open(new_context, f"{address}verksamhet/{record}/#latt")
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert_clean(page)
        page.evaluate("document.documentElement.style.fontSize = '40px'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.close()


def test_on_paper_it_stands_alone_and_large(new_context: NewContext, address: str) -> None:
    page = _open(new_context, f"{address}verksamhet/{INSTEAD}/#latt")
    page.emulate_media(media="print")
    line = page.locator("#latt > p").first
    assert line.evaluate("(line) => parseFloat(getComputedStyle(line).fontSize)") >= 18
    expect(page.get_by_role("link", name="Visa hela sidan")).to_be_hidden()
    expect(page.locator(":is(.ingress, .hor-och-las):visible")).to_have_count(0)
    page.goto(f"{address}verksamhet/{INSTEAD}/")
    expect(page.locator("#latt")).to_be_hidden()
