"""Today and tonight by the reader's clock, and what comes and goes by itself; all can be read without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe import assert_clean
from tests.sample import by_turns
from tests.server import serving
from tests.support import IDAG, lay_project, run_katalog

_RECORD = """\
namn: Huset
status: okand
insatstyp:
  - traffpunkt
omrade: farsta
uppgifter_fran: 2022
sammanfattning: Fika och prata tillsammans.
kallor:
  - titel: Årsredovisning 2022
  - titel: Bladet 2021
    ar: 2021
    galler:
      - tider
tider:
  - dag: tisdag
    fran: "17:00"
    till: "20:00"
tillfalligt:
  text: Stängt över jul.
  till: "2026-12-23"
"""
TUESDAY_NOON, TUESDAY_EVENING, SUNDAY = "2026-12-22T12:00:00", "2026-12-22T17:00:00", "2026-12-27T12:00:00"
NEXT_YEAR, NO_HOLIDAYS_KNOWN = "2027-01-05T12:00:00", "2028-02-01T12:00:00"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = lay_project(tmp_path_factory.mktemp("nu"), {"farsta/huset.yml": _RECORD})
    done = run_katalog(folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    with serving(folder / "site") as address:
        yield address


def _open(browser: Browser, address: str, moment: str, *, has_script: bool = True) -> Page:
    context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE", java_script_enabled=has_script)
    context.clock.set_fixed_time(moment)
    page = context.new_page()
    page.goto(address, wait_until="load")
    return page


@pytest.mark.parametrize(
    ("told", "start"),
    by_turns(
        [
            (TUESDAY_NOON, "Öppet i dag", "oppet/tisdag/"),
            (TUESDAY_EVENING, "Öppet i kväll", "oppet/tisdag-kvall/"),
            (SUNDAY, "Öppet i dag", "oppet/sondag/"),
        ],
        ["", "oppet/"],
    ),
)
def test_the_link_leads_to_today_by_the_readers_clock(
    browser: Browser, root: str, start: str, told: tuple[str, str, str]
) -> None:
    moment, name, target = told
    page = _open(browser, root + start, moment)
    page.get_by_role("link", name=name, exact=True).click()
    expect(page).to_have_url(root + target)
    expect(page.locator("h1")).to_contain_text("Öppet")
    page.context.close()


def test_without_a_script_the_link_leads_to_all_days(browser: Browser, root: str) -> None:
    page = _open(browser, root, TUESDAY_NOON, has_script=False)
    page.get_by_role("link", name="Öppet i dag eller i kväll").click()
    expect(page).to_have_url(f"{root}oppet/")
    expect(page.get_by_role("link", name="Öppet i dag eller i kväll")).to_have_count(0)
    page.get_by_role("link", name="Tisdag kväll").click()
    expect(page.locator(".kort")).to_contain_text("Tisdag kväll: 17–20")
    page.context.close()


def test_the_week_marks_today_in_words(browser: Browser, root: str) -> None:
    page = _open(browser, f"{root}verksamhet/huset/", TUESDAY_NOON)
    boxes = page.get_by_role("list", name="Tider").locator("> li")
    assert sum(len((box.get_attribute("data-veckodag") or "").split()) for box in boxes.all()) == 7
    expect(page.locator("[aria-current=date]")).to_have_text("Tisdag: i dag17–20")
    expect(boxes.last).to_contain_text("Ingen uppgift")
    expect(page.locator("[data-idag]:visible")).to_have_text(["i dag"])
    assert_clean(page)
    page.set_viewport_size({"width": 360, "height": 740})
    assert_clean(page)
    page.context.close()


def test_a_notice_is_gone_after_its_last_day_and_old_times_say_so(browser: Browser, root: str) -> None:
    for address in ("verksamhet/huset/", "stadsdel/farsta/", "oppet/tisdag/", "sok/?q=fika"):
        page = _open(browser, root + address, TUESDAY_NOON)
        page.locator("main").get_by_text("till och med 23 december 2026").first.wait_for()
        expect(page.locator("main").get_by_text("iderna är från 2021").locator("visible=true")).to_have_count(0)
        page.context.close()
        page = _open(browser, root + address, NEXT_YEAR)
        expect(page.locator("main").get_by_text("iderna är från 2021").locator("visible=true").first).to_be_visible()
        expect(page.get_by_text("Stängt över jul")).to_have_count(0)
        page.context.close()


def test_without_a_script_the_last_day_of_a_notice_is_written(browser: Browser, root: str) -> None:
    page = _open(browser, f"{root}verksamhet/huset/", NEXT_YEAR, has_script=False)
    expect(page.get_by_role("note").get_by_text("till och med 23 december 2026")).to_be_visible()
    page.context.close()


def test_holidays_are_told_when_they_come_and_not_known_after_fourteen_months(browser: Browser, root: str) -> None:
    eve, unknown = "Julafton är torsdag 24 december 2026", "Vi vet inte vilka dagar som är helgdagar nu"
    for moment, is_eve, is_unknown in ((f"{IDAG}T12:00:00", False, False), (TUESDAY_NOON, True, False),
                                       (NO_HOLIDAYS_KNOWN, False, True)):  # fmt: skip
        page = _open(browser, f"{root}verksamhet/huset/", moment)
        assert page.get_by_text(eve).is_visible() is is_eve, moment
        assert page.get_by_text(unknown).is_visible() is is_unknown, moment
        page.context.close()


def test_two_builds_of_a_day_are_equal(tmp_path: Path) -> None:
    folder = lay_project(tmp_path, {"farsta/huset.yml": _RECORD})
    made = []
    for out in ("en", "tva"):
        assert run_katalog(folder, "build", "--idag", "2026-12-20", "--out", str(folder / out)).returncode == 0
        pages = [folder / out / "oppet", folder / out / "verksamhet"]
        made.append({path.relative_to(folder / out).as_posix(): path.read_bytes()
                     for page in pages for path in sorted(page.rglob("*.html"))})  # fmt: skip
    assert made[0] == made[1]
