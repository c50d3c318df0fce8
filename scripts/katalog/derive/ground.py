"""What a page, or a row of an export, stands on, in one number: is it the one of the build before, it need not be made.

Input: the number of all that is no record (code, schema, settings, templates, day, the frame), and the values that the
page tells of. Output: a hash of both. A record stands for all that its file says, with the record that its card names
as the one to go to instead; a value that has no content to hash is refused, so that nothing is left out of the number.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cached_property
from operator import attrgetter
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
        pieces = [self.base.encode()]
        for value in told:
            self._add(value, pieces)
        return hashlib.sha256(b"".join(pieces)).hexdigest()[:32]

    def prepare(self) -> None:
        """Look at all records now, so that processes that are begun later need not each do so."""
        self.record("")

    def record(self, record_id: str) -> bytes:
        """What a record stands for, as far as others tell of it; of one that there is not, that it is not there."""
        return self._records.get(record_id, _NOTHING)

    @cached_property
    def _records(self) -> Mapping[str, bytes]:
        """By id. A card names the record to go to instead (`ersatt_av`)."""
        own = {record.id: _hash((_text(_values(record)),)) for record in self.catalogue.records}
        to = ((record.id, record.ersatt_av) for record in self.catalogue.records if record.ersatt_av)
        return own | {id_: _hash((own[id_], own.get(instead, _NOTHING))) for id_, instead in to}

    def _add(self, value: Any, pieces: list[bytes]) -> None:
        """The value's content, so that no two values have the same; what is a text of its own kind tells which."""
        kind = type(value)
        if kind in _PLAIN:
            pieces.append(_text(value))
        elif kind is bytes:
            pieces += (b"b%d:" % len(value), value)
        elif kind is Record:
            pieces += (b"post ", self.record(value.id))
        elif kind is Term:
            pieces.append(self._term(value))
        elif kind in _IN_BASE:
            pieces.append(kind.__name__.encode())
        else:
            self._add_parts(kind, value, pieces)

    def _add_parts(self, kind: type, value: Any, pieces: list[bytes]) -> None:
        if issubclass(kind, str):
            pieces += (kind.__name__.encode(), _text(str(value)))
            return
        mark, parts = _parts(kind, value)
        pieces.append(f"{mark}{len(parts)} ".encode())
        for part in parts:
            self._add(part, pieces)

    def _term(self, term: Term) -> bytes:
        """A value of a vocabulary stands in many pages; it lives as long as the site."""
        if id(term) not in self._terms:
            pieces: list[bytes] = []
            self._add_parts(Term, term, pieces)
            self._terms[id(term)] = (term, _hash(pieces))
        return self._terms[id(term)][1]

    @cached_property
    def _terms(self) -> dict[int, tuple[Term, bytes]]:
        return {}


def named_by(record: Record, schema: Schema) -> list[str]:
    """The ids of the records that a record leads to."""
    found = (other for place in schema.references for _, other in values_at(getattr(record, place[0]), place[1:]))
    return [other for other in found if isinstance(other, str)]


_PLAIN = frozenset({str, int, float, bool, type(None)})


# All that a file says: texts, numbers, and lists and mappings of such.
_values = attrgetter(*Record.__dataclass_fields__)


def _parts(kind: type, value: Any) -> tuple[str, Collection[Any]]:
    """What a value is made of, and how that is held together."""
    if is_dataclass(kind):
        return kind.__name__, [getattr(value, name) for name in value.__dataclass_fields__]
    if issubclass(kind, Mapping):
        return "{", [part for item in value.items() for part in item]
    if issubclass(kind, frozenset | set):
        return "<", sorted(value, key=repr)
    if issubclass(kind, list | tuple):
        return "[", value
    raise TypeError(f"{kind.__name__} has no content that a page could stand on")


def _text(value: Any) -> bytes:
    return repr(value).encode(errors="surrogatepass") + b"\0"


def _hash(pieces: Iterable[bytes]) -> bytes:
    return hashlib.sha256(b"".join(pieces)).digest()[:16]
