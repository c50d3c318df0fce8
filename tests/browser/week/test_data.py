"""What the week plan is told of the catalogue: the same as the records' own pages say."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from katalog.browser.week import FORMAT, week_data, week_files
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies, read_vocabularies
from katalog.record.check import check_catalogue
from katalog.record.model import Record
from katalog.record.schema import Schema
from tests.support import IDAG, PROJECT


@pytest.fixture(scope="module")
def words(schema: Schema) -> Vocabularies:
    return read_vocabularies(schema)


@pytest.fixture(scope="module")
def derived(schema: Schema) -> Derived:
    catalogue = check_catalogue(PROJECT / "catalogue", schema, IDAG).catalogue
    assert catalogue is not None
    return Derived(catalogue=catalogue, idag=IDAG)


def _told(derived: Derived, words: Vocabularies, **changed: Any) -> Any:
    """What is told of one record, made another."""
    record = next(one for one in derived.catalogue.records if one.id == "kastanjegarden-hokarangen")
    made: Record = replace(record, **changed)
    catalogue = replace(derived.catalogue, records=(made,))
    return week_data(replace(derived, catalogue=catalogue), words)["stallen"][0]


def test_every_record_is_known_by_name_and_once(derived: Derived, words: Vocabularies) -> None:
    data = week_data(derived, words)
    assert {one["id"] for one in data["stallen"]} == {record.id for record in derived.catalogue.records}
    assert len(data["stallen"]) == len(derived.catalogue.records)
    assert all(one["kallas"] for one in data["stallen"])
    assert {kind for _, kind in data["trakter"]} == {"stadsdel", "kommun", ""}


def test_the_file_is_named_by_what_it_holds(derived: Derived, words: Vocabularies) -> None:
    ((path, text),) = week_files(derived, words).items()
    assert json.loads(text)["format"] == FORMAT
    assert path.startswith("assets/vecka/")
    ((same, again),) = week_files(derived, words).items()
    assert (same, again) == (path, text)
    fewer = replace(derived.catalogue, records=derived.catalogue.records[1:])
    assert Path(*week_files(replace(derived, catalogue=fewer), words)).name != Path(path).name


def test_hours_are_told_by_day_and_minute(derived: Derived, words: Vocabularies) -> None:
    rows = ({"dag": "vardagar", "fran": "09:00", "till": "16:30", "ungefar": True}, {"dag": "sondag", "vad": "Kväll"},
            {"fran": "22:00", "till": "24:00"}, {"vad": "Nya grupper"})  # fmt: skip
    assert _told(derived, words, tider=rows)["rader"] == [
        [[0, 1, 2, 3, 4], 540, 990, 1, "", 0], [[6], None, None, 0, "Kväll", 0], [[], 1320, 1440, 0, "", 0],
        [[], None, None, 0, "Nya grupper", 0],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_seldom"),
    [("Varannan vecka", 1), ("Vissa lördagar", 1), ("En gång i månaden", 1), ("Bara på sommaren", 1),
     ("Jämna veckor", 1), ("Morgonmöte", 0), ("Vår öppna verkstad", 0), ("Varje vecka", 0), ("Öppet hus", 0), ("", 0)],
)  # fmt: skip
def test_what_does_not_go_on_every_week_is_known(
    text: str, is_seldom: int, derived: Derived, words: Vocabularies
) -> None:
    row = {"dag": "mandag", "fran": "09:00", "till": "12:00", **({"vad": text} if text else {})}
    assert _told(derived, words, tider=(row,))["rader"][0][5] == is_seldom


@pytest.mark.parametrize(
    ("changed", "mark"),
    [({"status": "avslutad"}, "Stängd"), ({"status": "vilande"}, "Vilande"), ({"status": "planerad"}, "Planerad"),
     ({"status": "avslutad", "forebild": True}, "Exempel"), ({"for_vem": ("personal",)}, "personal")],
)  # fmt: skip
def test_where_nobody_can_go_there_are_no_hours(
    changed: dict[str, Any], mark: str, derived: Derived, words: Vocabularies
) -> None:
    told = _told(derived, words, **changed)
    assert mark.lower() in told["marke"].lower()
    assert "rader" not in told
    assert "aldrade" not in told


def test_where_one_can_go_there_is_no_mark(derived: Derived, words: Vocabularies) -> None:
    assert "marke" not in _told(derived, words)


def test_how_old_the_hours_are_is_told_from_a_day_on(derived: Derived, words: Vocabularies) -> None:
    told = _told(derived, words, senast_bekraftad="2024-03-01", status="aktiv")["aldrade"]
    assert told == ["Tiderna är från 2024. De kan ha ändrats.", "2029-03-02"]


def test_a_notice_is_told_until_its_last_day(derived: Derived, words: Vocabularies) -> None:
    notice = {"text": "Stängt över jul.", "fran": "2026-12-20", "till": "2027-01-06"}
    assert _told(derived, words, tillfalligt=notice)["notis"] == [
        "Stängt över jul. Det gäller från 20 december 2026 till och med 6 januari 2027.", "2027-01-07",
    ]  # fmt: skip
    assert "notis" not in _told(derived, words, tillfalligt={"text": "Vi målar.", "till": "2026-01-01"})


def test_ways_in_that_nobody_has_said_stand_apart(derived: Derived, words: Vocabularies) -> None:
    ways = ({"vag": "lss-beslut"}, {"vag": "drop-in", "tolkad": True}, {"vag": "lss-beslut", "galler_for": "alla"})
    told = _told(derived, words, ingang=ways)
    names = [way for way, _ in week_data(derived, words)["vagar"]]
    assert [names[way] for way in told["vagar"]] == ["lss-beslut"]
    assert [names[way] for way in told["troliga"]] == ["drop-in"]


def test_parts_that_are_said_and_those_by_type_stand_apart(derived: Derived, words: Vocabularies) -> None:
    told = _told(derived, words, komponent=("kompetens",), insatstyp=("traffpunkt",), inriktning=())
    names = [part for part, *_ in week_data(derived, words)["delar"]]
    assert [names[part] for part in told["delar"]] == ["kompetens"]
    assert "kompetens" not in [names[part] for part in told.get("typdelar", [])]


@pytest.mark.parametrize(
    ("changed", "place"),
    [({"omrade": "farsta"}, ["Farsta", "stadsdel"]), ({"omrade": "hela-staden"}, ["Hela Stockholm", ""]),
     ({"omrade": "annan-kommun", "kommun": ("nacka",)}, ["Nacka", "kommun"]),
     ({"omrade": "annan-kommun", "kommun": ("nacka", "tyreso")}, ["Nacka, Tyresö", ""])],
)  # fmt: skip
def test_one_moves_only_between_places_that_are_known(
    changed: dict[str, Any], place: list[str], derived: Derived, words: Vocabularies
) -> None:
    record = replace(derived.catalogue.records[0], **{"kommun": (), **changed})
    data = week_data(replace(derived, catalogue=replace(derived.catalogue, records=(record,))), words)
    assert data["trakter"] == [place]
    assert data["stallen"][0]["trakt"] == 0
