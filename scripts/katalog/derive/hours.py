"""What a record's times say of days and parts of the day, and since when that is too old to be told without its year.

Input: a record and the vocabularies. Output: `Slot`s, one for each weekday that a row names, and the parts of the day.
A record without times says nothing here: it is never closed, its hours are not known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from katalog.derive.choices import is_choice, is_told_as_past
from katalog.derive.match import OLD_YEARS, old_from
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Group, Record

FIELD, DAYS = "tider", "dag"
WEEKEND = ("lordag", "sondag")
EVENING = "17:00"
_MORNING_END, _LUNCH_END = "12:00", "13:00"  # what goes on after lunch goes on in the afternoon
_NOT_NOW = frozenset({"avslutad", "vilande", "planerad"})  # nobody can go there today
# A part of the day as a row without a clock says it. What denies something is not read.
_SAID = {
    "formiddag": re.compile(r"förmiddag", re.IGNORECASE),
    "eftermiddag": re.compile(r"eftermiddag", re.IGNORECASE),
    "kvall": re.compile(r"kväll", re.IGNORECASE),
    "helg": re.compile(r"\bhelg(?:en|er|erna)?\b", re.IGNORECASE),
}
_DENIED = re.compile(r"\b(?:inte|ej|inga|ingen|inget|utom|stäng\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One weekday of one row. `start` and `end` are "" where the row does not tell."""

    day: str
    start: str
    end: str
    is_about: bool
    what: str
    parts: frozenset[str]


def weekdays(words: Vocabularies) -> tuple[str, ...]:
    """The seven days in their order: the values that stand for themselves alone."""
    return tuple(slug for slug, term in words.terms(DAYS).items() if list(term.notes["dagar"]) == [slug])


def days_of(time: Group, words: Vocabularies) -> tuple[str, ...]:
    """The weekdays that a row names; none for a row without a day."""
    return tuple(words.terms(DAYS)[time["dag"]].notes["dagar"]) if "dag" in time else ()


def slots_of(record: Record, words: Vocabularies) -> list[Slot]:
    """The days of all rows, in the order of the rows."""
    return [_slot(time, day) for time in record.tider for day in days_of(time, words)]


def _slot(time: Group, day: str) -> Slot:
    start, end, what = (time.get(key, "") for key in ("fran", "till", "vad"))
    return Slot(
        day=day, start=start, end=end, is_about=bool(time.get("ungefar")), what=what, parts=frozenset(parts_of(time))
    )


def can_go(record: Record) -> bool:
    """True for what a reader can choose, and that is open to visitors these days as far as anybody has said."""
    return is_choice(record) and record.status not in _NOT_NOW


def is_open(record: Record) -> bool:
    """True where one can go, and that nobody tells of as something that was: its times are told as those of today."""
    return can_go(record) and not is_told_as_past(record)


def parts_of(time: Mapping[str, Any]) -> set[str]:
    """The parts of the day that a row tells of: by its clock, else by its words; the weekend by its day."""
    found = {"helg"} if time.get("dag") in (*WEEKEND, "alla-dagar") else set()
    start, end = time.get("fran"), time.get("till")
    if start and start < _MORNING_END:
        found.add("formiddag")
    if start and _is_afternoon(start, end or start):
        found.add("eftermiddag")
    if (start and start >= EVENING) or (end and end > EVENING):
        found.add("kvall")
    return found | _parts_in(time)


def _is_afternoon(start: str, end: str) -> bool:
    return start < EVENING and (start >= _MORNING_END or end > _LUNCH_END)


def _parts_in(time: Mapping[str, Any]) -> set[str]:
    text = "" if "fran" in time else time.get("vad", "")
    if _DENIED.search(text):
        return set()
    return {part for part, word in _SAID.items() if word.search(text) and not (part == "helg" and "dag" in time)}


def hours_year(record: Record) -> int | None:
    """The year that the times are from: that of the last confirmation, else that of the sources that speak of them,
    the oldest, else the record's own."""
    if record.senast_bekraftad:
        return int(record.senast_bekraftad[:4])
    named = [source["ar"] for source in record.kallor if FIELD in source.get("galler", ()) and "ar" in source]
    return min(named, default=record.uppgifter_fran)


def hours_old_from(record: Record) -> str | None:
    """The day from which on the times are told with their year; None for those whose year is not known."""
    if record.senast_bekraftad:
        return old_from(record)
    year = hours_year(record)
    return f"{year + OLD_YEARS + 1}-01-01" if year else None
