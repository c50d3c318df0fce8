"""A part of many cases, the same at every run; all of them with `KATALOG_TESTS=alla` (`make test-full`).

What takes long in a browser is tried on a part at each change; which part is plain from the list.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from itertools import product
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")
ALL = os.environ.get("KATALOG_TESTS") == "alla"


def some(cases: Iterable[T], every: int) -> list[T]:
    """Every so many of them, beginning with the first."""
    return list(cases)[:: 1 if ALL else every]


def by_turns(cases: Iterable[T], ways: Sequence[U]) -> list[tuple[T, U]]:
    """Each case in one of the ways, by turns; in full each in every way."""
    found = list(cases)
    return list(product(found, ways)) if ALL else [(case, ways[n % len(ways)]) for n, case in enumerate(found)]
