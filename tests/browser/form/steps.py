"""What several tests do with the form's page: go on to the next step, read what it will send."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def go_on(page: Page) -> None:
    page.locator(".formsteg:not([hidden])").get_by_role("button", name="Fortsätt").click()


def result_of(page: Page) -> str:
    return page.locator("[data-resultat] code").text_content() or ""


def choose(page: Page, question: str, word: str) -> None:
    """In a choice that is searched: the first that a part of a word finds."""
    page.get_by_role("group", name=question, exact=True).get_by_role("textbox").fill(word)
    page.keyboard.press("Enter")


def tab_to(page: Page, target: Locator, most: int = 200) -> None:
    for _ in range(most):
        if target.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the keyboard never came there")


def hold_mail(page: Page) -> None:
    """A link to a mail program does all but open one: there is none here."""
    page.evaluate("addEventListener('click', (e) => e.target.closest('a[href^=mailto]') && e.preventDefault())")
