"""Which day is today: the one place that reads the clock. Commands and the site adapter ask it and pass the day on."""

from __future__ import annotations

import datetime
import os


class ClockError(Exception):
    """The environment names a day that cannot be read."""


def today(given: str | None) -> str:
    """ISO date: the given one, else SOURCE_DATE_EPOCH (reproducible-builds.org), else the clock's.

    Raises ClockError when SOURCE_DATE_EPOCH is no number of seconds.
    """
    if given:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return datetime.datetime.fromtimestamp(int(epoch), tz=datetime.UTC).date().isoformat()
        except (ValueError, OverflowError, OSError) as error:
            raise ClockError(
                "SOURCE_DATE_EPOCH är inget antal sekunder. Rätta eller ta bort miljövariabeln."
            ) from error
    return datetime.datetime.now().astimezone().date().isoformat()
