"""The caseworker's conditions equal the reference on 2,000 states: what `tests/browser/desk/test_match.py` asks, many
times."""

from __future__ import annotations

from playwright.sync_api import Page

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from tests.browser.desk.comparing import compare, varied
from tests.browser.search.conftest import HOST, derived, engine, files, folder

__all__ = ["derived", "engine", "files", "folder"]  # fixtures
STATES = 1000


def test_the_catalogue(engine: Page, folder: str, derived: Derived, words: Vocabularies) -> None:
    compare(engine, f"{HOST}{folder}", derived.catalogue.records, words, (STATES, 1500))


def test_generated_records(engine: Page, folder: str, derived: Derived, words: Vocabularies) -> None:
    compare(engine, f"{HOST}{folder}", varied(derived.catalogue.records, 700, 15), words, (STATES, 1501))
