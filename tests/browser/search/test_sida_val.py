"""The choices on /sok/ in Chromium: facets, Back, the panel on a phone, what to drop when nothing fits."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from katalog.derive.derived import Derived
from tests.browser.search.conftest import Open, ids_on


def choose(page: Page, title: str, value: str) -> None:
    """Tick a value in the facet of that title, which may be closed."""
    details = page.locator("details.sok-facett").filter(has=page.locator("summary", has_text=title)).first
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    if details.get_by_role("button", name="Visa alla").is_visible():
        details.get_by_role("button", name="Visa alla").click()
    details.get_by_label(value, exact=False).first.click()


def test_examples_and_closed_places_are_out_until_asked_for(visit: Open) -> None:
    page = visit("sok/?q=snickeri")
    few = ids_on(page)
    page.get_by_role("button", name="Visa även dem").click()
    many = ids_on(page)
    assert set(few) < set(many)
    assert "visa=alla" in page.url
    expect(page.locator(".kort-marke").first).to_be_visible()


def test_choices_stand_in_the_address_and_back_undoes_them(visit: Open) -> None:
    page = visit("sok/")
    ids_on(page)
    everyone = page.locator("#sok-antal").inner_text()
    choose(page, "Var", "Södermalm")
    assert page.url.endswith("?omrade=sodermalm")
    one = page.locator("#sok-antal").inner_text()
    choose(page, "Var", "Järva")
    two = page.locator("#sok-antal").inner_text()
    assert len({everyone, one, two}) == 3
    page.go_back()
    expect(page.locator("#sok-antal")).to_have_text(one)
    page.go_back()
    expect(page.locator("#sok-antal")).to_have_text(everyone)
    page.go_forward()
    page.reload()
    expect(page.locator("#sok-antal")).to_have_text(one)
    page.get_by_role("button", name="Ta bort Södermalm").click()
    expect(page.locator("#sok-antal")).to_have_text(everyone)


def test_too_many_choices_name_the_one_to_drop(visit: Open) -> None:
    page = visit("sok/?aktualitet=bekraftat&omrade=farsta")
    assert ids_on(page) == []
    page.locator("[data-sok-tomt] button").click()
    assert ids_on(page)


def test_when_no_single_choice_helps_two_are_named(visit: Open) -> None:
    page = visit("sok/?q=zzqqx&aktualitet=bekraftat&omrade=farsta&visa=alla")
    assert ids_on(page) == []
    button = page.locator("[data-sok-tomt] button")
    expect(button).to_contain_text("”zzqqx”")
    expect(button).to_contain_text(" och ")
    button.click()
    assert ids_on(page)


def test_a_question_that_nothing_answers_to_names_no_choice(visit: Open) -> None:
    page = visit("sok/?q=tandl%C3%A4kare&visa=alla")
    ids_on(page)
    assert page.locator("[data-sok-tomt] button").count() == 0
    expect(page.locator("[data-sok-tomt]")).to_contain_text("Prova ett annat ord")


def test_a_closed_facet_is_counted_when_it_is_opened(visit: Open) -> None:
    page = visit("sok/?visa=alla")
    everyone = ids_on(page)
    assert everyone
    page.locator("#sok-fraga").fill("snickeri")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("Escape")  # the suggestions lie over the facets
    details = page.locator("details.sok-facett").first
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    told = details.locator("li:not([hidden]) .sok-antal").all_inner_texts()
    total = int(page.locator("#sok-antal").inner_text().split()[0])
    shown = [text for text in told if text]
    assert all(re.fullmatch(r"(\d+ passar)?(, )?(\d+ kan passa)?|inget", text) for text in shown), shown
    fits = [int(found[1]) for text in shown if (found := re.match(r"(\d+) passar", text))]
    assert all(number <= total for number in fits)
    assert 0 < sum(fits) <= total, "every record lies somewhere, once"


def test_a_box_is_named_by_its_value_and_what_that_gives(visit: Open) -> None:
    page = visit("sok/?visa=alla")
    ids_on(page)
    rows = page.locator("details.sok-facett").first.locator("li:visible")
    for row in rows.all():
        said = f"{row.locator('label > span').first.inner_text()} {row.locator('.sok-antal').text_content()}"
        expect(row.get_by_role("checkbox")).to_have_accessible_name(said)


def test_the_keyboard_stays_with_its_value_when_others_come_above_it(visit: Open) -> None:
    page = visit("sok/?visa=alla&omrade=sodermalm")
    ids_on(page)
    page.evaluate("history.pushState(null, '', '?visa=alla')")
    page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
    box = page.locator("details.sok-facett").first.get_by_role("checkbox").last
    held = box.get_attribute("value")
    box.focus()
    page.go_back()
    expect(page.locator("[data-sok-brickor]")).to_contain_text("Södermalm")
    assert page.evaluate("document.activeElement.value") == held


def test_where_there_is_room_the_first_facets_are_open_with_their_commonest_values(visit: Open) -> None:
    page = visit("sok/?visa=alla")
    ids_on(page)
    assert page.locator("details.sok-facett[open]").count() == 2
    first = page.locator("details.sok-facett").first
    assert first.locator("li:visible").count() == 5
    first.get_by_role("button", name="Visa alla").click()
    assert first.locator("li:visible").count() > 5
    expect(first.get_by_role("button", name="Visa alla")).to_be_hidden()
    assert page.locator(".sok-grupp > summary").first.inner_text() == "Fler val"


def test_the_panel_of_a_phone_closes_at_its_top_too(visit: Open) -> None:
    page = visit("sok/")
    page.set_viewport_size({"width": 360, "height": 740})
    ids_on(page)
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("button", name="Stäng").click()
    expect(page.locator("#sok-panel")).to_be_hidden()


def test_on_a_phone_the_facets_open_in_a_panel(visit: Open) -> None:
    page = visit("sok/")
    page.set_viewport_size({"width": 360, "height": 740})
    ids_on(page)
    opener = page.get_by_role("button", name="Filter")
    expect(page.locator("#sok-panel")).to_be_hidden()
    opener.click()
    choose(page, "Var", "Södermalm")
    close = page.locator("[data-sok-stang]")
    expect(close).to_contain_text("Visa")
    expect(page.locator("[data-sok-panelantal]")).to_contain_text("kan passa")
    assert page.locator("header").evaluate("(header) => header.inert")
    assert page.locator("nav.sok-listor").evaluate("(lists) => lists.inert")
    close.click()
    expect(page.locator("#sok-panel")).to_be_hidden()
    expect(opener).to_be_focused()
    assert not page.locator("header").evaluate("(header) => header.inert")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_choice_sorts_who_fits_first_and_asks_about_the_others(visit: Open) -> None:
    page = visit("sok/?tider=sondag")
    shown = ids_on(page)
    fits, maybe = (int(n) for n in re.findall(r"\d+", page.locator("#sok-antal").inner_text()))
    assert (fits > 0, maybe > 0) == (True, True)
    assert page.locator("[data-sok-traffar] > li").count() == fits, "those who say so stand first, on their own"
    part = page.locator("[data-sok-kan]")
    expect(part.get_by_role("heading", level=2)).to_have_text(f"Kan passa: {maybe}")
    expect(part).to_contain_text("Fråga vilka dagar det är öppet.")
    page.get_by_role("button", name="Visa fler").click()
    assert ids_on(page)[: len(shown)] == shown
    choose(page, "Var", "Farsta")
    expect(part.locator(".kort-varfor").first).to_contain_text("Fråga vilka dagar det är öppet.")


def test_values_in_a_facet_widen_and_the_page_says_so_or_that_all_must_hold(visit: Open) -> None:
    page = visit("sok/?omrade=farsta&omrade=bromma")
    ids_on(page)
    expect(page.locator("[data-sok-brickor]")).to_contain_text(re.compile("Bromma.*eller.*Farsta"))
    page = visit("sok/?malgrupp=unga&malgrupp=beroende")
    ids_on(page)
    expect(page.locator("[data-sok-brickor]")).to_contain_text(re.compile("beroende.*och.*Unga"))
    both = int(page.locator("#sok-antal").inner_text().split()[0])
    page = visit("sok/?malgrupp=unga")
    ids_on(page)
    assert both < int(page.locator("#sok-antal").inner_text().split()[0])


def test_what_nobody_tells_of_is_no_choice(visit: Open, derived: Derived) -> None:
    page = visit("sok/")
    ids_on(page)
    said = page.locator("details.sok-facett:visible > summary").all_inner_texts()
    titles = [text.split("\n")[0] for text in said]  # the names of its two figures stand on the same line
    assert "Var" in titles
    assert "Öppet eller stängt" not in titles, "all open ones say the same"
    told = {slug for record in derived.catalogue.records for slug in record.sprak if not record.is_closed}
    page.locator("details.sok-facett", has_text="Språk").last.evaluate("(facet) => { facet.open = true; }")
    shown = page.locator("input[name=sprak]:visible")
    assert {box.get_attribute("value") for box in shown.all()} <= told


def test_a_condition_in_the_question_is_a_choice_with_one_press_to_undo(visit: Open) -> None:
    page = visit("sok/?q=fika%20s%C3%B6ndag")
    ids_on(page)
    expect(page.locator("#sok-antal")).to_have_text(
        re.compile(r"^(\d+ passar|Inget säkert), \d+ kan passa för ”fika söndag”$")
    )
    chip = page.get_by_role("button", name="Ta bort Ur din fråga: Söndag")
    chip.click()
    expect(page.locator("#sok-antal")).to_have_text(re.compile(r"^\d+ träffar för ”fika söndag”$"))
    expect(chip).to_be_hidden()
    page.reload()
    expect(page.locator("#sok-antal")).to_contain_text("träffar")
    page.go_back()
    expect(chip).to_be_visible()
    assert page.title().startswith("fika söndag – ")


def test_a_condition_that_no_record_tells_of_is_owned_up_to(visit: Open) -> None:
    page = visit("sok/?q=slippa%20ringa")
    assert ids_on(page)
    expect(page.locator("[data-sok-tyst]")).to_contain_text("”Du slipper ringa”: det vet vi inte.")
    expect(page.locator("#sok-antal")).to_contain_text("träffar")
