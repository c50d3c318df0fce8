"""The sheet to take along: large print, a code of each place, where the site has an address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.lists import CLOSED, THREE, quiet_page, tell_otherwise
from tests.support import SITE_URL


@pytest.fixture
def page(new_context: NewContext) -> Iterator[Page]:
    """A phone that can copy. After the test its console must be empty."""
    made = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    yield from quiet_page(made)


def test_the_sheet_has_what_somebody_needs_in_large_print(page: Page, built: Path, address: str) -> None:
    page.goto(f"{address}min-lista/#blad={','.join(THREE)}")
    places = page.locator(".blad-stalle")
    expect(places).to_have_count(3)
    assert_clean(page)
    for record_id, place in zip(THREE, places.all(), strict=True):
        for words in ("Så tar du kontakt", "Tider", "Plats", "Dag och tid:"):
            expect(place).to_contain_text(words)
        expect(place).to_contain_text(f"{SITE_URL.removeprefix('https://')}verksamhet/{record_id}")
        assert place.locator("img").evaluate("(img) => img.decode().then(() => img.naturalWidth > 0)")
        assert (built / f"verksamhet/{record_id}/kod.svg").is_file()
    expect(page.locator(".blad-ta-med")).to_contain_text("22 november 2026")
    expect(page.get_by_role("heading", name="Egna anteckningar")).to_be_visible()
    page.emulate_media(media="print")
    sizes = page.evaluate("""() => [...document.querySelectorAll(".blad-ta-med :is(p, li, dt, dd, .not)")]
      .map((part) => parseFloat(getComputedStyle(part).fontSize))""")
    assert min(sizes) == pytest.approx(13 * 96 / 72, abs=0.1)
    assert not page.get_by_role("button", name="Skriv ut bladet").is_visible()


def test_a_site_without_an_address_tells_the_way_in_words(page: Page, address: str) -> None:
    tell_otherwise(page, adress="", kod="")
    page.goto(f"{address}min-lista/#blad={THREE[1]}")
    expect(page.locator(".blad-stalle")).to_contain_text(
        "Läs mer på Hitta sysselsättning: Start › Järva › Rinkeby Folkets Hus"
    )
    expect(page.locator(".blad-ta-med img")).to_have_count(0)


def test_what_has_closed_has_no_code_on_the_sheet(page: Page, built: Path, address: str) -> None:
    page.goto(f"{address}min-lista/#blad={CLOSED}")
    expect(page.locator(".blad-stalle")).to_contain_text("Den här verksamheten har stängt.")
    expect(page.locator(".blad-stalle img")).to_have_count(0)
    assert not (built / f"verksamhet/{CLOSED}/kod.svg").exists()
