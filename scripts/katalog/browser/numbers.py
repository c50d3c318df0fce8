"""Whole numbers as text: how the browser is sent them. core/numbers.js tells the form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def encode(numbers: Iterable[int]) -> str:
    """Groups of five bits, lowest first, a letter each; one of the second half says that more follows."""
    letters: list[str] = []
    for number in numbers:
        rest = number
        while rest > 31:
            letters.append(ALPHABET[32 + rest % 32])
            rest //= 32
        letters.append(ALPHABET[rest])
    return "".join(letters)


def gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Of rising numbers, how many are passed by before each."""
    before = -1
    for number in numbers:
        yield number - before - 1
        before = number
