"""The week plan as one who plans meets it: what it makes of a list, what is set by hand, what is taken along."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.week.week_page import IDS, about, open_page, set_time, week_text


def test_the_records_hours_make_a_week_of_the_list(page: Page) -> None:
    told = week_text(page)
    assert "Högst 34 timmar i veckan." in told
    assert "Måndag 14–15: Snickeriet och Kaféet" in told
    assert "Byte av stadsdel före 16: Farsta till Bromma, 1 timme emellan" in told
    assert "öppet enligt katalogen" in told
    assert page.locator(".vecka-pass").count() == 7
    assert page.locator(".vecka-bild").is_visible()


def test_each_place_tells_what_is_known_and_what_to_ask(page: Page) -> None:
    cards = {card.locator("h3").inner_text(): card.inner_text() for card in page.locator(".vecka-stallen > li").all()}
    assert "Tiderna är från 2018. De kan ha ändrats." in cards["Snickeriet"]
    assert "Katalogen säger 4–20 timmar i veckan. Veckan har 30 timmar." in cards["Snickeriet"]
    assert "Utan klockslag: Nya grupper. Fråga dem, och lägg in tiden själv." in cards["Kaféet"]
    assert "Inte varje vecka." in cards["Kaféet"]
    assert "Vi vet inte tiderna. Fråga dem, och lägg in tiden själv." in cards["Tysta rummet"]
    assert "Stängd" in cards["Stängda huset"]
    assert "Fråga" not in cards["Stängda huset"], "nobody answers there"


def test_a_time_is_set_by_hand_and_told_as_such(page: Page) -> None:
    set_time(page, "Tysta rummet", ["Tisdag", "Torsdag"], "13:00", "14:30")
    assert "13.00–14.30 Tysta rummet, Bromma (satt av den som planerar)" in week_text(page)
    assert "3 timmar är satta av den som planerar." in week_text(page)
    assert page.evaluate("location.hash") == "#satt=tysta:2-1300-1430,tysta:4-1300-1430"
    page.reload()
    page.locator(".vecka-pass").first.wait_for()
    assert "13.00–14.30 Tysta rummet" in week_text(page), "the address holds it"
    about(page, "Ta bort", "Tisdag 13.00–14.30, Tysta rummet").click()
    assert page.evaluate("location.hash") == "#satt=tysta:4-1300-1430"
    page.get_by_role("button", name="Ångra").click()
    assert page.evaluate("location.hash") == "#satt=tysta:2-1300-1430,tysta:4-1300-1430"


def test_a_records_time_is_made_shorter(page: Page) -> None:
    about(page, "Ändra tiden", "Måndag 9–15, Snickeriet").click()
    expect(page.get_by_label("Från", exact=True)).to_be_focused()
    assert page.get_by_label("Från", exact=True).input_value() == "09:00"
    page.get_by_label("Till", exact=True).fill("11:00")
    page.get_by_role("button", name="Lägg in tiden").click()
    assert "Måndag 14–15" not in week_text(page), "what collided is gone"
    assert "Inga krockar." in week_text(page)
    assert "Byte av stadsdel före 14: Farsta till Bromma, 3 timmar emellan" in week_text(page)


def test_faults_are_told_where_they_are(page: Page) -> None:
    fault = page.locator(".vecka-fel")
    page.get_by_role("button", name="Lägg in tiden").click()
    assert fault.inner_text() == "Välj minst en dag."
    expect(page.locator(".vecka-form").get_by_label("Måndag")).to_be_focused()
    page.locator(".vecka-form").get_by_label("Måndag").check()
    page.get_by_role("button", name="Lägg in tiden").click()
    assert fault.inner_text() == "Fyll i när det börjar och när det slutar."
    set_time(page, "Kaféet", ["Måndag"], "12:00", "11:00")
    assert fault.inner_text() == "Det måste sluta senare än det börjar."
    expect(page.get_by_label("Till", exact=True)).to_be_focused()
    assert page.evaluate("location.hash") == ""


def test_missing_parts_and_what_would_fill_the_free_hours(page: Page) -> None:
    parts = page.locator(".vecka-delar > li").all_inner_texts()
    assert [text.split("\n")[0] for text in parts] == ["Jobb", "Hälsa", "Socialt", "Kompetens"]
    assert "Kaféet (efter typen)" in parts[2]
    assert "Saknas i veckan." in parts[3]
    told = page.locator(".vecka-forslag > li").all_inner_texts()
    assert len(told) == 1
    assert "Torsdag 15–17. Järva. Anmäl dig själv." in told[0]
    assert "Täcker det som saknas: kompetens." in told[0]
    assert "Katalogen säger att det kan kombineras med Snickeriet." in told[0]
    about(page, "Lägg till i veckan", "Kursen").click()
    assert "15–17 Kursen" in week_text(page)
    assert page.evaluate("JSON.parse(localStorage.getItem('hitta-lista')).at(-1)") == "kursen"
    assert "Saknas" not in page.locator(".vecka-delar > li").last.inner_text()


def test_a_single_day_is_filled_and_what_may_be_open_then_is_to_be_asked(page: Page) -> None:
    """A place comes at the free hours that it was offered for; those are set by the one who plans."""
    page.get_by_role("button", name="Fyll lediga timmar").click()
    expect(page.get_by_role("heading", name="Fyll lediga timmar")).to_be_focused()
    page.get_by_label("När", exact=True).select_option("Tisdag (8–22)")
    told = page.locator(".vecka-forslag > li").all_inner_texts()
    assert len(told) == 1
    assert "Tisdag 18–20. Farsta. Kom direkt." in told[0]
    page.get_by_text("Ett ställe till har öppet på tisdagar. Vi vet inte när på dagen: fråga dem.").click()
    expect(page.get_by_role("link", name="Öppna dörren")).to_be_visible()
    about(page, "Lägg till i veckan", "Kvällen").click()
    assert "18–20 Kvällen, Farsta (satt av den som planerar)" in week_text(page)
    assert "17–20" not in week_text(page), "neither the clash nor the other day comes along"
    page.get_by_role("button", name="Ångra").click()
    assert "Kvällen" not in week_text(page)
    assert page.evaluate("localStorage.getItem('hitta-lista')") == json.dumps(IDS, separators=(",", ":"))


def test_the_calendar_file_is_that_of_the_week(page: Page) -> None:
    set_time(page, "Tysta rummet", ["Tisdag"], "13:00", "14:30")
    page.get_by_label("Första dagen").fill("2026-11-30")
    page.get_by_label("Hur länge").select_option("4 veckor")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Ladda ner till kalendern").click()
    assert coming.value.suggested_filename == "veckoplan.ics"
    events = Calendar.from_ical(Path(coming.value.path()).read_bytes()).walk("VEVENT")
    assert len(events) == 8
    by_name: dict[str, Any] = {str(event["UID"]).split("@")[0]: event for event in events}
    own = by_name["tysta-2-1300-1430"]
    begins: datetime = own["DTSTART"].dt
    assert begins.isoformat() == "2026-12-01T13:00:00+01:00"
    assert "satt av den som planerar" in str(own["DESCRIPTION"])
    said = by_name["snickeriet-1-0900-1500"]
    assert "Tiderna är från 2018." in str(said["DESCRIPTION"])
    assert said["RRULE"]["COUNT"] == [4]


def test_a_link_holds_the_week_and_changes_no_list(context: BrowserContext, root: str) -> None:
    page = open_page(context, root, "#lista=tysta,kafeet&satt=tysta:1-0900-1000", ids=["snickeriet"])
    assert "Den ändrar inte din egen lista." in week_text(page)
    assert "9–10 Tysta rummet" in week_text(page)
    assert "Snickeriet" not in week_text(page)
    assert page.evaluate("localStorage.getItem('hitta-lista')") == '["snickeriet"]'
