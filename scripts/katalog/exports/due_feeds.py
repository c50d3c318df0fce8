"""What is due as a feed and a calendar that an owner can subscribe to, one for each area.

Input: `Overview`. Output: one text.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.derive.due import SOON_DAYS, Item, by_area, due_date
from katalog.derive.freshness import day_before
from katalog.exports.atom import BEGINNING, Entry, Feed, atom
from katalog.exports.ics import Calendar, Event, ics
from katalog.exports.overview import Overview
from katalog.record.model import Record


def render_atom(overview: Overview) -> str:
    """One entry for each record; an entry is new when the record comes due, not each time the feed is made. Of an empty
    feed the day of the last confirmation is told, which is what emptied it."""
    days = [record.senast_bekraftad for record in overview.confirmed if record.senast_bekraftad]
    folder = f"{overview.address}aktualitet/" if overview.address else ""
    feed = Feed(
        name=f"atom {overview.area.slug}" if overview.area else "atom",
        title=overview.title,
        author=overview.author,
        entries=[_entry(item, overview) for item in overview.items],
        day=max(days, default=BEGINNING),
        own=folder and f"{folder}{overview.name}.atom",
        page=folder,
    )
    return atom(feed)


def _entry(item: Item, overview: Overview) -> Entry:
    record = item.record
    return Entry(
        name=f"{record.id} {item.due}",
        title=record.namn,
        text=f"{item.area}, {item.organiser}. {item.freshness.text} {item.command}",
        day=_since(item, overview.idag),
        area=(record.omrade, item.area),
        page=_page(overview, record),
    )


def _since(item: Item, idag: str) -> str:
    """The day on which the record came due, or before that came so near that it is told. One that was never confirmed
    has been due since its facts are from."""
    if item.due and item.when == "snart":
        return day_before(item.due, SOON_DAYS)
    year = item.record.uppgifter_fran
    return min(item.due or (f"{year}-01-01" if year else BEGINNING), idag)


def render_ics(overview: Overview) -> str:
    """A day for each confirmed record when it should be looked at again, and today for each organiser with more."""
    events = [*_overdue(overview), *_coming(overview)]
    return ics(Calendar(title=overview.title, maker="katalog stale", events=events))


def _overdue(overview: Overview) -> Iterator[Event]:
    idag = overview.idag
    for area, organisers in by_area([item for item in overview.items if item.when == "nu"]):
        for organiser, group in organisers:
            yield Event(
                name=f"{group[0].record.omrade} {organiser}",
                first=idag,
                last=idag,
                stamp=idag,
                title=f"Att se över: {organiser} ({len(group)})",
                text=f"{area}: {', '.join(item.record.namn for item in group)}",
                page=overview.address,
            )


def _coming(overview: Overview) -> Iterator[Event]:
    for record in sorted(overview.confirmed, key=lambda record: record.id):
        due = due_date(record)
        if due and due > overview.idag:
            yield Event(
                name=record.id,
                first=due,
                last=due,
                stamp=overview.idag,
                title=f"Se över: {record.namn}",
                text=f"katalog confirm {record.id}",
                page=_page(overview, record),
            )


def _page(overview: Overview, record: Record) -> str:
    return f"{overview.address}verksamhet/{record.id}/" if overview.address else ""
