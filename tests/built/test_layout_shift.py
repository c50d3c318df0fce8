"""Nothing on a page moves by itself while it loads, on a cheap phone with a slow network, where it comes in pieces and
is painted between them, and on a desk: as the browser counts it
(https://web.dev/articles/cls, read 2026-11; good is below 0.1, ours is stricter)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, CDPSession, Page

from tests.built.asking import settled
from tests.built.kinds import kinds_of_page
from tests.sample import some
from tests.server import serving

_MOST = 0.02
_SLOWER = 4  # a cheap phone; what a script moves it moves on a desk as well, where nobody waits
# States of the search that differ in what stands above and below the results.
_SEARCHES = {"many": "sok/?q=snickeri", "none": "sok/?q=tandl%C3%A4kare", "chosen": "sok/?omrade=farsta&visa=alla",
             "unknown": "sok/?omrade=finns-inte"}  # fmt: skip
_LISTEN = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const what = entry.sources.map(({ node }) => node?.className || node?.nodeName || "").join(" ");
    if (!entry.hadRecentInput) window.moved.push([entry.value, what]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""
_SETTLED_MS = 300
_PAUSE = 0.04  # seconds: more than the two frames that a paint takes


class Screen(NamedTuple):
    """Pixels; seconds between the pieces of a page; how many times slower its processor is."""

    size: tuple[int, int]
    pause: float
    slower: float


PHONE, DESK = Screen((360, 740), _PAUSE, _SLOWER), Screen((1280, 800), 0, 1)


@pytest.mark.parametrize(("screen", "every"), [(PHONE, 12), (DESK, 18)], ids=["phone", "desk"])
def test_nothing_moves_while_a_page_loads(screen: Screen, every: int, browser: Browser, built: Path) -> None:
    width, height = screen.size
    context = browser.new_context(viewport={"width": width, "height": height}, locale="sv-SE")
    context.add_init_script(_LISTEN)
    page = context.new_page()
    client = context.new_cdp_session(page)
    kinds = [(kind, path) for kind, path in kinds_of_page(built).items() if "flyttad" not in kind]
    with serving(built, pause=screen.pause) as address:
        tried = {**dict(some(kinds, every)), **_SEARCHES}
        moved = {kind: _moved(page, client, screen.slower, address + path) for kind, path in tried.items()}
    context.close()
    assert {kind: found for kind, found in moved.items() if sum(value for value, _ in found) > _MOST} == {}


def _moved(page: Page, client: CDPSession, slower: float, address: str) -> list[tuple[float, str]]:
    client.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address, wait_until="load")
    if "/sok/" in address:
        settled(page)
    client.send("Emulation.setCPUThrottlingRate", {"rate": 1})  # a slowed browser works all the time that it waits
    page.wait_for_timeout(_SETTLED_MS)
    found: list[tuple[float, str]] = page.evaluate("window.moved")
    return found
