"""Every record of the catalogue, and some made by chance, opened in the form's own page: none has anything to send."""

from __future__ import annotations

from playwright.sync_api import Page

from katalog.record.schema import Schema
from tests.browser.form.agreement import files
from tests.browser.form.conftest import kept_page, page
from tests.browser.form.test_untouched import IDS, assert_nothing_to_send, giving

__all__ = ["kept_page", "page"]  # the form's fixtures, for the tests below
MADE = 100  # the other 900 are asked of the modules behind the page (test_agreement.py)


def test_no_record_of_the_catalogue_proposes_a_change(page: Page, address: str) -> None:
    for record_id in IDS:
        assert_nothing_to_send(page, address, record_id)


def test_no_record_made_by_chance_proposes_a_change(page: Page, address: str, schema: Schema) -> None:
    for text in files(schema, MADE, seed=1_014, neighbour=IDS[0]):
        page.route("**/post.yml", giving(text))
        assert_nothing_to_send(page, address, IDS[1])
        page.goto("about:blank")
