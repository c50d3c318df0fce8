"""Holidays of the coming fourteen months, and nothing after them."""

from __future__ import annotations

import datetime

import pytest
from tests.support import IDAG

from katalog.derive.red_days import last_known_day, red_days


def test_the_coming_holidays_are_the_swedish_ones_with_their_eves() -> None:
    named = {day.date: day.name for day in red_days(IDAG)}
    assert named["2026-12-24"] == "Julafton"
    assert named["2027-03-26"] == "Långfredagen"
    assert named["2027-06-25"] == "Midsommarafton"
    assert named["2027-11-06"] == "Alla helgons dag"
    assert "2026-12-20" not in named, "an ordinary Sunday is no holiday"


@pytest.mark.parametrize("idag", [IDAG, "2026-12-24", "2026-12-31", "2028-02-29"])
def test_they_span_fourteen_months_from_the_day_on(idag: str) -> None:
    days = [day.date for day in red_days(idag)]
    assert days == sorted(set(days))
    assert all(idag <= day <= last_known_day(idag) for day in days)
    assert len(days) > 12
    for day in red_days(idag):
        assert datetime.date.fromisoformat(day.date).weekday() == day.weekday


@pytest.mark.parametrize(
    ("idag", "last"), [("2026-11-26", "2028-01-26"), ("2026-12-31", "2028-02-29"), ("2027-12-31", "2029-02-28")]
)
def test_the_last_known_day_is_a_day_that_there_is(idag: str, last: str) -> None:
    assert last_known_day(idag) == last


def test_the_same_day_gives_the_same_holidays() -> None:
    first = red_days(IDAG)
    red_days("2030-01-01")
    assert red_days(IDAG) == first
