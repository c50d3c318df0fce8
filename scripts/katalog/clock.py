"""Which day is today: the one place that reads the clock. Commands and the site adapter ask it and pass the day on."""

from __future__ import annotations

import datetime
import os

LAST_YEAR = 2999  # what falls due is counted some years ahead, and the calendar ends with 9999


class ClockError(Exception):
    """The environment names a day that cannot be read."""


def today(given: str | None) -> str:
    """ISO date: the given one, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the clock's.

    Raises ClockError when SOURCE_DATE_EPOCH is no number of seconds, or lies beyond LAST_YEAR.
    """
    if given:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return _within(datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date())
        except (ValueError, OverflowError, OSError) as error:
            raise ClockError(
                "SOURCE_DATE_EPOCH är inget antal sekunder. Rätta eller ta bort miljövariabeln."
            ) from error
    return datetime.datetime.now().astimezone().date().isoformat()


def _within(day: datetime.date) -> str:
    if day.year > LAST_YEAR:
        raise ValueError(day)
    return day.isoformat()
