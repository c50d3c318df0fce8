"""An Atom feed (RFC 4287): every feed of the site is written here.

Input: `Feed`. Output: its text. Ids last wherever the site lives; a bare day is told as its first moment (UTC), since
the days of the catalogue have no clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from katalog.exports.lasting_ids import lasting_id

BEGINNING = "2026-01-01"  # of a feed in which nothing has ever been told
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">'
_OWN, _PAGE = 'rel="self" type="application/atom+xml"', 'rel="alternate" type="text/html"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """`name` stays whatever the entry says later: its id is made of it. `day` is the entry's own (ISO), never that of a
    build. `page`: a whole address, or "" where the site has none. `area`: value and label."""

    name: str
    title: str
    text: str
    day: str
    area: tuple[str, str]
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`day` is told while it has no entry. `own` and `page` are whole addresses, or ""."""

    name: str
    title: str
    author: str
    entries: Sequence[Entry]
    text: str = ""
    day: str = BEGINNING
    own: str = ""
    page: str = ""


def atom(feed: Feed) -> str:
    return "\n".join([_HEAD, *_about(feed), *(line for one in feed.entries for line in _entry(one)), "</feed>\n"])


def _about(feed: Feed) -> Iterator[str]:
    yield f"<id>urn:uuid:{lasting_id(feed.name)}</id>"
    yield f"<title>{escape(feed.title)}</title>"
    if feed.text:
        yield f"<subtitle>{escape(feed.text)}</subtitle>"
    yield _updated(max((one.day for one in feed.entries), default=feed.day))
    yield f"<author><name>{escape(feed.author)}</name></author>"
    yield from _links((_OWN, feed.own), (_PAGE, feed.page))


def _entry(entry: Entry) -> Iterator[str]:
    area, label = entry.area
    yield "<entry>"
    yield f"<id>urn:uuid:{lasting_id(entry.name)}</id>"
    yield f"<title>{escape(entry.title)}</title>"
    yield _updated(entry.day)
    yield f"<category term={quoteattr(area)} label={quoteattr(label)}/>"
    yield from _links((_PAGE, entry.page))
    yield f'<content type="text">{escape(entry.text)}</content>'
    yield "</entry>"


def _updated(day: str) -> str:
    return f"<updated>{day}T00:00:00Z</updated>"


def _links(*links: tuple[str, str]) -> Iterable[str]:
    return (f"<link {kind} href={quoteattr(address)}/>" for kind, address in links if address)
