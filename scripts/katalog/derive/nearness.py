"""What follows by rule from a record's own values: parts of the support, and the needs that it lies near.

The rules stand in the vocabularies: a type or an activity names the parts of the support that it covers
(`x-komponent`), a need the values near which nobody has said that it is met (`x-nara`: alternatives, each a list of
conditions that must all hold). A rule is our reading: it is told as such, and never as something a provider has said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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


def _ways(words: Vocabularies) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    """Each need with one list of conditions, all of which must hold, after the other."""
    for need, term in words.terms(NEEDS).items():
        for conditions in term.notes.get("nara", ()):
            yield need, conditions


class Near:
    """The needs that records lie near. The rules are read once: a bit for each condition, and those of a way."""

    def __init__(self, words: Vocabularies) -> None:
        self._words = words
        self._met: dict[str, dict[str, int]] = {}  # field -> value -> the conditions that it meets
        self._ways: list[tuple[int, str]] = []
        bit = 1
        for need, conditions in _ways(words):
            self._ways.append((bit * ((1 << len(conditions)) - 1), need))
            for condition in conditions:
                self._note(condition, bit)
                bit *= 2

    def _note(self, condition: Mapping[str, Any], bit: int) -> None:
        held = self._met.setdefault(condition["falt"], {})
        for value in condition["varden"]:
            held[value] = held.get(value, 0) | bit

    def needs(self, record: Record) -> list[str]:
        """Those that it does not state that it meets, in the vocabulary's order."""
        met = 0
        for field, bits in self._met.items():
            for value in held_in(record, field, self._words):
                met |= bits.get(value, 0)
        near = dict.fromkeys([need for way, need in self._ways if met & way == way])
        return [need for need in near if need not in record.moter_behov]


def held_in(record: Record, field: str, words: Vocabularies) -> frozenset[str]:
    """The values of one field: those of a list, the one of a vocabulary, what is answered with yes. The parts of the
    support with those that follow by rule."""
    value = getattr(record, field)
    if isinstance(value, tuple):  # most fields
        return frozenset((*value, *parts_by_type(record, words)) if field == _PARTS else value)
    if isinstance(value, Mapping):
        return frozenset(key for key, answer in value.items() if answer == "ja")
    return frozenset(() if value is None else (value,))
