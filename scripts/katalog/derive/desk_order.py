"""In which order the caseworker's table tells those of one answer. This is the reference; the browser's half is
`docs/assets/js/desk/order.js`, and a test holds the two together.

Input: a record, what it tells of each facet (`match.Row`) and where the person lives. Output: points, most first.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from katalog.derive.choices import is_told_as_past
from katalog.derive.match import Level, Row, level_in
from katalog.record.model import Record

HOME = "hemma"
THERE = "dar"  # the kind of an answer that follows from where the place lies
LAST = 500  # more points than any record can have: what nobody can go to stands below all others
_ELSEWHERE = "annan-kommun"
# What is sent and not gone to, as its times tell: "Tips med e-post varje vecka".
_SENT = re.compile(r"\b(e-post|nyhetsbrev)", re.IGNORECASE)


def is_sent(record: Record) -> bool:
    """True for a newsletter: all that is told of its times is that something comes by mail."""
    return bool(record.tider) and all("dag" not in time and _SENT.search(time.get("vad", "")) for time in record.tider)


def is_last(record: Record) -> bool:
    """True for what may not be there any more, and for what nobody can come to."""
    return is_told_as_past(record) or is_sent(record)


def is_outside(record: Record) -> bool:
    """True for what lies in another municipality."""
    return record.omrade == _ELSEWHERE


def more_points(record: Record, row: Row, homes: Collection[str], inside: Collection[str], weight: int) -> int:
    """What stands beside the points of what is answered (`points_of`): a place in the chosen home counts as one that
    says it accepts from there, and of places that say nothing those in another municipality come after. `homes`: those
    asked for; `inside`: the city's own; `weight`: how much where one lives counts."""
    near = _near(record, row, homes, inside) if homes else 0
    return near * weight - LAST * is_last(record)


def _near(record: Record, row: Row, homes: Collection[str], inside: Collection[str]) -> int:
    told = row[HOME]
    level = level_in(told, homes, needs_all=False)
    if level is Level.LIKELY and any(told.kind(home) == THERE for home in homes):
        return Level.FITS - Level.LIKELY
    return -1 if level is Level.UNKNOWN and is_outside(record) and set(homes) <= set(inside) else 0
