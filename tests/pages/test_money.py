"""`/pengarna/`: every fact with its source and year; what is old, or of an unknown year, is told to be checked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from katalog.derive.money import Money
from katalog.record.schema import Schema
from tests.built.document import Document, text_of
from tests.support import IDAG, SCHEMA_FOLDER

CHECK = "Kontrollera innan du litar på det."
WRITTEN: dict[str, Any] = json.loads((SCHEMA_FOLDER / "pengar.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(documents: dict[str, Document]) -> Document:
    return documents["pengarna/index.html"]


def _facts() -> list[dict[str, Any]]:
    return [*(fact for one in WRITTEN["ersattningar"] for fact in one["uppgifter"]), *WRITTEN["alltid"]]


@pytest.mark.parametrize("fact", _facts(), ids=lambda fact: fact["text"][:20])
def test_a_fact_stands_with_its_source_and_year(fact: dict[str, Any], page: Document) -> None:
    [told] = [text_of(node) for node in page.main.iter("li") if text_of(node).startswith(fact["text"])]
    year = fact["kalla"]["ar"]
    assert f"Källa: {fact['kalla']['titel']}, {year or 'okänt år'}." in told
    assert (CHECK in told) == (year is None or int(IDAG[:4]) - year >= WRITTEN["hallbara_ar"])


def test_what_nobody_says_becomes_a_question(page: Document) -> None:
    unknown = [one for one in WRITTEN["ersattningar"] if not one["uppgifter"]]
    assert text_of(page.main).count("Det vet vi inte.") == len(unknown) > 0


@pytest.mark.parametrize(
    "word", ["Sjukersättning", "Aktivitetsersättning", "Försörjningsstöd", "SGI", "Bostadstillägg"]
)
def test_every_fear_has_a_heading_of_its_own(word: str, page: Document) -> None:
    assert any(word in text_of(node) for node in page.main.iter("h2"))


def test_each_who_answers_has_a_card(documents: dict[str, Document]) -> None:
    for one in WRITTEN["svarare"]:
        card = documents[f"pengarna/kort/{one['id']}/index.html"]
        told = [text_of(node) for node in card.main.iter("li")]
        assert [text.removesuffix("Svar:").strip() for text in told] == one["fragor"]


def test_a_fact_grows_old(schema: Schema) -> None:
    """On the first day of the second year after its own: from then on it may be two years old."""
    sick = Money(schema=schema, idag="2023-12-31").benefits[0]
    assert (sick.facts[0].is_old, sick.facts[0].holds_to) == (False, "2023-12-31")
    assert Money(schema=schema, idag="2024-01-01").benefits[0].facts[0].is_old


def test_it_grows_old_on_the_readers_clock(address: str, browser: Any) -> None:
    """A page that was built while the fact was new enough still says so later."""
    context: BrowserContext = browser.new_context()
    view = context.new_page()
    body = f"""<p id="a" data-haller-till="2020-12-31" hidden>A</p><p id="b" data-haller-till="2999-12-31" hidden>B</p>
               <script type="module" src="{address}assets/js/page.js"></script>"""
    view.route("**/pengarna/", lambda route: route.fulfill(body=body, content_type="text/html"))
    view.goto(f"{address}pengarna/")
    view.wait_for_selector("#a", state="visible")
    assert view.locator("#b").is_hidden()
    context.close()
