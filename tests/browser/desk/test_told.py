"""What stands in the address, in the sheet and in the copied text, by the page's own modules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

CHOICES = {
    "facetter": [{"id": "hemma", "varden": [{"id": "farsta"}, {"id": "jarva", "forr": ["kista"]}]}],
    "columns": [{"id": "var"}, {"id": "nar"}],
}
READ = """async ([hash, choices]) => {
  const { readState, writeState } = await import("/assets/js/desk/state.js");
  const state = readState(hash, choices);
  const { chosen, ...rest } = state;
  return { ...rest, chosen: [...chosen].map(([name, ids]) => [name, [...ids]]), again: writeState(state) };
}"""
SHEET = """async (places) => (await import("/assets/js/desk/told.js")).asCsv(places)"""


@pytest.fixture(scope="module")
def page(browser: Browser, scripts: str) -> Iterator[Page]:
    made = browser.new_page()
    made.route(
        "**/tom.html", lambda route: route.fulfill(status=200, content_type="text/html", body="<title>t</title>")
    )
    made.goto(f"{scripts}tom.html")
    yield made
    made.close()


@pytest.mark.parametrize(
    "hash_",
    ["", "#hemma=farsta", "#hemma=farsta&hemma=jarva&ordning=nar&kolumner=var,nar&fraga=misa-it,x&vy=fragelista"],
)
def test_the_address_is_read_as_it_was_written(hash_: str, page: Page) -> None:
    assert page.evaluate(READ, [hash_, CHOICES])["again"] == hash_


def test_former_names_are_known_and_other_things_told(page: Page) -> None:
    found = page.evaluate(READ, ["#hemma=kista&hemma=mars&x=%3Cb%3E&ordning=pris&kolumner=var,annan", CHOICES])
    assert found["chosen"] == [["hemma", ["jarva"]]]
    assert found["unknown"] == ["hemma mars", "x <b>"]
    assert found["order"] == ""
    assert found["columns"] == ["var"]


def test_no_more_is_taken_than_fits(page: Page) -> None:
    ids = ",".join(f"plats-{number}" for number in range(500))
    found = page.evaluate(READ, [f"#fraga={ids},<script>,A&{'y' * 5000}=1", CHOICES])
    assert len(found["picked"]) == 100
    assert [len(told) for told in found["unknown"]] == [60]


def _place(**own: Any) -> dict[str, Any]:
    return {"id": "x", "group": "Passar", "name": "X", "address": "https://e.se/x/", "answer": [], "cells": [], **own}


def test_texts_stand_in_a_sheet_as_they_are(page: Page) -> None:
    places = [_place(name='=HYPERLINK("a")', answer=["Fråga; nu", "Två\nrader"], cells=[["Var", "+46"]])]
    text = page.evaluate(SHEET, places)
    assert text == (
        '\ufeffSvar;Namn;Varför;Var;Adress\r\nPassar;"=HYPERLINK(""a"")";"Fråga; nu Två\nrader";+46;https://e.se/x/\r\n'
    )


def test_a_sheet_without_places_has_its_heading(page: Page) -> None:
    assert page.evaluate(SHEET, []) == "\ufeffSvar;Namn;Varför;Adress\r\n"
