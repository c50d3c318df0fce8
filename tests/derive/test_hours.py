"""What times say: days, parts of the day, and since when their year is told."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support import IDAG

from katalog.derive.derived import Derived
from katalog.derive.facets import read_facets
from katalog.derive.hours import can_go, hours_old_from, hours_year, is_open, parts_of, slots_of, weekdays
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue, Record, make_record

_PLAIN: dict[str, Any] = {"namn": "Huset", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta",
                          "sammanfattning": "Fika.", "kallor": [{"titel": "Blad"}]}  # fmt: skip


def record_of(**fields: Any) -> Record:
    return make_record("huset", "huset.yml", {**_PLAIN, **fields})


def test_the_days_of_the_week_are_seven_from_monday_on(words: Vocabularies) -> None:
    days = weekdays(words)
    assert (days[0], days[-1], len(days)) == ("mandag", "sondag", 7)


def test_a_row_for_several_days_stands_for_each(words: Vocabularies) -> None:
    record = record_of(tider=[{"dag": "vardagar", "fran": "09:00"}, {"dag": "sondag"}, {"vad": "Läger"}])
    assert [slot.day for slot in slots_of(record, words)] == [*weekdays(words)[:5], "sondag"]


@pytest.mark.parametrize(
    ("time", "parts"),
    [
        ({"dag": "mandag", "fran": "09:00", "till": "12:00"}, {"formiddag"}),
        ({"dag": "mandag", "fran": "09:00", "till": "16:00"}, {"formiddag", "eftermiddag"}),
        ({"dag": "mandag", "fran": "16:00", "till": "17:00"}, {"eftermiddag"}),
        ({"dag": "mandag", "fran": "16:00", "till": "17:30"}, {"eftermiddag", "kvall"}),
        ({"dag": "mandag", "fran": "18:00"}, {"kvall"}),
        ({"dag": "lordag"}, {"helg"}),
        ({"dag": "alla-dagar", "fran": "18:00"}, {"helg", "kvall"}),
        ({"dag": "onsdag", "vad": "Språkcafé på kvällen"}, {"kvall"}),
        ({"vad": "Vardagskvällar och helger"}, {"kvall", "helg"}),
        ({"dag": "mandag", "vad": "Inte på kvällar"}, set()),
        ({"vad": "Stängt på helgen"}, set()),
        ({"vad": "Helgdagar efter överenskommelse"}, set()),
        ({"dag": "mandag", "fran": "09:00", "till": "11:00", "vad": "Planerar kvällen"}, {"formiddag"}),
        ({"dag": "mandag", "vad": "Bokcirkel"}, set()),
    ],
)
def test_parts_of_the_day_come_from_the_clock_or_else_from_words(time: dict[str, str], parts: set[str]) -> None:
    assert parts_of(time) == parts


def test_the_search_finds_an_evening_that_is_only_told_in_words(words: Vocabularies) -> None:
    """The page of evenings and the choice in the search say the same."""
    record = record_of(tider=[{"dag": "onsdag", "vad": "Öppen kväll"}])
    derived = Derived(catalogue=Catalogue(records=(record,)), idag=IDAG)
    time_of_day = next(facet for facet in read_facets(derived, words) if facet.id == "tid")
    assert time_of_day.of(record).yes == {"kvall"}


def test_the_year_of_the_times_is_that_of_their_source() -> None:
    named = {"titel": "Blad", "ar": 2018, "galler": ["tider"]}
    assert hours_year(record_of(uppgifter_fran=2024)) == 2024
    assert hours_year(record_of(uppgifter_fran=2024, kallor=[{"titel": "Bok", "ar": 2024}, named])) == 2018
    unknown = {"titel": "Sida", "galler": ["tider"]}
    assert hours_year(record_of(uppgifter_fran=2019, kallor=[unknown])) == 2019
    assert hours_year(record_of(kallor=[unknown])) is None
    confirmed = {"status": "aktiv", "senast_bekraftad": "2020-02-29", "bekraftad_av": "Huset"}
    assert hours_year(record_of(uppgifter_fran=2024, kallor=[named], **confirmed)) == 2020


def test_times_are_old_after_five_years() -> None:
    assert hours_old_from(record_of(uppgifter_fran=2020)) == "2026-01-01"
    assert hours_old_from(record_of()) is None
    confirmed = {"status": "aktiv", "senast_bekraftad": "2020-02-29", "bekraftad_av": "Huset"}
    assert hours_old_from(record_of(**confirmed)) == "2025-03-01"


@pytest.mark.parametrize(
    ("fields", "can"),
    [
        ({"status": "okand"}, True),
        ({"status": "avslutad"}, False),
        ({"status": "vilande"}, False),
        ({"status": "planerad"}, False),
        ({"forebild": True}, False),
        ({"for_vem": ["personal"]}, False),
    ],
)
def test_only_what_can_be_visited_is_told_as_open(fields: dict[str, Any], can: bool) -> None:
    assert can_go(record_of(**fields)) is can


def test_what_is_told_as_past_is_not_open() -> None:
    assert is_open(record_of())
    assert not is_open(record_of(sammanfattning="Här kunde du 2012 fika."))
    assert not is_open(record_of(status="vilande"))
