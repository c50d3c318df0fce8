"""Rows of a table as lines of CSV, one by one: in a file of its own, or put together with others.

Input: how a line is written (as `csv.writer` is told). Output: a function of a row's cells that gives its line.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import Any


class _Given:
    """A file that gives back what is written, which its writer then returns."""

    def write(self, text: str) -> str:
        return text


def line_of(**told: Any) -> Callable[[Iterable[Any]], str]:
    given: Any = _Given()
    written: Callable[[Iterable[Any]], Any] = csv.writer(given, **told).writerow
    return written
