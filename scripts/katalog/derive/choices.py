"""Which values a record has in a vocabulary that has lists, and which records a reader can choose."""

from __future__ import annotations

from katalog.record.model import Record

# Vocabulary -> the record's attribute, where the two are not called the same.
_ATTRIBUTES = {"behov": "moter_behov"}


def values_of(record: Record, vocabulary: str) -> tuple[str, ...]:
    """The record's values in one listed vocabulary."""
    if vocabulary == "omrade":
        return (record.omrade,)
    if vocabulary == "ingang":
        return tuple(dict.fromkeys(way["vag"] for way in record.ingang))
    values: tuple[str, ...] = getattr(record, _ATTRIBUTES.get(vocabulary, vocabulary))
    return values


def is_choice(record: Record) -> bool:
    """True for what a reader can choose today: not closed and not an example from elsewhere."""
    return not record.is_closed and not record.forebild
