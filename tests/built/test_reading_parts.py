"""A page is read by its parts, measured: few line heights, choices in bold, air between groups, no dot left hanging."""

from __future__ import annotations

from typing import Any

import pytest

from tests.kept_page import KeptPage

PHONE, DESK = 360, 1280
RECORDS = ("aktivitetshuset-sodermalm", "fountain-house-stockholm")
WITHOUT_HOURS = "fountain-house-stockholm"
WITH_SHORT = "balans-unga-digital"
_AIR = 3  # times the room within a group
# Line heights as shares of the letters' size, of all text that is seen in the page's own part.
_LINES = """() => {
  const walker = document.createTreeWalker(document.querySelector(".innehall"), NodeFilter.SHOW_TEXT);
  const found = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.parentElement;
    if (!node.data.trim() || at.closest(".dold, .stjarna")) continue;
    if (!at.checkVisibility({ visibilityProperty: true })) continue;
    const own = getComputedStyle(at);
    found.add(Math.round(100 * parseFloat(own.lineHeight) / parseFloat(own.fontSize)) / 100);
  }
  return [...found].sort();
}"""
_CHOICES = """() => [...document.querySelectorAll(".falt-ingang dd, .falt-insatstyp dd")].map((one) => {
  const choice = one.querySelector("a"), said = one.querySelector(".not");
  return [choice, said].map((part) => part && Number(getComputedStyle(part).fontWeight));
})"""
_ROOM = """() => {
  const box = (one) => one.getBoundingClientRect();
  const between = (all) => all.slice(1).map((one, i) => box(one).top - box(all[i]).bottom);
  const groups = [...document.querySelectorAll(".del:not(.del-sanning, .del-handlaggare) > .fakta")];
  const fields = groups.flatMap((one) => [...one.children]);
  return { between: groups.flatMap((one) => between([...one.children])),
    within: fields.flatMap((one) => between([...one.querySelectorAll("dt, dd")])) };
}"""
# A dot between where and what, and whether it is seen though nothing stands before it on its line.
_DOTS = """() => [...document.querySelectorAll(".kort-fakta > .tyst + .tyst")].map((one) => {
  const list = one.parentElement.getBoundingClientRect(), before = one.previousElementSibling.getBoundingClientRect();
  const isFirst = one.getBoundingClientRect().top >= before.bottom - 1;
  return { said: one.parentElement.textContent, isFirst, left: one.getBoundingClientRect().left - list.left,
    dot: parseFloat(getComputedStyle(one, "::before").width),
    clips: getComputedStyle(one.parentElement).overflowX };
})"""


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize(
    "path", [*(f"verksamhet/{name}/" for name in RECORDS), "stadsdel/sodermalm/", "for-dig/", "akut/"]
)
def test_a_page_has_two_line_heights(path: str, width: int, kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(width) as page:
        page.goto(f"{address}{path}")
        assert set(page.evaluate(_LINES)) <= {1.25, 1.5}


def test_what_one_may_choose_is_a_link_and_no_third_rank(kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(PHONE) as page:
        for name in RECORDS:
            page.goto(f"{address}verksamhet/{name}/")
            weights: list[list[int | None]] = page.evaluate(_CHOICES)
            assert len(weights) > 2
            for choice, said in weights:
                assert choice is not None
                assert choice <= 400 >= (said or 400)


def test_more_air_between_groups_than_within(kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(PHONE) as page:
        for name in RECORDS:
            page.goto(f"{address}verksamhet/{name}/")
            room: dict[str, list[float]] = page.evaluate(_ROOM)
            assert len(room["between"]) > 1
            assert min(room["between"]) >= _AIR * max(room["within"]) > 0


def test_a_value_of_a_few_letters_stands_beside_its_label(kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(PHONE) as page:
        page.goto(f"{address}verksamhet/{WITH_SHORT}/")
        for name in ("falt-alder", "falt-tar-emot-fran"):
            label, value = (page.locator(f".{name}.falt-kort > {part}").bounding_box() for part in ("dt", "dd"))
            assert label is not None
            assert value is not None
            assert label["y"] == pytest.approx(value["y"], abs=2)
            assert value["x"] >= label["x"] + label["width"] + 8


@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_no_dot_hangs_where_a_line_ends_or_begins(width: int, kept_page: KeptPage, address: str) -> None:
    dots: list[dict[str, Any]] = []
    with kept_page.lent(width) as page:
        for path in ("inriktning/cafe-kok/", "sok/?q=arbetslivsinriktad"):
            page.goto(f"{address}{path}")
            page.locator(".kort").first.wait_for()
            dots += page.evaluate(_DOTS)
    first = [one for one in dots if one["isFirst"]]
    assert first
    for one in first:
        assert one["clips"] == "clip", one
        assert one["left"] == pytest.approx(-one["dot"], abs=1), one


def test_when_it_is_open_is_said_also_where_nobody_knows(kept_page: KeptPage, address: str) -> None:
    with kept_page.lent(PHONE) as page:
        page.goto(f"{address}verksamhet/{WITHOUT_HOURS}/")
        section = page.locator(".del-nar")
        assert "vet vi inte" in section.inner_text()
        section.get_by_role("link", name="Fråga om det").click()
        page.locator("#vet-inte:target").wait_for()
