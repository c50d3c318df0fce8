"""Facets: what the schema names, and what records tell of them. Whether they fit is asked in `test_match`."""

from __future__ import annotations

from typing import Any

from katalog.derive.derived import Derived
from katalog.derive.facets import GROUPS, Facet, read_facets
from katalog.derive.match import Told
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record


def _facet(derived: Derived, words: Vocabularies, name: str) -> Facet:
    return next(facet for facet in read_facets(derived, words) if facet.id == name)


def _record(**fields: Any) -> Record:
    base: dict[str, Any] = {"id": "x", "fil": "x", "namn": "X", "status": "okand", "insatstyp": (), "omrade": "farsta",
                            "sammanfattning": "", "kallor": ()}  # fmt: skip
    return Record(**{**base, **fields})


def test_every_facet_has_a_known_group_and_distinct_values(derived: Derived, words: Vocabularies) -> None:
    facets = read_facets(derived, words)
    assert {facet.group for facet in facets} == set(GROUPS)
    assert len({facet.id for facet in facets}) == len(facets)
    for facet in facets:
        assert len({value.id for value in facet.values}) == len(facet.values) > 0


def test_records_answer_only_with_values_of_the_facet(derived: Derived, words: Vocabularies) -> None:
    for facet in read_facets(derived, words):
        known = {value.id for value in facet.values}
        for record in derived.catalogue.records:
            told = facet.of(record)
            assert told.yes | told.maybe.keys() | told.no <= known, (record.id, facet.id)
            assert not told.yes & told.no, (record.id, facet.id)


def test_a_weekday_may_stand_for_several(derived: Derived, words: Vocabularies) -> None:
    days = _facet(derived, words, "tider")
    assert "vardagar" not in {value.id for value in days.values}
    told = days.of(_record(tider=({"dag": "vardagar"}, {"vad": "Fika"})))
    assert told.yes == {"mandag", "tisdag", "onsdag", "torsdag", "fredag"}
    assert not told.is_closed, "a row without a day may be about any day"
    assert days.of(_record(tider=({"dag": "vardagar"},))).is_closed


def test_ages_that_are_covered_are_told_from_those_that_are_cut(derived: Derived, words: Vocabularies) -> None:
    ages = _facet(derived, words, "alder")
    told = ages.of(_record(alder={"fran": 18, "till": 29}))
    assert told == Told(yes=frozenset({"20-29"}), maybe={"16-19": "del"}, is_closed=True)
    assert ages.of(_record(alder={"fran": 0})).yes == {value.id for value in ages.values}
    assert not ages.of(_record()).yes, "no limits written: nobody has said that there are none"


def test_free_places_are_told_for_a_month_only(derived: Derived, words: Vocabularies) -> None:
    places = _facet(derived, words, "ledigt")
    assert places.of(_record(platslage={"lage": "lediga", "datum": "2026-11-01"})).yes == {"lediga"}
    assert places.of(_record(platslage={"lage": "lediga", "datum": "2026-09-01"})) == Told()


def test_hours_tell_nothing_of_the_weekend_nor_days_of_the_hours(derived: Derived, words: Vocabularies) -> None:
    times = _facet(derived, words, "tid")
    days_only = times.of(_record(tider=({"dag": "mandag"},)))
    assert days_only == Told(no=frozenset({"helg"}))
    both = times.of(_record(tider=({"dag": "lordag", "fran": "10:00", "till": "12:00"},)))
    assert both == Told(yes=frozenset({"helg", "formiddag"}), no=frozenset({"eftermiddag", "kvall"}))
    assert times.of(_record(tider=({"vad": "Fika ibland"},))) == Told()
