"""What the form finds wrong leads to where it can be mended."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from katalog.record.load import load_bytes
from tests.browser.form.conftest import Engine
from tests.support import CASES, IDAG

# The items of the summary, each with the field that its link leads to: "" for none.
_SUMMARY = """() => [...document.querySelectorAll(".felruta li")].map((item) => {
  const address = item.querySelector("a")?.getAttribute("href") ?? "";
  return [item.textContent, document.getElementById(address.slice(1))?.id ?? ""];
})"""


def _cases(engine: Engine) -> dict[str, Path]:
    """For each code that the form tells the first case that it can read."""
    found: dict[str, Path] = {}
    for case in sorted((CASES / "invalid").glob("*.yml")):
        loaded = load_bytes(case.read_bytes(), case.name)
        if loaded.data is not None and not loaded.problems and engine.call("read", loaded.text) == loaded.data:
            faults = engine.call("check", loaded.data, {"id": "framja", "ids": None, "today": IDAG})
            found = {fault["code"]: case for fault in faults} | found
    return found


def test_every_fault_leads_to_its_field(page: Page, address: str, engine: Engine) -> None:
    cases = _cases(engine)
    assert len(cases) > 20
    for code, case in cases.items():
        page.route("**/framja/post.yml", lambda route, case=case: route.fulfill(body=case.read_bytes()))
        page.goto(f"{address}bidra/formular/?post=framja")
        page.get_by_role("button", name="Granska och skicka").click()
        expect(page.locator(".felruta")).to_be_focused()
        items = page.evaluate(_SUMMARY)
        assert items, case.name
        for number, (text, field) in enumerate(items):
            assert field, f"{code}, {case.name}: {text} leads nowhere"
            page.locator(".felruta li a").nth(number).click()
            expect(page.locator(f"[id='{field}']")).to_be_focused()
            page.locator(".steg a").last.click()
        page.unroute("**/framja/post.yml")
