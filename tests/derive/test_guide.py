"""The guide's answers for a record: its own facts go before what is usual for its type, and unknown is never no."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from tests.support import IDAG

from katalog.derive.guide import Guide
from katalog.derive.guide_places import likely_in, places_of_ends
from katalog.derive.match import Kind
from katalog.record.model import Record
from katalog.record.schema import Schema
from katalog.wording.guide import asks_of, whys_of


def _record(**fields: Any) -> Record:
    plain: dict[str, Any] = {"id": "x", "fil": "x.yml", "namn": "X", "status": "okand", "insatstyp": ("traffpunkt",),
                             "omrade": "farsta", "sammanfattning": "Fika.", "kallor": ({"titel": "Y"},),
                             "uppgifter_fran": 2025}  # fmt: skip
    return Record(**(plain | fields))


@pytest.fixture(scope="module")
def guide(schema: Schema) -> Guide:
    return Guide(schema=schema)


def _way(way: str) -> tuple[dict[str, str], ...]:
    return ({"vag": way},)


# what the record holds, question, answer, why it is no plain yes
CASES: list[tuple[dict[str, Any], str, str, Kind]] = [
    ({}, "sak", "vara", "typ"),
    ({}, "sak", "hander", "okand"),
    ({"inriktning": ("snickeri",)}, "sak", "hander", ""),
    ({"inriktning": ("snickeri",)}, "sak", "vara", "annat"),
    ({"inriktning": ("snickeri", "samvaro")}, "sak", "vara", ""),
    ({"inriktning": ("snickeri",), "uppgifter_fran": 2012}, "sak", "hander", "gammal"),
    ({"inriktning": ("arbetsplats-ute",)}, "sak", "vara", "typ"),  # tells nothing of the question
    ({}, "vag", "dit", "typ"),
    ({"ingang": _way("bistandsbeslut-sol")}, "vag", "dit", "annat"),
    ({"ingang": _way("bistandsbeslut-sol")}, "vag", "folja", ""),
    ({"ingang": ({"vag": "lss-beslut", "tolkad": True},)}, "vag", "folja", "okand"),  # no source says so
    ({"kontakt": {"epost": "info@exempel.se"}}, "vag", "skriva", ""),
    ({"kontakt": {"epost": "info@exempel.se"}}, "vag", "dit", "typ"),
    ({"kontakt": {"webb": "https://exempel.se"}}, "vag", "skriva", "okand"),
    ({}, "sallskap", "nagra", "typ"),
    ({"tillganglighet": {"liten-grupp": "ja"}}, "sallskap", "nagra", ""),
    ({"tillganglighet": {"liten-grupp": "nej"}}, "sallskap", "nagra", "nej"),
    ({"tillganglighet": {"liten-grupp": "nej"}}, "sallskap", "manga", "typ"),
    ({"insatstyp": ("klubbhus", "traffpunkt")}, "vag", "dit", "okand"),  # the first type is what the place is
]


@pytest.mark.parametrize(("fields", "question", "answer", "kind"), CASES)
def test_a_record_answers(fields: dict[str, Any], question: str, answer: str, kind: Kind, guide: Guide) -> None:
    assert guide.told_by(_record(**fields), IDAG)[question].kind(answer) == kind


def test_every_end_is_one_answer_to_every_question(guide: Guide) -> None:
    assert len(guide.ends) == 3 ** len(guide.questions) == len(set(guide.ends))


def test_equal_places_take_turns_and_none_that_is_known_not_to_fit_is_shown(guide: Guide) -> None:
    areas = ("farsta", "bromma", "jarva")
    cafes = [_record(id=f"k{n}", namn=f"K{n}", omrade=areas[n % 3], inriktning=("samvaro",)) for n in range(60)]
    wood = _record(id="tra", inriktning=("snickeri",), ingang=_way("lss-beslut"))
    ends = places_of_ends(guide, [*cafes, wood], IDAG)
    shown = Counter(record.id for places in ends.values() for record in places if record is not wood)
    assert max(shown.values()) - min(shown.values()) <= 1
    for end, places in ends.items():
        told = {choice.id for choice in end}
        assert not (told & {"vara", "dit"} and any(record is wood for record in places))
        others = [record.omrade for record in places if record is not wood]
        assert len(set(others)) == len(others)


def test_no_place_stands_on_more_than_a_quarter_of_the_ends(guide: Guide) -> None:
    few = [_record(id=f"k{n}", namn=f"K{n}") for n in range(3)]
    ends = places_of_ends(guide, few, IDAG)
    shown = Counter(record.id for places in ends.values() for record in places)
    assert max(shown.values()) <= len(ends) // 4
    assert any(not places for places in ends.values())  # then the page says that there is none


def test_what_is_old_comes_after_what_is_not(guide: Guide) -> None:
    old = [_record(id=f"a{n}", namn=f"A{n}", uppgifter_fran=2010) for n in range(30)]
    new = [_record(id=f"n{n}", namn=f"N{n}") for n in range(60)]
    ends = places_of_ends(guide, [*old, *new], IDAG)
    assert {record.uppgifter_fran for places in ends.values() for record in places} == {2025}


def test_every_place_says_why_and_what_is_not_known_is_asked(guide: Guide) -> None:
    place = _record(inriktning=("snickeri",), ingang=_way("drop-in"))
    end = next(end for end in guide.ends if [choice.id for choice in end] == ["lite", "hander", "ensam", "dit"])
    whys = whys_of(guide, place, end, IDAG)
    assert [why.text for why in whys] == [
        "Det står: Kom direkt.",
        "Det står: Snickeri.",
        "Det vet vi inte. Fråga om du kan vara för dig själv, eller träffa bara en person.",
        "Det står: Kom direkt.",
    ]
    assert asks_of([whys]) == ["om du kan vara för dig själv, eller träffa bara en person"]
    usual = whys_of(guide, _record(), end, IDAG)
    assert usual[0].text == "Det brukar vara så på den här sortens ställe."
    assert "om du kan komma och gå som du vill" in asks_of([usual, whys])


def test_an_old_fact_is_told_with_its_year(guide: Guide) -> None:
    end = guide.ends[0]
    told = whys_of(guide, _record(inriktning=("textil",), uppgifter_fran=2012), end, IDAG)
    assert told[1].text == "Det stod 2012: Textil."
    several = whys_of(guide, _record(inriktning=("textil", "cafe-kok")), end, IDAG)
    assert several[1].text == "Det står: Textil, Kafé och kök."


def test_a_district_shows_what_fits_or_is_likely(guide: Guide) -> None:
    records = [_record(id="a"), _record(id="b", inriktning=("snickeri",)), _record(id="c", insatstyp=("osa",))]
    assert [one.id for one in likely_in(guide, records, IDAG, {"sak": ["hander"]})] == ["b", "c"]
