"""What follows by rule from a record's own values: parts of the support, and the needs that it lies near.

The rules stand in the vocabularies: a type or an activity names the parts of the support that it covers
(`x-komponent`), a need the values near which nobody has said that it is met (`x-nara`: alternatives, each a list of
conditions that must all hold). A rule is our reading: it is told as such, and never as something a provider has said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record

# The fields whose values name parts of the support, each with its vocabulary of the same name.
_TELLING = ("insatstyp", "inriktning")
_PARTS = "komponent"
NEEDS = "behov"


def parts_by_type(record: Record, words: Vocabularies) -> list[str]:
    """The parts of the support that the record's types and activities cover, without those that it states itself, in
    the vocabulary's order."""
    told = (words.terms(name)[value].notes.get(_PARTS, ()) for name in _TELLING for value in getattr(record, name))
    found = {part for parts in told for part in parts}
    return [part for part in words.terms(_PARTS) if part in found and part not in record.komponent]


def needs_near(record: Record, words: Vocabularies) -> list[str]:
    """The needs that the record lies near and does not state that it meets, in the vocabulary's order."""
    held = _Held(record, words)
    return [
        need
        for need, term in words.terms(NEEDS).items()
        if need not in record.moter_behov and any(map(held.are_all, term.notes.get("nara", ())))
    ]


class _Held(dict[str, frozenset[str]]):
    """Field -> what the record holds there (`held_in`), reckoned when the first condition asks."""

    def __init__(self, record: Record, words: Vocabularies) -> None:
        super().__init__()
        self._record, self._words = record, words

    def __missing__(self, field: str) -> frozenset[str]:
        self[field] = held_in(self._record, field, self._words)
        return self[field]

    def are_all(self, conditions: Iterable[Mapping[str, Any]]) -> bool:
        return not any(self[one["falt"]].isdisjoint(one["varden"]) for one in conditions)


def held_in(record: Record, field: str, words: Vocabularies) -> frozenset[str]:
    """The values of one field: those of a list, the one of a vocabulary, what is answered with yes. The parts of the
    support with those that follow by rule."""
    value = getattr(record, field)
    if isinstance(value, Mapping):
        return frozenset(key for key, answer in value.items() if answer == "ja")
    held = value if isinstance(value, tuple) else () if value is None else (value,)
    return frozenset((*held, *parts_by_type(record, words)) if field == _PARTS else held)
