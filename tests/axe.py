"""Accessibility as axe-core judges it: WCAG 2.2 A and AA, and what is good practice.

Contrast takes most of the time. Of what looks the same on a page, in places that look the same, three are measured; in
full (tests/sample.py) every one.
"""

from __future__ import annotations

from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Page

from tests.sample import ALL

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_CONTRAST = "color-contrast"
_BY_TAG: dict[str, object] = {"runOnly": {"type": "tag", "values": _TAGS}}
_RULES: dict[str, dict[str, object]] = {
    "all": _BY_TAG,
    "contrast": {"runOnly": {"type": "rule", "values": [_CONTRAST]}},
    "all but contrast": {**_BY_TAG, "rules": {_CONTRAST: {"enabled": False}}},
}
# Begun and not waited for, so that two pages can be looked at at a time. Without `preload` axe lays no style element of
# its own in a page's shadow, which the policy would refuse; what that leaves out is in tests/house/test_orientation.py.
_BEGIN = """(chosen) => {
  const repeated = chosen.measured ? markRepeated(chosen.measured) : [];
  delete chosen.measured;
  window.told = axe.run(document, { ...chosen, preload: false, resultTypes: ["violations"] })
    .then((found) => found.violations.map((v) =>
      `${v.id}: ${v.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`))
    .finally(() => repeated.forEach((node) => node.removeAttribute("data-axe-repeated")));

  function markRepeated(most) {
    axe.configure({ rules: [{ id: "color-contrast", selector: "*:not([data-axe-repeated])" }] });
    const looks = new Map();
    const counts = [];
    const numbers = new Map();
    const found = [...document.body.querySelectorAll("*")].filter((node) => {
      const s = getComputedStyle(node);
      const look = [numbers.get(node.parentNode), node.tagName, node.className, s.color, s.backgroundColor,
        s.backgroundImage, s.fontSize, s.fontWeight, s.opacity, s.position, s.textShadow, s.visibility].join("|");
      const number = looks.get(look) ?? looks.size;
      looks.set(look, number);
      numbers.set(node, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return counts[number] > most;
    });
    for (const node of found) node.setAttribute("data-axe-repeated", "");
    return found;
  }
}"""
_MEASURED = 0 if ALL else 3  # 0: all


def begin_axe(page: Page, rules: Literal["all", "contrast", "all but contrast"] = "all") -> None:
    """Start judging the page as it is now; `end_axe` waits for the verdict. Contrast takes half of the time."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    page.evaluate(_BEGIN, {**_RULES[rules], "measured": 0 if rules == "all but contrast" else _MEASURED})


def end_axe(page: Page) -> list[str]:
    """Each fault with the first places where it stands."""
    found: list[str] = page.evaluate("window.told")
    return found


def assert_clean(page: Page) -> None:
    """No fault, and nothing wider than the window."""
    begin_axe(page)
    assert end_axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
