"""What follows from a record and the day: how fresh it is, what lies near it, in which order lists stand.

Input: Catalogue and `idag` (ISO date). Output: values; nothing is written.
"""

from __future__ import annotations

import bisect
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from katalog.derive.freshness import Freshness, derive_freshness
from katalog.derive.swedish import sort_key
from katalog.record.model import Catalogue, Record

K = TypeVar("K", bound=Hashable)
_SIMILAR_SHOWN = 6
_LOOKED_AT = 60  # on each side; the work grows with the records, not their square


@dataclass(frozen=True, kw_only=True)
class Derived:
    """Everything derived from one catalogue on one day."""

    catalogue: Catalogue
    idag: str

    @cached_property
    def freshness(self) -> Mapping[str, Freshness]:
        return {record.id: derive_freshness(record, self.idag) for record in self.catalogue.records}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the records that say they are part of it."""
        return _reverse(self.catalogue.records, lambda record: [record.del_av] if record.del_av else [])

    @cached_property
    def previous_steps(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the records that name it as a next step."""
        return _reverse(self.catalogue.records, lambda record: record.nasta_steg)

    @cached_property
    def replaces(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the closed records that send their readers to it."""
        return _reverse(self.catalogue.records, lambda record: [record.ersatt_av] if record.ersatt_av else [])

    def in_order(self, records: Iterable[Record]) -> list[Record]:
        """Those whose confirmation is fresh first, closed ones last; by name within each. Nothing else ranks anyone."""
        return sorted(self.by_name(records), key=self._rank)

    def by_name(self, records: Iterable[Record]) -> list[Record]:
        """The order that stays when no confirmation is fresh any more: closed ones last, by name."""
        return sorted(records, key=lambda record: (record.is_closed, sort_key(record.namn), record.id))

    def _rank(self, record: Record) -> tuple[bool, bool]:
        return record.is_closed, not self.freshness[record.id].is_fresh

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Id -> the place of its name in the alphabet, the same for equal names: `similar` compares by the million."""
        place = {name: number for number, name in enumerate(sorted({sort_key(r.namn) for r in self.catalogue.records}))}
        return {record.id: place[sort_key(record.namn)] for record in self.catalogue.records}

    @cached_property
    def _by_interest(self) -> Mapping[tuple[bool, str], Sequence[str]]:
        """Ids of what a reader can still go to, by (is it an example, what one does there or what kind it is), by
        name."""
        open_ones = [record for record in self.catalogue.records if not record.is_closed]
        return {key: [r.id for r in group] for key, group in _reverse(open_ones, _interests).items()}

    def similar(self, record: Record) -> list[Record]:
        """A few open records that share what you do there, or else the type; those that share most, by name.

        Sharing is counted on the reader's question (what do I do, what kind is it), never on who runs the place. Of a
        value that very many share only those next to the record in the alphabet are looked at.
        """
        places, worth = self._places, len(self._places)  # sharing one value outdoes any place in the alphabet
        rank: dict[str, int] = {}
        for key in _interests(record):
            step = 2 * worth if key[1] in record.inriktning else worth
            for id_ in self._around(self._by_interest.get(key, ()), record):
                rank[id_] = rank.get(id_, places[id_]) - step
        rank.pop(record.id, None)
        best = sorted(rank, key=rank.__getitem__)[:_SIMILAR_SHOWN]
        return [self.catalogue.by_id[id_] for id_ in sorted(best, key=places.__getitem__)]

    def _around(self, members: Sequence[str], record: Record) -> Sequence[str]:
        if len(members) <= _LOOKED_AT:
            return members
        at = bisect.bisect_left(members, self._places[record.id], key=self._places.__getitem__)
        return members[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]


def _interests(record: Record) -> list[tuple[bool, str]]:
    return [(record.forebild, value) for value in (*record.inriktning, *record.insatstyp)]


def _reverse(records: Iterable[Record], targets: Callable[[Record], Iterable[K]]) -> dict[K, tuple[Record, ...]]:
    found: dict[K, list[Record]] = {}
    for record in records:
        for target in targets(record):
            found.setdefault(target, []).append(record)
    return {target: tuple(sorted(group, key=lambda r: sort_key(r.namn))) for target, group in found.items()}
