"""The caseworker's conditions: the browser says the same as the reference, record by record."""

from __future__ import annotations

from playwright.sync_api import Page

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from tests.browser.desk.comparing import compare, varied
from tests.browser.search.conftest import HOST, derived, engine, files, folder

__all__ = ["derived", "engine", "files", "folder"]  # fixtures
STATES = 40  # tests/full asks 2,000
SEED = 15


def test_the_catalogue(engine: Page, folder: str, derived: Derived, words: Vocabularies) -> None:
    compare(engine, f"{HOST}{folder}", derived.catalogue.records, words, (STATES, SEED))


def test_generated_records(engine: Page, folder: str, derived: Derived, words: Vocabularies) -> None:
    compare(engine, f"{HOST}{folder}", varied(derived.catalogue.records, 200, SEED), words, (STATES, SEED + 1))
