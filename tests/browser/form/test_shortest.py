"""A new workshop by the shortest way: few questions, few screens, under three minutes; and nothing is lost on it."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.axe import assert_clean
from tests.browser.form.steps import result_of
from tests.browser.form.walker import Walker
from tests.support import lay, run_katalog

MOST_INPUTS, MOST_SECONDS = 12, 180
_INPUTS = ".formsteg:visible :is(input, select, textarea):visible"


def _new_workshop(walker: Walker) -> None:
    """By keyboard alone from the first field on: Tab is a press, too."""
    page = walker.page
    step = page.locator(".formsteg:visible")
    walker.read(page.locator("[data-rubrik]"))
    walker.read(page.locator("[data-formular] > div:first-child"))
    walker.read(step)
    walker.press(page.get_by_label("Namn", exact=True))
    walker.write("Textilverkstaden")
    walker.press(step.get_by_role("group", name="Vad det är").get_by_role("textbox"))
    walker.write("sysselsättning")
    walker.key("Enter")
    walker.press(step.get_by_role("group", name="Vad du gör").get_by_role("textbox"))
    walker.write("textil")
    walker.key("Enter")
    page.get_by_role("combobox", name="Var", exact=True).select_option("farsta")
    walker.presses += 2
    walker.press(page.get_by_label("Vem som driver det", exact=True))
    walker.write("Farsta stadsdelsförvaltning")
    walker.press(page.get_by_label("Sammanfattning", exact=True))
    walker.write("Sy, väv och laga kläder i lugn takt.")
    page.get_by_label("Så kommer du in", exact=True).select_option("egen-anmalan")
    walker.presses += 2
    walker.press(page.get_by_label("Första steget", exact=True))
    walker.write("Ring och boka ett besök.")
    walker.press(page.get_by_label("Kontakt", exact=True))
    walker.write("08-465 004 00")
    walker.press(page.get_by_label("Tider", exact=True))
    walker.write("mån-tor 9-15")
    walker.press(page.get_by_label("Varifrån du vet det", exact=True))
    walker.write("Verksamheten själv")
    walker.key("Enter")


def test_a_new_workshop_takes_less_than_three_minutes(browser: Browser, address: str, tmp_path: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="sv-SE")
    page = context.new_page()
    page.goto(f"{address}bidra/formular/")
    inputs = page.locator(_INPUTS).count()
    height: int = page.locator(".formsteg:visible").evaluate("(node) => node.offsetHeight")
    walker = Walker(page)
    _new_workshop(walker)
    expect(page.get_by_role("heading", name="Granska och skicka")).to_be_focused()
    walker.read(page.locator(".formsteg:visible"))
    print(f"{inputs} inputs, {height / 740:.1f} screens; {walker.told()}")
    text = result_of(page)
    context.close()
    assert inputs < MOST_INPUTS
    assert walker.seconds < MOST_SECONDS, walker.told()
    lay(tmp_path, {"farsta/textilverkstaden.yml": text})
    done = run_katalog(tmp_path, "validate")
    assert done.returncode == 0, done.stdout + done.stderr
    for line in ("- textil", "telefon: 08-465 004 00", "vag: egen-anmalan", "dag: torsdag", "status: okand"):
        assert line in text


def test_the_first_step_is_clean_and_fits(sized_page: Page, address: str) -> None:
    sized_page.goto(f"{address}bidra/formular/")
    expect(sized_page.locator(".formsteg:visible h2")).to_have_text("Det viktigaste")
    assert_clean(sized_page)


def test_what_is_missing_is_told_at_its_field(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/")
    page.get_by_role("button", name="Fortsätt och granska").click()
    told = page.locator(".felruta a")
    expect(told).to_have_count(5)  # in the order of the page
    expect(told.last).to_contain_text("Källor: Fyll i Källor.")
    told.last.click()
    expect(page.get_by_label("Varifrån du vet det", exact=True)).to_be_focused()
    expect(page.get_by_label("Varifrån du vet det", exact=True)).to_have_attribute("aria-invalid", "true")


def test_what_was_written_follows_to_all_fields_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Namn", exact=True).fill("Textilverkstaden")
    page.get_by_label("Kontakt", exact=True).fill("08-465 004 00, exempel.se")
    page.get_by_label("Tider", exact=True).fill("tis 9-12")
    page.get_by_role("link", name="Alla uppgifter").click()
    expect(page.locator(".steg li")).to_have_count(12)
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Textilverkstaden")
    page.locator(".steg a", has_text="Hur man börjar").click()
    expect(page.get_by_label("Telefon", exact=True)).to_have_value("08-465 004 00")
    expect(page.get_by_label("Webbplats", exact=True)).to_have_value("https://exempel.se")
    page.locator(".steg a", has_text="När").click()
    expect(page.locator("[data-steg=nar] .rader summary")).to_have_text("Tid 1: Tisdag, 09:00, 12:00")
    for _ in range(3):
        page.go_back()
    expect(page.locator(".formsteg:visible h2")).to_have_text("Det viktigaste")
    expect(page.get_by_label("Kontakt", exact=True)).to_have_value("08-465 004 00, https://exempel.se")
    expect(page.get_by_label("Tider", exact=True)).to_have_value("tis 9–12")
    page.reload()
    expect(page.get_by_label("Tider", exact=True)).to_have_value("tis 9–12")


def test_what_cannot_be_said_in_a_line_is_asked_for_in_rows(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-nar")
    page.get_by_role("button", name="Lägg till en tid").click()
    page.get_by_label("Dag", exact=True).select_option("mandag")
    page.get_by_label("Från", exact=True).fill("09:00")
    page.get_by_label("Ungefärlig tid", exact=True).check()
    page.get_by_role("link", name="Bara det viktigaste").click()
    expect(page.locator(".formsteg:visible h2")).to_have_text("Det viktigaste")
    expect(page.locator(".rader summary:visible")).to_have_text(re.compile("^Tid 1: Måndag, 09:00"))


def test_a_fault_in_another_field_leads_there(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-sanning")
    page.get_by_label("Uppgifterna är från", exact=True).fill("1850")
    page.get_by_role("link", name="Bara det viktigaste").click()
    page.locator(".steg a").last.click()
    page.locator(".felruta a", has_text="1850").click()
    expect(page.get_by_label("Uppgifterna är från", exact=True)).to_be_focused()
    expect(page.locator(".formsteg:visible h2")).to_have_text("Så säkert är det")
