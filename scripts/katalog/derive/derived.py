"""What follows from a record and the day: how sure it is, what refers to it, in which order lists stand.

Input: Catalogue and `idag` (ISO date). Output: values; nothing is written.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from katalog.derive.choices import is_choice
from katalog.derive.swedish import sort_key
from katalog.derive.trust import Trust, derive_trust
from katalog.record.model import Catalogue, Record

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, kw_only=True)
class Derived:
    """Everything derived from one catalogue on one day."""

    catalogue: Catalogue
    idag: str

    def prepare(self) -> None:
        """What all lists ask for is made now: trust, and the order of all by name."""
        self.in_order(self.catalogue.records)

    @cached_property
    def trust(self) -> Mapping[str, Trust]:
        return {record.id: derive_trust(record, self.idag) for record in self.catalogue.records}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the records that say they are part of it."""
        return _reverse(self.catalogue.records, lambda record: [record.del_av] if record.del_av else [])

    @cached_property
    def previous_steps(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the records that name it as a next step."""
        return _reverse(self.catalogue.records, lambda record: record.nasta_steg)

    @cached_property
    def kinds_to_choose(self) -> frozenset[str]:
        """The kinds of which there is something that a reader can choose."""
        return frozenset(kind for record in self.catalogue.records if is_choice(record) for kind in record.insatstyp)

    @cached_property
    def replaces(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the closed records that send their readers to it."""
        return _reverse(self.catalogue.records, lambda record: [record.ersatt_av] if record.ersatt_av else [])

    def in_order(self, records: Iterable[Record]) -> list[Record]:
        """Confirmed ones first, closed ones last; by name within each. Nothing else ranks anyone."""
        return sorted(self.by_name(records), key=self._rank)

    def by_name(self, records: Iterable[Record]) -> list[Record]:
        """The order that stays when no confirmation holds any more: closed ones last, by name."""
        return sorted(records, key=lambda record: (record.is_closed, sort_key(record.namn), record.id))

    def _rank(self, record: Record) -> tuple[bool, bool]:
        return record.is_closed, not self.trust[record.id].is_confirmed


def _reverse(records: Iterable[Record], targets: Callable[[Record], Iterable[K]]) -> dict[K, tuple[Record, ...]]:
    found: dict[K, list[Record]] = {}
    for record in records:
        for target in targets(record):
            found.setdefault(target, []).append(record)
    return {target: tuple(sorted(group, key=lambda r: sort_key(r.namn))) for target, group in found.items()}
