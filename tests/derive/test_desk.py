"""The caseworker's own conditions: what a record tells of them, and what stays a question."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support import IDAG

from katalog.derive.desk import WAYS, read_desk
from katalog.derive.facets import Facet, row_of
from katalog.derive.match import Level, level_of, miss_of, points_of
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record

NO, UNKNOWN, LIKELY, FITS = Level.NO, Level.UNKNOWN, Level.LIKELY, Level.FITS


@pytest.fixture(scope="module")
def facets(words: Vocabularies) -> tuple[Facet, ...]:
    return read_desk(words)


def _record(**fields: Any) -> Record:
    base: dict[str, Any] = {"id": "x", "fil": "x", "namn": "X", "status": "okand", "insatstyp": ("traffpunkt",),
                            "omrade": "farsta", "sammanfattning": "", "kallor": (), "uppgifter_fran": 2025}  # fmt: skip
    return Record(**{**base, **fields})


TUESDAY = {"dag": "tisdag", "fran": "09:00", "till": "12:00"}


@pytest.mark.parametrize(
    ("fields", "facet", "asked", "level"),
    [
        ({}, "hemma", "bromma", UNKNOWN),
        ({}, "hemma", "farsta", LIKELY),
        ({"omrade": "hela-staden"}, "hemma", "farsta", LIKELY),
        ({"omrade": "hela-staden"}, "hemma", "solna", UNKNOWN),
        ({"omrade": "annan-kommun", "kommun": ("solna",)}, "hemma", "solna", LIKELY),
        ({"tar_emot_fran": ("hela-staden",)}, "hemma", "bromma", FITS),
        ({"tar_emot_fran": ("hela-staden",)}, "hemma", "solna", NO),
        ({"tar_emot_fran": ("lanet",)}, "hemma", "solna", FITS),
        ({"tar_emot_fran": ("lanet",)}, "hemma", "karlstad", NO),
        ({"tar_emot_fran": ("annan-kommun",)}, "hemma", "solna", LIKELY),
        ({"tar_emot_fran": ("jarva",)}, "hemma", "farsta", NO),
        ({}, "alder-ar", "24", UNKNOWN),
        ({"alder": {"fran": 18}}, "alder-ar", "17", NO),
        ({"alder": {"fran": 18, "till": 24}}, "alder-ar", "24", FITS),
        ({"alder": {"fran": 0}}, "alder-ar", "90", FITS),
        ({}, "timmar", "10", UNKNOWN),
        ({"omfattning": {"veckor_fran": 3}}, "timmar", "10", UNKNOWN),
        ({"omfattning": {"timmar_fran": 4, "timmar_till": 20}}, "timmar", "10", FITS),
        ({"omfattning": {"timmar_fran": 4, "timmar_till": 20}}, "timmar", "21", NO),
        ({"omfattning": {"timmar_fran": 4}}, "timmar", "3", NO),
        ({"omfattning": {"timmar_fran": 4}}, "timmar", "10", UNKNOWN),
        ({}, "beslut", "lss", UNKNOWN),
        ({"ingang": ({"vag": "lss-beslut"},)}, "beslut", "lss", FITS),
        ({"ingang": ({"vag": "lss-beslut"},)}, "beslut", "sol", NO),
        ({"ingang": ({"vag": "lss-beslut", "tolkad": True},)}, "beslut", "lss", LIKELY),
        ({"ingang": ({"vag": "lss-beslut", "tolkad": True},)}, "beslut", "sol", UNKNOWN),
        ({"ingang": ({"vag": "drop-in"},)}, "beslut", "sol", FITS),
        ({"ingang": ({"vag": "drop-in"},)}, "beslut", "inget", FITS),
        ({"ingang": ({"vag": "remiss-jobbtorg"},)}, "beslut", "inget", NO),
        ({}, "pass", "tisdag", UNKNOWN),
        ({"tider": (TUESDAY,)}, "pass", "tisdag", FITS),
        ({"tider": (TUESDAY,)}, "pass", "tisdag-formiddag", FITS),
        ({"tider": (TUESDAY,)}, "pass", "tisdag-kvall", NO),
        ({"tider": (TUESDAY,)}, "pass", "onsdag", NO),
        ({"tider": ({"dag": "tisdag"},)}, "pass", "tisdag-kvall", UNKNOWN),
        ({"tider": ({"dag": "tisdag", "fran": "09:00"},)}, "pass", "tisdag-eftermiddag", UNKNOWN),
        ({"tider": (TUESDAY, {"vad": "Ibland"})}, "pass", "onsdag", UNKNOWN),
        ({"tider": ({"dag": "vardagar", "fran": "13:00", "till": "19:00"},)}, "pass", "fredag-kvall", FITS),
    ],
)
def test_what_a_record_tells(
    fields: dict[str, Any], facet: str, asked: str, level: Level, facets: tuple[Facet, ...]
) -> None:
    assert level_of(row_of(_record(**fields), facets, IDAG), {facet: [asked]}, ()) is level


def test_towns_beyond_the_county_are_no_homes_to_choose(facets: tuple[Facet, ...]) -> None:
    hidden = {value.id: value.is_hidden for value in facets[0].values}
    assert [hidden[home] for home in ("bromma", "solna", "grums", "skelleftea")] == [False, False, True, True]


def test_all_days_must_be_open_or_any(facets: tuple[Facet, ...]) -> None:
    row = row_of(_record(tider=(TUESDAY,)), facets, IDAG)
    strict = {facet.id for facet in facets if facet.needs_all}
    assert level_of(row, {"pass": ["tisdag", "onsdag"]}, strict) is NO
    assert level_of(row, {"nagot-pass": ["tisdag", "onsdag"]}, strict) is FITS


def test_a_near_miss_is_kept_away_by_one(facets: tuple[Facet, ...]) -> None:
    row = row_of(_record(ingang=({"vag": "lss-beslut"},), alder={"till": 20}), facets, IDAG)
    assert miss_of(row, {"beslut": ["sol"], "hemma": ["bromma"]}, ()) == "beslut"
    assert miss_of(row, {"beslut": ["lss"], "hemma": ["bromma"]}, ()) is None
    assert miss_of(row, {"beslut": ["sol"], "alder-ar": ["30"]}, ()) is None


def test_the_order_counts_what_is_answered(facets: tuple[Facet, ...]) -> None:
    row = row_of(_record(ingang=({"vag": "lss-beslut"},)), facets, IDAG)
    state = {"beslut": ["lss"], "hemma": ["farsta"], "timmar": ["10"]}
    assert points_of(row, state, (), {}) == FITS + LIKELY + UNKNOWN
    assert points_of(row, state, (), {"beslut": 2}) == 2 * FITS + LIKELY + UNKNOWN


def test_every_way_in_is_opened_by_something(words: Vocabularies) -> None:
    """A new way in needs its place among the decisions."""
    assert words.terms("ingang").keys() == WAYS
