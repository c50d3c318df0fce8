"""Accessibility as axe-core judges it: WCAG 2.2 A and AA, and what is good practice."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Begun and not waited for, so that two pages can be looked at at a time.
_BEGIN = """(runOnly) => {
  window.told = axe.run(document, { runOnly, resultTypes: ["violations"] })
    .then((found) => found.violations.map((v) =>
      `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`));
}"""


def begin_axe(page: Page, only: str = "") -> None:
    """Start judging the page as it is now, by all rules or by the `only` one that is named; `end_axe` waits for the
    verdict."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(_BEGIN, {"type": "rule", "values": [only]} if only else {"type": "tag", "values": _TAGS})


def end_axe(page: Page) -> list[str]:
    """Each fault with the first places where it stands."""
    found: list[str] = page.evaluate("window.told")
    return found


def assert_clean(page: Page) -> None:
    """No fault, and nothing wider than the window."""
    begin_axe(page)
    assert end_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
