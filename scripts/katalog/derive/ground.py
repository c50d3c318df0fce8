"""What a page, or a row of an export, stands on, in one number: is it the one of the build before, it need not be made.

Input: the number of all that is no record (code, schema, settings, templates, day, the frame), and the values that the
page tells of. Output: a hash of both. A record stands for all that its file says, with the record that its card names
as the one to go to instead; a value that has no content to hash is refused, so that nothing is left out of the number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Any

import orjson

from katalog.derive.vocabulary import Term, Vocabularies
from katalog.record.model import Catalogue, Record
from katalog.record.places import values_at
from katalog.record.schema import Schema

_NOTHING = "-"
_IN_BASE = frozenset({Schema, Vocabularies})  # `base` stands for all of these


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """`base` stands for everything but the records."""

    base: str
    catalogue: Catalogue

    def of(self, *told: Any) -> str:
        """The ground of a page that tells of these values, and of nothing else but what `base` stands for. Raises
        TypeError for what has no content of its own (a function)."""
        return _hash([self.base, self._told(told)])

    def prepare(self) -> None:
        """Look at all records now, so that processes that are begun later need not each do so."""
        self.record("")

    def record(self, record_id: str) -> str:
        """What a record stands for, as far as others tell of it; of one that there is not, that it is not there."""
        return self._records.get(record_id, _NOTHING)

    @cached_property
    def _records(self) -> Mapping[str, str]:
        """By id. A card names the record to go to instead (`ersatt_av`)."""
        own = {record.id: _hash(_values(record)) for record in self.catalogue.records}
        to = ((record.id, record.ersatt_av) for record in self.catalogue.records if record.ersatt_av)
        return own | {id_: _hash([own[id_], own.get(instead, _NOTHING)]) for id_, instead in to}

    def _told(self, value: Any) -> Any:
        """The value's content in what JSON has, so that no two values have the same: what is no list, text or number is
        a mapping with what it is as its only name."""
        kind = type(value)
        if kind is list or kind is tuple:
            return [one if type(one) in _PLAIN else self._told(one) for one in value]
        if kind in _PLAIN:
            return value
        if kind is Record:
            return {"post": self.record(value.id)}
        if kind is Term:
            return self._term(value)
        if kind in _IN_BASE:
            return {kind.__name__: None}
        return {kind.__name__: self._parts(kind, value)}

    def _parts(self, kind: Any, value: Any) -> Any:
        if issubclass(kind, str):
            return str(value)
        if kind is bytes:
            return value.hex()
        if fields_of := _fields_of(kind):
            return self._told(fields_of(value))
        if issubclass(kind, Mapping):
            return self._told([part for item in value.items() for part in item])
        if issubclass(kind, frozenset | set):
            return self._told(sorted(value, key=repr))
        if issubclass(kind, list | tuple):
            return self._told(list(value))
        raise TypeError(f"{kind.__name__} has no content that a page could stand on")

    def _term(self, term: Term) -> Any:
        """A value of a vocabulary stands in many pages; it lives as long as the site."""
        if id(term) not in self._terms:
            self._terms[id(term)] = (term, {"Term": _hash(self._parts(Term, term))})
        return self._terms[id(term)][1]

    @cached_property
    def _terms(self) -> dict[int, tuple[Term, Any]]:
        return {}


def named_by(record: Record, schema: Schema) -> list[str]:
    """The ids of the records that a record leads to."""
    found = (other for place in schema.references for _, other in values_at(getattr(record, place[0]), place[1:]))
    return [other for other in found if isinstance(other, str)]


_PLAIN = frozenset({str, int, float, bool, type(None)})


# All that a file says: texts, numbers, and lists and mappings of such.
_values = attrgetter(*Record.__dataclass_fields__)


@cache
def _fields_of(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """Gives the values of a dataclass of this kind, in order; None for what is no dataclass."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def _hash(value: Any) -> str:
    return hashlib.sha256(orjson.dumps(value)).hexdigest()[:32]
