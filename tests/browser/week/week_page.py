"""A small site with a week to plan, and the page as one who plans has it open."""

from __future__ import annotations

import json
import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.support import IDAG

KEY = "hitta-lista"
IDS = ["snickeriet", "kafeet", "tysta", "stangda"]
ADDRESS = "min-lista/vecka/"
_LISTEN = """window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.violatedDirective));"""
_ALWAYS = "sammanfattning: Snickra och måla tillsammans med andra.\nkallor:\n  - titel: Årsredovisning 2019\n"


def _record(name: str, area: str, kind: str, *more: str, status: str = "okand") -> str:
    lines = (f"namn: {name}", f"status: {status}", f"insatstyp:\n  - {kind}", f"omrade: {area}", *more)
    return "\n".join(lines) + "\n" + _ALWAYS


def _time(day: str, start: str, end: str, what: str = "") -> str:
    told = f'  - dag: {day}\n    fran: "{start}"\n    till: "{end}"'
    return f"{told}\n    vad: {what}" if what else told


RECORDS = {
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
        *(_time("torsdag", "15:00", "17:00"), "kan_kombineras_med:\n  - snickeriet"),
    ),
    "farsta/kvallen.yml": _record(
        *("Kvällen", "farsta", "traffpunkt", "ingang:\n  - vag: drop-in", "tider:", _time("tisdag", "17:00", "20:00")),
        _time("fredag", "17:00", "20:00"),
    ),
    "jarva/dorren.yml": _record("Öppna dörren", "jarva", "traffpunkt", "tider:\n  - dag: tisdag"),
}  # fmt: skip


def open_context(browser: Browser, width: int = 1280, **more: Any) -> BrowserContext:
    more |= {"viewport": {"width": width, "height": 900}, "reduced_motion": "reduce"}
    context = browser.new_context(timezone_id="Europe/Stockholm", locale="sv-SE", **more)
    context.clock.set_fixed_time(f"{IDAG}T12:00:00")
    context.add_init_script(_LISTEN)
    return context


def open_page(context: BrowserContext, root: str, hash_: str = "", ids: list[str] | None = None) -> Page:
    """The page with a list in the browser."""
    page = context.new_page()
    page.goto(f"{root}min-lista/")
    if ids is not None:
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps(ids)])
    page.goto(f"{root}{ADDRESS}{hash_}")
    page.locator("[data-vecka] > *").first.wait_for(state="attached")
    return page


def about(page: Page, told: str, what: str) -> Locator:
    """A button that says for those who only hear it what it is about."""
    return page.get_by_role("button", name=re.compile(rf"^{re.escape(told)} ?: {re.escape(what)}$"))


def week_text(page: Page) -> str:
    return page.locator("section[aria-labelledby=rubrik-veckan]").inner_text()


def set_time(page: Page, place: str, days: list[str], start: str, end: str) -> None:
    page.get_by_label("Ställe", exact=True).select_option(place)
    for day in days:
        page.locator(".vecka-form").get_by_label(day, exact=True).check()
    page.get_by_label("Från", exact=True).fill(start)
    page.get_by_label("Till", exact=True).fill(end)
    page.get_by_role("button", name="Lägg in tiden").click()
