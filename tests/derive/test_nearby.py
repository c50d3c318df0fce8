"""What lies near an area, by schema/orter.json."""

from __future__ import annotations

import pytest

from katalog.derive.nearby import Near, Nearby
from katalog.derive.vocabulary import Vocabularies
from katalog.record.schema import Schema


@pytest.fixture(scope="module")
def nearby(schema: Schema) -> Nearby:
    return Nearby(schema=schema)


def test_neighbours_come_first_the_fullest_of_them_first(nearby: Nearby) -> None:
    held = {"omrade/skarpnack": 1, "kommun/huddinge": 3, "omrade/sodermalm": 9}
    assert nearby.nearest("omrade/farsta", held).areas == ("kommun/huddinge", "omrade/skarpnack")


def test_without_a_neighbour_what_lies_beyond_it_is_told(nearby: Nearby) -> None:
    assert nearby.nearest("omrade/farsta", {"omrade/sodermalm": 1}).areas == ("omrade/sodermalm",)
    assert nearby.nearest("omrade/farsta", {"omrade/sodermalm": 1}, reach=1).areas == ()


def test_a_place_on_the_same_line_is_told_beside_the_neighbours(nearby: Nearby) -> None:
    """The reader in Skärholmen who looks for an evening at Mariatorget: no neighbour, but the same line."""
    near = nearby.nearest("omrade/skarholmen", {"kommun/huddinge": 1, "omrade/sodermalm": 1})
    assert near == Near(areas=("kommun/huddinge",), line="Tunnelbanans röda linje", on_line="omrade/sodermalm")


def test_nothing_anywhere_is_near_nothing(nearby: Nearby) -> None:
    assert nearby.nearest("omrade/farsta", {}) == Near(areas=())
    assert nearby.nearest("omrade/ej-angivet", {"omrade/farsta": 1}) == Near(areas=())


def test_every_district_has_a_neighbour_and_a_line(nearby: Nearby, words: Vocabularies) -> None:
    districts = [f"omrade/{slug}" for slug, term in words.terms("omrade").items() if term.notes["slag"] == "stadsdel"]
    everywhere = dict.fromkeys((*districts, *(f"kommun/{slug}" for slug in words.terms("kommun"))), 1)
    for district in districts:
        near = nearby.nearest(district, everywhere)
        assert near.areas, district
        assert near.on_line, district
        assert district not in (*near.areas, near.on_line)
