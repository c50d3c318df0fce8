"""How fresh a record is on a given day, and in which words its owner and the editors are told; what a reader is told is
`trust`'s.

Input: a record and `idag` (ISO date). Output: `Freshness`, and the days on which it will change: a static page is read
on other days than that of its build, and the browser takes back what has expired by then.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from katalog.derive.swedish import swedish_date
from katalog.record.model import Record

Level = Literal["bekraftad", "dags", "inaktuell", "obekraftad"]


# Days since the last confirmation (half a year, a year): the register Sofisam decayed silently within months.
FRESH_DAYS, DUE_DAYS = 180, 365
# A confirmation of so many days at most is at that level; an older one is TOO_OLD.
STEPS: tuple[tuple[int, Level], ...] = ((FRESH_DAYS, "bekraftad"), (DUE_DAYS, "dags"))
TOO_OLD: Level = "inaktuell"
PLACES_DAYS = 30  # a statement about free places is told for a month, then the page says "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How far a record can be trusted today. `text` is a whole sentence, `since` a shorter one for a card, `date` the
    last confirmation, if any."""

    level: Level
    label: str
    text: str
    since: str
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From the day `date` (ISO) on what was said as `before` is said as `after`, or no more."""

    date: str
    before: str
    after: str | None


FRESHNESS_LABELS: dict[Level, str] = {
    "bekraftad": "Bekräftad",
    "dags": "Dags att se över",
    "inaktuell": "Kan vara inaktuell",
    "obekraftad": "Inte bekräftad",
}


# The sentences of the freshness line, for this module and for the preview in the form on the web.
TEXTS = {
    "bekraftades": "Uppgifterna bekräftades {datum} av {av}.",
    "fraga": " De kan ha ändrats sedan dess.",
    "fran": "Uppgifterna är från {ar}.",
    "okand_alder": "Vi vet inte hur gamla uppgifterna är.",
    "kort_fran": "Uppgifter från {nar}.",
    "kort_utan": "Uppgifter utan årtal.",
    "stangd": "{fran} Verksamheten har stängt.",
    "obekraftad": "Ingen har bekräftat att det här stämmer i dag. {fran}",
}


def derive_freshness(record: Record, idag: str) -> Freshness:
    """The freshness of a record as of `idag`."""
    confirmed = record.senast_bekraftad
    if confirmed is None:
        since = _since(record.uppgifter_fran)
        return Freshness(
            level="obekraftad", label=FRESHNESS_LABELS["obekraftad"], text=_unconfirmed(record), since=since
        )
    level = _level_on(idag, confirmed)
    day = swedish_date(confirmed)
    text = TEXTS["bekraftades"].format(datum=day, av=record.bekraftad_av) + (
        "" if level == STEPS[0][1] else TEXTS["fraga"]
    )
    return Freshness(level=level, label=FRESHNESS_LABELS[level], text=text, since=_since(day), date=confirmed)


def _level_on(idag: str, confirmed: str) -> Level:
    days = (datetime.date.fromisoformat(idag) - datetime.date.fromisoformat(confirmed)).days
    return next((level for most, level in STEPS if days <= most), TOO_OLD)


def places_changes(record: Record) -> list[Change]:
    """When a statement about free places is told no more."""
    stated = record.platslage
    return [Change(date=places_end(stated["datum"]), before=stated["lage"], after=None)] if stated else []


def places_end(date: str) -> str:
    """The first day on which a statement about free places, dated `date`, is told no more."""
    return day_after(date, PLACES_DAYS)


def day_after(date: str, days: int = 0) -> str:
    """The first day that lies more than `days` after `date`; the calendar's last day when there is none."""
    day = datetime.date.fromisoformat(date).toordinal() + days + 1
    return datetime.date.fromordinal(min(day, datetime.date.max.toordinal())).isoformat()


def day_before(date: str, days: int) -> str:
    """The day that lies `days` before `date`."""
    return datetime.date.fromordinal(datetime.date.fromisoformat(date).toordinal() - days).isoformat()


def _since(when: str | int | None) -> str:
    return TEXTS["kort_fran"].format(nar=when) if when else TEXTS["kort_utan"]


def _unconfirmed(record: Record) -> str:
    known = record.uppgifter_fran
    since = TEXTS["fran"].format(ar=known) if known else TEXTS["okand_alder"]
    if record.is_closed:
        return TEXTS["stangd"].format(fran=since)
    return TEXTS["obekraftad"].format(fran=since)


def are_places_current(date: str, idag: str) -> bool:
    """True while a statement about free places, dated `date`, may still be told."""
    return (datetime.date.fromisoformat(idag) - datetime.date.fromisoformat(date)).days <= PLACES_DAYS
