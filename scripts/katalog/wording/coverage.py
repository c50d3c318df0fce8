"""A matrix of needs and offers -> what stands out in it, in words; every number counted, none written by hand.

Input: `Matrix`. Output: sentences in Swedish, for pages alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from katalog.derive.coverage import Matrix
from katalog.derive.nearness import NEEDS
from katalog.derive.vocabulary import Term

_LACKED: Mapping[str, str] = {
    NEEDS: "känner vi ingen verksamhet som möter behovet",
    "inriktning": "känner vi ingen verksamhet med inriktningen",
    "insatstyp": "känner vi ingen verksamhet av typen",
}

_KNOWN: Mapping[str, str] = {
    NEEDS: "behov möts, så vitt vi vet,",
    "inriktning": "inriktningar är kända",
    "insatstyp": "sorters stöd är kända",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """`text` tells how many places or groups lack each of `terms`, as far as is known."""

    text: str
    terms: Sequence[Term]


def lacking(matrix: Matrix) -> list[Lacking]:
    """The values that are not known everywhere, those that most places lack first."""
    gaps = {term.slug: len(matrix.gaps(term.slug)) for term in matrix.row_terms}
    return [
        Lacking(
            text=f"{_so_many(matrix, count)} {_LACKED[matrix.rows]}",
            terms=[term for term in matrix.row_terms if gaps[term.slug] == count],
        )
        for count in sorted(set(gaps.values()) - {0}, reverse=True)
    ]


def _so_many(matrix: Matrix, count: int) -> str:
    whole = len(matrix.gap_terms)
    many = f"alla {whole}" if count == whole else f"{count} av {whole}"
    return f"I {many} stadsdelar" if matrix.is_by_place else f"För {many} grupper"


def spread(matrix: Matrix) -> Iterator[str]:
    """Where most different values are known, and where fewest. What is known says nothing of what there is."""
    held = [(term, sum(matrix.is_stated(row.slug, term.slug) for row in matrix.row_terms)) for term in matrix.gap_terms]
    most = max((count for _, count in held), default=0)
    least = min((count for _, count in held), default=0)
    whole = len(matrix.row_terms)
    if most > least:
        what = _KNOWN[matrix.rows]
        yield f"Flest {what} {_where(matrix, held, most)}: {most} av {whole}."
        yield f"Minst antal {what} {_where(matrix, held, least)}: {least} av {whole}."


def _where(matrix: Matrix, held: Sequence[tuple[Term, int]], count: int) -> str:
    terms = [term for term, own in held if own == count]
    if not matrix.is_by_place:
        return f"för {'gruppen' if len(terms) == 1 else 'grupperna'} {_and([term.label for term in terms])}"
    return _and([in_words(term) for term in terms])


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} och {names[-1]}" if len(names) > 1 else names[0]


def in_words(term: Term) -> str:
    """`på Södermalm`; a place that has no such words by its name alone."""
    said: str = term.notes.get("latt", term.label)
    return said


def nowhere(matrix: Matrix) -> list[Term]:
    """The values that nothing in the whole matrix states or lies near."""
    held = {row for row, _ in matrix.cells}
    return [term for term in matrix.row_terms if term.slug not in held]
