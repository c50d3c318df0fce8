"""A caseworker compares three places and prints a sheet for the one she meets: an errand that once took twelve presses
and two minutes, and ended in three sheets of 9 points.

She reads 230 words a minute, knows what she looks for, and reads the names of what she saves; of the comparison she
reads where, when and how one begins. How to get in touch stands on the sheet. tests/built/test_errands.py tells how
time is reckoned. The figures are printed: `pytest -rP tests/built/test_errand_compare.py`.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.built.conftest import NewContext
from tests.built.walk import Walk

MOST_SECONDS, MOST_PRESSES, CASEWORKER = 60, 10, 230
_ROWS = ("Plats", "Tider", "Så kommer du in", "Första steget")


@pytest.mark.parametrize("question", ["lss it", "träffpunkt farsta"])
def test_three_are_compared_and_printed_for_the_client(question: str, new_context: NewContext, address: str) -> None:
    page = new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(address)
    walk = Walk(page, CASEWORKER)
    walk.write(question)
    walk.send()
    for at in range(3):
        walk.read_all(f"main .kort >> nth={at} >> h3")
        walk.tap(f"main .kort >> nth={at} >> .stjarna")
    walk.tap("[data-min-lista]:visible")
    walk.tap("text=Jämför de valda (3)")
    page.locator(".jamfor").wait_for()
    for title in _ROWS:
        for row in page.locator(".jamfor tr", has=page.get_by_role("rowheader", name=title, exact=True)).all():
            walk.words += len(row.inner_text().split())
    walk.tap("text=Blad att ta med")
    expect(page.locator(".blad-stalle")).to_have_count(3)
    page.evaluate("window.print = () => { window.printed = true; }")
    walk.tap("text=Skriv ut bladet")
    assert page.evaluate("window.printed")
    walk.tell(question)
    assert walk.presses <= MOST_PRESSES
    assert walk.seconds <= MOST_SECONDS
