"""What a page, or a row of an export, stands on, in one number: is it the one of the build before, it need not be made.

Input: the number of all that is no record (code, schema, settings, templates, day, the frame), and the values that the
page tells of. Output: a hash of both. A record stands for all that its file says, with the record that its card names
as the one to go to instead; a value that has no content to hash is refused, so that nothing is left out of the number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cached_property
from typing import Any

from katalog.derive.vocabulary import Term, Vocabularies
from katalog.record.model import Catalogue, Record
from katalog.record.places import values_at
from katalog.record.schema import Schema

_NOTHING = b"-"
_IN_BASE = frozenset({Schema, Vocabularies})  # `base` stands for all of these


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """`base` stands for everything but the records."""

    base: str
    catalogue: Catalogue

    def of(self, *told: Any) -> str:
        """The ground of a page that tells of these values, and of nothing else but what `base` stands for. Raises
        TypeError for what has no content of its own (a function)."""
        hashed = hashlib.sha256(self.base.encode())
        for value in told:
            hashed.update(b"".join(self._pieces(value)))
        return hashed.hexdigest()[:32]

    def record(self, record_id: str) -> bytes:
        """What a record stands for, as far as others tell of it; of one that there is not, that it is not there."""
        return self._records.get(record_id, _NOTHING)

    @cached_property
    def _records(self) -> Mapping[str, bytes]:
        """By id. A card names the record to go to instead (`ersatt_av`)."""
        own = {record.id: _hash(_text(_values(record))) for record in self.catalogue.records}
        to = ((record.id, record.ersatt_av) for record in self.catalogue.records if record.ersatt_av)
        return own | {id_: _hash((own[id_], own.get(instead, _NOTHING))) for id_, instead in to}

    def _pieces(self, value: Any) -> Iterable[bytes]:
        """The value's content, so that no two values have the same; what is a text of its own kind tells which."""
        kind = type(value)
        if kind in _PLAIN:
            return _text(value)
        return self._writer(kind)(value)

    def _writer(self, kind: type) -> Callable[[Any], Iterable[bytes]]:
        if kind is Record:
            return lambda record: (b"post ", self.record(record.id))
        if kind is Term:
            return self._term
        if kind in _IN_BASE:
            return lambda _: (kind.__name__.encode(),)
        if issubclass(kind, str):
            return lambda text: (kind.__name__.encode(), *_text(str(text)))
        if is_dataclass(kind):
            return self._dataclass
        if issubclass(kind, Mapping):
            return lambda mapping: self._sequence("{", [part for item in mapping.items() for part in item])
        if issubclass(kind, frozenset | set):
            return lambda values: self._sequence("<", sorted(values, key=repr))
        if issubclass(kind, list | tuple):
            return lambda values: self._sequence("[", values)
        raise TypeError(f"{kind.__name__} has no content that a page could stand on")

    def _sequence(self, mark: str, values: Iterable[Any]) -> Iterator[bytes]:
        yield f"{mark}{len(held := list(values))} ".encode()
        for value in held:
            yield from self._pieces(value)

    def _dataclass(self, value: Any) -> Iterator[bytes]:
        yield type(value).__name__.encode()
        for name in value.__dataclass_fields__:
            yield from self._pieces(getattr(value, name))

    def _term(self, term: Term) -> Iterator[bytes]:
        """A value of a vocabulary stands in many pages; it lives as long as the site."""
        if id(term) not in self._terms:
            self._terms[id(term)] = (term, _hash(self._dataclass(term)))
        yield self._terms[id(term)][1]

    @cached_property
    def _terms(self) -> dict[int, tuple[Term, bytes]]:
        return {}


def named_by(record: Record, schema: Schema) -> list[str]:
    """The ids of the records that a record leads to."""
    found = (other for place in schema.references for _, other in values_at(getattr(record, place[0]), place[1:]))
    return [other for other in found if isinstance(other, str)]


_PLAIN = frozenset({str, bytes, int, float, bool, type(None)})


def _values(record: Record) -> list[Any]:
    """All that a file says: texts, numbers, and lists and mappings of such."""
    return [getattr(record, name) for name in Record.__dataclass_fields__]


def _text(value: Any) -> tuple[bytes]:
    return (repr(value).encode(errors="surrogatepass") + b"\0",)


def _hash(pieces: Iterable[bytes]) -> bytes:
    return hashlib.sha256(b"".join(pieces)).digest()[:16]
