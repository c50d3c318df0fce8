"""Every kind of page in a real browser: accessible, silent, at home on its own origin, and no wider than the screen."""

from __future__ import annotations

import gzip
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.axe import begin_axe, end_axe
from tests.built.conftest import NOON, PATIENCE
from tests.built.kinds import kinds_of_page

# A scheme changes colours alone, and a width everything else.
LOOKS: tuple[tuple[int, Literal["light", "dark"], Literal["all", "contrast", "all but contrast"]], ...] = (
    (360, "light", "all"),
    (360, "dark", "contrast"),
    (1280, "light", "all but contrast"),
)
AT_A_TIME = 2
NARROWEST = 320
KILOBYTE = 1000
# Runs before the page: what the browser refuses is told, and what is told is kept.
_LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.refused.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
_TWICE_THE_TEXT = """() => {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
_WIDER = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((node) => node.getBoundingClientRect().right > width + 1)
    .slice(0, 3).map((node) => `${node.tagName}.${node.className}: ${Math.round(node.getBoundingClientRect().right)}`)
    .concat(`page: ${document.documentElement.scrollWidth}`);
}"""


@dataclass
class Visit:
    """What one page did when it was opened, and what was found wrong with it."""

    address: str
    said: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    wider: dict[str, list[str]] = field(default_factory=dict)
    violations: dict[str, list[str]] = field(default_factory=dict)


Visits = Mapping[str, Visit]


@pytest.fixture(scope="module")
def visits(browser: Browser, built: Path, address: str) -> Iterator[Visits]:
    """Each kind of page opened once; all tests below look at what was seen then."""
    # Without motion: a colour on its way to another would be measured halfway.
    context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    context.clock.set_fixed_time(NOON)
    context.add_init_script(_LISTEN)
    context.route("**/*", _without_leaving)
    kinds = list(kinds_of_page(built).items())
    found: dict[str, Visit] = {}
    for start in range(0, len(kinds), AT_A_TIME):
        some = {kind: _open(context, address + path) for kind, path in kinds[start : start + AT_A_TIME]}
        _look_closely(some.values())
        found |= {kind: visit for kind, (_, visit) in some.items()}
    yield found
    context.close()


def _without_leaving(route: Route) -> None:
    """A page that sends its reader on at once is held still, so that it can be looked at."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    answer = route.fetch()
    held = answer.text().replace('http-equiv="refresh"', 'name="held"')
    route.fulfill(response=answer, body=held)


def _open(context: BrowserContext, address: str) -> tuple[Page, Visit]:
    page, visit = context.new_page(), Visit(address)
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("response", lambda answer: visit.failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(address, wait_until="load")
    return page, visit


def _look_closely(pages: Collection[tuple[Page, Visit]]) -> None:
    for width, scheme, rules in LOOKS:
        for page, _ in pages:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            begin_axe(page, rules)
        for page, visit in pages:
            visit.violations[f"{width} {scheme}"] = end_axe(page)
    for page, visit in pages:
        _measure(page, visit)
        visit.refused = page.evaluate("window.refused")
        page.close()


def _measure(page: Page, visit: Visit) -> None:
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    visit.wider["as it is"] = page.evaluate(_WIDER)
    page.evaluate(_TWICE_THE_TEXT)
    visit.wider["twice the text"] = page.evaluate(_WIDER)


@pytest.mark.parametrize(("width", "scheme"), [look[:2] for look in LOOKS])
def test_no_accessibility_violation(width: int, scheme: str, visits: Visits) -> None:
    found = {kind: visit.violations[f"{width} {scheme}"] for kind, visit in visits.items()}
    assert {kind: told for kind, told in found.items() if told} == {}


def test_console_is_empty(visits: Visits) -> None:
    assert {kind: visit.said for kind, visit in visits.items() if visit.said} == {}


def test_nothing_is_refused_by_the_policy(visits: Visits) -> None:
    assert {kind: visit.refused for kind, visit in visits.items() if visit.refused} == {}


def test_no_request_leaves_the_site_or_fails(visits: Visits, address: str) -> None:
    for kind, visit in visits.items():
        assert [url for url in visit.requests if not url.startswith((address, "data:"))] == [], kind
        assert visit.failed == [], kind


@pytest.mark.parametrize("text", ["as it is", "twice the text"])
def test_nothing_is_wider_than_a_small_phone(text: str, visits: Visits) -> None:
    found = {kind: visit.wider[text] for kind, visit in visits.items()}
    assert {kind: told for kind, told in found.items() if told} == {}


def test_pages_are_light(visits: Visits, built: Path, address: str) -> None:
    """What a phone must fetch to see a page, as a web server would compress it."""
    weights = {kind: sum(_weight(built / name) for name in _files(visit, address)) for kind, visit in visits.items()}
    assert {kind: weight for kind, weight in weights.items() if weight >= _most(visits[kind])} == {}
    around = sum(_weight(built / name) for name in _files(visits["verksamhet/2"], address) if name[-5:] != ".html")
    records = {path: around + _weight(path) for path in built.glob("verksamhet/*/index.html")}
    assert {path: weight for path, weight in records.items() if weight >= 120 * KILOBYTE} == {}


def _most(visit: Visit) -> int:
    """The data of the search grows with the records, and is fetched where it is used: on its own page. The form is for
    those who write, and carries the whole contract."""
    has_search = any("/assets/sok/" in url and url.endswith("index.json") for url in visit.requests)
    is_form = any("/js/form/main.js" in url for url in visit.requests)
    return (240 if has_search or is_form else 150) * KILOBYTE


def _files(visit: Visit, address: str) -> set[str]:
    """Everything that was fetched, as files of the site; a page once, however often it was asked for."""
    names = {url.removeprefix(address).partition("?")[0] for url in visit.requests if url.startswith(address)}
    return {f"{name}index.html" if name.endswith("/") or not name else name for name in names}


def _weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def test_all_kinds_that_matter_are_among_the_visited(visits: Visits) -> None:
    """The finding of kinds itself: a change there must not quietly drop one."""
    wanted = {"index/0", "404/0", "sok/1", "ord/1", "a-o/1", "verksamhet/2", "verksamhet/2 stängd",
                              "verksamhet/2 förebild", "stadsdel/2", "stadsdel/2 flyttad", "stadsdel/3/blad",
                              "stadsdel/3/kort", "inriktning/2", "bidra/2 falt"}  # fmt: skip
    assert wanted <= set(visits)
