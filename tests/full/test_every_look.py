"""Every kind of page judged by axe on a phone, in the dark and on a desk, and nothing that moves there; `make test`
takes the last two by turns."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.built.test_layout_shift import DESK as DESK_SCREEN
from tests.built.test_layout_shift import what_moves
from tests.built.visits import DARK, DESK, PHONE, violations, visit_all


def test_no_accessibility_violation(browser: Browser, built: Path, address: str) -> None:
    assert violations(visit_all(browser, built, address, lambda _: (PHONE, DARK, DESK))) == {}


def test_nothing_moves_on_a_desk(browser: Browser, built: Path) -> None:
    assert what_moves(DESK_SCREEN, 1, browser, built) == {}
