"""Which values a record has in a vocabulary that has lists, and which records a reader can choose."""

from __future__ import annotations

from collections.abc import Iterable

from katalog.derive.vocabulary import Listed
from katalog.record.model import Record
from katalog.record.places import values_at


def values_of(record: Record, listed: Listed) -> Iterable[str]:
    """The record's values in one listed vocabulary, each once."""
    held = values_at(getattr(record, listed.place[0]), listed.place[1:])
    return dict.fromkeys(value for _, value in held if value is not None)


def is_choice(record: Record) -> bool:
    """True for what a reader can choose today: not closed and not an example from elsewhere."""
    return not record.is_closed and not record.forebild
