"""The week plan for everybody: watched for what is kept and sent, by keyboard, on paper, on a phone, without a script,
where the browser keeps nothing."""

from __future__ import annotations

import json
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.axe import assert_clean
from tests.browser.week.week_page import ADDRESS, IDS, KEY, open_context, open_page, set_time, week_text
from tests.sample import by_turns

_BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nej'); } })"


def test_all_of_it_goes_by_keyboard(page: Page) -> None:
    """Nothing has to be dragged, and the focus stays when the week is made anew."""
    box = page.get_by_label("Måndag 9–15, Snickeriet")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Måndag 9–15, Snickeriet")).to_be_focused()
    assert page.evaluate("location.hash") == "#bort=snickeriet:1-0900-1500"
    page.get_by_label("Ställe", exact=True).focus()
    for key in ("T", "Tab", "Space"):
        page.keyboard.press(key)
    page.get_by_label("Från", exact=True).focus()
    page.keyboard.type("1000a")  # the letter is for a browser that counts to twelve
    page.get_by_label("Till", exact=True).focus()
    page.keyboard.type("1130a")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#satt=tysta:1-1000-1130&bort=snickeriet:1-0900-1500"
    page.get_by_label("Väg in", exact=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Väg in", exact=True)).to_be_focused()


def test_the_key_tab_comes_to_every_control_in_its_order(page: Page) -> None:
    controls = page.locator(".veckoplan").locator("a[href], button, input, select, summary").locator("visible=true")
    number = controls.count()
    page.evaluate("""() => {
      window.met = [];
      document.addEventListener("focusin", ({ target }) => window.met.includes(target) || window.met.push(target));
    }""")
    controls.first.focus()
    for _ in range(number + 16):  # a field for a time has a stop for each of its parts
        page.keyboard.press("Tab")
    script = "(all) => window.met.filter((one) => one.closest('.veckoplan')).map((one) => all.indexOf(one))"
    met = page.evaluate(script, controls.element_handles())
    assert number > 30
    assert met == list(range(number))


def test_the_whole_tour_keeps_ids_alone_and_asks_for_the_sites_own_files(browser: Browser, root: str) -> None:
    context = open_context(browser)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(f"{request.method} {request.url} {request.post_data or ''}"))
    page = open_page(context, root, ids=IDS)
    set_time(page, "Tysta rummet", ["Tisdag", "Söndag"], "13:00", "14:30")
    set_time(page, "Annat som tar tid", ["Onsdag"], "08:00", "10:00")
    page.get_by_label("Måndag 9–15, Snickeriet").uncheck()
    page.get_by_label("När", exact=True).select_option("Kvällar (17–22)")
    page.get_by_label("Väg in", exact=True).select_option("Kom direkt")
    page.get_by_label("Hur länge").select_option("12 veckor")
    with page.expect_download():
        page.get_by_role("button", name="Ladda ner till kalendern").click()
    page.get_by_role("button", name="Kopiera som text").click()
    page.get_by_role("button", name="Kopiera länk till veckan").click()
    assert page.evaluate("({ ...localStorage })") == {KEY: json.dumps(IDS)}
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("indexedDB.databases()") == []
    assert context.cookies() == []
    assert page.evaluate("window.refused") == []
    for line in asked:
        method, address, *body = line.split(" ", 2)
        assert (method, body) == ("GET", [""]), line
        assert address.startswith((root, f"blob:{root}")), line
        assert "1300" not in address, "a set time was sent"
    context.close()


def test_no_field_takes_words_about_a_person(page: Page) -> None:
    kinds = page.evaluate("""[...document.querySelectorAll(
        ".veckoplan input, .veckoplan textarea, .veckoplan [contenteditable]")].map((one) => one.type)""")
    assert set(kinds) == {"checkbox", "time", "date"}
    expect(page.get_by_text("Skriv aldrig något om en person.")).to_be_visible()


def test_where_the_browser_keeps_nothing_the_link_carries_the_list(browser: Browser, root: str) -> None:
    context = open_context(browser)
    context.add_init_script(_BLOCKED)
    page = open_page(context, root, "#lista=snickeriet,tysta")
    assert "9–15 Snickeriet" in week_text(page)
    set_time(page, "Tysta rummet", ["Tisdag"], "16:00", "17:00")
    assert "16–17 Tysta rummet" in week_text(page)
    context.close()


def test_an_empty_list_leads_on(context: BrowserContext, root: str) -> None:
    page = open_page(context, root, ids=[])
    expect(page.get_by_role("link", name="Sök ett ställe")).to_be_visible()
    expect(page.get_by_role("heading", name="Underlag till planering")).to_be_visible()


def test_without_a_script_it_is_a_week_to_fill_in_by_hand(browser: Browser, root: str) -> None:
    context = open_context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}{ADDRESS}")
    told = page.locator("main noscript p").first  # what Playwright finds by its text is never in a noscript
    expect(told).to_be_visible()
    expect(told).to_contain_text("Veckoplanen behöver JavaScript")
    assert page.locator(".vecka-tom-plan tr").count() == 8
    for word in (
        "Syfte:",
        "Mål:",
        "Delmål:",
        "Uppgifter:",
        "Personens egen syn:",
        "Första uppföljning",
        "Sedan var tredje",
    ):
        expect(page.get_by_text(word, exact=False).first).to_be_visible()
    context.close()


@pytest.mark.parametrize(("width", "scheme"), by_turns([320, 360, 1280], ["light", "dark"]))
def test_it_is_accessible_and_no_wider_than_the_window(
    width: int, scheme: Literal["light", "dark"], browser: Browser, root: str
) -> None:
    context = open_context(browser, width, color_scheme=scheme)
    page = open_page(context, root, "#satt=tysta:2-1300-1430,kafeet:3-0900-1200,:1-0800-1000", ids=[*IDS, "borta"])
    assert_clean(page)
    context.close()


def test_no_box_of_the_picture_cuts_a_line_in_two(context: BrowserContext, root: str) -> None:
    """What has no room ends in dots; the days tell it whole."""
    short = (
        "#satt=tysta:1-0700-0715,tysta:2-0700-0730,tysta:3-0700-0745,tysta:4-0700-0800,tysta:5-0700-0840,:5-0700-0720"
    )
    page = open_page(context, root, short, ids=IDS)
    boxes = page.locator(".vecka-pass").evaluate_all("""(all) => all.map((box) => {
      const text = box.firstElementChild;
      const lines = text.clientHeight / parseFloat(getComputedStyle(text).lineHeight);
      return { text: text.textContent, lines, isInside: text.offsetHeight <= box.clientHeight };
    })""")
    assert len(boxes) == 13
    assert [box for box in boxes if not box["isInside"] or abs(box["lines"] - round(box["lines"])) > 0.1] == []
    assert any(box["text"] == "7.00–7.15 Tysta rummet" for box in boxes)


def test_twice_the_text_is_no_wider_than_the_window(browser: Browser, root: str) -> None:
    context = open_context(browser, 360)
    page = open_page(context, root, "#satt=tysta:2-1300-1430", ids=IDS)
    page.evaluate("document.documentElement.style.fontSize = '40px'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_on_paper_stand_the_week_its_parts_and_the_blank_fields(page: Page) -> None:
    page.emulate_media(media="print")
    for name in ("Veckan", "Stödets delar", "Underlag till planering"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    for name in ("Lägg in en tid", "Fyll lediga timmar", "Ta med veckan"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_hidden()
    pages = page.pdf(format="A4", print_background=True)
    assert 2 <= pages.count(b"/Type /Page\n") + pages.count(b"/Type /Page ") <= 3
