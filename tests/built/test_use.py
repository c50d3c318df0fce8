"""The site as a reader uses it: without a script, by keyboard alone, on paper, under another path, after long."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from katalog.derive.freshness import FRESHNESS_LABELS, Level, derive_freshness
from katalog.record.model import make_record
from tests.built.conftest import NewContext
from tests.built.kinds import kinds_of_page
from tests.focus import SHOWS_FOCUS
from tests.sample import some
from tests.server import serving
from tests.support import GOOD, IDAG, SITE_URL, lay_project, run_katalog

# What a reader can read: the text of the page without buttons, and without what only the scripts of the search, the
# form and the reader's clock fill. The form is for writers: without a script its page holds the template instead, which
# has tests of its own.
_READABLE = """() => {
  const copy = document.querySelector("main").cloneNode(true);
  const filled = "[data-sok-yta], [data-formular], [data-utan-skript], [data-rubrik], .vag-ut, .oppet-nu, " +
    ".vecka-idag, [data-bekrafta], [data-bara-utan], [data-matcha], [data-vecka], [data-lista]";
  for (const node of copy.querySelectorAll(`button, [hidden], noscript, ${filled}`)) node.remove();
  return copy.textContent.replace(/\\u00ad/g, "").replace(/\\s+/g, " ").trim();
}"""
_FOCUS = "() => document.activeElement.getAttribute('href') ?? ''"


def test_everything_can_be_read_without_a_script(new_context: NewContext, built: Path, address: str) -> None:
    without, with_script = new_context(java_script_enabled=False).new_page(), new_context().new_page()
    for kind, path in some(kinds_of_page(built).items(), 10):
        if "flyttad" not in kind:
            texts = []
            for page in (without, with_script):
                page.goto(address + path, wait_until="load")
                texts.append(page.evaluate(_READABLE))
            assert len(texts[0]) > 20 or "formular" in kind, kind
            assert texts[0] == texts[1], kind


@pytest.mark.parametrize("path", ["", "sok/?q=fika", "min-lista/", "om/"])
def test_without_script_no_search_box_is_offered_but_a_way_to_everything(
    path: str, new_context: NewContext, address: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(address + path)
    expect(page.locator("form[role=search]").locator("visible=true")).to_have_count(0)
    way = page.locator(".sok-utan a, .sok-listor p a").locator("visible=true")
    expect(way).to_have_count(1)
    expect(way).to_have_attribute("href", re.compile(r"a-o/$"))


@pytest.mark.parametrize("way", ["inriktning", "stadsdel"])
def test_from_the_start_to_a_record_and_its_contact_by_keyboard(
    way: str, new_context: NewContext, address: str
) -> None:
    page = new_context().new_page()
    page.goto(address)
    _tab_to(page, lambda link: re.fullmatch(rf"\./{way}/[a-z-]+/", link) is not None)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{way}/*/")
    _tab_to(page, lambda link: "/verksamhet/" in link)
    page.keyboard.press("Enter")
    page.wait_for_url("**/verksamhet/*/")
    _tab_to(page, lambda link: link.startswith(("tel:", "mailto:", "http")) or link.endswith("bidra/"))
    _tab_to(page, lambda link: link.endswith("bidra/"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/bidra/")


def _tab_to(page: Page, is_it: Callable[[str], bool]) -> None:
    """Press Tab until the focus stands on the link; every stop on the way shows where it is."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if is_it(page.evaluate(_FOCUS)):
            assert page.evaluate(SHOWS_FOCUS)
            return
    raise AssertionError(f"no such link within reach on {page.url}")


def test_the_first_stop_leads_past_the_menu(new_context: NewContext, address: str) -> None:
    page = new_context().new_page()
    page.goto(f"{address}a-o/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Hoppa till innehållet")).to_be_focused()
    expect(page.get_by_text("Hoppa till innehållet")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside: bool = page.evaluate("document.querySelector('main').contains(document.activeElement)")
    assert inside


def test_closed_places_unfold_by_keyboard(new_context: NewContext, built: Path, address: str) -> None:
    path = next(
        p for p in sorted(built.glob("inriktning/*/index.html")) if "<summary>" in p.read_text(encoding="utf-8")
    )
    page = new_context().new_page()
    page.goto(address + path.parent.relative_to(built).as_posix() + "/")
    summary = page.locator("main summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main details").first).to_have_attribute("open", "")
    expect(page.locator("main details a").first).to_be_visible()


def test_the_print_button_is_there_when_it_works(new_context: NewContext, built: Path, address: str) -> None:
    record = kinds_of_page(built)["verksamhet/2"]
    for script in (True, False):
        page = new_context(java_script_enabled=script).new_page()
        page.goto(address + record, wait_until="load")
        expect(page.get_by_role("button", name="Skriv ut")).to_have_count(1 if script else 0)
    page = new_context().new_page()
    page.add_init_script("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    page.goto(address + record, wait_until="load")
    page.get_by_role("button", name="Skriv ut").click()
    assert page.evaluate("window.printed") == 1


def test_a_record_prints_without_what_is_for_the_screen(new_context: NewContext, built: Path, address: str) -> None:
    page = new_context().new_page()
    page.goto(address + kinds_of_page(built)["verksamhet/2"], wait_until="load")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for name in (".sidnav", ".sokrad", ".hoppa", "main .skarm"):
        assert not page.locator(name).first.is_visible(), name


def test_a_former_districts_address_leads_on_by_itself(new_context: NewContext, address: str) -> None:
    for script in (True, False):
        page = new_context(java_script_enabled=script).new_page()
        page.goto(f"{address}stadsdel/rinkeby-kista/")
        page.wait_for_url(f"{address}stadsdel/jarva/")


def test_the_site_works_below_another_path(new_context: NewContext, tmp_path_factory: pytest.TempPathFactory) -> None:
    record = f"{GOOD}inriktning:\n  - cafe-kok\n"
    project = lay_project(tmp_path_factory.mktemp("djup"), {"farsta/snickeriet.yml": record})
    assert run_katalog(project, "build", SITE_URL=f"{SITE_URL}x/y/").returncode == 0
    with serving(project / "site", base="/x/y/") as root:
        page, wrong = new_context().new_page(), []
        page.on("response", lambda answer: wrong.append(answer.url) if answer.status >= 400 else None)
        page.on("request", lambda request: None if request.url.startswith(root) else wrong.append(request.url))
        kinds = kinds_of_page(project / "site")
        for path in {path.count("/"): path for kind, path in kinds.items() if "flyttad" not in kind}.values():
            page.goto(root + path, wait_until="load")
            assert page.evaluate("document.styleSheets.length") >= 1, path
        page.goto(f"{root}404.html")
        page.get_by_role("link", name="Till startsidan").click()
        page.wait_for_url(root)
        page.locator("main .plattor a[href*='cafe-kok']").click()
        page.locator("main .kort a").first.click()
        page.wait_for_url(f"{root}verksamhet/*/")
        page.locator(".sajtnamn").click()
        page.wait_for_url(root)
        assert wrong == []


@pytest.fixture
def module(new_context: NewContext, address: str) -> Page:
    """A page with the script's functions at hand."""
    page = new_context().new_page()
    page.goto(address, wait_until="load")
    page.evaluate(
        "async () => { window.module = await import('./assets/js/core/freshness.js'); "
        "window.steps = JSON.parse(document.querySelector('[data-aktualitet]').textContent); }"
    )
    return page


def test_freshness_steps_down_as_derive_says(module: Page) -> None:
    """For every day of more than a year: what the page says then is what a build of that day would have said."""
    days = [datetime.date.fromisoformat(IDAG) - datetime.timedelta(days=n) for n in range(-3, 400)]
    table = {day.isoformat(): _level(day.isoformat()) for day in days}
    told = module.evaluate(
        """([dates, today]) => Object.fromEntries(dates.map((date) => {
             const level = module.levelOn(date, today, steps);
             return [date, [level, steps.etiketter[level]]];
           }))""",
        [list(table), IDAG],
    )
    assert {date: tuple(words) for date, words in told.items()} == table


def _level(confirmed: str) -> tuple[str, str]:
    record = make_record("ett", "ett.yml", {
        "namn": "Ett", "status": "aktiv", "insatstyp": ["traffpunkt"], "omrade": "farsta", "sammanfattning": "Fika.",
        "kallor": [], "senast_bekraftad": confirmed, "bekraftad_av": "Verksamheten",
    })  # fmt: skip
    found = derive_freshness(record, IDAG)
    return found.level, found.label


@pytest.mark.parametrize(
    ("level", "confirmed", "shown"),
    [
        ("bekraftad", "2026-11-01", "bekraftad"),
        ("bekraftad", "2026-03-01", "dags"),
        ("bekraftad", "2025-01-01", "inaktuell"),
        ("dags", "2025-01-01", "inaktuell"),
        ("dags", "2026-03-01", "dags"),
        ("inaktuell", "2026-03-01", "inaktuell"),  # never up
        ("dags", "2026-11-01", "dags"),
        ("bekraftad", "inget datum", "bekraftad"),
    ],
)
def test_a_mark_on_the_page_only_goes_down(level: Level, confirmed: str, shown: Level, module: Page) -> None:
    found = module.evaluate(
        """([level, date, today]) => {
             const page = document.implementation.createHTMLDocument("");
             page.body.innerHTML = `<p data-bekraftad="${date}">` +
               `<strong class="aktualitet-ord">${steps.etiketter[level]}.</strong></p>`;
             module.takeBack(page, today, steps);
             return page.querySelector("strong").textContent;
           }""",
        [level, confirmed, IDAG],
    )
    assert found == f"{FRESHNESS_LABELS[shown]}."


@pytest.mark.parametrize(("days", "is_told"), [(0, False), (29, False), (32, True), (400, True)])
def test_a_page_tells_when_its_build_is_old(days: int, is_told: bool, new_context: NewContext, address: str) -> None:
    context = new_context()
    day = datetime.date.fromisoformat(IDAG) + datetime.timedelta(days=days)
    context.clock.set_fixed_time(f"{day.isoformat()}T12:00:00")
    page = context.new_page()
    page.goto(address, wait_until="load")
    assert page.get_by_text("Det är länge sedan.").is_visible() == is_told
