"""A text -> the same text with one spelling of every separator and digit, so that a pattern needs to know only one.

The characters stand in schema/persondata.json (`tecken`, `nollor`, `bokstaver`), which the form reads too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

# What most texts are made of, and what nothing below would change.
_ORDINARY = re.compile(r"[ -Z^_a-z~ÅÄÖåäöéÉüÜ”]*")
# The three others that prose is full of, each as all of the folding would change it (a test compares the two).
_COMMON = {"\n": " ", "–": "-", "’": "'"}
_NEARLY_ORDINARY = re.compile(rf"[ -Z^_a-z~ÅÄÖåäöéÉüÜ”{''.join(_COMMON)}]*")
_COMMON_SWAPS = str.maketrans(_COMMON)


def is_ordinary(text: str) -> bool:
    """True for what folding leaves as it is; False for what it may change."""
    return _ORDINARY.fullmatch(text) is not None


def is_nearly_ordinary(text: str) -> bool:
    """True for what folding may change in a few characters, each in place of one."""
    return _NEARLY_ORDINARY.fullmatch(text) is not None


class Plain:
    """The folding, compiled from the data when the first text needs it."""

    def __init__(self, swaps: Sequence[Sequence[str]], zeros: str, letters: Mapping[str, str]) -> None:
        self._swaps = swaps
        self._digits = {ord(zero) + value: str(value) for zero in zeros for value in range(10)}
        self.word: Callable[[str], str] = lru_cache(maxsize=100_000)(self._word)  # the same words in every record
        self._letters = _Letters({ord(letter): to for letter, to in letters.items()})

    @cached_property
    def _compiled(self) -> list[tuple[re.Pattern[str], str]]:
        return [(re.compile(pattern), to) for pattern, to in self._swaps]

    def text(self, text: str) -> str:
        """NFKC (https://unicode.org/reports/tr15/); then format characters and loose marks are dropped, dashes become
        `-`, spaces and line breaks a space, brackets `(` and `)`, decimal digits 0-9. Case and accents stay."""
        if is_ordinary(text):
            return text
        if is_nearly_ordinary(text):
            return text.translate(_COMMON_SWAPS)
        folded = unicodedata.normalize("NFKC", text)
        for pattern, to in self._compiled:
            folded = pattern.sub(to, folded)
        return folded.translate(self._digits)

    def _word(self, word: str) -> str:
        """Lower case without accents, and letters that look Latin as those: how the word lists are written."""
        lower = word.lower()
        return lower if lower.isascii() else lower.translate(self._letters)


class _Letters(dict[int, str]):
    """Character -> the Latin letter it is read as; worked out when first seen."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        bare = (c for c in parts if unicodedata.category(c) != "Mn")
        self[code] = "".join(self.get(ord(c), c) for c in bare)
        return self[code]
