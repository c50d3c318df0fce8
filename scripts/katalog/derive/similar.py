"""What lies near a record: open ones that share what you do there, or else what kind it is, the nearest places first.

Input: `Derived` and `Vocabularies` (which areas are neighbours: schema/orter.json). Output: records. Sharing is counted
on the reader's question (what do I do, what kind is it), never on who runs the place.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from heapq import nsmallest

from katalog.derive.derived import Derived
from katalog.derive.swedish import sort_key
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.record.schema_files import PLACES

_SHOWN = 6
_FEW = 3  # with so many nearer ones, another municipality is too far
_LOOKED_AT = 60  # on each side in the alphabet; the work grows with the records, not their square
# Buckets beside districts ("omrade/farsta") and municipalities ("kommun/nacka"): the whole city; wider or not told;
# all other municipalities.
_CITY, _WIDER, _OTHERS = "stad", "vidare", "andra"
_AREA, _TOWN, _OTHER_TOWN = "omrade", "kommun", "annan-kommun"
_IN_CITY = frozenset({"hela-staden", "stockholm"})  # in the city, in no district of it
_WIDE = frozenset({"lanet", "hela-landet", "ej-angivet"})
_Key = tuple[bool, str, str]


@dataclass(frozen=True, kw_only=True)
class Similar:
    derived: Derived
    words: Vocabularies
    _last: dict[str, list[Record]] = field(default_factory=dict, init=False)

    def to(self, record: Record) -> list[Record]:
        """A few, by nearness, then by how much they share, then by name."""
        if record.id not in self._last:  # a page and what it stands on ask after each other
            self._last.clear()
            self._last[record.id] = self._found(record)
        return self._last[record.id]

    def _found(self, record: Record) -> list[Record]:
        found: list[int] = []
        for places in self._nearer(record):
            found += self._best(record, places, found)
        if len(found) < _FEW:
            for places in self._farther(record):
                found += self._best(record, places, found)
        return [self._by_name[rank] for rank in found]

    def _nearer(self, record: Record) -> Iterator[list[str]]:
        """The same place, neighbouring districts, the rest of the city, what is wider."""
        own = _places(record)
        yield own
        if is_in_city(record):
            yield [place for place in self._around(own) if place.startswith(_AREA)]
            yield [_CITY]
        yield [_WIDER]
        if record.omrade in _WIDE:
            yield [_CITY]

    def _farther(self, record: Record) -> Iterator[list[str]]:
        """Other municipalities, neighbours first."""
        yield self._around(_places(record))
        yield [_OTHERS] if is_in_city(record) else [_CITY, _OTHERS]

    def _around(self, own: Sequence[str]) -> list[str]:
        return sorted({place for one in own for place in self._neighbours.get(one, ())} - set(own))

    def _best(self, record: Record, places: Sequence[str], found: Sequence[int]) -> list[int]:
        """The ranks of those of some places that are not found yet, as many as there is room for. What one does there
        counts for two, what kind it is for one."""
        if len(found) >= _SHOWN:
            return []
        shared: dict[int, int] = {}
        for value in (*record.inriktning, *record.insatstyp):
            weight = 2 if value in record.inriktning else 1
            for rank in set().union(*(self._window((record.forebild, value, place), record) for place in places)):
                shared[rank] = shared.get(rank, 0) + weight
        for rank in (self._ranks[record.id], *found):
            shared.pop(rank, None)
        size = len(self._by_name)  # more than any rank: one number says both what is shared and where it stands
        best = nsmallest(_SHOWN - len(found), (rank - weight * size for rank, weight in shared.items()))
        return [one % size for one in best]

    def _window(self, key: _Key, record: Record) -> Sequence[int]:
        """All, or of very many those next to the record in the alphabet."""
        members = self._members.get(key, ())
        if len(members) <= _LOOKED_AT:
            return members
        at = bisect.bisect_left(members, self._first_ranks[sort_key(record.namn)])
        return members[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]

    @cached_property
    def _neighbours(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for one, other in self.words.schema.documents[PLACES]["grannomraden"]:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return {place: frozenset(near) for place, near in found.items()}

    @cached_property
    def _by_name(self) -> Sequence[Record]:
        return sorted(self.derived.catalogue.records, key=lambda record: (sort_key(record.namn), record.id))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """Id -> its place among all by name."""
        return {record.id: rank for rank, record in enumerate(self._by_name)}

    @cached_property
    def _first_ranks(self) -> Mapping[str, int]:
        """Name -> the rank of the first that is called so."""
        ranks = reversed(list(enumerate(self._by_name)))
        return {sort_key(record.namn): rank for rank, record in ranks}

    @cached_property
    def _members(self) -> Mapping[_Key, Sequence[int]]:
        """The ranks of what a reader can still go to, by (is it an example, what one does there or what kind it is,
        where). Examples lie near examples alone."""
        found: dict[_Key, list[int]] = {}
        for rank, record in enumerate(self._by_name):
            for value in () if record.is_closed else (*record.inriktning, *record.insatstyp):
                for place in {*_places(record), _bucket(record)}:
                    found.setdefault((record.forebild, value, place), []).append(rank)
        return found


def _places(record: Record) -> list[str]:
    """The district or the municipalities it lies in, as schema/orter.json names them; nothing for what is wider."""
    if record.omrade == _OTHER_TOWN:
        return [f"{_TOWN}/{slug}" for slug in record.kommun]
    return [] if record.omrade in _IN_CITY | _WIDE else [f"{_AREA}/{record.omrade}"]


def _bucket(record: Record) -> str:
    return _OTHERS if record.omrade == _OTHER_TOWN else _WIDER if record.omrade in _WIDE else _CITY


def is_in_city(record: Record) -> bool:
    """In a district of the city, or in the city without a district told."""
    return _bucket(record) == _CITY
