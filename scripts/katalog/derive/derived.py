"""What follows from a record and the day: how fresh it is, what lies near it, in which order lists stand.

Input: Catalogue and `idag` (ISO date). Output: values; nothing is written. Rendering and facets depend on it.
"""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from katalog.record.model import Catalogue, Record

K = TypeVar("K", bound=Hashable)
Level = Literal["bekraftad", "dags", "inaktuell", "obekraftad"]
# Days since the last confirmation (half a year, a year): the register Sofisam decayed silently within months.
FRESH_DAYS, DUE_DAYS = 180, 365
PLACES_DAYS = 30  # a statement about free places is told for a month, then the page says "ask"
MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip
_SIMILAR_SHOWN = 6
_LOOKED_AT = 60  # on each side; the work grows with the records, not their square


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """How far a record can be trusted today. `text` is a whole sentence; `date` is the last confirmation, if any."""

    level: Level
    label: str
    text: str
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
    "stangd": "{fran} Verksamheten har stängt.",
    "obekraftad": "Ingen har bekräftat att det här stämmer i dag. {fran} Ring eller skriv först.",
}


def derive_freshness(record: Record, idag: str) -> Freshness:
    """The freshness of a record as of `idag`."""
    confirmed = record.senast_bekraftad
    if confirmed is None:
        return Freshness(level="obekraftad", label=FRESHNESS_LABELS["obekraftad"], text=_unconfirmed(record))
    days = (datetime.date.fromisoformat(idag) - datetime.date.fromisoformat(confirmed)).days
    level: Level = "bekraftad" if days <= FRESH_DAYS else "dags" if days <= DUE_DAYS else "inaktuell"
    told = TEXTS["bekraftades"].format(datum=swedish_date(confirmed), av=record.bekraftad_av)
    cure = "" if level == "bekraftad" else TEXTS["fraga"]
    return Freshness(level=level, label=FRESHNESS_LABELS[level], text=told + cure, date=confirmed)


def _unconfirmed(record: Record) -> str:
    known = record.uppgifter_fran
    since = TEXTS["fran"].format(ar=known) if known else TEXTS["okand_alder"]
    if record.is_closed:
        return TEXTS["stangd"].format(fran=since)
    return TEXTS["obekraftad"].format(fran=since)


def swedish_date(date: str) -> str:
    """`2026-11-03` -> `3 november 2026`."""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def are_places_current(date: str, idag: str) -> bool:
    """True while a statement about free places, dated `date`, may still be told."""
    return (datetime.date.fromisoformat(idag) - datetime.date.fromisoformat(date)).days <= PLACES_DAYS


# Swedish alphabetical order without the machine's locale: å, ä, ö come after z.
_ORDER = str.maketrans({"å": "{a", "ä": "{b", "ö": "{c", "é": "e", "ü": "y", "-": " "})


def sort_key(name: str) -> str:
    """Key that puts names in Swedish alphabetical order, upper and lower case alike."""
    return name.lower().translate(_ORDER)


@dataclass(frozen=True, kw_only=True)
class Derived:
    """Everything derived from one catalogue on one day."""

    catalogue: Catalogue
    idag: str

    @cached_property
    def freshness(self) -> Mapping[str, Freshness]:
        return {record.id: derive_freshness(record, self.idag) for record in self.catalogue.records}

    @cached_property
    def parts(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the records that say they are part of it."""
        return _reverse(self.catalogue.records, lambda record: [record.del_av] if record.del_av else [])

    @cached_property
    def previous_steps(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the records that name it as a next step."""
        return _reverse(self.catalogue.records, lambda record: record.nasta_steg)

    @cached_property
    def replaces(self) -> Mapping[str, tuple[Record, ...]]:
        """Id -> the closed records that send their readers to it."""
        return _reverse(self.catalogue.records, lambda record: [record.ersatt_av] if record.ersatt_av else [])

    def in_order(self, records: Iterable[Record]) -> list[Record]:
        """Confirmed first, then unconfirmed, closed last; by name within each. Nothing else ranks anyone."""
        return sorted(records, key=self._rank)

    def _rank(self, record: Record) -> tuple[bool, bool, str, str]:
        unconfirmed = self.freshness[record.id].level == "obekraftad"
        return record.is_closed, unconfirmed, sort_key(record.namn), record.id

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Id -> the place of its name in the alphabet, the same for equal names: `similar` compares by the million."""
        place = {name: number for number, name in enumerate(sorted({sort_key(r.namn) for r in self.catalogue.records}))}
        return {record.id: place[sort_key(record.namn)] for record in self.catalogue.records}

    @cached_property
    def _by_interest(self) -> Mapping[tuple[bool, str], Sequence[str]]:
        """Ids of what a reader can still go to, by (is it an example, what one does there or what kind it is), by
        name."""
        open_ones = [record for record in self.catalogue.records if not record.is_closed]
        return {key: [r.id for r in group] for key, group in _reverse(open_ones, _interests).items()}

    def similar(self, record: Record) -> list[Record]:
        """A few open records that share what you do there, or else the type; those that share most, by name.

        Sharing is counted on the reader's question (what do I do, what kind is it), never on who runs the place. Of a
        value that very many share only those next to the record in the alphabet are looked at.
        """
        places, worth = self._places, len(self._places)  # sharing one value outdoes any place in the alphabet
        rank: dict[str, int] = {}
        for key in _interests(record):
            step = 2 * worth if key[1] in record.inriktning else worth
            for id_ in self._around(self._by_interest.get(key, ()), record):
                rank[id_] = rank.get(id_, places[id_]) - step
        rank.pop(record.id, None)
        best = sorted(rank, key=rank.__getitem__)[:_SIMILAR_SHOWN]
        return [self.catalogue.by_id[id_] for id_ in sorted(best, key=places.__getitem__)]

    def _around(self, members: Sequence[str], record: Record) -> Sequence[str]:
        if len(members) <= _LOOKED_AT:
            return members
        at = bisect.bisect_left(members, self._places[record.id], key=self._places.__getitem__)
        return members[max(0, at - _LOOKED_AT) : at + _LOOKED_AT]


def _interests(record: Record) -> list[tuple[bool, str]]:
    return [(record.forebild, value) for value in (*record.inriktning, *record.insatstyp)]


def _reverse(records: Iterable[Record], targets: Callable[[Record], Iterable[K]]) -> dict[K, tuple[Record, ...]]:
    found: dict[K, list[Record]] = {}
    for record in records:
        for target in targets(record):
            found.setdefault(target, []).append(record)
    return {target: tuple(sorted(group, key=lambda r: sort_key(r.namn))) for target, group in found.items()}
