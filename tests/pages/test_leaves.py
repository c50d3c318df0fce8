"""However much a list has of anything, no page of it grows without bound, and everything stands on exactly one page."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from katalog.derive.vocabulary import read_vocabularies
from katalog.pages.leaves import PAGE_SIZE, Leaf, Rest, leaves, parts
from katalog.record.check import check_catalogue
from katalog.record.model import Record
from tests.support import CATALOGUE, IDAG, SCHEMA

COUNTS = st.integers(min_value=0, max_value=3 * PAGE_SIZE + 1)
TERMS = list(read_vocabularies(SCHEMA).terms("insatstyp").values())[:2]


@cache
def _many(name: str) -> list[Record]:
    one = check_catalogue(CATALOGUE, SCHEMA, IDAG).clean[0] if name == "a" else _many("a")[0]
    return [replace(one, id=f"{name}-{number}") for number in range(3 * PAGE_SIZE + 1)]


def _some(name: str, count: int) -> list[Record]:
    return _many(name)[:count]


def _ids(leaf: Leaf) -> list[list[str]]:
    rest = leaf.rest
    below = [
        *(item for _, records in rest.folded for item in records),
        *rest.past,
        *rest.staff,
        *rest.examples,
        *rest.closed,
    ]
    return [[item.id for item in part] for part in (leaf.choices, leaf.near, below)]


@given(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS, COUNTS))
def test_everything_stands_once_and_no_page_has_too_much(counts: tuple[int, ...]) -> None:
    choices, near, first, second, past, staff, examples, closed = map(_some, "abcdefgh", counts)
    folded = [(term, records) for term, records in zip(TERMS, (first, second), strict=True) if records]
    rest = Rest(folded=folded, past=past, staff=staff, examples=examples, closed=closed)
    found = leaves(choices, near, rest)
    shown = [_ids(leaf) for leaf in found]
    for place, wanted in enumerate((choices, near, [*first, *second, *past, *staff, *examples, *closed])):
        assert [one for parts in shown for one in parts[place]] == [item.id for item in wanted]
    assert max(len(part) for parts in shown for part in parts) <= PAGE_SIZE
    assert [leaf.number for leaf in found] == list(range(1, len(found) + 1))
    assert [leaf.is_end for leaf in found].count(True) == 1


@pytest.mark.parametrize("count", [0, 1, PAGE_SIZE])
def test_a_short_list_is_one_page(count: int) -> None:
    items = _some("a", count)
    (only,) = leaves(items, items, Rest(closed=items))
    assert (list(only.choices), list(only.near), list(only.rest.closed), only.is_end) == (items, items, items, True)


@given(COUNTS, st.integers(min_value=1, max_value=PAGE_SIZE))
def test_what_is_long_goes_on_over_pages(count: int, size: int) -> None:
    items = _some("a", count)
    found = parts("lista/", items, size)
    assert [item for part in found for item in part.items] == items
    assert max(len(part.items) for part in found) <= size
    assert [(part.number, part.address) for part in found] == list(found[0].pages)
    assert [part.address for part in found[:2]] == ["lista/", "lista/2/"][: len(found)]
    assert [part.suffix for part in found[:2]] == ["", ", sida 2"][: len(found)]
