"""Lists of record numbers -> as little text as they can be told by. docs/assets/js/core/lists.js reads it.

`pack` gives two texts: how many numbers each list holds, and bits, six in a letter. Bits tell a number as one of so
many that it may be (`_Bits.one_of`). A list is told by its middle number: it has as many before it and after it as the
list says, so only some are possible; then each half in the same way (`_Bits.rising`). What cannot be otherwise costs
nothing.

Longer lists come first. One of at least `LEAST` numbers has a bit for whether it is much like a longer one; if so, that
one's place, how many of its numbers are kept, which, and then the others, counted among those that it does not hold.
Worked example, of 6 records: [1, 2, 4, 5], then [1, 2, 4] as "like the first; three are kept; the places 0, 1, 2".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from heapq import nlargest
from itertools import chain
from math import lgamma, log, log2

from katalog.browser.numbers import ALPHABET, encode

LEAST = 3
_LETTER = 6  # bits
_TRIED = 12  # lists that share most with the one to be told

List = Sequence[int]


def pack(lists: Sequence[List], size: int) -> dict[str, str]:
    """`lists` of rising numbers below `size`."""
    bits = _Bits()
    told = _Told(lists, size)
    for number in sorted(range(len(lists)), key=lambda one: -len(lists[one])):
        wanted = lists[number]
        if len(wanted) < LEAST:
            bits.rising(wanted, 0, size - 1)
            continue
        like = told.nearest(wanted)
        bits.one_of(int(like is not None), 2)
        if like is None:
            bits.rising(wanted, 0, size - 1)
        else:
            bits.one_of(like, len(told.order))
            _beside(bits, wanted, lists[told.order[like]], size)
        told.add(number)
    return {"antalen": encode(len(one) for one in lists), "listor": bits.text()}


def _beside(bits: _Bits, wanted: List, other: List, size: int) -> None:
    """A list by what it keeps of another, and what it has besides."""
    held = set(wanted)
    kept = [place for place, number in enumerate(other) if number in held]
    bits.one_of(len(kept), min(len(wanted), len(other)) + 1)
    bits.rising(kept, 0, len(other) - 1)
    besides = [number - bisect_left(other, number) for number in sorted(held.difference(other))]
    bits.rising(besides, 0, size - len(other) - 1)


class _Bits:
    """What has been told so far."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def one_of(self, value: int, number: int) -> None:
        """A whole number below `number`; those in the middle take a bit less than the others, as far as there is
        room."""
        if number < 2:
            return
        width = (number - 1).bit_length()
        short = (1 << width) - number
        turned = (value - (number - short) // 2) % number
        # A one before the bits keeps their zeros.
        self._parts.append(bin(turned + (1 << width - 1) if turned < short else turned + short + (1 << width))[3:])

    def rising(self, numbers: List, low: int, high: int) -> None:
        """Numbers of a known count, between two that are known."""
        passed = [number - at - low for at, number in enumerate(numbers)]
        if passed:
            self._halves(passed, 0, len(passed), 0, high - low + 1 - len(passed))

    def _halves(self, passed: List, first: int, last: int, least: int, most: int) -> None:
        """`passed` from `first` to before `last`, at least one: of the numbers that a list leaves out, how many come
        before each of its own, between two that are known. They never fall, so equal bounds tell all between."""
        middle = (first + last) // 2
        value = passed[middle]
        self.one_of(value - least, most - least + 1)
        if first < middle and least < value:
            self._halves(passed, first, middle, least, value)
        if middle + 1 < last and value < most:
            self._halves(passed, middle + 1, last, value, most)

    def text(self) -> str:
        bits = "".join(self._parts)
        bits += "0" * (-len(bits) % _LETTER)
        return "".join(ALPHABET[int(bits[at : at + _LETTER], 2)] for at in range(0, len(bits), _LETTER))


class _Told:
    """The lists told so far, by place, and which of them hold a number."""

    def __init__(self, lists: Sequence[List], size: int) -> None:
        self.order: list[int] = []
        self._lists, self._size = lists, size
        self._lengths: list[int] = []
        self._places: list[list[int]] = [[] for _ in range(size)]
        self._bits = [lgamma(number + 1) / log(2) for number in range(size + 1)]

    def add(self, number: int) -> None:
        place = len(self.order)
        for one in self._lists[number]:
            self._places[one].append(place)
        self.order.append(number)
        self._lengths.append(len(self._lists[number]))

    def nearest(self, wanted: List) -> int | None:
        """The place of the list that `wanted` is told by in the fewest bits; none when it is shorter told alone."""
        shared = Counter(chain.from_iterable(map(self._places.__getitem__, wanted)))
        likeness = ((both * both / self._lengths[place], place, both) for place, both in shared.items())
        best, least = None, self._ways(self._size, len(wanted))
        for _, place, both in nlargest(_TRIED, likeness):
            cost = self._cost(self._lengths[place], both, len(wanted))
            if cost < least:
                best, least = place, cost
        return best

    def _cost(self, other: int, both: int, count: int) -> float:
        """Bits, nearly. `other`: how many the other list holds, `both`: how many of them the one of `count` numbers."""
        known = log2(len(self.order) + 1) + log2(min(count, other) + 1)
        return known + self._ways(other, both) + self._ways(self._size - other, count - both)

    def _ways(self, size: int, count: int) -> float:
        """The bits that choosing `count` of `size` takes."""
        return self._bits[size] - self._bits[count] - self._bits[size - count]
