"""What a decision opens: for each that a caseworker may have in hand, places by how far they say that it is enough.

Input: records to choose among, `Vocabularies`. Output: `Opened`, one for each decision of the desk's table, with the
same answers as that table gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import compress

from katalog.derive.desk import DECISIONS, decision_facet
from katalog.derive.vocabulary import Term, Vocabularies
from katalog.record.model import Record, is_stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """`way` is the way in that the decision opens, None for no decision. Each record stands in one of the four: `own`
    says that this opens it, `free` is open without any decision, `likely` is our reading, `silent` says nothing of ways
    in. The others say something else."""

    slug: str
    label: str
    way: Term | None
    own: tuple[Record, ...]
    free: tuple[Record, ...]
    likely: tuple[Record, ...]
    silent: tuple[Record, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        return (*self.own, *self.free, *self.likely, *self.silent)


def opened_by(records: Iterable[Record], words: Vocabularies) -> list[Opened]:
    """In the order of the desk's table."""
    facet, ways, chosen = decision_facet(words), words.terms("ingang"), list(records)
    told = [(record, facet.of(record)) for record in chosen]
    made = []
    for value in facet.values:
        way = DECISIONS[value.id][1]
        yes = [record for record, one in told if value.id in one.yes]
        own = [bool(way) and _says(record, way) for record in yes]
        made.append(
            Opened(
                slug=value.id,
                label=value.label,
                way=ways[way] if way else None,
                own=tuple(compress(yes, own)),
                free=tuple(record for record, is_own in zip(yes, own, strict=True) if not is_own),
                likely=tuple(record for record, one in told if value.id in one.maybe),
                silent=tuple(record for record, one in told if not one.is_closed and value.id not in one.maybe),
            )
        )
    return made


def _says(record: Record, way: str) -> bool:
    return any(is_stated(row) and row.get("vag") == way for row in record.ingang)
