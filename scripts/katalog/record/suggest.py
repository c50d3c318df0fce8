"""A word that is not allowed -> the allowed word the writer probably meant. Used where messages are worded."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_SHORTEST = 4  # letters of a spelling that may stand in a longer one: shorter ones are found by chance
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
    import difflib  # noqa: PLC0415  # only a fault waits for it

    near = difflib.get_close_matches(folded, known, n=1, cutoff=SIMILAR)
    return known[near[0]] if near else _within(folded, known)


def _within(folded: str, known: dict[str, str]) -> str | None:
    """The one target whose spelling stands whole in a longer text: `farsta` in `farsta-stadsdelsomrade`. In
    `mandag-fredag` stand two, and neither was meant."""
    told = [spelling for spelling in known if len(spelling) >= _SHORTEST and _holds(folded, spelling)]
    whole = {known[one] for one in told if not any(one != other and _holds(other, one) for other in told)}
    return whole.pop() if len(whole) == 1 else None


def _holds(text: str, part: str) -> bool:
    return f"-{part}-" in f"-{text}-"


def spellings(names: Iterable[str]) -> dict[str, str]:
    """Folded spelling -> name, for names without other labels."""
    return {fold(name): name for name in names}
