"""The browser's half of the matching engine equals the reference on 2,000 states, over the catalogue and over generated
records: what `tests/browser/search/test_match.py` asks, many times."""

from __future__ import annotations

from playwright.sync_api import Page

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from tests.browser.search.conftest import HOST, derived, engine, files, folder
from tests.browser.search.matching import compare, mixed

__all__ = ["derived", "engine", "files", "folder"]  # fixtures
STATES = 1000


def test_the_catalogue(engine: Page, folder: str, derived: Derived, words: Vocabularies) -> None:
    compare(engine, f"{HOST}{folder}", derived.catalogue.records, words, (STATES, 2000))


def test_generated_records(engine: Page, folder: str, derived: Derived, words: Vocabularies) -> None:
    compare(engine, f"{HOST}{folder}", mixed(derived.catalogue.records, 700, 7), words, (STATES, 2001))
