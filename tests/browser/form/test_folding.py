"""What looks right and is another character is made right, where the writer can see it: when the field is left."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PHONES = {
    "no-break space": "08-508\u00a018\u00a0000",
    "en dash": "08\u2013508 18 000",
    "minus and thin space": "08\u2212508\u200918\u2009000",
    "hard hyphen and narrow space": "08\u2011508\u202f18\u202f000",
    "what nobody sees": "\u202d08-508\u200b 18 000\u202c",
    "wide digits": "\uff10\uff18\uff0d508 18 000",
    "tab and two spaces": "08-508\t18  000",
}


@pytest.mark.parametrize("name", PHONES)
def test_a_phone_number_is_folded_when_the_field_is_left(name: str, page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-hur")
    phone = page.get_by_label("Telefon", exact=True)
    phone.fill(PHONES[name])
    phone.blur()
    expect(phone).to_have_value("08-508 18 000")
    expect(page.locator(".har-fel")).to_have_count(0)


def test_numbers_and_postal_codes_are_folded(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-var")
    code = page.get_by_label("Postnummer", exact=True)
    code.fill("123\u00a047")
    code.blur()
    expect(code).to_have_value("123 47")
    page.goto(f"{address}bidra/formular/#steg-sanning")
    year = page.get_by_label("Uppgifterna är från", exact=True)
    year.fill("2\u00a0024\u200b")
    year.blur()
    expect(year).to_have_value("2024")


def test_prose_keeps_its_dashes_and_spaces(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/")
    box = page.get_by_label("Sammanfattning")
    box.fill("Öppet 9\u201312 kl.\u00a09\u200b och sköt\u00adsel")
    box.blur()
    expect(box).to_have_value("Öppet 9\u201312 kl.\u00a09 och skötsel")
