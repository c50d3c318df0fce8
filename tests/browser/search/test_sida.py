"""The page /sok/ in Chromium: search, filter, Back, empty states, suggestions, panel. Nothing typed leaves it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, Page, expect

from katalog.browser.modules import reached
from katalog.browser.search import POINTER
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.search_page import search_page
from katalog.pages.site import FOLDER, Site
from katalog.settings import Settings
from tests.browser.search.conftest import HOST, serve
from tests.support import PROJECT

POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'"
LOOK = """:root { --yta: #fff; --yta-2: #eee; --text: #111; --text-svag: #555; --lank: #036; --kant: #767676;
  --accent: #036; --accent-text: #fff; --fokus: #c50; --radie: 6px; --mellan-1: 4px; --mellan-2: 8px; --mellan-3: 16px;
  --mellan-4: 24px; --mellan-5: 32px; --mellan-6: 48px; } body { margin: 0; color: #111; background: #fff; }"""
Open = Callable[[str], Page]


def _document(body: str, header: str, root: str, title: str) -> str:
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<link rel="stylesheet" href="{root}look.css"><link rel="stylesheet" href="{root}sok.css">'
        f'<script type="module" src="{root}assets/js/search-start.js"></script></head>'
        f"<body><header>{header}</header><main>{body}</main></body></html>"
    )


@pytest.fixture(scope="session")
def site(files: Mapping[str, str], derived: Derived, words: Vocabularies) -> Mapping[str, str]:
    made = Site(derived=derived, words=words, settings=Settings(site_name="Prov", root=PROJECT))
    body = search_page(made).body
    shared = Environment(loader=FileSystemLoader(FOLDER), autoescape=True).get_template("_sokruta.html").module
    header = shared.sokruta("", POINTER, "sok-huvud", "Sök")  # type: ignore[attr-defined]  # a macro
    assets = PROJECT / "docs/assets"
    return {
        **files,
        "sok/index.html": _document(body, "", "../", "Sök"),
        "index.html": _document("<h1>Start</h1><p>Välkommen</p>", header, "", "Start"),
        **{f"assets/js/{name}": text for name, text in reached("search-start.js").items()},
        "sok.css": (assets / "css/sok.css").read_text(encoding="utf-8"),
        "look.css": LOOK,
    }


@pytest.fixture
def visit(browser: Browser, site: Mapping[str, str]) -> Iterator[Open]:
    """Open an address. After the test the console must be empty."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    serve(page, site)

    def go(address: str) -> Page:
        page.goto(HOST + address)
        return page

    yield go
    context.close()
    assert said == []


def _ids(page: Page) -> list[str]:
    page.wait_for_selector("[data-sok-yta]:not([data-sok-vantar])")
    found: list[str] = page.eval_on_selector_all(
        "main [data-verksamhet]", "(all) => all.map((e) => e.dataset.verksamhet)"
    )
    return found


def _facet(page: Page, title: str, value: str) -> None:
    details = page.locator("details.sok-facett").filter(has=page.locator("summary", has_text=title)).first
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.get_by_label(value, exact=False).first.click()


def test_a_question_in_the_address_gives_visible_hits_in_order(visit: Open) -> None:
    page = visit("sok/?q=kaf%C3%A9&visa=alla")
    ids = _ids(page)
    assert len(ids) == 25
    assert page.locator("main [data-verksamhet]").last.is_visible()
    assert page.locator("#sok-fraga").input_value() == "kafé"
    page.get_by_role("button", name="Visa fler").click()
    more = _ids(page)
    assert more[:25] == ids
    assert len(more) > 25


def test_examples_and_closed_places_are_out_until_asked_for(visit: Open) -> None:
    page = visit("sok/?q=snickeri")
    few = _ids(page)
    page.get_by_role("button", name="Visa även dem").click()
    many = _ids(page)
    assert set(few) < set(many)
    assert "visa=alla" in page.url
    expect(page.locator(".kort-marke").first).to_be_visible()


def test_choices_stand_in_the_address_and_back_undoes_them(visit: Open) -> None:
    page = visit("sok/")
    _ids(page)
    everyone = page.locator("#sok-antal").inner_text()
    _facet(page, "Var", "Södermalm")
    assert page.url.endswith("?omrade=sodermalm")
    one = page.locator("#sok-antal").inner_text()
    _facet(page, "Var", "Järva")
    two = page.locator("#sok-antal").inner_text()
    assert len({everyone, one, two}) == 3
    page.go_back()
    expect(page.locator("#sok-antal")).to_have_text(one)
    page.go_back()
    expect(page.locator("#sok-antal")).to_have_text(everyone)
    page.go_forward()
    page.reload()
    expect(page.locator("#sok-antal")).to_have_text(one)
    page.get_by_role("button", name="Ta bort Södermalm").click()
    expect(page.locator("#sok-antal")).to_have_text(everyone)


def test_typing_replaces_the_address_and_sends_nothing(visit: Open) -> None:
    page = visit("sok/")
    _ids(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    entries = page.evaluate("history.length")
    page.locator("#sok-fraga").press_sequentially("textil")
    expect(page.locator("#sok-antal")).to_contain_text("textil")
    page.wait_for_url("**/sok/?q=textil")
    assert page.evaluate("history.length") == entries
    assert asked == []


def test_no_answer_says_so_and_shows_no_hits(visit: Open) -> None:
    page = visit("sok/?q=tandl%C3%A4kare")
    assert _ids(page) == []
    expect(page.locator("[data-sok-tomt]")).to_contain_text("Vi hittar inget här om ”tandläkare”")
    expect(page.get_by_role("link", name="Alla verksamheter från A till Ö")).to_be_visible()


def test_too_many_choices_name_the_one_to_drop(visit: Open) -> None:
    page = visit("sok/?aktualitet=bekraftat&omrade=farsta")
    assert _ids(page) == []
    page.locator("[data-sok-tomt] button").click()
    assert _ids(page)


def test_when_no_single_choice_helps_two_are_named(visit: Open) -> None:
    page = visit("sok/?q=zzqqx&aktualitet=bekraftat&omrade=farsta&visa=alla")
    assert _ids(page) == []
    button = page.locator("[data-sok-tomt] button")
    expect(button).to_contain_text("”zzqqx”")
    expect(button).to_contain_text(" och ")
    button.click()
    assert _ids(page)


def test_a_question_that_nothing_answers_to_names_no_choice(visit: Open) -> None:
    page = visit("sok/?q=tandl%C3%A4kare&visa=alla")
    _ids(page)
    assert page.locator("[data-sok-tomt] button").count() == 0
    expect(page.locator("[data-sok-tomt]")).to_contain_text("Prova ett annat ord")


def test_cards_that_stay_among_the_results_are_not_made_anew(visit: Open) -> None:
    page = visit("sok/?q=snickeri&visa=alla")
    before = _ids(page)
    page.eval_on_selector_all("main [data-verksamhet]", "(all) => all.forEach((card) => { card.was = true })")
    page.locator("#sok-fraga").fill("snickerier")
    expect(page.locator("#sok-antal")).to_contain_text("snickerier")
    page.wait_for_url("**q=snickerier*")  # written after the last card is in place
    kept = page.eval_on_selector_all("main [data-verksamhet]", "(all) => all.filter((card) => card.was).length")
    after = _ids(page)
    assert set(after) & set(before)
    assert kept >= len(set(after) & set(before)) // 2
    assert len(after) == len(set(after))


def test_a_closed_facet_is_counted_when_it_is_opened(visit: Open) -> None:
    page = visit("sok/?visa=alla")
    everyone = _ids(page)
    assert everyone
    page.locator("#sok-fraga").fill("snickeri")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")  # the suggestions lie over the facets
    details = page.locator("details.sok-facett").first
    details.locator("summary").click()
    told = details.locator(".sok-antal").all_inner_texts()
    total = int(page.locator("#sok-antal").inner_text().split()[0])
    shown = [text for text in told if text]
    numbers = [[int(number) for number in re.findall(r"\d+", text)] for text in shown]
    assert all(len(pair) == 2 and sum(pair) <= total for pair in numbers), shown
    assert 0 < sum(fits for fits, _ in numbers) <= total, "every record lies somewhere, once"


def test_a_misspelt_word_tells_what_was_searched(visit: Open) -> None:
    page = visit("sok/?q=snikceri")
    assert _ids(page)
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
    assert _ids(page)


def test_escape_closes_suggestions_and_enter_searches(visit: Open) -> None:
    page = visit("sok/")
    _ids(page)
    page.locator("#sok-fraga").press_sequentially("djur")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#sok-antal")).to_be_focused()
    assert "hundpasset" in _ids(page) or "visas inte" in page.locator("[data-sok-dolda]").inner_text().lower()


def test_on_a_phone_the_facets_open_in_a_panel(visit: Open) -> None:
    page = visit("sok/")
    page.set_viewport_size({"width": 360, "height": 740})
    _ids(page)
    opener = page.get_by_role("button", name="Filter")
    expect(page.locator("#sok-panel")).to_be_hidden()
    opener.click()
    _facet(page, "Var", "Södermalm")
    close = page.locator("[data-sok-stang]")
    expect(close).to_contain_text("Visa")
    expect(page.locator("[data-sok-panelantal]")).to_contain_text("kan passa")
    assert page.locator("header").evaluate("(header) => header.inert")
    assert page.locator("nav.sok-listor").evaluate("(lists) => lists.inert")
    close.click()
    expect(page.locator("#sok-panel")).to_be_hidden()
    expect(opener).to_be_focused()
    assert not page.locator("header").evaluate("(header) => header.inert")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


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


def test_a_choice_sorts_who_fits_first_and_asks_about_the_others(visit: Open) -> None:
    page = visit("sok/?tider=sondag")
    shown = _ids(page)
    fits, maybe = (int(n) for n in re.findall(r"\d+", page.locator("#sok-antal").inner_text()))
    assert (fits > 0, maybe > 0) == (True, True)
    assert page.locator("[data-sok-traffar] > li").count() == fits, "those who say so stand first, on their own"
    part = page.locator("[data-sok-kan]")
    expect(part.get_by_role("heading", level=2)).to_have_text(f"Kan passa: {maybe}")
    expect(part).to_contain_text("Fråga vilka dagar det är öppet.")
    page.get_by_role("button", name="Visa fler").click()
    assert _ids(page)[: len(shown)] == shown
    _facet(page, "Var", "Farsta")
    expect(part.locator(".kort-varfor").first).to_contain_text("Fråga vilka dagar det är öppet.")


def test_values_in_a_facet_widen_and_the_page_says_so_or_that_all_must_hold(visit: Open) -> None:
    page = visit("sok/?omrade=farsta&omrade=bromma")
    _ids(page)
    expect(page.locator("[data-sok-brickor]")).to_contain_text(re.compile("Bromma.*eller.*Farsta"))
    page = visit("sok/?malgrupp=unga&malgrupp=beroende")
    _ids(page)
    expect(page.locator("[data-sok-brickor]")).to_contain_text(re.compile("beroende.*och.*Unga"))
    both = int(page.locator("#sok-antal").inner_text().split()[0])
    page = visit("sok/?malgrupp=unga")
    _ids(page)
    assert both < int(page.locator("#sok-antal").inner_text().split()[0])


def test_what_nobody_tells_of_is_no_choice(visit: Open, derived: Derived) -> None:
    page = visit("sok/")
    _ids(page)
    titles = page.locator("details.sok-facett:visible > summary").all_inner_texts()
    assert "Var" in titles
    assert "Öppet eller stängt" not in titles, "all open ones say the same"
    told = {slug for record in derived.catalogue.records for slug in record.sprak if not record.is_closed}
    page.locator("details.sok-facett", has_text="Språk").last.evaluate("(facet) => { facet.open = true; }")
    shown = page.locator("input[name=sprak]:visible")
    assert {box.get_attribute("value") for box in shown.all()} <= told


def test_a_condition_in_the_question_is_a_choice_with_one_press_to_undo(visit: Open) -> None:
    page = visit("sok/?q=fika%20s%C3%B6ndag")
    _ids(page)
    expect(page.locator("#sok-antal")).to_have_text(re.compile(r"^\d+ passar, \d+ kan passa för ”fika söndag”$"))
    chip = page.get_by_role("button", name="Ta bort Ur din fråga: Söndag")
    chip.click()
    expect(page.locator("#sok-antal")).to_have_text(re.compile(r"^\d+ träffar för ”fika söndag”$"))
    expect(chip).to_be_hidden()
    page.reload()
    expect(page.locator("#sok-antal")).to_contain_text("träffar")
    page.go_back()
    expect(chip).to_be_visible()
    assert page.title().startswith("fika söndag – ")


def test_a_condition_that_no_record_tells_of_is_owned_up_to(visit: Open) -> None:
    page = visit("sok/?q=slippa%20ringa")
    assert _ids(page)
    expect(page.locator("[data-sok-tyst]")).to_contain_text("”Du slipper ringa”: det vet vi inte.")
    expect(page.locator("#sok-antal")).to_contain_text("träffar")


def test_when_only_hidden_ones_match_they_are_shown_and_marked(visit: Open, derived: Derived) -> None:
    records = derived.catalogue.records
    texts = [f"{record}".lower() for record in records]
    names = [record.namn for record in records if record.forebild and record.namn.isalpha()]
    name = next(name for name in names if sum(name.lower() in text for text in texts) == 1)
    page = visit(f"sok/?q={name}")
    assert len(_ids(page)) == 1
    expect(page.locator(".kort-marke")).to_have_count(1)
    expect(page.locator("[data-sok-dolda]")).to_have_text("Vi hittar bara 1 exempel från en annan kommun.")
