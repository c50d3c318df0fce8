"""Needs and offers side by side: which value of one vocabulary is known in which place or for which group.

Input: `Derived` and `Vocabularies`. Output: `Matrix`, for pages alone. What is counted are records that a reader can
choose; what stands nowhere is not known, and may exist all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from katalog.derive.choices import is_living, is_past_choice, values_of
from katalog.derive.derived import Derived
from katalog.derive.nearby import AREA
from katalog.derive.nearness import NEEDS, Near
from katalog.derive.vocabulary import Term, Vocabularies
from katalog.record.model import Record

DISTRICT = "stadsdel"  # the kind (`x-slag`) of the areas whose gaps are told
_CITY = ("hela-staden", "stockholm")  # of the city too, in no district that is known
_GROUPS = "malgrupp"
# Rows and columns of each matrix, in the order in which they are told.
MATRICES: tuple[tuple[str, str], ...] = (
    (NEEDS, AREA),
    ("inriktning", AREA),
    ("insatstyp", AREA),
    ("insatstyp", _GROUPS),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Those that state it, confirmed or not, and those that only lie near it by rule; each in the order of lists."""

    confirmed: list[Record] = field(default_factory=list)
    unconfirmed: list[Record] = field(default_factory=list)
    near: list[Record] = field(default_factory=list)

    @property
    def stated(self) -> list[Record]:
        return [*self.confirmed, *self.unconfirmed]


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """`cells` by row and column, those with something alone. `placed` are the records that belong to some column,
    `unsaid` those of them that no row tells of; `outside` all others that can be chosen. `past` are told as something
    that was: they are in no cell."""

    rows: str
    columns: str
    row_terms: Sequence[Term]
    column_terms: Sequence[Term]
    cells: Mapping[tuple[str, str], Cell]
    placed: Sequence[Record]
    outside: Sequence[Record]
    unsaid: Sequence[Record]
    past: Sequence[Record]

    @property
    def is_by_place(self) -> bool:
        return self.columns == AREA

    @cached_property
    def gap_terms(self) -> Sequence[Term]:
        """The columns whose gaps are told: districts, not the city as a whole; all groups but everybody."""
        if self.is_by_place:
            return [term for term in self.column_terms if term.notes.get("slag") == DISTRICT]
        return self.column_terms

    def gaps(self, row: str) -> list[Term]:
        """Where nothing is known that states the row's value: what only lies near is no answer."""
        return [term for term in self.gap_terms if not self.is_stated(row, term.slug)]

    def is_stated(self, row: str, column: str) -> bool:
        cell = self.cells.get((row, column))
        return cell is not None and bool(cell.stated)


def matrix_of(derived: Derived, words: Vocabularies, rows: str, columns: str) -> Matrix:
    """The matrix of two vocabularies that have lists."""
    across, down, terms = words.listed[columns], words.listed[rows], _columns(words, columns)
    shown = {term.slug for term in terms}
    cells: dict[tuple[str, str], Cell] = {}
    placed, outside, unsaid = list[Record](), list[Record](), list[Record]()
    rules = Near(words)
    for record in derived.in_order(filter(is_living, derived.catalogue.records)):
        own = [column for column in values_of(record, across) if column in shown]
        stated, near = list(values_of(record, down)), rules.needs(record) if rows == NEEDS else []
        (placed if own else outside).append(record)
        if own and not stated and not near:
            unsaid.append(record)
        for cell in _cells(cells, stated, own):
            (cell.confirmed if derived.trust[record.id].is_confirmed else cell.unconfirmed).append(record)
        for cell in _cells(cells, near, own):
            cell.near.append(record)
    return Matrix(
        rows=rows,
        columns=columns,
        row_terms=_rows(words, rows, cells),
        column_terms=terms,
        cells=cells,
        placed=placed,
        outside=outside,
        unsaid=unsaid,
        past=list(filter(is_past_choice, derived.catalogue.records)),
    )


def _cells(cells: dict[tuple[str, str], Cell], rows: Iterable[str], columns: Sequence[str]) -> Iterator[Cell]:
    """The cell of each row in each column, made where there was none."""
    return (cells.setdefault((row, column), Cell()) for row in rows for column in columns)


def _columns(words: Vocabularies, name: str) -> list[Term]:
    terms = words.terms(name)
    if name != AREA:
        return list(terms.values())
    districts = [term for term in terms.values() if term.notes.get("slag") == DISTRICT]
    return [*districts, *(terms[slug] for slug in _CITY if slug in terms)]


def _rows(words: Vocabularies, name: str, cells: Iterable[tuple[str, str]]) -> list[Term]:
    """All values that are a choice, and others that some record has."""
    held = {row for row, _ in cells}
    return [term for slug, term in words.terms(name).items() if "inget-val" not in term.notes or slug in held]
