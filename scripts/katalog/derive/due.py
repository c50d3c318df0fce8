"""Which records someone must look at now, and which come due within a month.

Input: clean records and the day. Output: `Item`s in order of area, organiser and date.
"""

from __future__ import annotations

import datetime
import re
import shlex
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from katalog.derive.freshness import FRESH_DAYS, Freshness, derive_freshness
from katalog.derive.swedish import sort_key
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.record.schema import constants

SOON_DAYS = 30
NO_ORGANISER = "Anordnaren är inte känd"
When = Literal["nu", "snart"]
_MEANS_MORE = re.compile(r'["$`\\!]')  # within double quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One record to look at. `due` is the first day on which it no longer counts as fresh; None: never confirmed."""

    record: Record
    area: str
    organiser: str
    when: When
    due: str | None
    freshness: Freshness

    @property
    def command(self) -> str:
        """What an editor runs when the provider has said yes."""
        return f"katalog confirm {self.record.id} --av {_quoted(self.confirmer)}"

    @property
    def confirmer(self) -> str:
        return self.record.bekraftad_av or (self.organiser if self.organiser != NO_ORGANISER else self.record.namn)


def find_stale(records: Iterable[Record], vocabularies: Vocabularies, idag: str) -> tuple[Item, ...]:
    """Open records that are not fresh, or will not be within SOON_DAYS. Closed ones and examples need no care."""
    found = (_item(record, vocabularies, idag) for record in records if not (record.is_closed or record.forebild))
    areas = [value["const"] for value in constants(vocabularies.schema.fields["omrade"]) or ()]
    return tuple(sorted((item for item in found if item), key=lambda item: _order(item, areas)))


def by_area(items: Sequence[Item]) -> list[tuple[str, list[tuple[str, list[Item]]]]]:
    """Area -> organiser -> items, in the order of `find_stale`."""
    return [
        (area, [(organiser, list(group)) for organiser, group in groupby(within, key=lambda item: item.organiser)])
        for area, within in groupby(items, key=lambda item: item.area)
    ]


def due_date(record: Record) -> str | None:
    """The first day on which the record should be looked at again; None when it was never confirmed."""
    if record.senast_bekraftad is None:
        return None
    confirmed = datetime.date.fromisoformat(record.senast_bekraftad)
    return (confirmed + datetime.timedelta(days=FRESH_DAYS + 1)).isoformat()


def count(items: Iterable[Item], when: When) -> int:
    return sum(item.when == when for item in items)


def _item(record: Record, vocabularies: Vocabularies, idag: str) -> Item | None:
    freshness = derive_freshness(record, idag)
    due = due_date(record)
    limit = (datetime.date.fromisoformat(idag) + datetime.timedelta(days=SOON_DAYS)).isoformat()
    if due is not None and due > limit:
        return None
    return Item(
        record=record,
        area=vocabularies.label("omrade", record.omrade),
        organiser=(record.anordnare or {}).get("namn") or NO_ORGANISER,
        when="snart" if freshness.level == "bekraftad" else "nu",
        due=due,
        freshness=freshness,
    )


def _order(item: Item, areas: list[str]) -> tuple[int, str, str, str, str, str]:
    record = item.record
    return (
        areas.index(record.omrade),
        sort_key(item.organiser),
        item.organiser,
        item.due or "",
        sort_key(record.namn),
        record.id,
    )


def _quoted(name: str) -> str:
    """As a shell wants it; ordinary names within double quotes, which everyone recognises."""
    return shlex.quote(name) if _MEANS_MORE.search(name) else f'"{name}"'
