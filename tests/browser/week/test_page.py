"""The week plan as one who plans meets it: its tour watched for what is kept and sent, by keyboard, on paper, without a
script, where the browser keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.axe import assert_clean
from tests.server import serving
from tests.support import IDAG, lay_project, run_katalog

KEY = "hitta-lista"
IDS = ["snickeriet", "kafeet", "tysta", "stangda"]
ADDRESS = "min-lista/vecka/"
_BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('nej'); } })"
_LISTEN = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));"""
_ALWAYS = "sammanfattning: Snickra och måla tillsammans med andra.\nkallor:\n  - titel: Årsredovisning 2019\n"


def _record(name: str, area: str, kind: str, *more: str, status: str = "okand") -> str:
    lines = (f"namn: {name}", f"status: {status}", f"insatstyp:\n  - {kind}", f"omrade: {area}", *more)
    return "\n".join(lines) + "\n" + _ALWAYS


def _time(day: str, start: str, end: str, what: str = "") -> str:
    told = f'  - dag: {day}\n    fran: "{start}"\n    till: "{end}"'
    return f"{told}\n    vad: {what}" if what else told


_RECORDS = {
    "farsta/snickeriet.yml": _record(
        *("Snickeriet", "farsta", "arbetspraktik", "uppgifter_fran: 2018"),
        "omfattning:\n  timmar_fran: 4\n  timmar_till: 20",
        *("ingang:\n  - vag: lss-beslut", "tider:", _time("vardagar", "09:00", "15:00")),
    ),
    "bromma/kafeet.yml": _record(
        *("Kaféet", "bromma", "traffpunkt", "ingang:\n  - vag: drop-in", "tider:", _time("mandag", "14:00", "17:00")),
        *(_time("tisdag", "16:00", "18:00"), _time("onsdag", "10:00", "12:00", "Varannan vecka")),
        "  - vad: Nya grupper",
    ),
    "bromma/tysta.yml": _record("Tysta rummet", "bromma", "traffpunkt"),
    "bromma/stangda.yml": _record("Stängda huset", "bromma", "traffpunkt", "tider:", _time("mandag", "09:00", "12:00"),
                                  status="avslutad"),
    "jarva/kursen.yml": _record(
        *("Kursen", "jarva", "traffpunkt", "komponent:\n  - kompetens", "ingang:\n  - vag: egen-anmalan", "tider:"),
        _time("torsdag", "15:00", "17:00"),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = lay_project(tmp_path_factory.mktemp("vecka"), _RECORDS)
    done = run_katalog(folder, "build", timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def root(project: Path) -> Iterator[str]:
    with serving(project / "site") as address:
        yield address


def _context(browser: Browser, width: int = 1280, **more: Any) -> BrowserContext:
    size = {"width": width, "height": 900}
    context = browser.new_context(
        timezone_id="Europe/Stockholm", locale="sv-SE", viewport=size, reduced_motion="reduce", **more
    )
    context.clock.set_fixed_time(f"{IDAG}T12:00:00")
    context.add_init_script(_LISTEN)
    return context


def _open(context: BrowserContext, root: str, hash_: str = "", ids: list[str] | None = None) -> Page:
    """The page with a list in the browser; what its console says is a fault."""
    page = context.new_page()
    page.on("console", lambda message: pytest.fail(message.text))
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto(f"{root}min-lista/")
    if ids is not None:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(ids)])
    page.goto(f"{root}{ADDRESS}{hash_}")
    page.locator("[data-vecka] > *").first.wait_for()
    return page


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = _context(browser)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, root: str) -> Page:
    return _open(context, root, ids=IDS)


def _week(page: Page) -> str:
    return page.locator("section[aria-labelledby=rubrik-veckan]").inner_text()


def _set(page: Page, place: str, days: list[str], start: str, end: str) -> None:
    page.get_by_label("Ställe", exact=True).select_option(place)
    for day in days:
        page.locator(".vecka-form").get_by_label(day, exact=True).check()
    page.get_by_label("Från", exact=True).fill(start)
    page.get_by_label("Till", exact=True).fill(end)
    page.get_by_role("button", name="Lägg in tiden").click()


def test_the_records_hours_make_a_week_of_the_list(page: Page) -> None:
    told = _week(page)
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


def test_a_time_is_set_by_hand_and_told_as_such(page: Page) -> None:
    _set(page, "Tysta rummet", ["Tisdag", "Torsdag"], "13:00", "14:30")
    assert "13–14.30 Tysta rummet, Bromma (satt av den som planerar)" in _week(page)
    assert "3 timmar är satta av den som planerar." in _week(page)
    assert page.evaluate("location.hash") == "#satt=tysta:2-1300-1430,tysta:4-1300-1430"
    page.reload()
    page.locator(".vecka-pass").first.wait_for()
    assert "13–14.30 Tysta rummet" in _week(page), "the address holds it"
    page.get_by_role("button", name="Ta bort: Tisdag 13–14.30, Tysta rummet").click()
    assert page.evaluate("location.hash") == "#satt=tysta:4-1300-1430"
    page.get_by_role("button", name="Ångra").click()
    assert page.evaluate("location.hash") == "#satt=tysta:2-1300-1430,tysta:4-1300-1430"


def test_a_records_time_is_made_shorter(page: Page) -> None:
    page.get_by_role("button", name="Ändra tiden: Måndag 9–15, Snickeriet").click()
    expect(page.get_by_label("Från", exact=True)).to_be_focused()
    assert page.get_by_label("Från", exact=True).input_value() == "09:00"
    page.get_by_label("Till", exact=True).fill("11:00")
    page.get_by_role("button", name="Lägg in tiden").click()
    assert "Måndag 14–15" not in _week(page), "what collided is gone"
    assert "Inga krockar." in _week(page)
    assert "Byte av stadsdel före 14: Farsta till Bromma, 3 timmar emellan" in _week(page)


def test_faults_are_told_where_they_are(page: Page) -> None:
    fault = page.locator(".vecka-fel")
    page.get_by_role("button", name="Lägg in tiden").click()
    assert fault.inner_text() == "Välj minst en dag."
    expect(page.locator(".vecka-form").get_by_label("Måndag")).to_be_focused()
    page.locator(".vecka-form").get_by_label("Måndag").check()
    page.get_by_role("button", name="Lägg in tiden").click()
    assert fault.inner_text() == "Fyll i när det börjar och när det slutar."
    _set(page, "Kaféet", ["Måndag"], "12:00", "11:00")
    assert fault.inner_text() == "Det måste sluta senare än det börjar."
    expect(page.get_by_label("Till", exact=True)).to_be_focused()
    assert page.evaluate("location.hash") == ""


def test_all_of_it_goes_by_keyboard(page: Page) -> None:
    """Nothing has to be dragged, and the focus stays when the week is made anew."""
    box = page.get_by_label("Måndag 9–15, Snickeriet")
    box.focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Måndag 9–15, Snickeriet")).to_be_focused()
    assert page.evaluate("location.hash") == "#bort=snickeriet:1-0900-1500"
    page.get_by_label("Ställe", exact=True).focus()
    for key in ("T", "Tab", "Space"):
        page.keyboard.press(key)
    page.get_by_label("Från", exact=True).focus()
    page.keyboard.type("1000")
    page.get_by_label("Till", exact=True).focus()
    page.keyboard.type("1130")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#satt=tysta:1-1000-1130&bort=snickeriet:1-0900-1500"
    page.get_by_label("Väg in").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Väg in")).to_be_focused()


def test_missing_parts_and_what_would_fill_the_free_hours(page: Page) -> None:
    parts = page.locator(".vecka-delar > li").all_inner_texts()
    assert [text.split("\n")[0] for text in parts] == ["Jobb", "Hälsa", "Socialt", "Kompetens"]
    assert "Kaféet (efter typen)" in parts[2]
    assert "Saknas i veckan." in parts[3]
    told = page.locator(".vecka-forslag > li").all_inner_texts()
    assert len(told) == 1
    assert "Torsdag 15–17. Järva. Anmäl dig själv." in told[0]
    assert "Täcker det som saknas: kompetens." in told[0]
    page.get_by_role("button", name="Lägg till i veckan: Kursen").click()
    assert "15–17 Kursen" in _week(page)
    assert page.evaluate("JSON.parse(localStorage.getItem('hitta-lista')).at(-1)") == "kursen"
    assert "Saknas" not in page.locator(".vecka-delar > li").last.inner_text()


def test_the_calendar_file_is_that_of_the_week(page: Page) -> None:
    _set(page, "Tysta rummet", ["Tisdag"], "13:00", "14:30")
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
    page = _open(context, root, "#lista=tysta,kafeet&satt=tysta:1-0900-1000", ids=["snickeriet"])
    assert "Den ändrar inte din egen lista." in _week(page)
    assert "9–10 Tysta rummet" in _week(page)
    assert "Snickeriet" not in _week(page)
    assert page.evaluate("localStorage.getItem('hitta-lista')") == '["snickeriet"]'


def test_the_whole_tour_keeps_ids_alone_and_asks_for_the_sites_own_files(browser: Browser, root: str) -> None:
    context = _context(browser)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(f"{request.method} {request.url} {request.post_data or ''}"))
    page = _open(context, root, ids=IDS)
    _set(page, "Tysta rummet", ["Tisdag", "Söndag"], "13:00", "14:30")
    _set(page, "Annat som tar tid", ["Onsdag"], "08:00", "10:00")
    page.get_by_label("Måndag 9–15, Snickeriet").uncheck()
    page.get_by_label("När").select_option("Kvällar (17–22)")
    page.get_by_label("Väg in").select_option("Kom direkt")
    page.get_by_label("Hur länge").select_option("12 veckor")
    with page.expect_download():
        page.get_by_role("button", name="Ladda ner till kalendern").click()
    page.get_by_role("button", name="Kopiera som text").click()
    page.get_by_role("button", name="Kopiera länk till veckan").click()
    assert page.evaluate("({ ...localStorage })") == {KEY: json.dumps(IDS)}
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("indexedDB.databases()") == []
    assert context.cookies() == []
    assert page.evaluate("window.refused") == []
    for line in asked:
        method, address, *body = line.split(" ", 2)
        assert (method, body) == ("GET", [""]), line
        assert address.startswith((root, f"blob:{root}")), line
        assert "1300" not in address, "a set time was sent"
    context.close()


def test_no_field_takes_words_about_a_person(page: Page) -> None:
    kinds = page.evaluate("""[...document.querySelectorAll(
        ".veckoplan input, .veckoplan textarea, .veckoplan [contenteditable]")].map((one) => one.type)""")
    assert set(kinds) == {"checkbox", "time", "date"}
    expect(page.get_by_text("Skriv aldrig något om en person.")).to_be_visible()


def test_where_the_browser_keeps_nothing_the_link_carries_the_list(browser: Browser, root: str) -> None:
    context = _context(browser)
    context.add_init_script(_BLOCKED)
    page = _open(context, root, "#lista=snickeriet,tysta")
    assert "9–15 Snickeriet" in _week(page)
    _set(page, "Tysta rummet", ["Tisdag"], "16:00", "17:00")
    assert "16–17 Tysta rummet" in _week(page)
    context.close()


def test_an_empty_list_leads_on(context: BrowserContext, root: str) -> None:
    page = _open(context, root, ids=[])
    expect(page.get_by_role("link", name="Sök ett ställe")).to_be_visible()
    expect(page.get_by_role("heading", name="Underlag till planering")).to_be_visible()


def test_without_a_script_it_is_a_week_to_fill_in_by_hand(browser: Browser, root: str) -> None:
    context = _context(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}{ADDRESS}")
    expect(page.get_by_text("Veckoplanen behöver JavaScript")).to_be_visible()
    assert page.get_by_role("row").count() == 8
    for word in (
        "Syfte:",
        "Mål:",
        "Delmål:",
        "Uppgifter:",
        "Personens egen syn:",
        "Första uppföljning",
        "Sedan var tredje",
    ):
        expect(page.get_by_text(word, exact=False).first).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_and_no_wider_than_the_window(
    width: int, scheme: Literal["light", "dark"], browser: Browser, root: str
) -> None:
    context = _context(browser, width, color_scheme=scheme)
    page = _open(context, root, "#satt=tysta:2-1300-1430,kafeet:3-0900-1200,:1-0800-1000", ids=[*IDS, "borta"])
    assert_clean(page)
    context.close()


def test_twice_the_text_is_no_wider_than_the_window(browser: Browser, root: str) -> None:
    context = _context(browser, 360)
    page = _open(context, root, "#satt=tysta:2-1300-1430", ids=IDS)
    page.evaluate("document.documentElement.style.fontSize = '40px'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_on_paper_stand_the_week_its_parts_and_the_blank_fields(page: Page) -> None:
    page.emulate_media(media="print")
    for name in ("Veckan", "Stödets delar", "Underlag till planering"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()
    for name in ("Lägg in en tid", "Fyll lediga timmar", "Ta med veckan"):
        expect(page.get_by_role("heading", name=name, exact=True)).to_be_hidden()
    pages = page.pdf(format="A4", print_background=True)
    assert 2 <= pages.count(b"/Type /Page\n") + pages.count(b"/Type /Page ") <= 3
