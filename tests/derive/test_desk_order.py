"""In which order the caseworker's table tells places: where they lie counts, and what nobody can go to is last."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support import IDAG

from katalog.derive.desk import homes_inside, read_desk
from katalog.derive.desk_order import HOME, LAST, is_last, more_points
from katalog.derive.facets import row_of
from katalog.derive.match import points_of
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record

WEIGHT = 3


def _record(**fields: Any) -> Record:
    base: dict[str, Any] = {"id": "x", "fil": "x", "namn": "X", "status": "okand", "insatstyp": ("traffpunkt",),
                            "omrade": "farsta", "sammanfattning": "", "kallor": (), "uppgifter_fran": 2025}  # fmt: skip
    return Record(**{**base, **fields})


def _points(words: Vocabularies, home: str, **fields: Any) -> int:
    record = _record(**fields)
    row = row_of(record, read_desk(words), IDAG)
    own = more_points(record, row, [home], homes_inside(words), WEIGHT)
    return own + points_of(row, {HOME: [home]}, (), {HOME: WEIGHT})


def test_what_lies_there_counts_as_what_says_so_and_other_municipalities_come_after(words: Vocabularies) -> None:
    said = _points(words, "bromma", tar_emot_fran=("bromma",))
    there = _points(words, "bromma", omrade="bromma")
    widely = _points(words, "bromma", omrade="hela-staden")
    unknown = _points(words, "bromma")
    outside = _points(words, "bromma", omrade="annan-kommun", kommun=("solna",))
    assert said == there > widely > unknown > outside


def test_who_lives_outside_has_nothing_put_after(words: Vocabularies) -> None:
    outside = _points(words, "solna", omrade="annan-kommun", kommun=("nacka",))
    assert outside == _points(words, "solna")


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({"tider": ({"vad": "Tips med e-post varje vecka"},)}, True),
        ({"tider": ({"vad": "Kvällar kl. 16.30–24"},)}, False),
        ({"tider": ({"dag": "mandag", "vad": "Svar på e-post"},)}, False),
        ({"sammanfattning": "Här kunde du snickra."}, True),
        ({"sammanfattning": "Här kunde du snickra.", "senast_bekraftad": IDAG}, False),
        ({}, False),
    ],
)
def test_what_is_past_or_sent_is_last(fields: dict[str, Any], last: bool, words: Vocabularies) -> None:
    assert is_last(_record(**fields)) is last
    assert (_points(words, "farsta", **fields) < 0) is last
    assert _points(words, "farsta") < LAST
