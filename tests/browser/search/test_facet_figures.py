"""A figure beside a choice is drawn where it is not nought; who listens hears it in words."""

from __future__ import annotations

from tests.browser.search.conftest import Open, ids_on

_ROWS = """() => [...document.querySelectorAll(".sok-facett[open] .sok-varden > li:not([hidden])")].map((row) => ({
  figures: [...row.querySelectorAll(".sok-siffror")].map((one) => one.textContent),
  words: row.querySelector(".sok-antal").textContent }))"""


def test_a_nought_is_left_out(visit: Open) -> None:
    page = visit("sok/?q=snickeri")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.reload()
    ids_on(page)
    rows = page.evaluate(_ROWS)
    assert rows
    for row in rows:
        fits, maybe = row["figures"]
        told = [f"{fits} passar"] * bool(fits) + [f"{maybe} kan passa"] * bool(maybe)
        assert "0" not in (fits, maybe)
        assert row["words"] == (", ".join(told) or "inget")
