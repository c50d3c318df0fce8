"""Every kind of page judged by axe on a phone, in the dark and on a desk; `make test` takes the last two by turns."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.built.visits import DARK, DESK, PHONE, violations, visit_all


def test_no_accessibility_violation(browser: Browser, built: Path, address: str) -> None:
    assert violations(visit_all(browser, built, address, lambda _: (PHONE, DARK, DESK))) == {}
