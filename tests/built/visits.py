"""Every kind of page opened once in a real browser, and what was seen: by axe, in the console, on the network, beyond
the edge of the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
# Markup that a reader sees as text, where no code is shown: of `noscript`, say, when a style makes it a box.
_AS_TEXT = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!/<\\/?[a-z]/i.test(text.data) || text.parentElement.closest("code, pre, script, style, textarea")) continue;
    range.selectNode(text);
    if (range.getClientRects().length) found.push(text.data.slice(0, 80));
  }
  return found;
}"""


@dataclass
class Visit:
    """What one page did when it was opened, and what was found wrong with it."""

    address: str
    said: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    as_text: list[str] = field(default_factory=list)
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
    windows = [_Window(context) for _ in range(AT_A_TIME)]
    found: dict[str, Visit] = {}
    for start in range(0, len(kinds), AT_A_TIME):
        pair = list(zip(kinds[start : start + AT_A_TIME], windows, strict=False))  # the last may be alone
        some = {kind: window.open(address + path, kind) for (kind, path), window in pair}
        _look_closely([window for _, window in pair], looks_of(start // AT_A_TIME))
        found |= some
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


class _Window:
    """One page for many visits, one after another: a new one for each takes as long as all that is looked at."""

    def __init__(self, context: BrowserContext) -> None:
        self.page, self.visit = context.new_page(), Visit("")
        self.page.on("console", lambda message: self.visit.said.append(message.text))
        self.page.on("pageerror", lambda error: self.visit.said.append(str(error)))
        self.page.on("request", lambda request: self.visit.requests.append(request.url))
        self.page.on("response", lambda answer: self.visit.failed.append(answer.url) if answer.status >= 400 else None)

    def open(self, address: str, kind: str) -> Visit:
        self.page.goto("about:blank")  # what the page before says as it goes is its own
        self.page.set_viewport_size({"width": DESK[0], "height": 800})
        self.page.emulate_media(color_scheme="light")
        self.visit = Visit(address)
        if "flyttad" in kind:  # only there: what goes this way is never taken from the browser's own store
            self.page.route(address, _without_leaving)
        self.page.goto(address, wait_until="load")
        self.page.unroute_all()
        return self.visit


def _look_closely(windows: Sequence[_Window], looks: Sequence[Look]) -> None:
    for width, scheme, rules in looks:
        for window in windows:
            window.page.set_viewport_size({"width": width, "height": 800})
            window.page.emulate_media(color_scheme=scheme)
            begin_axe(window.page, rules)
        for window in windows:
            window.visit.violations[f"{width} {scheme}"] = end_axe(window.page)
    for window in windows:
        _measure(window.page, window.visit)
        window.visit.refused = window.page.evaluate("window.refused")


def _measure(page: Page, visit: Visit) -> None:
    visit.as_text = page.evaluate(_AS_TEXT)
    page.set_viewport_size({"width": NARROWEST, "height": 800})
    visit.wider["as it is"] = page.evaluate(_WIDER)
    page.evaluate(_TWICE_THE_TEXT)
    visit.wider["twice the text"] = page.evaluate(_WIDER)
