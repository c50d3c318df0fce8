"""A calendar (RFC 5545) of whole days: every calendar that the site publishes is written here.

Input: `Calendar`. Output: its text. Days are those of Stockholm. The time zone is told even where no event needs it: a
calendar has to hold something, also on a day when nothing is going on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from katalog.derive.freshness import day_after
from katalog.exports.lasting_ids import lasting_id

_MAX_LINE_BYTES = 75  # RFC 5545, section 3.1
_ZONE = "Europe/Stockholm"
# Since 1996 summer time ends on the last Sunday of October; it has begun on the last of March since 1981.
_TIME_ZONE = (
    *("BEGIN:VTIMEZONE", f"TZID:{_ZONE}"),
    *("BEGIN:STANDARD", "DTSTART:19961027T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET"),
    *("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD"),
    *("BEGIN:DAYLIGHT", "DTSTART:19810329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST"),
    *("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT"),
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """From `first` to `last`, both whole days (ISO). `name` stays whatever the event says later: its UID is made of it.
    `stamp`: the day on which it was last said otherwise. `page`: a whole address, or ""."""

    name: str
    first: str
    last: str
    stamp: str
    title: str
    text: str
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """`maker` tells which of our calendars it is."""

    title: str
    maker: str
    events: Sequence[Event]


def ics(calendar: Calendar) -> str:
    title = _escaped(calendar.title)
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Hitta sysselsättning//{calendar.maker}//SV",
            "CALSCALE:GREGORIAN", f"NAME:{title}", f"X-WR-CALNAME:{title}", f"X-WR-TIMEZONE:{_ZONE}")  # fmt: skip
    events = (line for event in calendar.events for line in _event(event))
    return "".join(_folded(line) for line in (*head, *_TIME_ZONE, *events, "END:VCALENDAR"))


def _event(event: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{lasting_id(event.name)}"
    yield f"DTSTAMP:{_digits(event.stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(event.first)}"
    yield f"DTEND;VALUE=DATE:{_digits(day_after(event.last))}"
    yield f"SUMMARY:{_escaped(event.title)}"
    yield f"DESCRIPTION:{_escaped(event.text)}"
    yield "TRANSP:TRANSPARENT"
    if event.page:
        yield f"URL:{event.page}"
    yield "END:VEVENT"


def _digits(day: str) -> str:
    return day.replace("-", "")


def _escaped(text: str) -> str:
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """At most 75 bytes on a line, never cutting a character; a line that goes on begins with a space."""
    if len(line.encode()) <= _MAX_LINE_BYTES:
        return f"{line}\r\n"  # most
    parts, room = [""], _MAX_LINE_BYTES
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(" ")
            room = _MAX_LINE_BYTES - 1
        parts[-1] += character
        room -= size
    return "\r\n".join(parts) + "\r\n"
