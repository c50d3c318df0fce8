"""What a decision opens is what the caseworker's table answers, parted by why."""

from __future__ import annotations

import pytest

from katalog.derive.choices import is_choice
from katalog.derive.decisions import Opened, opened_by
from katalog.derive.desk import read_desk
from katalog.derive.match import Level
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue


@pytest.fixture(scope="module")
def decisions(catalogue: Catalogue, words: Vocabularies) -> list[Opened]:
    return opened_by(filter(is_choice, catalogue.records), words)


def test_each_decision_gives_the_tables_answers(
    decisions: list[Opened], catalogue: Catalogue, words: Vocabularies
) -> None:
    facet = next(facet for facet in read_desk(words) if facet.id == "beslut")
    assert [one.slug for one in decisions] == [value.id for value in facet.values]
    chosen = [record for record in catalogue.records if is_choice(record)]
    for one in decisions:
        levels = {record.id: facet.of(record).level(one.slug) for record in chosen}
        told = {
            **dict.fromkeys((record.id for record in (*one.own, *one.free)), Level.FITS),
            **dict.fromkeys((record.id for record in one.likely), Level.LIKELY),
            **dict.fromkeys((record.id for record in one.silent), Level.UNKNOWN),
        }
        assert told == {id_: level for id_, level in levels.items() if level is not Level.NO}


def test_what_is_open_to_all_is_told_apart_from_what_the_decision_opens(decisions: list[Opened]) -> None:
    none, law = decisions[0], next(one for one in decisions if one.slug == "lss")
    assert (none.way, none.own) == (None, ())
    assert law.way is not None
    assert {"lss-beslut"} <= {way["vag"] for record in law.own for way in record.ingang}
    assert not {record.id for record in law.own} & {record.id for record in law.free}
    assert {record.id for record in law.free} <= {record.id for record in none.free}
