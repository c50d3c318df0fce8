"""Groups of one card each stand two and two, in their order; what holds more has a row of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.pages.beside import side_by_side


@pytest.mark.parametrize(("sizes", "rows"), [
    ([], []), ([1], [[1]]), ([1, 1], [[1, 1]]), ([1, 1, 1], [[1, 1], [1]]), ([1, 2, 1], [[1], [2], [1]]),
    ([3, 1, 1, 2, 1], [[3], [1, 1], [2], [1]]),
])  # fmt: skip
def test_neighbours_of_one_card_share_a_row(sizes: list[int], rows: list[list[int]]) -> None:
    made = side_by_side([("anchor", "Name", ["x"] * size) for size in sizes])
    assert [[len(group[-1]) for group in row] for row in made] == rows


@given(st.lists(st.integers(1, 3), max_size=12))
def test_every_group_stands_once_in_its_order(sizes: list[int]) -> None:
    groups = [(number, ["x"] * size) for number, size in enumerate(sizes)]
    assert [group for row in side_by_side(groups) for group in row] == groups
