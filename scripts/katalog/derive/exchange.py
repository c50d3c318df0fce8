"""What activities may find each other by: who has the same field or method, and what each tells of visits and exchange.

Input: records, `Vocabularies`. Output: groups, and sentences of records in their own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from katalog.derive.vocabulary import Term, Vocabularies
from katalog.record.model import Record
from katalog.record.text import sentences

SHARED = ("inriktning", "metod")  # fields of the record, each with its vocabulary
_OTHER = "annan"  # a method that has no name says nothing of who works alike
_TOLD = re.compile(r"\b(?:studiebesök|provbesök|utbyte|nätverk)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Records with the same value of a field; closed ones are left out."""

    field: str
    term: Term
    records: tuple[Record, ...]


def alike(records: Iterable[Record], words: Vocabularies) -> list[Alike]:
    """One for each value, in the order of the vocabularies; also values that nothing has."""
    still = [record for record in records if not record.is_closed]
    return [
        Alike(field=field, term=term, records=tuple(record for record in still if slug in getattr(record, field)))
        for field in SHARED
        for slug, term in words.terms(field).items()
        if slug != _OTHER
    ]


def exchange_of(record: Record) -> list[str]:
    """The record's own sentences on visits, exchange and networks."""
    return [sentence for text in _texts(record) for sentence in sentences(text) if _TOLD.search(sentence)]


def _texts(record: Record) -> Iterator[str]:
    yield from (record.forsta_steget or "", record.beskrivning or "")
    yield from record.vad_du_gor
    remarks: Sequence[object] = record.anmarkning
    yield from (str(one["text"]) if isinstance(one, dict) else str(one) for one in remarks)
