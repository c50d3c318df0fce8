"""How a test asks the search page of the built site."""

from __future__ import annotations

from urllib.parse import quote

from playwright.sync_api import Page

READY = "[data-sok-yta]:not([data-sok-vantar])"


def ask(page: Page, address: str, question: str) -> None:
    page.goto(f"{address}sok/?q={quote(question)}")
    page.wait_for_selector(READY, state="attached")


def settled(page: Page) -> None:
    """Wait until the page has found, and has what it fetches afterwards: then nothing is laid anew under a measure."""
    page.wait_for_selector(READY, state="attached")
    page.wait_for_load_state("networkidle")
