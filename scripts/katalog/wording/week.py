"""A record's times -> the seven days of its page, those alike after each other as one, and what is said of holidays.

Input: `View` and a record. Output: `Week`, plain text. A day that no row names is not closed: nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from katalog.derive.choices import is_told_as_past
from katalog.derive.freshness import day_after, day_before
from katalog.derive.hours import Slot, hours_year, slots_of, weekdays
from katalog.derive.red_days import RedDay, last_known_day, red_days
from katalog.derive.swedish import swedish_date
from katalog.derive.trust import basis_of, tells_year
from katalog.record.model import Record
from katalog.wording.hours import PAST, old_hours, short_hours, slot_text
from katalog.wording.view import View

NO_CLOCK = "tiden vet vi inte"
_PAIR = 2  # days that are named both; of more the first and the last
_TOLD_AHEAD = 6  # a holiday is told on its day and so many days before it
_OTHER = "Det kan vara andra tider på helgdagar."
_RED = "{namn} är {dag} {datum}. Då kan det vara andra tider."
_UNKNOWN = "Vi vet inte vilka dagar som är helgdagar nu."
_OLD = "{text}. De kan ha ändrats."
_NO_YEAR = "Vi vet inte hur gamla tiderna är."


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A sentence that is true from the day `begins` on and no longer from the day `ends` on ("": always)."""

    text: str
    begins: str = ""
    ends: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekDay:
    """One day, or days after each other of which the same is known. `numbers`: Monday 0. No texts: nothing is known."""

    numbers: tuple[int, ...]
    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """`others` are rows without a day; `notes` say how old it all is."""

    days: tuple[WeekDay, ...]
    others: tuple[str, ...]
    notes: tuple[Dated, ...]


def week_of(view: View, record: Record) -> Week | None:
    """None where no day is named, or nobody can go there, as far as is told: today is no day of theirs."""
    slots = slots_of(record, view.words)
    if not slots or record.status in PAST or is_told_as_past(record):
        return None
    known = [tuple(_texts(slots, day)) for day in weekdays(view.words)]
    runs = [(texts, tuple(run)) for texts, run in groupby(range(len(known)), known.__getitem__)]
    days = [WeekDay(numbers=run, label=_label(view, run), texts=texts) for texts, run in runs]
    others = short_hours([time for time in record.tider if "dag" not in time], view.words)
    return Week(days=tuple(days), others=tuple(others), notes=_notes(record))


def _notes(record: Record) -> tuple[Dated, ...]:
    """None where the sentence below the record's name tells that year: a doubt is said once."""
    is_told = tells_year(basis_of(record), hours_year(record) or 0)
    return () if is_told else tuple(ages_of(record))


def _label(view: View, numbers: Sequence[int]) -> str:
    """`Måndag`, `Lördag och söndag`, `Måndag till fredag`."""
    names = [view.words.label("dag", weekdays(view.words)[number]) for number in (numbers[0], numbers[-1])]
    if len(numbers) == 1:
        return names[0]
    return f"{names[0]} {'och' if len(numbers) == _PAIR else 'till'} {names[1].lower()}"


def _texts(slots: list[Slot], day: str) -> Iterator[str]:
    return (slot_text(slot) or NO_CLOCK for slot in slots if slot.day == day)


def ages_of(record: Record) -> Iterator[Dated]:
    """How old a record's times are, from the day on which that is told."""
    old = old_hours(record)
    if old is None:
        yield Dated(text=_NO_YEAR)
    else:
        yield Dated(text=_OLD.format(text=old[1][:1].upper() + old[1][1:]), begins=old[0])


def holiday_notes(view: View, weekday: int | None = None) -> list[Dated]:
    """What is said of holidays in the days before each, of one weekday alone if asked, and after the last known day
    that nothing is known of them."""
    idag = view.derived.idag
    days = [day for day in red_days(idag) if weekday in (None, day.weekday)]
    told = [Dated(text=red_text(view, day), begins=day_before(day.date, _TOLD_AHEAD), ends=day_after(day.date))
            for day in days]  # fmt: skip
    return [Dated(text=_OTHER), *told, Dated(text=_UNKNOWN, begins=day_after(last_known_day(idag)))]


def red_text(view: View, day: RedDay) -> str:
    name = view.words.label("dag", weekdays(view.words)[day.weekday]).lower()
    return _RED.format(namn=day.name, dag=name, datum=swedish_date(day.date))
