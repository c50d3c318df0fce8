"""How fresh a record is on a given day, and in which words that is told.

Input: a record and `idag` (ISO date). Output: `Freshness`.
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


FRESHNESS_LABELS: dict[Level, str] = {
    "bekraftad": "Bekräftad",
    "dags": "Dags att se över",
    "inaktuell": "Kan vara inaktuell",
    "obekraftad": "Inte bekräftad",
}


# The sentences of the freshness line, for this module and for the preview in the form on the web.
TEXTS = {
    "bekraftades": "Uppgifterna bekräftades {datum} av {av}.",
    "fraga": " Fråga om de stämmer innan du går dit.",
    "fran": "Uppgifterna är från {ar}.",
    "okand_alder": "Vi vet inte hur gamla de är.",
    "kort_fran": "Uppgifter från {nar}.",
    "kort_utan": "Uppgifterna saknar årtal.",
    "stangd": "{fran} Verksamheten har stängt.",
    "obekraftad": "Ingen har bekräftat att det här stämmer i dag. {fran} Ring eller skriv först.",
}


def derive_freshness(record: Record, idag: str) -> Freshness:
    """The freshness of a record as of `idag`."""
    confirmed = record.senast_bekraftad
    if confirmed is None:
        since = _since(record.uppgifter_fran)
        return Freshness(
            level="obekraftad", label=FRESHNESS_LABELS["obekraftad"], text=_unconfirmed(record), since=since
        )
    days = (datetime.date.fromisoformat(idag) - datetime.date.fromisoformat(confirmed)).days
    level: Level = "bekraftad" if days <= FRESH_DAYS else "dags" if days <= DUE_DAYS else "inaktuell"
    day = swedish_date(confirmed)
    text = TEXTS["bekraftades"].format(datum=day, av=record.bekraftad_av) + (
        "" if level == "bekraftad" else TEXTS["fraga"]
    )
    return Freshness(level=level, label=FRESHNESS_LABELS[level], text=text, since=_since(day), date=confirmed)


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
