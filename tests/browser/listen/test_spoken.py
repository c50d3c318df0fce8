"""Written text is said as people say it, in pieces that no browser falls silent in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from katalog.record.check import check_catalogue
from katalog.record.schema import Schema
from tests.support import IDAG, PROJECT

_LONGEST = 160


@pytest.fixture(scope="module")
def page(browser: Browser, scripts: str) -> Iterator[Page]:
    context = browser.new_context()
    made = context.new_page()
    made.route(scripts, lambda route: route.fulfill(body="<!doctype html><title>tom</title>", content_type="text/html"))
    made.goto(scripts)
    made.evaluate("""async () => {
      Object.assign(window, await import("/assets/js/listen/spoken.js"), await import("/assets/js/listen/pieces.js"));
    }""")
    yield made
    context.close()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Öppet 9-12", "Öppet 9 till 12"),
        ("vardagar 8.30–15", "vardagar 8 och 30 till 15"),
        ("Måndag 09:00–16:00.", "Måndag 9 till 16."),
        ("mån–fre 9–12, lör stängt", "måndag till fredag 9 till 12, lördag stängt"),
        ("18–63 år", "18 till 63 år"),
        ("35 kr. Kaffe ingår.", "35 kronor. Kaffe ingår."),
        ("120 kr/dag (2018)", "120 kronor per dag (2018)"),
        ("10\u00a0000 kr", "10000 kronor"),
        ("Snickeri, textil m.m.", "Snickeri, textil med mera"),
        ("Snickeri m.m. Du väljer.", "Snickeri med mera. Du väljer."),
        ("bl.a. kök, t.ex. bak", "bland annat kök, till exempel bak"),
        ("Via bl.a. Farsta", "Via bland annat Farsta"),
        ("ca 20 platser, fr.o.m. maj t.o.m. juni", "cirka 20 platser, från och med maj till och med juni"),
        ("Beslut enligt SoL", "Beslut enligt socialtjänstlagen"),
        ("kl. 13", "klockan 13"),
        ("tom sal", "tom sal"),
        ("S:t Eriksgatan 34", "Sankt Eriksgatan 34"),
        ("Ring 08-508 12 345.", "Ring 0 8, 5 0 8, 1 2, 3 4 5."),
        ("010-123 45 67", "0 1 0, 1 2 3, 4 5, 6 7"),
        ("+46 8 508 00 000", "plus 4 6, 8, 5 0 8, 0 0, 0 0 0"),
        ("Ring 112 om det är fara", "Ring 1 1 2 om det är fara"),
        ("1177 ger råd", "1 1 7 7 ger råd"),
        ("Rapport 2012–2013", "Rapport 2012 till 2013"),
        ("Uppgifterna är från 2012.", "Uppgifterna är från 2012."),
        ("Den 2026-11-26", "Den 2026-11-26"),
        ("117 35 Stockholm", "117 35 Stockholm"),
        ("Hägersten-Älvsjö", "Hägersten-Älvsjö"),
        ("Ett hus – två rum", "Ett hus, två rum"),
        ("stockholm.se/arbete. Mer", "stockholm punkt se. Mer"),
        ("https://www.farsta.nu", "farsta punkt nu"),
        ("info@ett-hus.se", "info snabel-a ett streck hus punkt se"),
        ("Träffpunkt / öppen verksamhet", "Träffpunkt, öppen verksamhet"),
        ("75 % av 4,5 timmar", "75 procent av 4,5 timmar"),
    ],
)
def test_it_is_said_as_people_say_it(written: str, said: str, page: Page) -> None:
    assert page.evaluate("(text) => spoken(text)", written) == said


def test_a_text_comes_in_sentences_and_long_ones_in_parts(page: Page) -> None:
    assert page.evaluate("pieces('Kom hit. Får jag titta? Ja! (Det går bra.) Slut')") == [
        "Kom hit.", "Får jag titta?", "Ja!", "(Det går bra.)", "Slut",
    ]  # fmt: skip
    long = ", ".join(["en del som tar sin tid att läsa"] * 20)
    parts = page.evaluate("(text) => pieces(text)", long)
    assert " ".join(parts) == long
    assert all(part.endswith(",") for part in parts[:-1])


def test_whatever_a_record_says_comes_in_short_pieces_that_lose_no_letter(page: Page, schema: Schema) -> None:
    catalogue = check_catalogue(PROJECT / "catalogue", schema, IDAG).catalogue
    assert catalogue is not None
    texts = [text for record in catalogue.records for text in (record.sammanfattning, record.beskrivning) if text]
    texts += ["x" * 500, "...", "a; " * 200]
    for text, parts in zip(texts, page.evaluate("(texts) => texts.map(pieces)", texts), strict=True):
        assert all(0 < len(part) <= _LONGEST for part in parts), text
        assert "".join("".join(parts).split()) == "".join(text.split()) or text == "...", text
