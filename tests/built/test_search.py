"""The search on the built site: accessible in all its states, usable by keyboard alone, silent and at home."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.focus import SHOWS_FOCUS
from tests.sample import by_turns, some

WIDE = 60 * 16  # from this width on the facets stand beside the results
REACH = 150  # more stops than this is not within reach of a keyboard
# What the browser refuses is told where everything else is told.
_LISTEN = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`));
"""
_IS_FOCUSED = "(node) => node === document.activeElement"
_REFUSED = """() => new Promise((done) => {
  document.addEventListener("securitypolicyviolation", () => done(), { once: true });
  fetch("https://utanfor.test/").catch(() => undefined);
})"""


@pytest.fixture
def context(new_context: NewContext) -> BrowserContext:
    """Without motion: a colour on its way to another would be measured halfway."""
    made = new_context(reduced_motion="reduce")
    made.add_init_script(_LISTEN)
    return made


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def trouble(page: Page, address: str) -> list[str]:
    """All that the page said, was refused, asked for elsewhere or did not get; grows while the test runs."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else told.append(asked.url))
    page.on("response", lambda answer: told.append(answer.url) if answer.status >= 400 else None)
    return told


# States of /sok/: each opens the page at the address, brings it there, and waits until it is there.


def _opened(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    expect(_count(page)).to_be_visible()


def _count(page: Page) -> Locator:
    return page.locator("[data-sok-antal]")


def _hits(page: Page) -> Locator:
    return page.locator("[data-sok-traffar] > li")


def _facet(page: Page, title: str) -> Locator:
    return page.locator("details.sok-facett").filter(has=page.locator("summary", has_text=re.compile(f"^{title}")))


def _facet_panel(page: Page, root: str) -> None:
    _opened(page, f"{root}sok/")
    viewport = page.viewport_size
    if viewport and viewport["width"] < WIDE:
        page.get_by_role("button", name="Filter").click()
    facet = _facet(page, "Var")
    if facet.get_attribute("open") is None:  # where there is room it is open from the first
        facet.locator("summary").click()
    expect(facet.get_by_role("checkbox").first).to_be_visible()
    facet.get_by_role("checkbox").first.check()
    expect(facet.locator("summary")).to_contain_text("1 vald")


def _suggestions(page: Page, root: str) -> None:
    _opened(page, f"{root}sok/")
    page.get_by_role("combobox", name="Vad letar du efter?").press_sequentially("snick")
    expect(_options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(_options(page).first).to_have_attribute("aria-selected", "true")


def _options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Förslag").get_by_role("option")


def _results(page: Page, root: str) -> None:
    _opened(page, f"{root}sok/?q=snickeri")
    expect(_count(page)).to_have_text(re.compile(r"^\d+ träff(ar)? för ”snickeri”$"))
    expect(_hits(page).first).to_be_visible()


def _no_results(page: Page, root: str) -> None:
    _opened(page, f"{root}sok/?q=tandl%C3%A4kare")
    expect(_count(page)).to_have_text("Inga träffar")
    expect(page.get_by_text("Vi hittar inget här om ”tandläkare”.")).to_be_visible()
    expect(_hits(page)).to_have_count(0)
    _leads_to_lists(page)


def _nothing_left(page: Page, root: str) -> None:
    _opened(page, f"{root}sok/?aktualitet=bekraftat&insatstyp=arbetstraning")
    expect(_hits(page)).to_have_count(0)
    expect(_way_out(page)).to_be_visible()


def _way_out(page: Page) -> Locator:
    return page.get_by_role(
        "button", name=re.compile(r"^Ta bort ”(Bekräftat|Arbetsträning.*)”: (\d+ passar|Inget säkert), \d+ kan")
    )


def _fault(page: Page, root: str) -> None:
    page.route("**/index.json", _of_another_format)
    page.goto(f"{root}sok/", wait_until="load")
    expect(page.get_by_role("alert")).to_have_text(
        "Sökningen går inte att använda just nu. Gå till sökrutan igen för ett nytt försök, eller välj i listorna."
    )
    expect(page.locator("[data-sok-yta]")).to_be_hidden()
    _leads_to_lists(page)


def _of_another_format(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=json.dumps({**answer.json(), "format": 999}))


def _leads_to_lists(page: Page) -> None:
    lists = page.get_by_role("navigation", name="Listor")
    expect(lists.get_by_role("link", name="Alla verksamheter från A till Ö")).to_be_visible()
    lists.locator("summary", has_text="Stadsdelar").click()
    expect(lists.get_by_role("link", name="Farsta")).to_be_visible()


State = Callable[[Page, str], None]
STATES: dict[str, State] = {
    "facet panel": _facet_panel,
    "suggestions": _suggestions,
    "results": _results,
    "no results": _no_results,
    "nothing left": _nothing_left,
    "fault": _fault,
}


@pytest.mark.parametrize(("state", "width"), by_turns(some(STATES, 2), [360, 1280]))
def test_every_state_is_accessible_and_silent(
    state: str, width: int, page: Page, trouble: list[str], address: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    STATES[state](page, address)
    assert_clean(page)
    if state == "fault":  # told once, for whoever looks into it
        assert [text for text in trouble if not text.startswith("Sökningen kunde inte starta.")] == []
    else:
        assert trouble == []


def test_the_named_choice_brings_results_back(page: Page, trouble: list[str], address: str) -> None:
    _nothing_left(page, address)
    promised = re.findall(r"(?:\d+ passar|Inget säkert), \d+ kan passa", _way_out(page).inner_text())[-1]
    _way_out(page).focus()
    page.keyboard.press("Enter")
    expect(_count(page)).to_have_text(re.compile(rf"^{promised}$"))
    expect(_count(page)).to_be_focused()
    expect(_hits(page).first).to_be_visible()
    assert trouble == []


def test_a_suggestion_is_chosen_with_the_arrow_keys(page: Page, trouble: list[str], address: str) -> None:
    field = _type_from_the_start(page, address)
    option = _options(page).filter(has_text=re.compile("^Snickeri"))
    expect(option).to_be_visible()
    for _ in range(_options(page).count()):
        page.keyboard.press("ArrowDown")
        if option.get_attribute("aria-selected") == "true":
            break
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "no id")
    expect(field).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}sok/?inriktning=snickeri")
    expect(_hits(page).first).to_be_visible()
    assert trouble == []


def _type_from_the_start(page: Page, address: str) -> Locator:
    """A "/" on the start page leads to its search field, and is not written there."""
    page.goto(address, wait_until="load")
    page.keyboard.press("/")
    field = page.locator("input[name=q]:focus")
    expect(field).to_have_value("")
    expect(field).to_have_attribute("role", "combobox")
    page.keyboard.type("snickeri")
    expect(field).to_have_value("snickeri")
    return field


def test_from_a_question_to_a_record_and_back_by_keyboard(page: Page, trouble: list[str], address: str) -> None:
    _type_from_the_start(page, address)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}sok/?q=snickeri")
    expect(_hits(page).first).to_be_visible()

    facet = _facet(page, "Vad du gör")
    box = facet.locator("input[value=snickeri]")
    _tab_to(page, facet.locator("summary"))
    page.keyboard.press("Enter")
    expect(box).to_be_visible()
    _tab_to(page, box)
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    _expect_search(page, q="snickeri", inriktning="snickeri")
    told = _count(page).inner_text()

    hit = _hits(page).get_by_role("link").first
    name = hit.inner_text()
    _tab_to(page, hit)
    page.keyboard.press("Enter")
    page.wait_for_url("**/verksamhet/*/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)

    page.go_back()
    _expect_search(page, q="snickeri", inriktning="snickeri")
    expect(page.get_by_role("combobox", name="Vad letar du efter?")).to_have_value("snickeri")
    expect(_count(page)).to_have_text(told)
    expect(box).to_be_checked()
    expect(facet.locator("summary")).to_contain_text("1 vald")
    expect(page.get_by_role("button", name="Ta bort Snickeri")).to_be_visible()
    expect(_hits(page).get_by_role("link").first).to_have_text(name)
    page.go_back()
    _expect_search(page, q="snickeri")
    expect(box).not_to_be_checked()
    assert trouble == []


def _tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus stands there, and see that it shows."""
    for _ in range(REACH):
        page.keyboard.press("Tab")
        if wanted.evaluate(_IS_FOCUSED):
            assert page.evaluate(SHOWS_FOCUS)
            return
    raise AssertionError(f"not within reach of the keyboard: {wanted}")


def _expect_search(page: Page, **asked: str) -> None:
    wanted = {name: [value] for name, value in asked.items()}
    page.wait_for_url(lambda url: "/sok/" in url and parse_qs(urlsplit(url).query) == wanted)


def test_what_the_policy_refuses_is_heard(page: Page, trouble: list[str], address: str) -> None:
    """The listening itself: the tests above are worth nothing on a page that may ask anywhere."""
    _opened(page, f"{address}sok/")
    assert trouble == []
    page.evaluate(_REFUSED)
    assert any("refused: connect-src https://utanfor.test" in text for text in trouble)
