"""A browser from 2020 fills in the form as any other: the same record, the same faults."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.form.steps import choose, result_of
from tests.browser.form.test_start import LACKS

GIVEN = ("lookbehind", "structuredClone", "replaceChildren", "hasOwn", "at")
_MORE = "delete String.prototype.replaceAll; delete Array.prototype.findLast; delete Object.groupBy;"


@pytest.fixture(params=["of today", "from 2020"])
def either(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="sv-SE")
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    if request.param == "from 2020":
        page.add_init_script(";".join([_MORE, *(LACKS[name] for name in GIVEN)]))
    yield page
    context.close()
    assert said == []


def test_the_same_record_and_the_same_faults(either: Page, address: str) -> None:
    page = either
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Namn", exact=True).fill("Textilverkstaden")
    choose(page, "Vad det är", "träff")
    page.get_by_role("combobox", name="Var", exact=True).select_option("farsta")
    page.get_by_label("Sammanfattning", exact=True).fill("Sy, väv\u200b och laga. Ring 070-174 06 05.")
    page.get_by_label("Tider", exact=True).fill("mån\u2013tor 9-15")
    page.get_by_label("Varifrån du vet det", exact=True).fill("Verksamheten själv")
    page.get_by_label("Varifrån du vet det", exact=True).press("Enter")
    told = page.locator(".felruta a")
    expect(told.first).to_contain_text("Det här ser ut som ett mobilnummer.")
    page.get_by_label("Sammanfattning", exact=True).fill("Sy, väv\u200b och laga kläder i lugn takt.")
    page.get_by_label("Första steget", exact=True).fill("Ring och boka.")
    page.get_by_role("combobox", name="Var", exact=True).select_option("hela-landet")
    page.get_by_label("Kontakt", exact=True).fill("info@exempel.se")
    page.get_by_role("button", name="Fortsätt och granska").click()
    expect(told.first).to_contain_text("Texten säger åt läsaren att ringa, men det finns inget nummer.")
    page.get_by_label("Kontakt", exact=True).fill("08/465 00 400")
    page.get_by_role("button", name="Fortsätt och granska").click()
    text = result_of(page)
    assert "sammanfattning: Sy, väv och laga kläder i lugn takt.\n" in text
    assert "telefon: 08-465 00 400\n" in text
    assert text.count("fran: ") == 4


def test_a_record_is_read_and_corrected(either: Page, address: str) -> None:
    page = either
    page.goto(f"{address}bidra/formular/?post=framja")
    page.get_by_label("Namn", exact=True).fill("Främja igen")
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.locator(".formsteg:visible h2")).to_have_text("Granska och skicka")
    assert "namn: Främja igen\n" in result_of(page)
