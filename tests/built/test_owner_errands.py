"""The errands of those who run a place, walked on a small phone: each ends with a mail that `katalog receive` reads.

Time as in `test_errands`, but for somebody at work: 230 words read a minute. Each walk prints its figures:
`pytest -rP tests/built/test_owner_errands.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.axe import assert_clean
from tests.browser.form.steps import hold_mail
from tests.built.conftest import NewContext
from tests.built.owner_site import MAILBOX, OWNER, owner_site
from tests.built.walk import Walk
from tests.server import serving
from tests.support import IDAG

RECORD = "verksamhet/snickeriet/"
MOST_SECONDS = 90


@pytest.fixture(scope="module")
def mail_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(owner_site(tmp_path_factory, "mejl")) as root:
        yield root


@pytest.fixture
def walk(new_context: NewContext, mail_site: str) -> Walk:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{mail_site}{RECORD}")
    return Walk(page, words_a_minute=230)


def _press(walk: Walk, text: str) -> None:
    """An owner knows their own page: the words of what is pressed are all that is read on the way."""
    begins = re.compile("^" + "\u00ad?".join(map(re.escape, text)))
    target = walk.page.locator("main :is(a, button):visible").filter(has_text=begins).first
    target.click()
    walk.presses += 1
    walk.words += len(text.split())


def _mailed(page: Page) -> list[str]:
    """The lines of the prepared mail."""
    address = urlsplit(page.get_by_role("link", name="Mejla till redaktionen").get_attribute("href") or "")
    assert address.path == MAILBOX
    body = parse_qs(address.query)["body"][0]
    assert body.count("\r\n") == body.count("\n")
    return body.split("\r\n")


def test_all_is_right_in_one_screen_and_two_presses(walk: Walk) -> None:
    _press(walk, "Allt stämmer")
    page = walk.page
    send = page.get_by_role("link", name="Mejla till redaktionen")
    expect(send).to_be_in_viewport()
    expect(page.get_by_label("Funktion och organisation")).to_have_value(OWNER)
    expect(page.get_by_label("Dag", exact=True)).to_have_value(IDAG)
    expect(page.locator(".det-sags")).to_contain_text(
        f"Om uppgifterna står det: ”Bekräftat. Uppgifterna bekräftades den 22 november 2026 av {OWNER}.”"
    )
    assert_clean(page)
    lines = _mailed(page)
    at = lines.index("--- hitta-sysselsattning 1 ---")
    assert lines[at + 1 : at + 3] == ["id: snickeriet", "arende: stammer"]
    assert lines[at + 4 : at + 6] == [f"dag: {IDAG}", f"av: {OWNER}"]
    hold_mail(page)
    _press(walk, "Mejla till redaktionen")
    expect(page.get_by_role("heading", name="Kvitto")).to_be_focused()
    assert walk.presses == 2
    walk.read_all(".bekrafta-skarm")
    walk.tell("bekrafta")
    assert walk.seconds < MOST_SECONDS


def test_hours_in_three_screens(walk: Walk) -> None:
    page = walk.page
    _press(walk, "Något är fel")
    _press(walk, "Tider")
    page.get_by_label("Tider", exact=True).fill("mån 9-16")
    walk.presses, walk.letters = walk.presses + 1, walk.letters + 8
    _press(walk, "Fortsätt")
    told = page.get_by_label("Det här ändras")
    expect(told.locator("dd").last).to_contain_text("Måndag 09:00–16:00")
    assert_clean(page)
    lines = _mailed(page)
    assert 'tider: [{"dag": "mandag", "fran": "09:00", "till": "16:00"}]' in lines
    hold_mail(page)
    _press(walk, "Mejla till redaktionen")
    expect(page.get_by_role("heading", name="Kvitto")).to_be_focused()
    walk.read_all("[data-andrat]")
    walk.tell("tider")
    assert walk.seconds < MOST_SECONDS


@pytest.mark.parametrize(
    ("where", "seen", "line"),
    [
        ("Kaféet", "Läsaren hänvisas till Kaféet.", 'ersatt_av: "kafeet"'),
        ("Kyrkan på torget har öppet hus.", "Dit kan man gå: Kyrkan", "vart: Kyrkan på torget har öppet hus."),
    ],
)
def test_closing_tells_since_when_and_where_people_go(where: str, seen: str, line: str, walk: Walk) -> None:
    page = walk.page
    _press(walk, "Vi har stängt")
    page.get_by_label("Sedan när?").fill("september 2026")
    page.get_by_label("Vart kan de gå").fill(where)
    walk.presses, walk.letters = walk.presses + 2, walk.letters + 14 + len(where)
    said = page.locator(".det-sags")
    expect(said).to_contain_text("Stängt sedan september 2026.")
    expect(said).to_contain_text("Verksamheten visas som stängd")
    expect(said).to_contain_text(seen)
    assert_clean(page)
    lines = _mailed(page)
    assert {"arende: stangt", "sedan: 2026-09", line} <= set(lines)
    hold_mail(page)
    _press(walk, "Mejla till redaktionen")
    expect(page.locator(".kvitto")).to_contain_text("Mejlet är inte skickat än.")
    walk.read_all(".bekrafta-skarm")
    walk.tell("stangt")
    assert walk.seconds < MOST_SECONDS


def test_a_sentence_is_enough_and_guarded(walk: Walk) -> None:
    page = walk.page
    _press(walk, "Något är fel")
    text = page.get_by_label("Eller skriv vad som är fel")
    text.fill("Ring Anna Andersson i stället.")
    expect(page.locator(".fel-text:visible")).to_contain_text("Anna Andersson")
    expect(page.get_by_role("link", name="Mejla till redaktionen")).to_have_count(0)
    text.fill("Vi har flyttat till Storgatan 2.")
    lines = _mailed(page)
    assert "Vi har flyttat till Storgatan 2." in lines
    assert "arende: andra" in lines


def test_no_person_and_no_day_that_has_not_been(walk: Walk) -> None:
    page = walk.page
    _press(walk, "Allt stämmer")
    who, day = page.get_by_label("Funktion och organisation"), page.get_by_label("Dag", exact=True)
    send = page.get_by_role("link", name="Mejla till redaktionen")
    for control, wrong, right in ((who, "Anna Andersson", OWNER), (who, "", OWNER), (day, "2027-01-01", IDAG)):
        control.fill(wrong)
        control.blur()
        expect(send).to_have_count(0)
        expect(page.locator(".fel-text:visible")).to_have_count(1)
        expect(control).to_have_attribute("aria-invalid", "true")
        control.fill(right)
        expect(send).to_be_visible()


def test_the_keyboard_alone_confirms(walk: Walk) -> None:
    page = walk.page
    page.locator("main").get_by_role("link", name="Allt stämmer").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Allt stämmer")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Mejla till redaktionen":
            break
    hold_mail(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Kvitto")).to_be_focused()


def test_back_leads_to_the_three_buttons(walk: Walk) -> None:
    page = walk.page
    page.goto(page.url + "bekrafta/")
    page.get_by_role("link", name="Vi har stängt").click()
    expect(page.get_by_label("Sedan när?")).to_be_visible()
    page.get_by_role("button", name="Tillbaka").click()
    expect(page.get_by_role("link", name="Vi har stängt")).to_be_focused()
    page.go_back()
    expect(page.get_by_label("Sedan när?")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("link", name="Vi har stängt")).to_be_visible()


def test_what_all_pages_share_did_not_come(walk: Walk) -> None:
    page = walk.page
    page.route("**/bekrafta.json", lambda route: route.fulfill(status=200, body="inte json"))
    _press(walk, "Allt stämmer")
    expect(page.get_by_role("alert")).to_contain_text("skriv ut sidan och fyll i den för hand")
    expect(page.get_by_role("link", name="Vi har stängt")).to_be_visible()
    page.unroute("**/bekrafta.json")
    page.get_by_role("link", name="Vi har stängt").click()
    expect(page.get_by_label("Sedan när?")).to_be_visible()


def test_a_phone_shares(walk: Walk) -> None:
    page = walk.page
    page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.resolve(); }")
    page.goto(page.url + "bekrafta/#stammer")
    page.get_by_role("button", name="Dela").click()
    expect(page.locator(".kvitto")).to_contain_text(f"Den ska till {MAILBOX}.")
    assert "arende: stammer" in page.evaluate("window.shared.text")
