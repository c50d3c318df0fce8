"""One engine, three answers: does a record fit what is asked for? This is the reference; the browser's half is
`docs/assets/js/match/`, and a test holds the two together.

Input: what records tell (`Told`, made by `facets`) and a state of choices. Output: levels and why. Each level is one of
the three answers of `Answer`; the steps within "kan passa" are an order, not more answers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from katalog.derive.freshness import day_after
from katalog.record.model import Record

# Why a record's answer to one value is no plain yes. `gammal`: said, but too long ago. `typ`, `nara`, `tolkad`: by rule
# or our reading. `dar`: it lies there. `del`: for a part of the range. `vid`: said so widely that it may hold. `okand`:
# nothing is said. `annat`: something else is said. `nej`: it is said that it is not so.
Kind = Literal["", "gammal", "typ", "nara", "tolkad", "dar", "del", "vid", "okand", "annat", "nej"]
OLD_YEARS = 5  # what was said longer ago than this may have changed (issue 12: "older than five years")


class Level(IntEnum):
    """How far a record answers to a choice. NO is known; everything between it and FITS is "kan passa"."""

    NO = 0
    UNKNOWN = 1
    WIDE = 2
    LIKELY = 3
    FITS = 4


class Answer(IntEnum):
    """What a reader is told."""

    NO = 0
    MAYBE = 1
    FITS = 2


def answer_of(level: Level) -> Answer:
    return Answer.FITS if level is Level.FITS else Answer.NO if level is Level.NO else Answer.MAYBE


_LEVELS: Mapping[Kind, Level] = {
    "": Level.FITS, "gammal": Level.LIKELY, "typ": Level.LIKELY, "nara": Level.LIKELY, "tolkad": Level.LIKELY,
    "dar": Level.LIKELY, "del": Level.LIKELY, "vid": Level.WIDE, "okand": Level.UNKNOWN, "annat": Level.NO,
    "nej": Level.NO,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a record tells of one facet. `yes` is said or follows by law; `maybe` are values with why they only may be;
    `no` is denied. When `is_closed`, a value that stands nowhere here is known not to hold; else it is unknown.
    `is_old`: what is said was said too long ago."""

    yes: frozenset[str] = frozenset()
    maybe: Mapping[str, Kind] = field(default_factory=dict)
    no: frozenset[str] = frozenset()
    is_closed: bool = False
    is_old: bool = False

    def kind(self, value: str) -> Kind:
        """Why the answer to `value` is no plain yes; "" when it is."""
        if value in self.yes:
            return "gammal" if self.is_old else ""
        if value in self.maybe:
            return self.maybe[value]
        return "nej" if value in self.no else "annat" if self.is_closed else "okand"

    def level(self, value: str) -> Level:
        return _LEVELS[self.kind(value)]


Row = Mapping[str, Told]
State = Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """What keeps a record from fitting plainly: a facet, one of its chosen values, and why."""

    facet: str
    value: str
    kind: Kind


def level_in(told: Told, chosen: Iterable[str], *, needs_all: bool) -> Level:
    """Several values in a facet widen, unless all must hold."""
    levels = [told.level(value) for value in chosen]
    return min(levels) if needs_all else max(levels)


def level_of(row: Row, state: State, strict: Collection[str], *, but: str | None = None) -> Level:
    """Several facets narrow. `strict` are the facets where all values must hold; `but` is left out of account."""
    asked = [(facet, chosen) for facet, chosen in state.items() if chosen and facet != but]
    levels = [level_in(row[facet], chosen, needs_all=facet in strict) for facet, chosen in asked]
    return min(levels, default=Level.FITS)


def levels_of(row: Row, state: State, strict: Collection[str]) -> dict[str, Level]:
    """How far a record answers to each facet that is asked for."""
    return {facet: level_in(row[facet], ids, needs_all=facet in strict) for facet, ids in state.items() if ids}


def miss_of(row: Row, state: State, strict: Collection[str]) -> str | None:
    """The facet that alone keeps a record away: a near miss. None for what fits or may, and for what several keep
    away."""
    missed = [facet for facet, level in levels_of(row, state, strict).items() if level is Level.NO]
    return missed[0] if len(missed) == 1 else None


def points_of(row: Row, state: State, strict: Collection[str], weights: Mapping[str, int]) -> int:
    """How much of what is asked for a record answers, all facets together: an order among those of one answer. What
    has no weight counts once."""
    return sum(level * weights.get(facet, 1) for facet, level in levels_of(row, state, strict).items())


def reasons_of(row: Row, state: Mapping[str, Sequence[str]], strict: Collection[str]) -> list[Reason]:
    """One reason for each facet that the record does not plainly fit, in the order of the state: that of the value
    which decides, the first of equal ones."""
    found = []
    for facet, chosen in state.items():
        decides = min if facet in strict else max
        value = decides(chosen, key=row[facet].level, default="")
        if value and row[facet].kind(value):
            found.append(Reason(facet=facet, value=value, kind=row[facet].kind(value)))
    return found


@dataclass(frozen=True, slots=True)
class Count:
    """How many fit, and how many may: the two numbers that stand everywhere."""

    fits: int
    maybe: int


def count_levels(levels: Iterable[Level]) -> Count:
    answers = [answer_of(level) for level in levels]
    return Count(answers.count(Answer.FITS), answers.count(Answer.MAYBE))


def count_values(
    rows: Sequence[Row], values: Mapping[str, Sequence[str]], state: State, strict: Collection[str]
) -> dict[str, dict[str, Count]]:
    """For each value what it would give, beside what is chosen in the other facets; where all values of a facet must
    hold, beside those too."""
    counts: dict[str, dict[str, Count]] = {}
    for facet, own in values.items():
        around = [level_of(row, state, strict, but=None if facet in strict else facet) for row in rows]
        counts[facet] = {
            value: count_levels(
                min(level, row[facet].level(value)) for level, row in zip(around, rows, strict=True) if level
            )
            for value in own
        }
    return counts


def old_from(record: Record) -> str | None:
    """The day from which on what the record says is too old to be a plain yes: by the day of its last confirmation,
    else by its year. None for a record without a year."""
    if record.senast_bekraftad:
        year, rest = int(record.senast_bekraftad[:4]), record.senast_bekraftad[4:]
        return day_after(f"{year + OLD_YEARS}{'-02-28' if rest == '-02-29' else rest}")
    return f"{record.uppgifter_fran + OLD_YEARS + 1}-01-01" if record.uppgifter_fran else None


def is_old(record: Record, idag: str) -> bool:
    day = old_from(record)
    return day is not None and day <= idag


def year_of(record: Record) -> str:
    """The year that an old record's words are from."""
    return (record.senast_bekraftad or str(record.uppgifter_fran or ""))[:4]
