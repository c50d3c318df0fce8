"""Errands that belong elsewhere: in two words, in parts, and in the definite form."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.search.test_heard import read


@pytest.mark.parametrize(
    "question", ["boka tid för pass", "låna e-böcker", "byta vårdcentral", "hur lång är bostadskön"]
)
def test_an_errand_of_others_finds_nothing(engine: Page, question: str) -> None:
    assert read(engine, question)["docs"] == []


@pytest.mark.parametrize("question", ["boka tid personligt ombud", "vårdcentral", "låna böcker på bibliotek"])
def test_its_words_apart_from_it_still_find(engine: Page, question: str) -> None:
    assert read(engine, question)["docs"]


def test_a_need_beside_it_is_still_heard(engine: Page) -> None:
    wished = read(engine, "vill boka tid för att prata med någon")["concepts"]
    assert "Kamratstöd / brukarförening" in wished


@pytest.mark.parametrize(
    "question", ["stöd vid hot eller våld", "jobba kort tid per dag", "rädd för hot eller slag", "hund men ensam"]
)
def test_words_beside_each_other_make_no_errand_of_one_word(engine: Page, question: str) -> None:
    """ "Hot eller" is no hotel, "kort tid" no short stay."""
    assert read(engine, question)["docs"]
