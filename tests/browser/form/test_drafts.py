"""What is typed is kept in this browser and nowhere else, can be found again, and is never taken away by one press."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.browser.form.steps import result_of
from tests.sample import by_turns, some


def test_drafts_of_other_entries_are_shown_and_can_all_be_cleared(page: Page, address: str) -> None:
    for query, name in (("", "Ett"), ("?omrade=farsta", "Två"), ("?post=framja", "Främja igen")):
        page.goto(f"{address}bidra/formular/{query}")
        page.get_by_label("Namn", exact=True).fill(name)
    page.goto(f"{address}bidra/formular/?behov=halsa")
    box = page.get_by_role("region", name="Utkast")
    expect(box.get_by_role("listitem")).to_have_count(3)
    assert_clean(page)
    box.get_by_role("link", name="Två").click()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("Två")
    box.get_by_role("button", name="Rensa alla utkast").click()
    assert_clean(page)
    page.get_by_role("button", name="Ja, ta bort").and_(page.locator(":visible")).click()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("")
    expect(box.get_by_role("listitem")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def test_a_draft_that_is_found_is_told_first_and_can_be_left(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Namn", exact=True).fill("Halvfärdigt")
    expect(page.get_by_role("button", name="Börja om")).to_have_count(0)
    page.reload()
    notice = page.locator(".utkast-besked")
    expect(notice).to_contain_text("Vi hämtade ditt utkast från")
    assert notice.evaluate("(node) => node.compareDocumentPosition(document.querySelector('.formsteg')) & 4"), "above"
    assert_clean(page)
    page.get_by_role("button", name="Börja om").click()
    notice.get_by_role("button", name="Ja, ta bort").click()
    expect(page.get_by_label("Namn", exact=True)).to_have_value("")
    expect(page.get_by_role("button", name="Börja om")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0


def _names(page: Page) -> list[str]:
    """The names in all drafts that lie in the browser."""
    return sorted(page.evaluate("Object.values(localStorage).map((text) => JSON.parse(text).tillstand.namn)"))


@pytest.mark.parametrize(("query", "begun"), by_turns(some(["?post=framja", "?omrade=farsta", ""], 2), [False, True]))
def test_two_tabs_keep_a_draft_each_and_say_so(query: str, begun: bool, page: Page, address: str) -> None:
    form = f"{address}bidra/formular/{query}"
    page.goto(form)
    if begun:
        page.get_by_label("Namn", exact=True).fill("Förut")
        page.reload()
    with page.context.new_page() as other:
        other.goto(form)
        page.get_by_label("Namn", exact=True).fill("Ett")
        other.get_by_label("Namn", exact=True).fill("Två")
        expect(page.locator(".utkast-besked")).to_contain_text("öppet i en annan flik")
        expect(other.locator(".utkast-besked")).to_contain_text("sparas som ett eget utkast")
        assert _names(page) == ["Ett", "Två"]
        assert_clean(other)
        for tab, name, left in ((page, "Ett", "Två"), (other, "Två", "Ett")):
            expect(tab.locator(".utkast").get_by_role("link", name=left)).to_be_visible()
            tab.reload()
            expect(tab.get_by_label("Namn", exact=True)).to_have_value(name)
            tab.locator(".utkast").get_by_role("link", name=left).click()
            expect(tab.get_by_label("Namn", exact=True)).to_have_value(left)


def test_a_tab_that_goes_on_with_anothers_draft_takes_nothing_from_it(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Namn", exact=True).fill("Ett")
    with page.context.new_page() as other:
        other.goto(f"{address}bidra/formular/")
        other.get_by_label("Namn", exact=True).fill("Ett och två")
        expect(page.locator(".utkast-besked")).to_contain_text("sparas som ett eget utkast")
        expect(other.locator(".utkast-besked")).to_contain_text("öppet i en annan flik")
        assert _names(page) == ["Ett", "Ett och två"]


def test_a_tab_that_only_shows_a_draft_is_told_when_it_changes_or_goes(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Namn", exact=True).fill("Ett")
    with page.context.new_page() as other:
        other.goto(f"{address}bidra/formular/")
        page.get_by_label("Namn", exact=True).fill("Ett till")
        expect(other.locator(".utkast-besked")).to_contain_text("Utkastet ändras i en annan flik.")
        page.get_by_role("button", name="Rensa utkastet").click()
        page.get_by_role("button", name="Ja, ta bort").and_(page.locator(":visible")).click()
        expect(other.locator(".utkast-besked")).to_contain_text("Utkastet togs bort i en annan flik.")


def test_a_browser_that_keeps_nothing_is_told_and_the_form_works(own_page: Page, address: str) -> None:
    own_page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    own_page.goto(f"{address}bidra/formular/?post=framja")
    expect(own_page.locator(".utkast")).to_contain_text("Din webbläsare sparar inget utkast.")
    own_page.get_by_label("Namn", exact=True).fill("Främja igen")
    own_page.get_by_role("button", name="Granska och skicka").click()
    expect(own_page.get_by_label("Det här ändras")).to_contain_text("Främja igen")


def test_a_draft_does_not_undo_what_others_have_changed(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/?post=framja")
    page.get_by_label("Namn", exact=True).fill("Främja igen")
    page.route(
        "**/framja/post.yml",
        lambda route: route.fulfill(body=route.fetch().text().replace("status: okand", "status: vilande")),
    )
    page.reload()
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.get_by_label("Det här ändras").locator("dt")).to_have_text(["Namn"])
    assert "status: vilande" in result_of(page)


def test_a_row_that_is_taken_away_can_be_had_back(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-vad-2")
    add = page.get_by_role("button", name="Lägg till en sak du gör")
    for text in ("Sy", "Laga mat"):
        add.click()
        page.keyboard.type(text)
    page.get_by_role("button", name="Ta bort: Sak du gör 1").click()
    expect(add).to_be_focused()
    expect(page.get_by_label("Sak du gör 1", exact=True)).to_have_value("Laga mat")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Ångra: ta tillbaka sak du gör 1")).to_be_focused()
    assert_clean(page)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Sak du gör 1", exact=True)).to_have_value("Sy")
    expect(page.get_by_label("Sak du gör 2", exact=True)).to_have_value("Laga mat")
    expect(page.get_by_role("button", name="Ångra")).to_have_count(0)


def test_what_a_group_needs_is_needed_only_when_the_group_is_used(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/#steg-hur")
    group = page.get_by_role("group", name="Lediga platser", exact=True)
    expect(group).to_contain_text("Behövs om du fyller i något annat här.")
    expect(group).not_to_contain_text("Måste fyllas i.")
    page.goto(f"{address}bidra/formular/#steg-nar")
    page.get_by_role("button", name="Lägg till en tid").click()
    page.goto(f"{address}bidra/formular/#steg-sanning")
    expect(page.get_by_role("group", name="Källor", exact=True)).to_contain_text("Måste fyllas i.")


def test_a_correction_says_what_is_corrected_and_goes_straight_to_the_end(page: Page, address: str) -> None:
    page.goto(f"{address}bidra/formular/?post=framja")
    expect(page.get_by_text("Du rättar Främja")).to_be_visible()
    page.get_by_label("Namn", exact=True).fill("Främja igen")
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.locator(".formsteg:not([hidden]) h2")).to_be_focused()
    expect(page.get_by_label("Det här ändras")).to_be_visible()
    page.goto(f"{address}bidra/formular/")
    expect(page.get_by_role("button", name="Granska och skicka")).to_have_count(0)
