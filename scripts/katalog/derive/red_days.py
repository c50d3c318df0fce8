"""The holidays and eves of the coming months, on which hours are seldom the usual ones.

Input: `idag` (ISO date). Output: days with their names. After `last_known_day` nothing is known of holidays, and the
pages say so. The rules are those of the library `holidays` (Sweden: lagen 1989:253, and the eves that are free by
custom).
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from functools import lru_cache

MONTHS_KNOWN = 14
_LAST_YEAR = datetime.MAXYEAR - 2


@dataclass(frozen=True, slots=True, kw_only=True)
class RedDay:
    """`weekday`: Monday 0."""

    date: str
    name: str
    weekday: int


def last_known_day(idag: str) -> str:
    """The last day of which it is known whether it is a holiday."""
    day = datetime.date.fromisoformat(idag)
    year, month = divmod(day.year * 12 + day.month - 1 + MONTHS_KNOWN, 12)
    year = min(year, datetime.MAXYEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last)).isoformat()


@lru_cache(maxsize=1)
def red_days(idag: str) -> tuple[RedDay, ...]:
    """From today to the last known day."""
    from holidays import country_holidays  # noqa: PLC0415  # slow to import, and only a build needs it

    last = last_known_day(idag)
    years = range(int(idag[:4]), min(int(last[:4]), _LAST_YEAR) + 1)
    found = country_holidays("SE", years=years, language="sv", categories=("public", "de_facto"))
    return tuple(
        RedDay(date=day.isoformat(), name=name, weekday=day.weekday())
        for day, name in sorted(found.items())
        if idag <= day.isoformat() <= last
    )
