"""The calendar file as other programs read it: a parser that is not ours (`icalendar`), and the letters of RFC 5545."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # it has no types
from icalendar import Calendar

from tests.browser.week.conftest import Engine

_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_FRAME = {"start": "2026-11-26", "weeks": 30, "moment": "2026-11-26T12:16:22.123Z", "host": "hitta.example"}
_TEXT = 'Rum 2; trappan upp, "Ljuset" \\ köket\nandra raden\r\ntredje. ' + "Åäö på många rader 🙂 " * 12


def _event(day: int, start: int, end: int, **more: Any) -> dict[str, Any]:
    span = {"id": "snickeriet", "day": day, "from": start, "to": end}
    return {"span": span, "title": "Snickeriet, Farsta; å", "text": _TEXT, "where": "Gatan 1, Farsta",
            "link": "https://hitta.example/verksamhet/snickeriet/", **more}  # fmt: skip


_EVENTS = [_event(day, 540 + day, 720) for day in range(7)] + [_event(4, 1320, 1440)]


@pytest.fixture(scope="module")
def text(engine: Engine) -> str:
    found: str = engine.call("file", _EVENTS, _FRAME)
    return found


@pytest.fixture(scope="module")
def calendar(text: str) -> Any:
    return _read(text)


def _read(text: str) -> Any:
    """The parser's own types allow for every kind of value everywhere."""
    return Calendar.from_ical(text)


def test_every_line_ends_with_crlf_and_holds_at_most_75_octets(text: str) -> None:
    raw = text.encode()
    assert raw.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", raw)
    lines = raw.split(b"\r\n")
    assert max(len(line) for line in lines) == 75
    for line in lines:
        line.decode()  # no letter is cut in two
    assert any(line.startswith(b" ") for line in lines)


def test_a_foreign_parser_finds_no_fault_and_every_event(calendar: Any) -> None:
    assert calendar.errors == []
    assert str(calendar["VERSION"]) == "2.0"
    assert "PRODID" in calendar
    events = calendar.walk("VEVENT")
    assert len(events) == len(_EVENTS)
    assert all(event.errors == [] for event in events)


def test_texts_come_back_as_they_were(calendar: Any) -> None:
    event = calendar.walk("VEVENT")[0]
    assert str(event["SUMMARY"]) == "Snickeriet, Farsta; å"
    assert str(event["DESCRIPTION"]) == _TEXT.replace("\r\n", "\n")
    assert str(event["LOCATION"]) == "Gatan 1, Farsta"
    assert str(event["URL"]) == "https://hitta.example/verksamhet/snickeriet/"
    assert str(event["CLASS"]) == "PRIVATE"


def test_the_first_time_is_on_its_weekday_and_not_before_the_first_day(calendar: Any) -> None:
    for event, made in zip(calendar.walk("VEVENT"), _EVENTS, strict=True):
        begins: datetime = event["DTSTART"].dt
        span = made["span"]
        assert event["DTSTART"].params["TZID"] == "Europe/Stockholm"
        assert begins.weekday() == span["day"]
        assert date(2026, 11, 26) <= begins.date() < date(2026, 12, 3)
        assert begins.time() == time(span["from"] // 60, span["from"] % 60)
        assert event["DTEND"].dt - begins == timedelta(minutes=span["to"] - span["from"])


def test_it_comes_back_every_week_at_the_same_hour_in_summer_and_winter(calendar: Any) -> None:
    event = calendar.walk("VEVENT")[0]
    begins: datetime = event["DTSTART"].dt
    rule = event["RRULE"].to_ical().decode()
    days = list(rrulestr(rule, dtstart=begins.replace(tzinfo=None)))
    assert len(days) == _FRAME["weeks"]
    assert {later - earlier for earlier, later in pairwise(days)} == {timedelta(days=7)}
    offsets = {day.replace(tzinfo=_STOCKHOLM).utcoffset() for day in days}
    assert offsets == {timedelta(hours=1), timedelta(hours=2)}, "the weeks pass the change of the clock"


def test_the_files_own_time_zone_is_that_of_stockholm(calendar: Any) -> None:
    """Programs that do not know the name read the zone in the file."""
    (zone,) = calendar.walk("VTIMEZONE")
    own = zone.to_tz(lookup_tzid=False)
    day = datetime(2026, 1, 1, 12)
    for _ in range(3 * 365):
        assert day.replace(tzinfo=own).utcoffset() == day.replace(tzinfo=_STOCKHOLM).utcoffset(), day
        day += timedelta(days=1)


def test_names_last_and_tell_of_no_person(engine: Engine, calendar: Any) -> None:
    """The same time has the same name in every file, so that a calendar changes what it has."""
    names = [str(event["UID"]) for event in calendar.walk("VEVENT")]
    assert len(set(names)) == len(names)
    assert names[0] == "snickeriet-1-0900-1200@hitta.example"
    later = {**_FRAME, "start": "2027-03-01", "weeks": 0, "moment": "2027-03-01T08:00:00Z"}
    again = _read(engine.call("file", list(reversed(_EVENTS)), later)).walk("VEVENT")
    assert {str(event["UID"]) for event in again} == set(names)
    assert all("COUNT" not in event["RRULE"] and event["RRULE"]["FREQ"] == ["WEEKLY"] for event in again)
    stamp: datetime = again[0]["DTSTAMP"].dt
    assert stamp.isoformat() == "2027-03-01T08:00:00+00:00"


def test_midnight_is_the_next_day(calendar: Any) -> None:
    event = calendar.walk("VEVENT")[-1]
    begins, ends = event["DTSTART"].dt, event["DTEND"].dt
    assert (begins.weekday(), ends.weekday(), ends.time()) == (4, 5, time(0, 0))


def test_nothing_that_a_record_holds_begins_a_line_of_its_own(engine: Engine) -> None:
    evil = "Slut\r\nEND:VEVENT\nATTACH:http://example.org\rBEGIN:VALARM\u0007"
    told = engine.call("file", [_event(0, 540, 600, title=evil, text=evil, where=evil)], _FRAME)
    (event,) = _read(told).walk("VEVENT")
    assert "ATTACH" not in event
    assert str(event["SUMMARY"]).startswith("Slut\nEND:VEVENT\nATTACH")
