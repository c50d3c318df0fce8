"""What several tests do with the form's page: judge it, go on to the next step, read what it will send."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Locator, Page

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def assert_clean(page: Page) -> None:
    found = Axe().run(page, options=_RULES)
    told = [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary']}"
        for fault in found.response["violations"]
        for node in fault["nodes"]
    ]
    assert told == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def go_on(page: Page) -> None:
    page.locator(".formsteg:not([hidden])").get_by_role("button", name="Fortsätt").click()


def result_of(page: Page) -> str:
    return page.locator("[data-resultat] code").inner_text()


def tab_to(page: Page, target: Locator, most: int = 200) -> None:
    for _ in range(most):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard never came there")
