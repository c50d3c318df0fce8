"""What is due as an Atom feed (RFC 4287) and a calendar (RFC 5545) that an owner can subscribe to, one for each area.

Input: `Overview`. Output: one text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from katalog.derive.due import SOON_DAYS, Item, by_area, due_date
from katalog.exports.lasting_ids import lasting_id
from katalog.exports.overview import Overview
from katalog.record.model import Record

_MAX_LINE_BYTES = 75  # RFC 5545, section 3.1


def render_atom(overview: Overview) -> str:
    """One entry for each record; an entry is new when the record comes due, not each time the feed is made."""
    name = f"atom {overview.area.slug}" if overview.area else "atom"
    head = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">',
        f"<id>urn:uuid:{lasting_id(name)}</id>",
        f"<title>{escape(overview.title)}</title>",
        f"<updated>{_updated(overview)}T00:00:00Z</updated>",
        "<author><name>Hitta sysselsättning</name></author>",
        *_feed_links(overview),
    ]
    entries = (line for item in overview.items for line in _entry(item, overview.idag, overview.address))
    return "\n".join([*head, *entries, "</feed>"]) + "\n"


def _feed_links(overview: Overview) -> Iterator[str]:
    if overview.address:
        own = f"{overview.address}aktualitet/{overview.name}.atom"
        yield f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>'
        yield f'<link rel="alternate" type="text/html" href={quoteattr(f"{overview.address}aktualitet/")}/>'


def _updated(overview: Overview) -> str:
    """The day of the newest entry; of an empty feed the day of the last confirmation, which is what emptied it."""
    days = [_since(item, overview.idag) for item in overview.items]
    days = days or [record.senast_bekraftad for record in overview.confirmed if record.senast_bekraftad]
    return max(days, default=overview.idag)


def _since(item: Item, idag: str) -> str:
    """The day on which the record came due, or before that came so near that it is told. One that was never confirmed
    has been due since its facts are from."""
    if item.due and item.when == "snart":
        return (datetime.date.fromisoformat(item.due) - datetime.timedelta(days=SOON_DAYS)).isoformat()
    return min(item.due or f"{item.record.uppgifter_fran or idag[:4]}-01-01", idag)


def _entry(item: Item, idag: str, address: str) -> Iterator[str]:
    record, since = item.record, _since(item, idag)
    yield "<entry>"
    yield f"<id>urn:uuid:{lasting_id(f'{record.id} {item.due}')}</id>"
    yield f"<title>{escape(record.namn)}</title>"
    yield f"<updated>{since}T00:00:00Z</updated>"
    yield f"<category term={quoteattr(record.omrade)} label={quoteattr(item.area)}/>"
    if address:
        yield f"<link href={quoteattr(_page(address, record))}/>"
    yield f'<content type="text">{escape(_summary(item))}</content>'
    yield "</entry>"


def render_ics(overview: Overview) -> str:
    """A day for each confirmed record when it should be looked at again, and today for each organiser with more."""
    idag, address, title = overview.idag, overview.address, _ics_text(overview.title)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hitta sysselsättning//katalog stale//SV", f"NAME:{title}",
             f"X-WR-CALNAME:{title}"]  # fmt: skip
    overdue = [item for item in overview.items if item.when == "nu"]
    for area, organisers in by_area(overdue):
        for organiser, group in organisers:
            names = ", ".join(item.record.namn for item in group)
            told = f"Att se över: {organiser} ({len(group)})"
            lines += _event(f"{group[0].record.omrade} {organiser}", idag, idag, told, f"{area}: {names}", address)
    for record in sorted(overview.confirmed, key=lambda record: record.id):
        due = due_date(record)
        if due and due > idag:
            page = _page(address, record) if address else ""
            lines += _event(record.id, due, idag, f"Se över: {record.namn}", f"katalog confirm {record.id}", page)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(name: str, day: str, stamp: str, title: str, text: str, page: str) -> list[str]:  # noqa: PLR0913, PLR0917
    after = datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
    lines = ["BEGIN:VEVENT", f"UID:{lasting_id(name)}", f"DTSTAMP:{stamp.replace('-', '')}T000000Z",
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
