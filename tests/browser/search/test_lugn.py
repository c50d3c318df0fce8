"""Who tells of having no strength is led to the calm questions, by one line above the results."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from katalog.derive.vocabulary import Vocabularies
from tests.browser.search.conftest import Open, ids_on

TIRED = ["jag orkar inget", "orkar inte leta", "jag har ingen ork", "orkar inte så mycket"]
OTHERS = ["snickeri", "ensam", "komma igång", "farsta", "inga krav"]
_PHONE = {"width": 360, "height": 740}


def _ask(visit: Open, question: str) -> Page:
    page = visit(f"sok/?q={question}")
    expect(page.locator("#sok-antal")).to_contain_text(question)
    return page


@pytest.mark.parametrize("question", TIRED)
def test_a_question_without_strength_leads_to_the_calm_questions(question: str, visit: Open) -> None:
    page = _ask(visit, question)
    line = page.locator("[data-sok-lugn]")
    expect(line).to_contain_text("Du behöver inte läsa allt.")
    expect(line.get_by_role("link")).to_have_attribute("href", "../hitta-ratt/")
    assert ids_on(page)


@pytest.mark.parametrize("question", OTHERS)
def test_other_questions_do_not(question: str, visit: Open) -> None:
    expect(_ask(visit, question).locator(".sok-lugn")).to_be_hidden()


def test_somebody_in_crisis_meets_the_card_and_not_the_line(visit: Open) -> None:
    page = visit("sok/?q=orkar inte mer")
    expect(page.locator("[data-sok-kris] section")).to_be_visible()
    expect(page.locator(".sok-lugn")).to_be_hidden()


def test_it_comes_and_goes_while_one_types(visit: Open) -> None:
    page = _ask(visit, "snickeri")
    page.locator("#sok-fraga").fill("orkar inte")
    expect(page.locator(".sok-lugn")).to_be_visible()
    page.locator("#sok-fraga").fill("kafé")
    expect(page.locator(".sok-lugn")).to_be_hidden()


def test_the_first_card_stays_on_the_first_screen_of_a_telephone(visit: Open) -> None:
    page = visit("sok/")
    page.set_viewport_size(_PHONE)  # type: ignore[arg-type]  # a mapping with those keys
    page.locator("#sok-fraga").fill("jag orkar inget")
    expect(page.locator(".sok-lugn")).to_be_visible()
    name = page.locator("[data-sok-traffar] > li h3").first
    expect(name).to_be_in_viewport()


def test_it_is_known_by_what_the_search_knows(words: Vocabularies) -> None:
    source = words.schema.documents["sidsvar.json"]
    sections = {entry["adress"] for entry in source["avsnitt"]}
    needs = set(words.terms("behov"))
    signs = source["vagvisare"]["lugnt_vid"]
    assert signs
    assert [sign for sign in signs if sign not in sections | needs] == []
