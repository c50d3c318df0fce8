"""How one begins, in the easy text of every record: what asks least of the reader is told first, and then another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue, Group, Record, is_stated, make_record
from katalog.record.schema import Schema
from katalog.wording.easy import MOST_WORDS, count, easy_text
from katalog.wording.easy_lines import offer_line
from katalog.wording.easy_ways import easiest_first, way_line
from katalog.wording.reach import reach_of
from katalog.wording.view import View
from tests.support import IDAG, PROJECT

# Of the ways of one record, which asks less: one's own feet, one's own hand, and then all that others decide.
_ASKS = {"drop-in": 0, "egen-anmalan": 1, "sol-utan-behovsprovning": 2}
_OTHERS = 3


@pytest.fixture(scope="module")
def real(schema: Schema, words: Vocabularies) -> View:
    catalogue = check_catalogue(PROJECT / "catalogue", schema, IDAG).catalogue
    assert catalogue is not None
    return View(derived=Derived(catalogue=catalogue, idag=IDAG), words=words)


def _several(view: View) -> Iterator[tuple[Record, list[Group]]]:
    """Records with more than one way that a source states and a reader in the city can take."""
    for record in view.derived.catalogue.records:
        ways = [way for way in record.ingang if is_stated(way) and way.get("galler_for") != "annan-kommun"]
        if len(ways) > 1:
            yield record, ways


def test_of_several_ways_the_easiest_is_told_first_and_then_another(real: View) -> None:
    found = list(_several(real))
    assert len(found) >= 15
    for record, ways in found:
        told = way_line(real, record).text
        least = min(_ASKS.get(way["vag"], _OTHERS) for way in ways)
        first = easiest_first(real, record)[0]
        assert _ASKS.get(first["vag"], _OTHERS) == least, record.id
        said = real.words.terms("ingang")[first["vag"]].notes["latt"]
        assert told.startswith(("Du får komma direkt", said[0].upper() + said[1:])), (record.id, told)
        assert "Eller så kan du " in told, (record.id, told)


def test_a_card_tells_the_same_first_way(real: View) -> None:
    for record, _ in _several(real):
        assert record.ingang[0] == easiest_first(real, record)[0], f"{record.id}: skriv den enklaste vägen först"


def test_the_other_ways_are_told_of_and_take_no_room_from_what_one_does_there(real: View) -> None:
    told = {record.id: easy_text(real, record, reach_of(real, record)) for record, _ in _several(real)}
    lines = {id_: [line.text for line in text] for id_, text in told.items()}
    whole = [record for record, _ in _several(real) if way_line(real, record).text in lines[record.id]]
    short = [record for record, _ in _several(real)
             if record not in whole and way_line(real, record, is_brief=True).text in lines[record.id]]  # fmt: skip
    assert len(whole) >= 5
    assert "fountain-house-stockholm" in [record.id for record in short]
    for record in whole:
        offer = offer_line(real, record)
        spared = count([way_line(real, record)]) - count([way_line(real, record, is_brief=True)])
        has_room = offer is not None and count([*told[record.id], offer]) - spared <= MOST_WORDS
        assert offer in told[record.id] or not has_room, record.id


def test_every_way_can_be_told_second(words: Vocabularies) -> None:
    for slug, term in words.terms("ingang").items():
        assert not term.notes["latt-eller"].startswith("du "), slug


def _line(words: Vocabularies, *ways: dict[str, Any]) -> str:
    record = make_record("huset", "catalogue/farsta/huset.yml", {
        "namn": "Huset", "status": "okand", "insatstyp": ["klubbhus"], "omrade": "farsta", "sammanfattning": "Fika.",
        "ingang": list(ways), "kallor": [],
    })  # fmt: skip
    view = View(derived=Derived(catalogue=Catalogue(records=(record,)), idag=IDAG), words=words)
    return way_line(view, record).text


_SELF, _AF, _LSS = {"vag": "egen-anmalan"}, {"vag": "anvisning-af"}, {"vag": "lss-beslut"}


@pytest.mark.parametrize(
    ("ways", "told"),
    [
        ([_SELF | {"galler_for": "stockholm"}, {"vag": "bistandsbeslut-sol", "galler_for": "annan-kommun"}, _AF],
         "Du anmäler dig själv. Det gäller dig som bor i Stockholms stad. "
         "Eller så kan du komma dit via Arbetsförmedlingen. Det finns fler sätt."),
        ([_AF, _SELF], "Du anmäler dig själv. Eller så kan du komma dit via Arbetsförmedlingen."),
        ([_AF, {"vag": "drop-in"}], "Du får komma direkt, men vi vet inte adressen eller tiderna. "
                                    "Eller så kan du komma dit via Arbetsförmedlingen."),
        ([_AF, _LSS], "Du kommer dit via Arbetsförmedlingen. Eller så kan du ansöka om ett beslut enligt LSS."),
        ([_SELF | {"tolkad": True}, _LSS], "Du behöver ett beslut enligt LSS."),
        ([_AF | {"tolkad": True}, _SELF | {"tolkad": True}], "Vi tror att du anmäler dig själv."),
        ([_SELF | {"galler_for": "annan-kommun"}, _LSS],
         "Du behöver ett beslut enligt LSS. Eller så kan du anmäla dig själv. "
         "Det gäller dig som bor i en annan kommun."),
    ],
)  # fmt: skip
def test_the_order_is_by_what_a_way_asks(ways: list[dict[str, Any]], told: str, words: Vocabularies) -> None:
    assert _line(words, *ways) == told
