"""Every kind of page opened once in a real browser, and what was seen: by axe, in the console, on the network, beyond
the edge of the screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.axe import begin_axe, end_axe
from tests.built.conftest import NOON
from tests.built.kinds import kinds_of_page

# A scheme changes colours alone, and a width everything else.
Look = tuple[int, Literal["light", "dark"], Literal["all", "contrast", "all but contrast"]]
PHONE: Look = (360, "light", "all")
DARK: Look = (360, "dark", "contrast")
DESK: Look = (1280, "light", "all but contrast")
AT_A_TIME = 2
NARROWEST = 320
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


def visit_all(browser: Browser, built: Path, address: str, looks_of: Callable[[int], Sequence[Look]]) -> Visits:
    """`looks_of`: how the pair of pages of that number is judged."""
    # Without motion: a colour on its way to another would be measured halfway.
    context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE", reduced_motion="reduce")
    context.clock.set_fixed_time(NOON)
    context.add_init_script(_LISTEN)
    kinds = list(kinds_of_page(built).items())
    found: dict[str, Visit] = {}
    for start in range(0, len(kinds), AT_A_TIME):
        some = {kind: _open(context, address + path, kind) for kind, path in kinds[start : start + AT_A_TIME]}
        _look_closely(some.values(), looks_of(start // AT_A_TIME))
        found |= {kind: visit for kind, (_, visit) in some.items()}
    context.close()
    return found


def violations(visits: Visits) -> dict[str, dict[str, list[str]]]:
    """Kind -> look -> faults, of those that have any."""
    found = {kind: {look: told for look, told in visit.violations.items() if told} for kind, visit in visits.items()}
    return {kind: told for kind, told in found.items() if told}


def _without_leaving(route: Route) -> None:
    """A page that sends its reader on at once is held still, so that it can be looked at."""
    answer = route.fetch()
    held = answer.text().replace('http-equiv="refresh"', 'name="held"')
    route.fulfill(response=answer, body=held)


def _open(context: BrowserContext, address: str, kind: str) -> tuple[Page, Visit]:
    page, visit = context.new_page(), Visit(address)
    if "flyttad" in kind:  # only there: what goes this way is never taken from the browser's own store
        page.route(address, _without_leaving)
    page.on("console", lambda message: visit.said.append(message.text))
    page.on("pageerror", lambda error: visit.said.append(str(error)))
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("response", lambda answer: visit.failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(address, wait_until="load")
    return page, visit


def _look_closely(pages: Collection[tuple[Page, Visit]], looks: Sequence[Look]) -> None:
    for width, scheme, rules in looks:
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
