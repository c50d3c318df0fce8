"""What stands on each page of a list, so that no page grows without bound, however much there is of anything.

Input: what the list shows, each part in its order. Output: `Leaf`s; one at least.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from katalog.derive.vocabulary import Term
from katalog.record.model import Record

T = TypeVar("T")
PAGE_SIZE = 200  # of what can be chosen, of what lies near, and of all the rest
SCANNED = 600  # names, without cards
Folded = Sequence[tuple[Term, Sequence[Record]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What stands below the choices: values that are no choice below their headings, what is told as past, what is for
    staff, examples from other municipalities, closed places."""

    folded: Folded = ()
    past: Sequence[Record] = ()
    staff: Sequence[Record] = ()
    examples: Sequence[Record] = ()
    closed: Sequence[Record] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page. `is_end`: the choices end here, and what is told of them all stands below."""

    number: int
    choices: Sequence[Record]
    near: Sequence[Record]
    rest: Rest
    is_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """One page of something long. `pages`: number and address of each of its pages."""

    number: int
    address: str
    items: Sequence[T]
    pages: Sequence[tuple[int, str]]

    @property
    def suffix(self) -> str:
        """What its title ends with."""
        return suffix(self.number)


def suffix(number: int) -> str:
    """What the title of a page of that number ends with."""
    return f", sida {number}" if number > 1 else ""


def numbered(address: str, number: int) -> str:
    """Where the page of that number lies, when the first one lies at `address`."""
    return f"{address}{number}/" if number > 1 else address


def parts(address: str, items: Sequence[T], size: int = 0) -> list[Part[T]]:
    """Something long over pages from `address` on, `size` on each (0: as many as in lists); one page at least."""
    shown = pieces(items, size)
    pages = [(number, numbered(address, number)) for number in range(1, len(shown) + 1)]
    return [Part(number=n, address=at, items=piece, pages=pages) for (n, at), piece in zip(pages, shown, strict=True)]


def leaves(choices: Sequence[Record], near: Sequence[Record], rest: Rest) -> list[Leaf]:
    """What lies near begins on the first page, the rest on the last one of the choices; both go on as long as they
    must."""
    chosen, beside, below = pieces(choices), pieces(near), _rests(rest)
    before = len(chosen) - 1
    count = max(before + len(below), len(beside))
    return [
        Leaf(
            number=number + 1,
            choices=_at(chosen, number, ()),
            near=_at(beside, number, ()),
            rest=_at(below, number - before, Rest()),
            is_end=number == before,
        )
        for number in range(count)
    ]


def pieces(items: Sequence[T], size: int = 0) -> list[Sequence[T]]:
    """What stands on each page, `size` of it (0: as many as in lists); one page at least."""
    step = size or PAGE_SIZE
    return [items[start : start + step] for start in range(0, len(items), step)] or [[]]


def names(address: str, items: Sequence[T]) -> list[Part[T]]:
    """Names to look through, over as many pages as it takes."""
    return parts(address, items, SCANNED)


def fits_one(items: Sequence[object]) -> bool:
    """Can so many names be looked through on one page?"""
    return len(items) <= SCANNED


def _at(found: Sequence[T], number: int, nothing: T) -> T:
    return found[number] if 0 <= number < len(found) else nothing


def _rests(rest: Rest) -> list[Rest]:
    named = {"past": rest.past, "staff": rest.staff, "examples": rest.examples, "closed": rest.closed}
    marked: list[tuple[str | Term, Record]] = [(term, record) for term, records in rest.folded for record in records]
    marked += [(name, record) for name, records in named.items() for record in records]
    return [_gathered(piece) for piece in pieces(marked)]


def _gathered(piece: Sequence[tuple[str | Term, Record]]) -> Rest:
    """The marks stand in order, so that equal ones are beside each other."""
    found = [(mark, [record for _, record in group]) for mark, group in groupby(piece, lambda one: one[0])]
    named = {mark: records for mark, records in found if isinstance(mark, str)}
    return Rest(folded=[(mark, records) for mark, records in found if isinstance(mark, Term)], **named)
