"""What has become of those who took part, as far as sources tell: never a number of people below five.

Input: records. Output: plain rows for `statistics`. A share of a known whole gives a number away as well as the number
does, and so does what is left of the whole: then neither is told.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from katalog.record.model import Group, Record

_FEW = range(1, 5)
_ROUNDED = 0.5  # a share is told in whole per cent


def outcomes(records: Iterable[Record]) -> list[dict[str, Any]]:
    """A row for each result: `post`, `namn`, `period`, `matt`, `antal`, `av`, `procent` (None when not told), and
    `for_fa`: something is left out since it is about too few."""
    return [_row(record, result) for record in records for result in record.resultat]


def _row(record: Record, result: Group) -> dict[str, Any]:
    numbers = {name: result.get(name) for name in ("antal", "av", "procent")}
    is_few = tells_of_few(numbers["antal"], numbers["av"], numbers["procent"])
    told = dict.fromkeys(numbers) if is_few else numbers
    texts = {name: result.get(name) for name in ("period", "matt")}
    return {"post": record.id, "namn": record.namn, **texts, **told, "for_fa": is_few}


def tells_of_few(count: float | None, whole: float | None, share: float | None) -> bool:
    """True when one to four people are told of, or can be reckoned: those counted, the whole, or the rest of it."""
    groups = [(count, count), (whole, whole)]
    if count is not None and whole is not None:
        groups.append((whole - count, whole - count))
    elif share is not None and whole is not None:
        low, high = whole * (share - _ROUNDED) / 100, whole * (share + _ROUNDED) / 100
        groups += [(low, high), (whole - high, whole - low)]
    elif share is not None and count is not None and share > _ROUNDED:
        groups.append((count * (100 - share - _ROUNDED) / (share + _ROUNDED),
                       count * (100 - share + _ROUNDED) / (share - _ROUNDED)))  # fmt: skip
    return any(_holds_few(low, high) for low, high in groups if low is not None and high is not None)


def _holds_few(low: float, high: float) -> bool:
    return any(number in _FEW for number in range(max(0, math.ceil(low)), min(_FEW.stop, math.floor(high)) + 1))
