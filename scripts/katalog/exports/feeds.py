"""What is new, changed and closed as Atom feeds, and what goes on for a time as a calendar: for the whole city and for
each area. The docstrings of what `registry` names stand on the page about open data.

Input: `Source`. Output: files, also for areas where nothing has happened: somebody may follow that address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from katalog.exports.atom import BEGINNING, Entry, Feed, atom
from katalog.exports.history import EXTENT_TOLD, Extent, Happened
from katalog.exports.ics import Calendar, Event, ics
from katalog.exports.source import Area, Source
from katalog.record.model import Record
from katalog.wording.card import end_rows
from katalog.wording.view import sentence

FOLDER = "floden"
MOST = 200  # entries of a feed; a reader looks in more often than that
_DAYS = "Dagen är den då ändringen kom in i katalogen."
_CUT = f"Här är de {MOST} senaste. Alla finns i api/v1/andringar.json."
Files = Iterator[tuple[str, tuple[bytes, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """Which events a feed tells, and how: `said` by event, before the record's name."""

    slug: str
    title: str
    said: dict[str, str]
    holds: Callable[[Record], bool]


_NEW = _Kind(
    slug="nya",
    title="Nya verksamheter",
    said={"ny": "Ny", "oppnad": "Öppen igen"},
    holds=lambda record: not record.is_closed and not record.forebild,
)
_CHANGED = _Kind(
    slug="andrade",
    title="Ändrade uppgifter",
    said={"andrad": "Ändrad", "bekraftad": "Bekräftad"},
    holds=lambda _: True,
)
_CLOSED = _Kind(
    slug="stangda", title="Stängda verksamheter", said={"stangd": "Stängd"}, holds=lambda record: record.is_closed
)


def new(source: Source) -> Files:
    """Nya verksamheter, och de som har öppnat igen. Ett flöde för hela katalogen och ett för varje område. Flödet
    öppnas i en läsare för flöden (Atom, RSS). Den visar själv när något nytt kommer."""
    return _feeds(source, _NEW)


def changed(source: Source) -> Files:
    """Verksamheter vars uppgifter har ändrats eller bekräftats, en notis för varje dag. Byggs sajten utan hela
    historiken finns bara bekräftelserna. Det står i flödet."""
    return _feeds(source, _CHANGED)


def closed(source: Source) -> Files:
    """Verksamheter som har stängt, med vad som hände och vart man kan gå i stället, om vi vet det."""
    return _feeds(source, _CLOSED)


def calendar(source: Source) -> Files:
    """Det som gäller bara en tid, till exempel sommarstängt, med första och sista dagen. Vet vi inte första dagen står
    bara den sista. Prenumerera på filens adress i din kalender."""
    events = [(record, _notice(source, record)) for record in source.records if record.tillfalligt]
    for area in source.areas:
        held = [event for record, event in events if area.holds(record)]
        title = f"Hitta sysselsättning: gäller en tid, {area.label}"
        yield _file("kalender", area, ".ics", ics(Calendar(title=title, maker="kalender", events=held)))


def _feeds(source: Source, kind: _Kind) -> Files:
    by_id = {record.id: record for record in source.records}
    told = [(by_id[event.id], event) for event in source.events if event.event in kind.said]
    told = [(record, event) for record, event in told if kind.holds(record)]
    entries = [(record, _entry(source, kind, record, event)) for record, event in told]
    for area in source.areas:
        held = [entry for record, entry in entries if area.holds(record)]
        yield _file(kind.slug, area, ".atom", atom(_feed(source, kind, area, held)))


def _feed(source: Source, kind: _Kind, area: Area, entries: Sequence[Entry]) -> Feed:
    site = source.settings.site_url
    return Feed(
        name=f"flode {kind.slug} {area.slug}",
        title=f"Hitta sysselsättning: {kind.title.lower()}, {area.label}",
        text=" ".join(_about(source.history.extent, is_cut=len(entries) > MOST)),
        author=source.settings.publisher.name or source.settings.site_name,
        entries=entries[:MOST],
        own=site and f"{site}{feed_path(kind.slug, area.slug)}",
        page=site and f"{site}{area.page}",
    )


def _about(extent: Extent, *, is_cut: bool) -> Iterable[str]:
    yield EXTENT_TOLD.get(extent, _DAYS)
    if is_cut:
        yield _CUT


def _entry(source: Source, kind: _Kind, record: Record, event: Happened) -> Entry:
    area = source.words.label("omrade", record.omrade)
    ended = (f"{row.label}: {row.text}" for row in end_rows(source.words, record, source.derived.catalogue.by_id))
    return Entry(
        name=f"{event.event} {source.first_id(record.id)} {event.day}",
        title=f"{kind.said[event.event]}: {record.namn}",
        text=sentence(area, *ended, record.sammanfattning),
        day=event.day,
        area=(record.omrade, area),
        page=_page(source, record),
    )


def _notice(source: Source, record: Record) -> Event:
    """Without a first day it is the last that is told: when it began is not known."""
    notice = record.tillfalligt or {}
    first, last = notice.get("fran"), notice["till"]
    changed_on = max((event.day for event in source.events if event.id == record.id), default=BEGINNING)
    return Event(
        name=f"tillfalligt {source.first_id(record.id)} {first or last}",
        first=first or last,
        last=last,
        stamp=changed_on,
        title=record.namn if first else f"Sista dagen: {record.namn}",
        text=sentence(notice["text"], source.words.label("omrade", record.omrade)),
        page=_page(source, record),
    )


def feed_path(kind: str, area: str, ending: str = ".atom") -> str:
    """Where a feed lies, from the site's root."""
    return f"{FOLDER}/{kind}/{area}{ending}"


def _file(kind: str, area: Area, ending: str, text: str) -> tuple[str, tuple[bytes, ...]]:
    return feed_path(kind, area.slug, ending), (text.encode(),)


def _page(source: Source, record: Record) -> str:
    site = source.settings.site_url
    return site and f"{site}verksamhet/{record.id}/"
