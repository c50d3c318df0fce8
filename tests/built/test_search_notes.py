"""Above the results on the built site: the crisis card (also from the address, and by keyboard), where the nearest is,
and what was understood of another language, whose words are fetched only then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Request, expect

from tests.axe import assert_clean
from tests.built.asking import ask
from tests.built.conftest import NewContext
from tests.kept_page import KeptPage
from tests.sample import by_turns


@pytest.fixture
def page(kept_page: KeptPage) -> Iterator[Page]:
    with kept_page.lent(1280, 720) as page:
        yield page


@pytest.mark.parametrize(("width", "scheme"), by_turns([360, 1280], ["light", "dark"]))
def test_the_card_stands_alone_for_a_wish_to_die(
    new_context: NewContext, address: str, width: int, scheme: str
) -> None:
    page = new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    ).new_page()
    ask(page, address, "jag vill bara dö")
    card = page.locator("[data-sok-kris] section")
    expect(card).to_be_visible()
    expect(card.locator("a[href='tel:112']")).to_be_in_viewport()
    assert page.locator("[data-verksamhet]").count() == 0
    expect(page.locator("[data-sok-yta]")).to_be_hidden()
    expect(page.locator(".sok-listor")).to_be_hidden()
    assert_clean(page)


def test_the_card_goes_when_the_question_does(page: Page, address: str) -> None:
    ask(page, address, "vill inte leva")
    expect(page.locator("[data-sok-kris] h2")).to_be_visible()
    field = page.locator("[data-sok-sida] input[name=q]")
    field.fill("snickeri")
    expect(page.locator("[data-sok-kris] h2")).to_have_count(0)
    expect(page.locator("[data-sok-traffar] > li").first).to_be_visible()
    field.fill("jag vill dö")
    field.press("Enter")
    expect(page.locator("[data-sok-kris] h2")).to_be_focused()


def test_records_follow_the_card_for_the_bereaved(page: Page, address: str) -> None:
    ask(page, address, "min vän tog sitt liv")
    expect(page.locator("[data-sok-kris] section")).to_be_visible()
    expect(page.locator("[data-sok-traffar] [data-verksamhet]").first).to_have_attribute(
        "data-verksamhet", "spes-stockholm"
    )
    page.locator(".kris-mer a").click()
    expect(page.locator("h1")).to_have_text("Akut hjälp")


def test_the_page_says_where_the_nearest_is(page: Page, address: str) -> None:
    ask(page, address, "teater i Kista")
    expect(page.locator("[data-sok-not]")).to_contain_text("Inget för ”teater” i Kista. Närmast: ")
    ask(page, address, "teater")
    expect(page.locator("[data-sok-not]")).to_be_hidden()


def test_other_languages_are_fetched_only_for_a_question_in_one(page: Page, address: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url.rpartition("/")[2])

    page.on("request", note)
    ask(page, address, "snickeri")
    expect(page.locator("[data-sok-traffar] > li").first).to_be_visible()
    assert "sprak.json" not in asked
    page.locator("[data-sok-sida] input[name=q]").fill("أريد تعلم الخياطة")
    expect(page.locator("[data-sok-not]")).to_contain_text("Vi läser frågan på arabiska")
    expect(page.locator("[data-sok-traffar] > li").first).to_be_visible()
    assert asked.count("sprak.json") == 1


def test_without_a_script_the_search_page_leads_to_the_numbers(new_context: NewContext, address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}sok/")
    page.locator("main a[href$='akut/']").first.click()
    expect(page.locator("a[href='tel:112']")).to_be_visible()
    expect(page.locator("a[href='tel:1177']")).to_be_visible()
