"""When records came, changed and closed, as version control knows it. Read in `publish/history.py`, told in exports.

Input: none. Output: `History`, data alone, and all that is known of some records, with what they say themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from katalog.record.model import Record

Event = Literal["ny", "andrad", "stangd", "oppnad", "flyttad", "bekraftad"]
Extent = Literal["hel", "grund", "saknas"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Happened:
    """`day` (ISO) is when it came into the catalogue's history; `id` what the record is called today, `former` what it
    was called before it moved."""

    day: str
    id: str
    event: Event
    former: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Newest first. Nothing `happened` that we know of unless the history is whole: half of one would call old news
    new."""

    extent: Extent
    happened: tuple[Happened, ...] = ()


NO_HISTORY = History(extent="saknas")
# What is told of a history that is not whole.
EXTENT_TOLD: Mapping[Extent, str] = {
    "grund": "Sajten byggdes utan hela historiken. Därför finns bara dagar som står i posterna.",
    "saknas": "Sajten byggdes utan historik. Därför finns bara dagar som står i posterna.",
}


def events_of(history: History, records: Iterable[Record]) -> list[Happened]:
    """All that is known to have happened to these records, confirmations too, newest first."""
    wanted = {record.id: record for record in records}
    known = [one for one in history.happened if one.id in wanted]
    known += [
        Happened(day=record.senast_bekraftad, id=record.id, event="bekraftad")
        for record in wanted.values()
        if record.senast_bekraftad
    ]
    known.sort(key=lambda one: (one.id, one.event, one.former or ""))
    return sorted(known, key=lambda one: one.day, reverse=True)


def first_ids(history: History) -> Mapping[str, str]:
    """Id -> what the record was called first, where it has moved: a name that stays whatever it is called next."""
    return {one.id: one.former for one in history.happened if one.former}
