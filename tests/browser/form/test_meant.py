"""What people write is understood as they meant it, or left for a fault to ask about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from katalog.record.model import Catalogue
from tests.axe import assert_clean
from tests.support import IDAG

MONEY, YEAR, WHOLE, DAY = "kostnad_for_dig/belopp_kr", "uppgifter_fran", "platser/antal", "senast_bekraftad"
FROM, TO, PHONE = "tider/fran", "tider/till", "kontakt/telefon"
MAIL, WEB, CODE = "kontakt/epost", "kontakt/webb", "plats/postnummer"
# Field -> what is written -> what it is read as; None: it is asked about.
CASES: dict[str, dict[str, str | None]] = {
    MONEY: {
        "1 200,50 kr": "1200,50", "1.200:-": "1200", "300 kr/dag": "300", "300:-": "300", "1 200": "1200",
        "12.5": "12,5", "50 kr i timmen": "50", "SEK 40": "40", "1.200,50": "1200,50", "5000.-": "5000",
        "1.200": None, "1,200": None, "gratis": None, "ca 300": None, "inte 5": None, "1,200.50": None, "3-5 kr": None,
    },
    YEAR: {"år 2026": "2026", "2026.": "2026", "2 024": "2024", "2012-2014": None, "20.26": None},
    WHOLE: {"20 platser": "20", "1.200": "1200", "12,0": "12", "1 200 st": "1200", "12,5": None, "ca 450": None},
    DAY: {
        "26/11 2026": "2026-11-26", "26 nov 2026": "2026-11-26", "26.11.2026": "2026-11-26", "20261126": "2026-11-26",
        "den 26 november 2026": "2026-11-26", "2026/11/6": "2026-11-06", "2026-1-5": "2026-01-05",
        "26/11/26": "2026-11-26", "5 maj 2025": "2025-05-05", "idag": IDAG,
        "26/11": None, "31/2 2026": None, "11/12 26": None, "november 2026": None, "1 m 2026": None,
    },
    FROM: {
        "9": "09:00", "9.00": "09:00", "kl 9": "09:00", "0900": "09:00", "9-12": "09:00", "kl. 9.30": "09:30",
        "midnatt": "00:00", "24": None, "25": None, "9.75": None,
    },
    TO: {"16": "16:00", "24": "24:00", "midnatt": "24:00", "16.30": "16:30", "24.30": None},
    PHONE: {
        "08/465 00 400": "08-465 00 400", "(08) 465 004 00": "08 465 004 00", "Tel: 08-465 004 00": "08-465 004 00",
        "+46 (0)8-465 004 00": "+46 8-465 004 00", "08.465.00.40": "08 465 00 40", "ring oss": None, "112": None,
    },
    MAIL: {
        "mailto:info@exempel.se": "info@exempel.se", "info (at) exempel.se": "info@exempel.se",
        "<info@exempel.se>": "info@exempel.se", "info @ exempel.se": "info@exempel.se", "info": None,
    },
    WEB: {
        "exempel.se": "https://exempel.se", "www.exempel.se/om": "https://www.exempel.se/om",
        "http//exempel.se": "https://exempel.se", "<https://exempel.se>": "https://exempel.se", "hej": None,
    },
    CODE: {"123-45": "123 45", "SE-123 45": "123 45", "s-12345": "123 45", "123 45 Farsta": None, "1234": None},
}  # fmt: skip


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}assets/favicon.svg")
    yield page
    page.close()


def _rule(words: dict[str, Any], place: str) -> dict[str, Any]:
    node: dict[str, Any] = words["regel"]
    for name in place.split("/"):
        node = node["properties"][name]
        node = node.get("items", node) if "items" in node else node
    return node


@pytest.mark.parametrize("place", CASES)
def test_a_text_is_read_as_it_was_meant(place: str, reader: Page, form_words: dict[str, Any]) -> None:
    found = reader.evaluate(
        """async ([texts, rule, calendar]) => {
          const { meantBy } = await import("/assets/js/form/meant.js");
          return texts.map((text) => meantBy(text, rule, calendar)?.text ?? null);
        }""",
        [
            list(CASES[place]),
            _rule(form_words, place),
            {"months": form_words["tillit"]["manader"], "today": IDAG},
        ],
    )
    assert dict(zip(CASES[place], found, strict=True)) == CASES[place]


HOURS: dict[str, list[dict[str, str]]] = {
    "mån–fre 9–16": [{"dag": "vardagar", "fran": "09:00", "till": "16:00"}],
    "Måndagar: kl 9-12": [{"dag": "mandag", "fran": "09:00", "till": "12:00"}],
    "tis och tors 9.30-12": [
        {"dag": "tisdag", "fran": "09:30", "till": "12:00"},
        {"dag": "torsdag", "fran": "09:30", "till": "12:00"},
    ],
    "fre 18-02": [
        {"dag": "fredag", "fran": "18:00", "till": "24:00"},
        {"dag": "lordag", "fran": "00:00", "till": "02:00"},
    ],
    "vardagar 9-12, 13-16": [
        {"dag": "vardagar", "fran": "09:00", "till": "12:00"},
        {"dag": "vardagar", "fran": "13:00", "till": "16:00"},
    ],
    "ons 0900-1200 (sygrupp)": [{"dag": "onsdag", "fran": "09:00", "till": "12:00", "vad": "sygrupp"}],
    "alla dagar dygnet runt": [{"dag": "alla-dagar", "fran": "00:00", "till": "24:00"}],
    "helger 11-15": [
        {"dag": "lordag", "fran": "11:00", "till": "15:00"},
        {"dag": "sondag", "fran": "11:00", "till": "15:00"},
    ],
    "tisdag från 13": [{"dag": "tisdag", "fran": "13:00"}],
    "lör": [{"dag": "lordag"}],
    "Ring för tider": [{"vad": "Ring för tider"}],
    "mån 9-25": [{"vad": "mån 9–25"}],  # not understood: kept, and told
    "": [],
}
_HOURS = """async ([texts, rows, values, hours]) => {
  const { dayWords, hoursMeant, hoursText } = await import("/assets/js/form/meant-hours.js");
  const words = dayWords(values, hours);
  return [texts.map((text) => hoursMeant(text, words)), rows.map((one) => {
    const text = hoursText(one, words);
    return text === null ? null : hoursMeant(text, words).rows;
  })];
}"""


def test_hours_in_ones_own_words_become_rows_and_back(
    reader: Page, form_words: dict[str, Any], catalogue: Catalogue
) -> None:
    raw = [_times(record) for record in catalogue.records if record.tider]
    read, back = reader.evaluate(_HOURS, [list(HOURS), raw, form_words["vokabular"]["dag"], form_words["tidord"]])
    assert {text: one["rows"] for text, one in zip(HOURS, read, strict=True)} == HOURS
    assert [text for text, one in zip(HOURS, read, strict=True) if one["unclear"]] == ["mån 9-25"]
    said = [(rows, again) for rows, again in zip(raw, back, strict=True) if again is not None]
    assert [rows for rows, again in said if rows != again] == [], "what can be said in a line is read back as it was"
    assert len(said) > len(raw) / 2


def _times(record: Any) -> list[dict[str, Any]]:
    keys = ("dag", "fran", "till", "ungefar", "vad")
    return [{key: row[key] for key in keys if key in row} for row in record.tider]


def test_what_was_understood_is_shown_beside_the_field(sized_page: Page, address: str) -> None:
    page = sized_page
    page.goto(f"{address}bidra/formular/#steg-sanning")
    day = page.get_by_label("Senast bekräftad", exact=True)
    day.fill("26 nov 2025")
    day.blur()
    expect(day).to_have_value("2025-11-26")
    expect(page.locator(".forstatt:visible")).to_have_text("Vi läser det som 26 november 2025.")
    day.fill("26/11")
    expect(page.locator(".forstatt:visible")).to_have_count(0)
    day.blur()
    expect(page.locator(".har-fel")).to_contain_text("Skriv en dag som finns, med dag, månad och år")
    assert_clean(page)


def test_an_amount_tells_what_it_is_for_and_a_span_where_it_ends(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-far")
    page.get_by_role("button", name="Lägg till en kostnad").click()
    row = page.get_by_role("group", name="Kostnad 1")
    cost = row.get_by_label("Belopp i kronor", exact=True)
    cost.fill("1 200,50 kr/månad")
    cost.blur()
    expect(cost).to_have_value("1200,50")
    expect(row.get_by_label("Per", exact=True)).to_have_value("manad")
    expect(row.locator(".forstatt:visible")).to_have_text("Vi läser det som 1200,50. Per: månad.")
    page.goto(f"{address}bidra/formular/#steg-nar")
    page.get_by_role("button", name="Lägg till en tid").click()
    row = page.get_by_role("group", name="Tid 1")
    start = row.get_by_label("Från", exact=True)
    start.fill("9-12")
    start.blur()
    expect(start).to_have_value("09:00")
    expect(row.get_by_label("Till", exact=True)).to_have_value("12:00")


_PASTE = """(node, text) => {
  const data = new DataTransfer();
  data.setData("text", text);
  node.focus();
  node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


def test_what_is_pasted_keeps_its_words_apart_and_loses_what_nobody_sees(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad")
    name = page.get_by_label("Namn", exact=True)
    name.evaluate(_PASTE, "Snickeriet\r\n  i Farsta\n")
    expect(name).to_have_value("Snickeriet i Farsta")
    broken = "Måla\u00ad och\u200b sy\ufeff \U0001f9f5"
    box = page.get_by_label("Sammanfattning")
    box.fill(broken)
    box.evaluate("(node) => { node.value += '\\ud83e'; }")  # half of a sign
    box.press("End")
    box.press("!")
    box.blur()
    expect(box).to_have_value("Måla och sy \U0001f9f5!")
