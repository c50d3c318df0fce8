"""The form's own page with a record that nobody touches: it has nothing to send."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from katalog.record.schema import Schema
from tests.browser.form.agreement import files
from tests.support import CATALOGUE

IDS = sorted(path.stem for path in CATALOGUE.rglob("*.yml"))
SAMPLE = random.Random(14).sample(IDS, 4)  # noqa: S311  # nothing secret: the same records each time


def assert_nothing_to_send(page: Page, address: str, record_id: str) -> None:
    page.goto(f"{address}bidra/formular/?post={record_id}#steg-skicka")
    expect(page.locator("form .stopp")).to_contain_text("Inget är ändrat än.")
    expect(page.locator("[data-resultat]")).to_have_count(0)


@pytest.mark.parametrize("record_id", SAMPLE)
def test_a_record_of_the_catalogue_proposes_no_change(record_id: str, page: Page, address: str) -> None:
    assert_nothing_to_send(page, address, record_id)


def test_a_field_that_is_pointed_at_stays_though_anothers_title_reads_like_its_name(page: Page, address: str) -> None:
    """Its remark holds for `vad_du_gor` and `inriktning`; the second is called "Vad du gör"."""
    assert_nothing_to_send(page, address, "aktivitetshuset-sodermalm")


def giving(text: str) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=text)


def test_a_record_made_by_chance_proposes_no_change(page: Page, address: str, schema: Schema) -> None:
    for text in files(schema, 4, seed=14, neighbour=IDS[0]):
        page.route("**/post.yml", giving(text))
        assert_nothing_to_send(page, address, IDS[1])
        page.goto("about:blank")
