"""A link that asks for some fields of a record: the form shows those alone, and its review."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from katalog.record.model import Catalogue
from tests.axe import assert_clean
from tests.browser.form.steps import go_on

RECORD = "rondellen-solberga"


def _open(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}bidra/formular/?{query}")
    expect(page.locator(".formsteg:visible")).to_be_visible()


def test_a_question_on_the_page_is_answered_in_one_step(sized_page: Page, address: str, catalogue: Catalogue) -> None:
    page = sized_page
    asks = next(record for record in catalogue.records if not (record.tider or record.is_closed or record.forebild))
    page.goto(f"{address}verksamhet/{asks.id}/")
    asked = page.locator(".vet-inte > .fragor > li")
    number = asked.count()
    assert number
    page.get_by_role("link", name="Fick du svar? Fyll i det").click()
    step = page.locator(".formsteg:visible")
    expect(step.locator("> .fraga")).to_have_count(number)
    expect(page.locator(".steg li")).to_have_count(0)  # one screen: nothing to go between
    expect(page.locator("main")).to_contain_text(f"Här är de {number} frågor som länken gäller.")
    assert_clean(page)
    step.get_by_label("Tider", exact=True).fill("mån från 9")
    go_on(page)
    expect(page.get_by_role("heading", name="Granska och skicka")).to_be_focused()
    expect(page.get_by_label("Tider", exact=True)).to_be_visible()  # what was asked for stays above its review
    changed = page.get_by_label("Det här ändras")
    expect(changed.locator("dt")).to_have_text(["Tider"])
    expect(changed.locator("dd").last).to_contain_text("Måndag från 09:00")


@pytest.mark.parametrize(
    ("query", "fields", "told"),
    [
        ("falt=tider", 1, "Här är frågan som länken gäller."),
        ("falt=tider&falt=plats,%20tider", 2, "Här är de 2 frågor som länken gäller."),
        ("falt=plats,parkering,%3Cb%3E", 1, "Länken frågar efter något som inte finns här: parkering, <b>."),
    ],
)
def test_names_are_read_once_and_unknown_ones_told(
    query: str, fields: int, told: str, page: Page, address: str
) -> None:
    _open(page, address, f"post={RECORD}&{query}")
    expect(page.locator(".formsteg:visible > .fraga")).to_have_count(fields)
    expect(page.locator("main")).to_contain_text(told)


@pytest.mark.parametrize(
    ("query", "steps"), [(f"post={RECORD}&falt=parkering", 12), (f"post={RECORD}&falt=", 12), ("falt=tider", 2)]
)
def test_without_a_field_to_show_the_form_is_as_ever(query: str, steps: int, page: Page, address: str) -> None:
    """All steps for a record that there is, the shortest way for a new one."""
    _open(page, address, query)
    expect(page.locator(".steg li")).to_have_count(steps)
    expect(page.get_by_label("Namn", exact=True)).to_be_visible()


def test_the_way_to_all_questions_is_there(page: Page, address: str) -> None:
    _open(page, address, f"post={RECORD}&falt=tider")
    page.get_by_role("link", name="Visa alla frågor").click()
    expect(page.locator(".steg li")).to_have_count(12)


def test_a_group_that_is_asked_for_alone_stands_open(page: Page, address: str) -> None:
    _open(page, address, f"post={RECORD}&falt=tillganglighet")
    expect(page.locator(".formsteg:visible details.fallt[open] > summary")).to_contain_text("frågor")
    _open(page, address, f"post={RECORD}&falt=tillganglighet,plats")
    expect(page.locator(".formsteg:visible details.fallt[open]")).to_have_count(0)
