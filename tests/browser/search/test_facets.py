"""Facets: what the schema names, and counts in Chromium equal to counting by brute force in Python."""

from __future__ import annotations

import random
from typing import Any

from playwright.sync_api import Page

from katalog.derive.derived import Derived
from katalog.derive.facets import GROUPS, Facet, State, answers_of, count_values, is_match, read_facets
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record

STATES = 1000
APPLY = """(states) => states.map(([chosen, all]) => {
  const valda = new Map(Object.entries(chosen).map(([name, ids]) => [name, new Set(ids)]));
  const { total, counts } = filter.apply(filter.base(null, all), valda);
  return [total, index.facetter.map((_, facet) => counts(facet))];
})"""


def _facet(derived: Derived, words: Vocabularies, name: str) -> Facet:
    return next(facet for facet in read_facets(derived, words) if facet.id == name)


def _record(**fields: Any) -> Record:
    base: dict[str, Any] = {"id": "x", "fil": "x", "namn": "X", "status": "okand", "insatstyp": (), "omrade": "farsta",
                            "sammanfattning": "", "kallor": ()}  # fmt: skip
    return Record(**{**base, **fields})


def _draw(rng: random.Random, facets: tuple[Facet, ...]) -> State:
    chosen = rng.sample(facets, rng.randint(0, 4))
    return {
        f.id: frozenset(rng.sample([v.id for v in f.values], rng.randint(1, min(4, len(f.values))))) for f in chosen
    }


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
            assert set(facet.of(record)) <= known, (record.id, facet.id)


def test_a_weekday_may_stand_for_several(derived: Derived, words: Vocabularies) -> None:
    days = _facet(derived, words, "tider")
    assert "vardagar" not in {value.id for value in days.values}
    assert set(days.of(_record(tider=({"dag": "vardagar"}, {"vad": "Fika"})))) == {
        "mandag", "tisdag", "onsdag", "torsdag", "fredag"}  # fmt: skip


def test_ages_overlap_and_no_limit_fits_all(derived: Derived, words: Vocabularies) -> None:
    ages = _facet(derived, words, "alder")
    assert set(ages.of(_record(alder={"fran": 18, "till": 29}))) == {"16-19", "20-29"}
    assert set(ages.of(_record())) == {value.id for value in ages.values}


def test_free_places_are_told_for_a_month_only(derived: Derived, words: Vocabularies) -> None:
    places = _facet(derived, words, "ledigt")
    assert list(places.of(_record(platslage={"lage": "lediga", "datum": "2026-11-01"}))) == ["lediga"]
    assert list(places.of(_record(platslage={"lage": "lediga", "datum": "2026-09-01"}))) == []


def test_counts_in_the_browser_equal_brute_force(engine: Page, derived: Derived, words: Vocabularies) -> None:
    facets = read_facets(derived, words)
    everyone = [(record, answers_of(record, facets)) for record in derived.catalogue.records]
    shown = [row for record, row in everyone if not (record.forebild or record.is_closed or record.for_vem)]
    rng = random.Random(4)  # noqa: S311  # a fixed draw, not a secret
    states = [(_draw(rng, facets), rng.random() < 0.5) for _ in range(STATES)]
    sent = [[{name: sorted(ids) for name, ids in state.items()}, is_all] for state, is_all in states]
    for (state, is_all), (total, counts) in zip(states, engine.evaluate(APPLY, sent), strict=True):
        rows = [row for _, row in everyone] if is_all else shown
        assert total == sum(is_match(row, state) for row in rows)
        expected = count_values(rows, facets, state)
        assert counts == [list(expected[facet.id].values()) for facet in facets]
