"""The seven days of a record, and what is said of old times and holidays."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue
from katalog.wording.view import View
from katalog.wording.week import Dated, Week, holiday_notes, week_of
from tests.derive.test_hours import record_of
from tests.support import IDAG


@pytest.fixture
def view(words: Vocabularies) -> View:
    return View(derived=Derived(catalogue=Catalogue(records=()), idag=IDAG), words=words)


def _week(view: View, **fields: Any) -> Week:
    week = week_of(view, record_of(**fields))
    assert week is not None
    return week


def test_each_day_says_what_is_known_and_a_silent_day_is_never_closed(view: View) -> None:
    times = [
        {"dag": "vardagar", "fran": "09:00", "till": "12:00", "ungefar": True},
        {"dag": "mandag", "vad": "Bokcirkel"},
        {"dag": "lordag"},
        {"vad": "Läger på sommaren"},
    ]
    week = _week(view, tider=times)
    assert [(day.label, day.numbers, day.texts) for day in week.days] == [
        ("Måndag", (0,), ("omkring 9–12", "Bokcirkel")),
        ("Tisdag till fredag", (1, 2, 3, 4), ("omkring 9–12",)),
        ("Lördag", (5,), ("tiden vet vi inte",)),
        ("Söndag", (6,), ()),
    ]
    assert week.others == ("Läger på sommaren",)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"tider": [{"vad": "En gång i veckan"}]},
        {"tider": [{"dag": "mandag"}], "status": "avslutad"},
        {"tider": [{"dag": "mandag"}], "status": "vilande"},
    ],
)
def test_without_days_or_without_anybody_there_no_week_is_shown(view: View, fields: dict[str, Any]) -> None:
    assert week_of(view, record_of(**fields)) is None


def test_old_times_say_their_year_where_no_other_sentence_does(view: View) -> None:
    times = {"tider": [{"dag": "mandag"}]}
    assert _week(view, **times, uppgifter_fran=2018).notes == ()
    assert _week(view, **times).notes == ()
    sources = [{"titel": "A", "ar": 2024}, {"titel": "B", "ar": 2018, "galler": ["tider"]}]
    assert _week(view, **times, kallor=sources).notes == (
        Dated(text="Tiderna är från 2018. De kan ha ändrats.", begins="2024-01-01"),
    )
    undated = [{"titel": "A", "ar": 2024}, {"titel": "B", "galler": ["tider"]}]
    assert _week(view, **times, kallor=undated).notes == (Dated(text="Vi vet inte hur gamla tiderna är."),)


def test_a_holiday_is_told_in_the_week_before_it_and_goes_by_itself(view: View) -> None:
    notes = holiday_notes(view)
    assert notes[0] == Dated(text="Det kan vara andra tider på helgdagar.")
    assert notes[1] == Dated(
        text="Julafton är torsdag 24 december 2026. Då kan det vara andra tider.",
        begins="2026-12-18",
        ends="2026-12-25",
    )
    assert notes[-1] == Dated(text="Vi vet inte vilka dagar som är helgdagar nu.", begins="2028-01-23")


def test_the_page_of_a_weekday_tells_its_own_holidays_alone(view: View) -> None:
    told = [note.text for note in holiday_notes(view, weekday=4)]
    assert any("Juldagen är fredag 25 december 2026" in text for text in told)
    assert not any("Julafton är torsdag" in text for text in told)
