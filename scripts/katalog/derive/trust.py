"""How sure a reader can be of a record on a given day, in three steps: confirmed; from its own page or an authority's,
lately; all else, where one asks first.

Input: a record and `idag` (ISO date). Output: `Trust`, and the days on which it will fall. `wording.trust` has the
words. The browser derives the same on the reader's own day: docs/assets/js/core/trust.js, and a test holds the two
together.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from katalog.derive.freshness import DUE_DAYS, FRESH_DAYS, Change, day_after
from katalog.record.model import Group, Record

# `forr`: what is closed or an example from elsewhere. Nobody can go there, so there is nothing to be sure of.
Step = Literal["bekraftat", "kalla", "fraga", "forr"]
# What a search lets a reader choose among. On a card each step says more exactly what it rests on (`wording.trust`).
STEP_LABELS: Mapping[Step, str] = {
    "bekraftat": "Bekräftat",
    "kalla": "Från deras egen sida eller en myndighet",
    "fraga": "Gammal eller från tidning: fråga först",
}
SOURCE_YEARS = 5  # such a source is at most so many years old (issue 13, section 2)
GOOD_KINDS = ("egen", "myndighet")  # of sources of the same year the first goes before
OTHER_KIND = "annan"  # what a source is that does not tell (schema/verksamhet.schema.json, kallor/slag)
_SUMMARY = "sammanfattning"  # a source for some fields counts when it stands for the sentence that tells what it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who is behind a source ("" when no source is dated, and only the year of the facts is known), and its year, 0 for
    unknown."""

    kind: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What trust rests on, whatever the day: the last confirmation ("" for never) and who gave it; the newest page of
    their own or an authority's; the newest source of all."""

    confirmed: str
    by: str
    good: Source
    newest: Source
    is_past: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """`is_due`: confirmed, but so long ago that someone should look again."""

    step: Step
    is_due: bool
    basis: Basis

    @property
    def is_confirmed(self) -> bool:
        """What stands first in lists."""
        return self.step == "bekraftat"


def derive_trust(record: Record, idag: str) -> Trust:
    """The trust in a record as of `idag`."""
    basis = basis_of(record)
    is_due = bool(basis.confirmed) and day_after(basis.confirmed, FRESH_DAYS) <= idag
    return Trust(step=_step_on(basis, idag), is_due=is_due, basis=basis)


def basis_of(record: Record) -> Basis:
    whole = [source for source in record.kallor if "galler" not in source or _SUMMARY in source["galler"]]
    good = _newest([source for source in whole if source.get("slag") in GOOD_KINDS])
    return Basis(
        confirmed=record.senast_bekraftad or "",
        by=record.bekraftad_av or "",
        good=good,
        newest=_newest(whole) if any("ar" in source for source in whole) else Source(year=record.uppgifter_fran or 0),
        is_past=record.is_closed or record.forebild,
    )


def tells_year(basis: Basis, year: int | None) -> bool:
    """True when what is said of trust has this year in it, whatever the day: a confirmation's, or the facts'."""
    return bool(basis.confirmed) or (basis.newest.year == year and basis.good.year in (0, year))


def _newest(sources: Iterable[Group]) -> Source:
    dated = [Source(kind=source.get("slag", OTHER_KIND), year=source["ar"]) for source in sources if "ar" in source]
    return max(dated, key=lambda source: (source.year, -_place(source.kind)), default=Source())


def _place(kind: str) -> int:
    return GOOD_KINDS.index(kind) if kind in GOOD_KINDS else len(GOOD_KINDS)


def _step_on(basis: Basis, idag: str) -> Step:
    if basis.is_past:
        return "forr"
    if basis.confirmed and idag < day_after(basis.confirmed, DUE_DAYS):
        return "bekraftat"
    return "kalla" if basis.good.year and idag < _source_end(basis) else "fraga"


def _source_end(basis: Basis) -> str:
    """The first day on which the source is too old."""
    return f"{basis.good.year + SOURCE_YEARS + 1}-01-01"


def trust_changes(record: Record) -> list[Change]:
    """When and to what the step falls, in order."""
    return changes_of(basis_of(record))


def changes_of(basis: Basis) -> list[Change]:
    if basis.is_past:
        return []
    days = [day_after(basis.confirmed, DUE_DAYS)] if basis.confirmed else []
    days += [_source_end(basis)] if basis.good.year else []
    steps = [("0001-01-01", _step_on(basis, "0001-01-01")), *((day, _step_on(basis, day)) for day in sorted(days))]
    falls = itertools.pairwise(steps)
    return [Change(date=day, before=before, after=after) for (_, before), (day, after) in falls if before != after]
