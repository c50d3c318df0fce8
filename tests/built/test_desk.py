"""The caseworker's table on the real site: her errands in time, the list of questions, and nothing kept or sent.

Time as in `test_errands`, but for somebody at work: 230 words read a minute. Read is what she needs to find what she
presses, the names of the places above the one she looks for, and all that is said of that one (not
its box and star). Each walk prints its figures: `pytest -rP tests/built/test_desk.py`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tests.axe import assert_clean
from tests.built.conftest import NewContext
from tests.built.walk import Walk
from tests.kept_page import KeptPage

PAGE = "handlaggare/matcha/"
MOST_SECONDS = 60
H1 = "#hemma=bromma&alder-ar=24&malgrupp=autism&beslut=lss&timmar=10&inriktning=data-it"
_KEPT = "() => [localStorage.length, sessionStorage.length, document.cookie]"


@pytest.fixture
def page(kept_page: KeptPage, address: str) -> Iterator[Page]:
    """At the start page, on a desk's screen."""
    with kept_page.lent(1280, is_silent=False) as page:
        page.goto(address)
        yield page


def _at(page: Page, address: str, more: str = "") -> Page:
    page.goto(f"{address}{PAGE}{more}")
    expect(page.locator(".matcha-antal-rad")).not_to_be_empty()
    return page


class Caseworker(Walk):
    """She knows the menu; of a fold she reads the choices down to the one that she ticks."""

    def __init__(self, page: Page) -> None:
        super().__init__(page, words_a_minute=230)
        self.press_on(page.get_by_role("navigation").get_by_role("link", name="Handläggare"))
        self.read(f"main a[href*='{PAGE.split('/')[1]}/']")
        self.press_on(page.get_by_role("link", name="Vem tar emot?"))
        expect(page.locator("[data-matcha]")).to_be_visible()
        self.read_on(page.locator("main h1, .ingress, .matcha-vakt"))

    def tick(self, fold: str, choice: str) -> None:
        part = self.page.locator("details", has=self.page.locator("summary", has_text=re.compile(f"^{fold}")))
        self.words += len(fold.split())
        self.press_on(part.locator("summary"))
        self.fold = part
        more = part.get_by_role("button", name="Visa alla")
        if more.count() and not part.locator("li:visible label", has_text=choice).count():
            self.words += 3
            self.press_on(more)
        labels = part.locator("li label").all_inner_texts()
        at = next(i for i, label in enumerate(labels) if label.strip() == choice)
        self.words += len(" ".join(labels[: at + 1]).split())
        self.press_on(part.locator("li label").nth(at))

    def tick_more(self, choice: str) -> None:
        """One more of the choices that were read already."""
        if (more := self.fold.get_by_role("button", name="Visa alla")).count():
            self.press_on(more)
        self.press_on(self.fold.locator("li label", has_text=re.compile(rf"^\s*{choice}\s*$")))

    def write_in(self, label: str, text: str) -> None:
        self.words += len(label.split())
        field = self.page.get_by_label(label, exact=True).first
        self.press_on(field)
        field.press_sequentially(text)
        self.letters += len(text)

    def choose(self, label: str, choice: str) -> None:
        self.words += len(label.split()) + len(choice.split())
        self.presses += 2
        self.page.get_by_label(label, exact=True).select_option(label=choice)

    def find(self, id_: str) -> None:
        """The numbers, the names above, and the whole row."""
        self.read_on(self.page.locator(".matcha-antal-rad"))
        names = self.page.locator(".matcha-tabell tbody th")
        ids = self.page.eval_on_selector_all(".matcha-tabell tbody tr", "(all) => all.map((e) => e.dataset.verksamhet)")
        for place in range(ids.index(id_)):
            self.read_on(names.nth(place))
        self.read_on(self.page.locator(f"tr[data-verksamhet={id_}] :is(th, [data-etikett])"))

    def press_on(self, target: Locator) -> None:
        self.presses += 1
        target.first.click()

    def read_on(self, seen: Locator) -> None:
        self.words += len(" ".join(seen.all_inner_texts()).split())


def test_autism_lss_it_ten_hours_bromma(page: Page) -> None:
    """H1: Misa IT, lost before for its blank fields, is found with its questions."""
    walk = Caseworker(page)
    walk.choose("Bor i", "Bromma")
    walk.write_in("Ålder", "24")
    walk.tick("Grupper", "Autism")
    walk.tick("Beslut eller väg som finns", "Beslut enligt LSS")
    walk.write_in("Timmar i veckan", "10")
    walk.tick("Inriktning", "Data och IT")
    walk.find("misa-it")
    row = page.locator("tr[data-verksamhet=misa-it]")
    for asked in ("vilka åldrar som får vara med", "vem det är till för", "hur många timmar i veckan"):
        expect(row).to_contain_text(f"Fråga {asked}")
    expect(page.get_by_role("heading", name=re.compile("^Kan passa"))).to_be_visible()
    walk.tell("H1")
    assert walk.seconds < MOST_SECONDS
    assert_clean(page)


def test_job_and_health_at_the_same_time(page: Page) -> None:
    """H2: no sick pay, support for long, job and health in parallel: all must hold at once, and the page says so."""
    walk = Caseworker(page)
    walk.tick("Grupper", "Sjuk utan sjukpenning")
    walk.tick_more("Ekonomiskt bistånd länge")
    walk.tick("Stödets delar", "Jobb")
    walk.tick_more("Hälsa")
    walk.find("rehabarenden-rinkeby-kista")
    expect(page.locator("details[open] .not").first).to_have_text("Alla val ska stämma.")
    walk.tell("H2")
    assert walk.seconds < MOST_SECONDS


def test_what_can_be_combined_on_tuesdays(page: Page) -> None:
    """H3: what is open on Tuesdays, with its hours in the table."""
    walk = Caseworker(page)
    walk.words += 3
    walk.press_on(page.locator("summary", has_text=re.compile("^Dagar och tider")))
    walk.press_on(page.get_by_label("Tisdag", exact=True))
    expect(page.get_by_role("columnheader", name="Tider").first).to_be_visible()
    first = page.locator(".matcha-tabell").first.locator("tbody tr")
    for place in range(8):
        walk.read_on(first.nth(place).locator("th, [data-etikett=Tider]"))
    assert all("tis" in text or "dagar" in text or "–" in text for text in
               first.locator("[data-etikett=Tider]").all_inner_texts())  # fmt: skip
    walk.tell("H3")
    assert walk.seconds < MOST_SECONDS


def test_near_misses_tell_what_fails_and_what_would_open_them(page: Page, address: str) -> None:
    _at(page, address, "#hemma=bromma&beslut=sol&inriktning=data-it")
    near = page.get_by_role("region", name=re.compile("^Nära"))
    row = near.locator("tr", has_text="under ”Så kommer du in”").first
    expect(row).to_contain_text("Det öppnas med")


def test_the_list_of_questions_leads_to_the_short_form(page: Page, address: str) -> None:
    _at(page, address, H1)
    page.get_by_label("Fråga Misa IT", exact=True).check()
    page.get_by_role("button", name="Frågelista (1)").click()
    expect(page.get_by_role("heading", name="Frågelista")).to_be_focused()
    assert page.url.endswith("&fraga=misa-it&vy=fragelista")
    place = page.locator(".matcha-stallen > li")
    expect(place).to_have_count(1)
    expect(place).to_contain_text("misa.se")
    expect(place).to_contain_text("Fråga hur många timmar i veckan man kan vara där.")
    assert_clean(page)
    form = urlsplit(place.get_by_role("link", name="Fyll i svaret").get_attribute("href") or "")
    asked = parse_qs(form.query)
    assert asked["post"] == ["misa-it"]
    assert {"alder", "malgrupp", "omfattning", "tar_emot_fran", "ingang"} == set(asked["falt"][0].split(","))
    place.get_by_role("link", name="Fyll i svaret").click()
    expect(page.get_by_text("Här är de 5 frågor som länken gäller.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Frågelista")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Fråga Misa IT", exact=True)).to_be_checked()


def test_what_is_chosen_stands_in_the_address_and_comes_back(page: Page, address: str) -> None:
    _at(page, address)
    page.get_by_label("Bor i").select_option("farsta")
    page.get_by_label("Timmar i veckan").fill("12")
    assert page.url.endswith(f"{PAGE}#hemma=farsta&timmar=12")
    page.reload()
    expect(page.get_by_label("Bor i")).to_have_value("farsta")
    expect(page.get_by_label("Timmar i veckan")).to_have_value("12")
    expect(page.locator(".matcha-valda")).to_have_text("Bor i: Farsta. Timmar i veckan: 12 timmar.")
    page.get_by_role("button", name="Rensa allt").click()
    assert page.url.endswith(PAGE)
    expect(page.get_by_label("Bor i")).to_have_value("")


def test_a_link_that_asks_for_what_is_not_there_says_so(page: Page, address: str) -> None:
    _at(page, address, "#hemma=farsta&hemma=mars&okant=1")
    expect(page.locator(".matcha-resultat .matcha-fel")).to_have_text(
        "Länken frågar efter något som inte finns här: hemma mars, okant 1."
    )
    page.locator("#matcha-alder-ar").fill("999")
    page.keyboard.press("Tab")
    expect(page.locator("#matcha-alder-ar-fel")).to_have_text("Skriv ett helt tal, 13–100.")


def test_columns_and_order_are_the_readers_own(page: Page, address: str) -> None:
    _at(page, address, H1)
    page.locator("summary", has_text="Kolumner").click()
    page.locator(".matcha-kolumner").get_by_label("Vem betalar").check()
    expect(page.get_by_role("columnheader", name="Vem betalar").first).to_be_visible()
    page.get_by_role("columnheader", name="Ställe").first.get_by_role("button").click()
    header = page.get_by_role("columnheader", name="Ställe").first
    expect(header).to_have_attribute("aria-sort", "ascending")
    expect(header.get_by_role("button")).to_be_focused()
    names = page.locator(".matcha-tabell").first.locator("tbody th").all_inner_texts()
    assert names == sorted(names, key=lambda name: name.lower().translate(str.maketrans("åäö", "{|}")))


def test_csv_and_text_hold_the_whole_table(page: Page, address: str) -> None:
    _at(page, address, H1)
    with page.expect_download() as coming:
        page.get_by_role("button", name="Ladda ner CSV").click()
    text = Path(coming.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][:3] == ["Svar", "Namn", "Varför"]
    shown = sum(map(int, re.findall(r"\d+", page.locator(".matcha-antal-rad").inner_text())))
    assert len(rows) == shown + 1
    assert any(row[1] == "Misa IT" and "hur många timmar" in row[2] for row in rows)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera som text").click()
    expect(page.locator(".matcha-sagt")).to_have_text("Texten är kopierad.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Bor i: Bromma. Ålder: 24 år.")
    assert "Misa IT (Kan passa)" in copied


def test_nothing_is_kept_and_nothing_is_sent(page: Page, address: str) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108  # a list cannot listen
    _at(page, address)
    page.get_by_label("Bor i").select_option("bromma")
    page.locator("#matcha-alder-ar").fill("24")
    page.get_by_label("Timmar i veckan").fill("10")
    page.locator(".matcha-tabell tbody input").first.check()
    page.get_by_role("button", name="Frågelista (1)").click()
    page.get_by_role("button", name="Tillbaka till tabellen").click()
    assert page.evaluate(_KEPT) == [0, 0, ""]
    assert [request.url for request in asked if not request.url.startswith(address)] == []
    assert {request.method for request in asked} == {"GET"}
    assert [request.url for request in asked if "?" in request.url or "bromma" in request.url.partition("#")[0]] == []


def test_the_keyboard_alone(page: Page, address: str) -> None:
    _at(page, address)
    page.get_by_label("Bor i").focus()
    page.keyboard.type("Bromma")
    page.keyboard.press("Tab")
    page.keyboard.type("24")
    page.keyboard.press("Tab")
    expect(page.locator("summary", has_text="Grupper")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".matcha-valda")).to_contain_text("Bor i: Bromma. Ålder: 24 år. Grupper:")


def test_on_paper_there_is_room_for_answers(page: Page, address: str) -> None:
    _at(page, address, H1 + "&vy=fragelista")
    page.emulate_media(media="print")
    expect(page.locator(".matcha-panel")).to_be_hidden()
    expect(page.locator(".matcha-knappar").first).to_be_hidden()
    questions = page.locator(".matcha-fraga").first.locator("li")
    assert questions.count() == questions.locator(".skrivrad:visible").count() > 2
    expect(page.get_by_role("link", name="Fyll i svaret").first).to_be_hidden()


@pytest.mark.parametrize("view", ["", "&vy=fragelista"])
def test_a_small_phone_has_all_of_it(view: str, new_context: NewContext, address: str) -> None:
    page = _at(new_context(viewport={"width": 360, "height": 740}).new_page(), address, H1 + view)
    assert_clean(page)
    assert page.get_by_role("rowheader").count() or view


def test_without_a_script_the_page_leads_to_the_lists(new_context: NewContext, address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + PAGE)
    expect(page.get_by_text("Tabellen behöver JavaScript.")).to_be_visible()
    for folder in ("malgrupp", "ingang", "stadsdel", "insatstyp"):
        expect(page.locator(f"main a[href$='{folder}/']").first).to_be_visible()


def test_the_lists_come_back_when_the_table_cannot_be_had(page: Page, address: str) -> None:
    page.route("**/matcha.json", lambda route: route.abort())
    page.goto(address + PAGE)
    expect(page.locator("[data-matcha-bud]")).to_contain_text("Tabellen går inte att hämta just nu.")
    expect(page.locator("[data-utan-skript]")).to_be_visible()
