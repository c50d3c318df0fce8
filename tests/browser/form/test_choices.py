"""Choices with many values are found by a part of a word, and chosen by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from katalog.record.schema import Schema, constants
from tests.axe import assert_clean

MANY = 9


def test_no_step_shows_more_choices_than_can_be_seen_at_once(page: Page, address: str, schema: Schema) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    for field, step in (("insatstyp", "vad"), ("inriktning", "vad-2"), ("malgrupp", "vem"), ("sprak", "var")):
        page.goto(f"{address}bidra/formular/#steg-{step}")
        values = constants(schema.fields[field]["items"]) or []
        box = page.get_by_role("group", name=schema.fields[field]["title"], exact=True)
        assert len(values) > MANY
        expect(box.get_by_role("checkbox")).to_have_count(0)
        box.get_by_role("button", name=f"Visa alla {len(values)}").click()
        expect(box.get_by_role("checkbox")).to_have_count(len(values))
        box.get_by_role("button", name="Dölj listan").click()
        expect(box.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("träff", "Träffpunkt / öppen verksamhet"),
        ("TRAFF", "Träffpunkt / öppen verksamhet"),
        ("öppen verk", "Träffpunkt / öppen verksamhet"),
        ("praktik", "Praktik"),
        ("dagverksamhet", "Sysselsättning"),  # another word for it
        ("klubb", "Fontänhus / klubbhus"),
    ],
)
def test_a_part_of_a_word_finds_the_choice_and_enter_takes_it(
    written: str, first: str, page: Page, address: str
) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    box = page.get_by_role("group", name="Vad det är", exact=True)
    box.get_by_role("textbox").fill(written)
    expect(box.get_by_role("checkbox").first).to_have_accessible_name(first)
    page.keyboard.press("Enter")
    expect(box.get_by_role("textbox")).to_be_focused()
    expect(box.get_by_role("textbox")).to_have_value("")
    expect(box.locator(".valda li")).to_have_text([f"{first}Ta bort"])
    expect(page.locator('p[role="status"].dold')).to_have_text(f"Valt: {first}.")


def test_what_is_chosen_keeps_its_order_and_can_be_taken_away(sized_page: Page, address: str) -> None:
    page = sized_page
    page.goto(f"{address}bidra/formular/#steg-vad")
    box = page.get_by_role("group", name="Vad det är", exact=True)
    for word in ("klubb", "osa"):
        box.get_by_role("textbox").fill(word)
        page.keyboard.press("Enter")
    expect(box).to_contain_text("Ordning: Fontänhus / klubbhus, Skyddat arbete (OSA).")
    assert_clean(page)
    box.get_by_role("button", name="Ta bort: Fontänhus / klubbhus").click()
    expect(box.get_by_role("textbox")).to_be_focused()
    expect(box.locator(".valda li")).to_have_count(1)
    box.get_by_role("button", name="Visa alla").click()
    expect(box.get_by_label("Skyddat arbete (OSA)", exact=True)).to_be_checked()
    expect(box.get_by_role("group", name="Arbete och praktik")).to_be_visible()
    assert_clean(page)


def test_a_word_that_fits_nothing_loses_nothing(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    box = page.get_by_role("group", name="Vad det är", exact=True)
    box.get_by_role("textbox").fill("xyz")
    expect(box.get_by_role("status")).to_have_text("Inget val passar ”xyz”. Prova ett annat ord, eller visa alla.")
    page.keyboard.press("Enter")
    expect(box.get_by_role("textbox")).to_have_value("xyz")
    expect(page.locator(".felruta")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(box.get_by_role("textbox")).to_have_value("")


def test_every_long_choice_of_the_schema_has_headings(schema: Schema) -> None:
    for name in ("insatstyp", "inriktning", "malgrupp", "kommun", "omrade", "ingang"):
        values = constants(schema.vocabularies[name]) or []
        assert [value["const"] for value in values if not value.get("x-rubrik")] == [], name
