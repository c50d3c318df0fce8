"""Stars save what a card or a page tells of, by hand and by keyboard, and move nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.lists import THREE, kept_by, quiet_page, save
from tests.sample import some


@pytest.fixture
def page(new_context: NewContext) -> Iterator[Page]:
    """A phone that can copy. After the test its console must be empty."""
    made = new_context(viewport={"width": 360, "height": 740}, permissions=["clipboard-read", "clipboard-write"])
    yield from quiet_page(made)


@pytest.mark.parametrize(
    "path", some(["stadsdel/sodermalm/", "oppet/mandag/", "sok/?q=fika", "insatstyp/traffpunkt/"], 2)
)
def test_every_card_has_a_star_that_a_keyboard_presses(path: str, page: Page, address: str) -> None:
    page.goto(f"{address}{path}")
    card = page.locator("main .kort").first
    star = card.get_by_role("button", name="Spara")
    name = card.locator("h3").inner_text().replace("\u00ad", "")
    expect(star).to_have_accessible_name(re.compile(rf"^Spara\s+{re.escape(name)}$"))
    expect(page.locator("main .kort:not(:has(> .stjarna))")).to_have_count(0)
    star.focus()
    page.keyboard.press("Enter")
    expect(card.get_by_role("button", name="Sparad")).to_be_focused()
    expect(page.get_by_role("link", name="Min lista (1)")).to_be_visible()
    expect(page.locator("[role=status]", has_text=f"{name} är sparad i Min lista.")).to_be_attached()
    page.keyboard.press("Space")
    expect(star).to_be_visible()
    expect(page.get_by_role("link", name="Min lista (1)")).to_be_hidden()
    assert kept_by(page) == {}
    assert_clean(page)


def test_the_end_of_the_guide_and_a_records_page_have_stars_too(page: Page, address: str) -> None:
    page.goto(f"{address}hitta-ratt/")
    for _ in range(4):
        page.locator("main .guide-val a").first.click()
    page.locator("main .kort").get_by_role("button", name="Spara").first.click()
    page.locator("main .kort h3 a").first.click()
    expect(page.locator("article").get_by_role("button", name="Sparad")).to_be_visible()
    assert page.locator("article .stjarna").count() == 1


def test_the_cards_of_a_search_that_changes_keep_their_stars(page: Page, address: str) -> None:
    page.goto(f"{address}sok/?q=snickra")
    page.locator(".sok-traffar .stjarna").first.click()
    field = page.locator("main input[name=q]")
    field.fill("fika")
    expect(page).to_have_title(re.compile("fika"))
    expect(page.locator("main .kort:not(:has(> .stjarna))")).to_have_count(0)
    field.fill("snickra")
    expect(page).to_have_title(re.compile("snickra"))
    expect(page.locator(".sok-traffar .kort").first.get_by_role("button", name="Sparad")).to_be_visible()


def test_without_a_script_there_is_no_star_and_the_page_says_what_to_do(new_context: NewContext, address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}stadsdel/sodermalm/")
    expect(page.locator(".stjarna")).to_have_count(0)
    page.get_by_role("link", name="Min lista").click()
    expect(page.get_by_text("Min lista behöver JavaScript.")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="listorna")).to_be_visible()


def test_a_list_that_is_full_says_so(page: Page, address: str) -> None:
    save(page, address, *(f"nummer-{at}" for at in range(40)))
    page.goto(f"{address}verksamhet/{THREE[0]}/")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_text("Listan är full. Den rymmer 40 ställen.")).to_be_visible()
    expect(page.locator("article").get_by_role("button", name="Spara", exact=False)).to_contain_text("Spara")


def test_stars_move_nothing(page: Page, address: str) -> None:
    for path in (
        "stadsdel/sodermalm/",
        f"verksamhet/{THREE[0]}/",
        "min-lista/",
        f"min-lista/#jamfor={','.join(THREE)}",
    ):
        page.goto("about:blank")
        page.goto(f"{address}{path}")
        page.wait_for_load_state("networkidle")
        moved = page.evaluate("""() => new Promise((tell) => {
          let sum = 0;
          new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => tell(sum), 100);
        })""")
        assert moved <= 0.02, path
