"""The search when a part of it does not come, what it says aloud, what it makes of odd addresses, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.kept_page import KeptPage
from tests.sample import by_turns, some

# Every file that the search cannot do without, and the kinds of pages that a reader asks from.
_PARTS = ("search-start.js", "nu.json", "search/main.js", "search/words.js", "core/voice.js", "index.json")
_PAGES = ("", "ord/", "sok/?q=snickeri")
_TOLD = re.compile("Sökningen går inte att använda just nu")
_WAITED_MS = 21_000  # the script gives up after 20 seconds
# What every live region on the page has said, empty texts left out.
_LISTEN = """() => {
  window.said = [];
  const look = () => {
    for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live]")) {
      const text = region.textContent;
      if (region.before !== text && text) window.said.push(text);
      region.before = text;
    }
  };
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
_TALL_ENOUGH = "() => document.documentElement.scrollHeight > 3 * innerHeight"


@pytest.fixture
def page(kept_page: KeptPage) -> Iterator[Page]:
    with kept_page.lent(1280, 720, is_silent=False) as page:
        yield page


def _field(page: Page) -> Locator:
    """The search field that a reader sees first."""
    return page.locator("input[name=q]:visible").first


def _fault(page: Page) -> Locator:
    return page.get_by_role("alert").filter(has_text=_TOLD)


def _count(page: Page) -> Locator:
    return page.locator("[data-sok-antal]")


def _expect_search(page: Page) -> None:
    expect(_field(page)).to_have_attribute("role", "combobox")
    expect(_fault(page)).to_have_count(0)
    if "q=snickeri" in page.url:
        expect(_count(page)).to_contain_text("för ”snickeri”")


@pytest.mark.parametrize(("part", "start"), by_turns(some(_PARTS, 2), list(_PAGES)))
def test_what_does_not_come_is_told_and_the_next_focus_tries_again(
    part: str, start: str, page: Page, address: str
) -> None:
    missing = re.compile(rf"/{re.escape(part)}(\?|$)")
    page.route(missing, lambda route: route.abort())
    page.goto(address + start, wait_until="load")
    if "q=" in start:
        expect(_field(page)).to_have_value("snickeri")
    else:
        _field(page).focus()
    expect(_fault(page)).to_be_visible()
    page.unroute(missing)
    page.locator("h1:not(.dold), .sok-listor h2").first.click()
    _field(page).focus()
    _expect_search(page)


@pytest.mark.parametrize("start", _PAGES)
def test_the_sentence_leads_to_the_lists(start: str, page: Page, address: str) -> None:
    page.route("**/nu.json", lambda route: route.fulfill(status=503, body="upptagen"))
    page.goto(address + start, wait_until="load")
    _field(page).focus()
    link = _fault(page).get_by_role("link", name="listorna")
    assert urljoin(page.url, link.get_attribute("href") or "").partition("?")[0].startswith(f"{address}sok/")
    link.click()
    page.wait_for_url("**#sok-listor")
    expect(page.get_by_role("link", name="Alla verksamheter från A till Ö")).to_be_in_viewport()


def _hold(route: Route) -> None:
    """No answer comes, and no fault either."""


@pytest.mark.parametrize("part", ["nu.json", "index.json", "search/words.js"])
def test_what_never_comes_is_told_in_time(part: str, browser: Browser, address: str) -> None:
    context = browser.new_context(locale="sv-SE")
    context.clock.install()
    page = context.new_page()
    page.route(re.compile(rf"/{re.escape(part)}(\?|$)"), _hold)
    with page.expect_request(re.compile(rf"/{re.escape(part)}(\?|$)")):
        page.goto(f"{address}sok/?q=snickeri", wait_until="load")
    page.clock.fast_forward(_WAITED_MS)
    expect(_fault(page)).to_be_visible()
    expect(_field(page)).to_have_value("snickeri")
    page.unroute_all()
    page.locator("h1:not(.dold), .sok-listor h2").first.click()
    _field(page).focus()
    _expect_search(page)
    context.close()


def test_what_was_fetched_ahead_and_failed_is_not_told_before_somebody_asks(page: Page, address: str) -> None:
    """A pointer over the field is a sign that the search is wanted soon, and no question yet."""
    page.route("**/nu.json", lambda route: route.abort())
    page.goto(address, wait_until="load")
    with page.expect_event("requestfailed"):
        _field(page).hover()
    expect(_fault(page)).to_have_count(0)


def test_the_start_page_fetches_no_search_that_nobody_has_asked_for(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert [url for url in asked if "/assets/sok/" in url] == []
    with page.expect_response("**/index.json"):
        _field(page).focus()


def test_typing_is_followed_by_one_word_about_the_results_and_one_about_suggestions(page: Page, address: str) -> None:
    page.goto(f"{address}sok/", wait_until="load")
    expect(_count(page)).to_contain_text("träffar")
    page.wait_for_timeout(1000)
    page.evaluate(_LISTEN)
    _field(page).focus()
    for letter in "snickeri och keramik":
        page.keyboard.type(letter)
        page.wait_for_timeout(90)
    page.wait_for_timeout(1500)
    said: list[str] = page.evaluate("window.said")
    told = _count(page).inner_text()
    assert said.count(told) == 1
    others = [text for text in said if text != told]
    # A slow machine may leave a pause between two letters; that is then one word more, never one for each letter.
    assert len(others) <= 3, said
    assert all("träff" in text or "förslag" in text for text in others), said


def test_the_number_of_suggestions_is_said_once(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    _field(page).focus()
    expect(_field(page)).to_have_attribute("role", "combobox")
    page.evaluate(_LISTEN)
    page.keyboard.type("snick", delay=60)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    page.wait_for_timeout(1500)
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.said") == [f"{options.count()} förslag. Välj med piltangenterna."]


# Addresses that somebody may write, share or have from before -> what they mean, and what is told of the rest.
@pytest.mark.parametrize(
    ("asked", "meant", "told"),
    some(
        [
            ("omrade=FARSTA", "omrade=farsta", ""),
            ("Omrade=Farsta", "omrade=farsta", ""),
            ("omrade=S%C3%B6dermalm", "omrade=sodermalm", ""),
            ("omrade=H%C3%84GERSTEN-%C3%84lvsj%C3%B6", "omrade=hagersten-alvsjo", ""),
            ("omrade=rinkeby-kista", "omrade=jarva", ""),
            ("omrade=finns-inte", "", "Var ”finns-inte”"),
            ("omrade=farsta&omrade=finns-inte", "omrade=farsta", "Var ”finns-inte”"),
            ("omrade=farsta,bromma", "", "Var ”farsta,bromma”"),
            ("stadsdel=farsta", "", "stadsdel ”farsta”"),
            ("ordning=baklanges", "", "ordning ”baklanges”"),
            ("visa=allt", "", "visa ”allt”"),
            ("visa=ALLA", "visa=alla", ""),
            ("ordning=A-%C3%96", "ordning=a-o", ""),
            ("fran=2020", "", "fran ”2020”"),
            ("omrade=", "", ""),
            ("utm_source=brev&fbclid=x", "", ""),
        ],
        4,
    ),
)
def test_a_choice_is_read_as_it_is_meant_or_told(asked: str, meant: str, told: str, page: Page, address: str) -> None:
    page.goto(f"{address}sok/?{meant}", wait_until="load")
    expect(_count(page)).to_contain_text(re.compile("träff|passar"))
    expected = _count(page).inner_text()
    page.goto(f"{address}sok/?{asked}", wait_until="load")
    expect(_count(page)).to_have_text(expected)
    notice = page.locator("[data-sok-okant]")
    if told:
        expect(notice).to_have_text(f"Adressen innehåller val som inte finns: {told}. Träffarna visas utan dem.")
        page.locator("#sok-ordning").select_option("senast")
    expect(notice).to_be_hidden()


def test_the_way_back_from_a_result_leads_to_where_the_reader_was(page: Page, address: str) -> None:
    """The browser of the tests keeps no page whole: it makes it anew, as many do."""
    page.goto(f"{address}sok/?visa=alla", wait_until="load")
    expect(page.locator("[data-sok-traffar] > li")).to_have_count(25)
    page.get_by_role("button", name="Visa fler").click()
    expect(page.locator("[data-sok-traffar] > li")).to_have_count(50)
    page.wait_for_function(_TALL_ENOUGH)
    card = page.locator("[data-sok-traffar] > li").nth(40)
    card.scroll_into_view_if_needed()
    stood = page.evaluate("scrollY")
    name = card.get_by_role("link").inner_text()
    card.get_by_role("link").click()
    page.wait_for_url("**/verksamhet/*/")
    page.evaluate("window.elsewhere = true")
    page.go_back()
    page.wait_for_url("**/sok/**")
    assert page.evaluate("window.elsewhere") is None
    expect(page.locator("[data-sok-traffar] > li")).to_have_count(50)
    expect(page.get_by_role("link", name=name, exact=True).first).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - stood) < 10
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
