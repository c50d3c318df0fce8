"""The page /sok/ in Chromium: search, suggestions, empty states, no script. Nothing typed leaves it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from playwright.sync_api import Browser, expect

from katalog.derive.derived import Derived
from tests.browser.search.conftest import HOST, Open, ids_on, serve

# Files of the site, the same whatever is asked: "te" alone is answered by the pages too, if the machine shows it.
FETCHED_WHEN_NEEDED = ("assets/bilder.svg", "/sidor.json")


def test_a_question_in_the_address_gives_visible_hits_in_order(visit: Open) -> None:
    page = visit("sok/?q=kaf%C3%A9&visa=alla")
    ids = ids_on(page)
    assert len(ids) == 25
    assert page.locator("main [data-verksamhet]").last.is_visible()
    assert page.locator("#sok-fraga").input_value() == "kafé"
    page.get_by_role("button", name="Visa fler").click()
    more = ids_on(page)
    assert more[:25] == ids
    assert len(more) > 25


def test_typing_replaces_the_address_and_sends_nothing(visit: Open) -> None:
    page = visit("sok/")
    ids_on(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    entries = page.evaluate("history.length")
    page.locator("#sok-fraga").press_sequentially("textil")
    expect(page.locator("#sok-antal")).to_contain_text("textil")
    page.wait_for_url("**/sok/?q=textil")
    assert page.evaluate("history.length") == entries
    assert [url for url in asked if "?" in url or not url.endswith(FETCHED_WHEN_NEEDED)] == []


def test_no_answer_says_so_and_shows_no_hits(visit: Open) -> None:
    page = visit("sok/?q=tandl%C3%A4kare")
    assert ids_on(page) == []
    expect(page.locator("[data-sok-tomt]")).to_contain_text("Vi hittar inget här om ”tandläkare”")
    expect(page.get_by_role("link", name="Alla verksamheter från A till Ö")).to_be_visible()


def test_a_town_far_away_is_told_and_can_be_left_out(visit: Open) -> None:
    page = visit("sok/?q=kaf%C3%A9+i+Kalmar")
    assert ids_on(page) == []
    expect(page.locator("[data-sok-tomt]")).to_contain_text(
        "Vi hittar inget i Kalmar. Katalogen gäller mest Stockholms län."
    )
    page.get_by_role("button", name="Ta bort ”Kalmar”").click()
    expect(page.locator("#sok-fraga")).to_have_value("kafé i")
    assert ids_on(page)


def test_cards_that_stay_among_the_results_are_not_made_anew(visit: Open) -> None:
    page = visit("sok/?q=snickeri&visa=alla")
    before = ids_on(page)
    page.eval_on_selector_all("main [data-verksamhet]", "(all) => all.forEach((card) => { card.was = true })")
    page.locator("#sok-fraga").fill("snickerier")
    expect(page.locator("#sok-antal")).to_contain_text("snickerier")
    page.wait_for_url("**q=snickerier*")  # written after the last card is in place
    kept = page.eval_on_selector_all("main [data-verksamhet]", "(all) => all.filter((card) => card.was).length")
    after = ids_on(page)
    assert set(after) & set(before)
    assert kept >= len(set(after) & set(before)) // 2
    assert len(after) == len(set(after))


def test_a_misspelt_word_tells_what_was_searched(visit: Open) -> None:
    page = visit("sok/?q=snikceri")
    assert ids_on(page)
    expect(page.locator("#sok-antal")).to_contain_text("Vi sökte på ”snickeri”")
    assert page.locator("mark").count() > 0


def test_suggestions_with_the_keyboard_lead_to_a_search(visit: Open) -> None:
    page = visit("")
    page.keyboard.press("/")
    field = page.locator("#sok-huvud")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("role", "combobox")
    field.press_sequentially("snick")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Snickeri")
    page.keyboard.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == option.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?inriktning=snickeri")
    assert ids_on(page)


def test_escape_closes_suggestions_and_enter_searches(visit: Open) -> None:
    page = visit("sok/")
    ids_on(page)
    page.locator("#sok-fraga").press_sequentially("djur")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#sok-antal")).to_be_focused()
    assert "hundpasset" in ids_on(page) or "visas inte" in page.locator("[data-sok-dolda]").inner_text().lower()


def test_without_scripts_the_page_leads_to_the_lists(browser: Browser, site: Mapping[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    serve(page, site)
    page.goto(HOST + "sok/")
    assert page.locator("nav.sok-listor a").count() > 50
    assert page.locator("form[role=search]").get_attribute("action") == "../sok/"
    context.close()


def test_data_of_another_format_is_told_plainly(browser: Browser, site: Mapping[str, str], folder: str) -> None:
    page = browser.new_page()
    other = json.dumps({**json.loads(site[f"{folder}index.json"]), "format": 999})
    serve(page, {**site, f"{folder}index.json": other})
    page.goto(HOST + "sok/")
    expect(page.get_by_role("alert")).to_contain_text("Sökningen går inte att använda just nu")
    page.close()


def test_when_only_hidden_ones_match_they_are_shown_and_marked(visit: Open, derived: Derived) -> None:
    records = derived.catalogue.records
    texts = [f"{record}".lower() for record in records]
    names = [record.namn for record in records if record.forebild and record.namn.isalpha()]
    name = next(name for name in names if sum(name.lower() in text for text in texts) == 1)
    page = visit(f"sok/?q={name}")
    assert len(ids_on(page)) == 1
    expect(page.locator(".kort-marke")).to_have_count(1)
    expect(page.locator("[data-sok-dolda]")).to_have_text("Vi hittar bara 1 exempel från en annan kommun.")
