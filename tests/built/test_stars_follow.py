"""A card of the search tells of one record after the other, and its star is always that record's."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.built.conftest import NewContext

# The stars whose record or name is not their card's.
_ASTRAY = """() => [...document.querySelectorAll(".sok-traffar > .kort")].filter((card) => {
  const [star, link] = [card.querySelector(".stjarna"), card.querySelector("h3 a")];
  const name = link.textContent.replaceAll("\u00ad", "");
  return star.dataset.stjarna !== card.dataset.verksamhet || !star.textContent.endsWith(` ${name}`)
    || star !== card.lastElementChild;
}).length"""


def _found(page: Page, text: str) -> None:
    page.locator("main input[name=q]").fill("")
    page.locator("main input[name=q]").press_sequentially(text)
    _shown(page, text)


def _asked(page: Page, text: str) -> None:
    page.locator("main input[name=q]").fill(text)
    _shown(page, text)


def _shown(page: Page, text: str) -> None:
    expect(page.locator("#sok-antal")).to_contain_text(text)
    expect(page.locator(".sok-traffar > .sok-sen")).to_have_count(0)


def test_a_star_follows_the_record_of_its_card(new_context: NewContext, address: str) -> None:
    page = new_context().new_page()
    page.goto(f"{address}sok/?q=fika")
    first = page.locator(".sok-traffar > .kort").first
    first.get_by_role("button", name="Spara").click()
    _found(page, "snickeri")
    expect(first.get_by_role("button", name="Sparad")).to_have_count(0)
    assert page.evaluate(_ASTRAY) == 0
    first.get_by_role("button", name="Spara").click()
    saved = page.evaluate("JSON.parse(localStorage.getItem('hitta-lista'))")
    assert saved[1] == first.get_attribute("data-verksamhet")
    assert len(set(saved)) == 2
    _found(page, "fika")
    assert page.evaluate(_ASTRAY) == 0


def test_a_star_that_was_away_tells_how_it_is_now(new_context: NewContext, address: str) -> None:
    page = new_context().new_page()
    page.goto(f"{address}sok/?q=snickeri")
    last = page.locator(".sok-traffar > .kort").nth(4)
    last.get_by_role("button", name="Spara").click()
    name = last.locator("h3").inner_text()
    _asked(page, name)  # at once: no other question is shown between
    assert page.locator(".sok-traffar > .kort").count() < 5
    page.get_by_role("button", name=f"Sparad {name}").click()
    _asked(page, "snickeri")
    expect(last.locator("h3")).to_have_text(name)
    expect(last.locator(".stjarna-ord")).to_have_text("Spara")
