"""What the form finds wrong leads to where it can be mended."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Error, Page, expect

from katalog.record.load import load_bytes
from tests.browser.form.conftest import Engine
from tests.sample import some
from tests.support import CASES, IDAG

# The items of the summary, each with the field that its link leads to: "" for none.
_SUMMARY = """() => [...document.querySelectorAll(".felruta:not([hidden]) li")].map((item) => {
  const address = item.querySelector("a")?.getAttribute("href") ?? "";
  return [item.textContent, document.getElementById(address.slice(1))?.id ?? ""];
})"""


def _cases(engine: Engine) -> dict[str, list[Path]]:
    """The cases that the form can read, by each code that holds a proposal back. A warning stands beside its field."""
    found: dict[str, list[Path]] = {}
    for case in sorted((CASES / "invalid").glob("*.yml")):
        loaded = load_bytes(case.read_bytes(), case.name)
        if loaded.data is not None and not loaded.problems and _is_read(loaded.text, engine):
            for fault in engine.call("check", loaded.data, {"id": "framja", "ids": None, "today": IDAG}):
                if fault.get("isWarning"):
                    continue
                found.setdefault(fault["code"], []).append(case)
    return found


def _is_read(text: str, engine: Engine) -> bool:
    try:
        return engine.call("read", text) is not None
    except Error:  # the form sends the writer to the file itself
        return False


def _told(page: Page, address: str, case: Path) -> list[tuple[str, str]]:
    """The summary of the form that corrects a record whose file is the case."""
    page.unroute_all()
    page.route("**/framja/post.yml", lambda route: route.fulfill(body=case.read_bytes()))
    page.goto(f"{address}bidra/formular/?post=framja")
    page.get_by_role("button", name="Granska och skicka").click()
    expect(page.get_by_role("heading", name="Granska och skicka")).to_be_visible()
    found: list[tuple[str, str]] = page.evaluate(_SUMMARY)
    return found


def test_every_fault_leads_to_its_field(own_page: Page, address: str, engine: Engine) -> None:
    own_page.clock.set_fixed_time(f"{IDAG}T12:00:00")
    untold = set()
    for code, cases in some(_cases(engine).items(), 9):
        items = next((told for case in cases[:6] if (told := _told(own_page, address, case))), [])
        untold |= set() if items else {code}
        for number, (text, field) in enumerate(items):
            assert field, f"{code}: {text} leads nowhere"
            own_page.locator(".felruta li a").nth(number).click()
            expect(own_page.locator(f"[id='{field}']")).to_be_focused()
            own_page.locator(".steg a").last.click()
    assert untold == set()
