"""Sets of record numbers, each sent once: a concept, a facet's value and a card's row often hold the same records.

`docs/assets/js/search/sets.js` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from katalog.browser.lists import pack
from katalog.browser.numbers import encode, gaps

Members = Sequence[tuple[int, bool]]


class Sets:
    """Sets by number, in the order in which they are first asked for."""

    def __init__(self) -> None:
        self._sets: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        self._first: dict[tuple[int, ...], int] = {}
        self._numbers: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}

    def add(self, members: Members) -> int:
        """The number of a set of these records; the bit tells whether it is the record's main value, and counts where
        no other has the same records."""
        docs = _docs(members)
        return self._first[docs] if docs in self._first else self.exactly(members)

    def of(self, docs: Iterable[int]) -> int:
        """The number of a set of these records, whatever their bits."""
        key = tuple(docs)
        return self._first[key] if key in self._first else self._numbered(key, ())

    def exactly(self, members: Members) -> int:
        """The number of the set with these records and these bits."""
        return self._numbered(_docs(members), tuple([doc for doc, is_first in members if not is_first]))

    def _numbered(self, docs: tuple[int, ...], beside: tuple[int, ...]) -> int:
        key = docs, beside
        if key not in self._numbers:
            self._numbers[key] = len(self._sets)
            self._first.setdefault(docs, len(self._sets))
            self._sets.append(key)
        return self._numbers[key]

    def data(self, size: int) -> dict[str, str]:
        """All sets, and after them those records of some (`bi`) whose main value they do not tell. `size`: how many
        records there are."""
        partly = [number for number, (_, beside) in enumerate(self._sets) if beside]
        lists = [*(docs for docs, _ in self._sets), *(self._sets[number][1] for number in partly)]
        return {**pack(lists, size), "bi": encode(gaps(partly))}


def _docs(members: Members) -> tuple[int, ...]:
    return tuple([doc for doc, _ in members])


def column(numbers: Iterable[int]) -> str:
    """Numbers of sets, most of which follow on each other: how far each is from that, doubled, one less when it lies
    before."""
    return encode(_steps(numbers))


def _steps(numbers: Iterable[int]) -> Iterator[int]:
    expected = 0
    for number in numbers:
        step = number - expected
        yield 2 * step if step >= 0 else -2 * step - 1
        expected = number + 1
