"""Stale records as an Atom feed (RFC 4287) and a calendar (RFC 5545) that an owner can subscribe to.

Input: items, the day, the site's address or nothing. Output: one text.
"""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from katalog.derive.due import Item, by_area, due_date
from katalog.record.model import Record

# Ids must stay the same for ever and may not depend on where the site lives: named from this fixed space.
_SPACE = uuid.UUID("6f1d3f0e-6a55-5f0c-9a53-6f2d1c1c8e11")
_TITLE = "Hitta sysselsättning: att se över"
_MAX_LINE_BYTES = 75  # RFC 5545, section 3.1


def render_atom(items: Sequence[Item], idag: str, address: str) -> str:
    """One entry for each record; an entry is new when the record comes due, not each time the feed is made."""
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
        f"<id>urn:uuid:{uuid.uuid5(_SPACE, 'atom')}</id>",
        f"<title>{_TITLE}</title>",
        f"<updated>{idag}T00:00:00Z</updated>",
        "<author><name>Hitta sysselsättning</name></author>",
    ]
    return "\n".join([*head, *(line for item in items for line in _entry(item, idag, address)), "</feed>"]) + "\n"


def _entry(item: Item, idag: str, address: str) -> Iterator[str]:
    record = item.record
    since = min(item.due or f"{record.uppgifter_fran or idag[:4]}-01-01", idag)
    yield "<entry>"
    yield f"<id>urn:uuid:{uuid.uuid5(_SPACE, f'{record.id} {item.due}')}</id>"
    yield f"<title>{escape(record.namn)}</title>"
    yield f"<updated>{since}T00:00:00Z</updated>"
    yield f"<category term={quoteattr(record.omrade)} label={quoteattr(item.area)}/>"
    if address:
        yield f"<link href={quoteattr(_page(address, record))}/>"
    yield f'<content type="text">{escape(_summary(item))}</content>'
    yield "</entry>"


def render_ics(items: Sequence[Item], confirmed: Iterable[Record], idag: str, address: str) -> str:
    """A day for each confirmed record when it should be looked at again, and today for each organiser with more."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hitta sysselsättning//katalog stale//SV", f"NAME:{_TITLE}",
             f"X-WR-CALNAME:{_TITLE}"]  # fmt: skip
    overdue = [item for item in items if item.when == "nu"]
    for area, organisers in by_area(overdue):
        for organiser, group in organisers:
            names = ", ".join(item.record.namn for item in group)
            title = f"Att se över: {organiser} ({len(group)})"
            lines += _event(f"{group[0].record.omrade} {organiser}", idag, idag, title, f"{area}: {names}", address)
    for record in sorted(confirmed, key=lambda record: record.id):
        due = due_date(record)
        if due and due > idag:
            page = _page(address, record) if address else ""
            lines += _event(record.id, due, idag, f"Se över: {record.namn}", f"katalog confirm {record.id}", page)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(name: str, day: str, stamp: str, title: str, text: str, page: str) -> list[str]:  # noqa: PLR0913, PLR0917
    after = datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
    lines = ["BEGIN:VEVENT", f"UID:{uuid.uuid5(_SPACE, name)}", f"DTSTAMP:{stamp.replace('-', '')}T000000Z",
             f"DTSTART;VALUE=DATE:{day.replace('-', '')}", f"DTEND;VALUE=DATE:{after:%Y%m%d}",
             f"SUMMARY:{_ics_text(title)}", f"DESCRIPTION:{_ics_text(text)}", "TRANSP:TRANSPARENT"]  # fmt: skip
    return [*lines, *([f"URL:{page}"] if page else []), "END:VEVENT"]


def _ics_text(text: str) -> str:
    plain = " ".join(text.split())
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """At most 75 bytes on a line, never cutting a character; a line that goes on begins with a space."""
    parts, room = [""], _MAX_LINE_BYTES
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(" ")
            room = _MAX_LINE_BYTES - 1
        parts[-1] += character
        room -= size
    return "\r\n".join(parts) + "\r\n"


def _summary(item: Item) -> str:
    return f"{item.area}, {item.organiser}. {item.freshness.text} {item.command}"


def _page(address: str, record: Record) -> str:
    return f"{address}verksamhet/{record.id}/"
