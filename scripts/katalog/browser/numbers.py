"""Whole numbers and sets of record numbers, as text: how the browser is sent them. index.js tells the form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def encode(numbers: Iterable[int]) -> str:
    """Whole numbers as text; index.js tells the form."""
    letters: list[str] = []
    for number in numbers:
        rest = number
        while rest > 31:
            letters.append(ALPHABET[32 + rest % 32])
            rest //= 32
        letters.append(ALPHABET[rest])
    return "".join(letters)


class Sets:
    """Sets of record numbers, each written once: a concept and a facet's value often hold the same records."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[int, ...], int] = {}
        self.lines: list[str] = []

    def add(self, members: Sequence[tuple[int, bool]]) -> int:
        """The number of the set; the bit tells whether it is the record's main value."""
        key = tuple(doc for doc, _ in members)
        if key not in self.numbers:
            self.numbers[key] = len(self.lines)
            gaps = zip(members, (-1, *key), strict=False)
            self.lines.append(encode((doc - before) * 2 + is_first for (doc, is_first), before in gaps))
        return self.numbers[key]

    def of(self, docs: Iterable[int]) -> int:
        """The number of a set whose values are all main ones."""
        return self.add([(doc, True) for doc in docs])
