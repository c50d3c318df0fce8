"""Which values a record has in a vocabulary that has lists, and which records a reader can choose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from katalog.derive.vocabulary import Listed, Term
from katalog.record.model import Record, stated_at

# A summary that tells what there was: editors write so of what only an old source speaks of, and of what has closed.
# Swedish has its verb second: after "Här" or "Hit" stands the verb, and what ends so is in the past tense.
_PAST = re.compile(
    r"\b(kunde|fick|fanns|såg man|arbetade|ordnade|ville|hade|gav|drev|drevs|erbjöd|erbjöds|upphörde|lades ned"
    r"|var till för|har funnits|troligen (stängd|stängt|avslutad|avslutat|nedlagd|nedlagt))\b"
    r"|\b(Här|Hit) (\w+(de|te|des|tes)|var|gick|kom|åt|höll|hölls|låg|tog|blev|skrev|sjöng|satt|bodde|stod|bjöd) "
    r"|^(Avslutad|Avslutat|Nedlagd|Nedlagt|Slut|Stängd|Stängt)\b"
)


def values_of(record: Record, listed: Listed) -> Iterable[str]:
    """The record's values in one listed vocabulary, each once; what is only likely is left out."""
    if not getattr(record, listed.place[0]):
        return ()  # most say nothing
    return dict.fromkeys([value for value in stated_at(record, listed.place) if value is not None])


def is_offered(term: Term) -> bool:
    """True for a value that a reader chooses among; others stand below headings of their own."""
    return "inget-val" not in term.notes


def is_living(record: Record) -> bool:
    """True for what a reader can choose, and that nobody tells of as something that was. This is what is counted
    wherever a reader is given one number."""
    return is_choice(record) and not is_told_as_past(record)


def is_past_choice(record: Record) -> bool:
    """True for a choice that is told as something that was: it stands below the living, under a heading of its own."""
    return is_choice(record) and is_told_as_past(record)


def is_choice(record: Record) -> bool:
    """True for what a reader can choose today: not closed, no example from elsewhere, and not for staff alone."""
    return not record.is_closed and not record.forebild and not record.for_vem


def is_told_as_past(record: Record) -> bool:
    """True for what is told as something that was, and that nobody has confirmed: it may be there still, but a list has
    the living first."""
    return not record.senast_bekraftad and _tells_of_past(record.sammanfattning)


@lru_cache(maxsize=20_000)
def _tells_of_past(summary: str) -> bool:
    """Asked for the same records by every list."""
    return bool(_PAST.search(summary))
