"""A word that is not allowed -> the allowed word the writer probably meant. Used where messages are worded."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

SIMILAR = 0.7  # difflib ratio; below it the guesses confuse more than they help (tried on the cases in tests/cases)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, without accents, spaces and underscores as hyphens: how a slug would be written."""
    plain = unicodedata.normalize("NFKD", word.strip().lower())
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return plain.replace(" ", "-").replace("_", "-")


def closest(word: str, known: dict[str, str]) -> str | None:
    """The target whose spelling lies nearest `word`; `known` maps folded spellings to targets."""
    folded = fold(word)
    if folded in known:
        return known[folded]
    near = difflib.get_close_matches(folded, known, n=1, cutoff=SIMILAR)
    return known[near[0]] if near else None


def spellings(names: Iterable[str]) -> dict[str, str]:
    """Folded spelling -> name, for names without other labels."""
    return {fold(name): name for name in names}
