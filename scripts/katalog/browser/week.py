"""Catalogue -> what the week plan needs of every record: hours, where, which parts of the support, how to get in.

Input: `Derived`, `Vocabularies`. Output: relative path -> text: one file, named by what it holds, which the page names.
Private to our own JS (docs/assets/js/week/). A change of shape raises `FORMAT`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from katalog.browser.list import moved_ids
from katalog.derive.derived import Derived
from katalog.derive.freshness import day_after
from katalog.derive.hours import can_go, days_of, weekdays
from katalog.derive.nearby import AREA, ELSEWHERE, TOWN
from katalog.derive.nearness import parts_by_type
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Group, Record
from katalog.record.model import is_stated as states
from katalog.record.schema import Json
from katalog.wording.card import closed_mark, example_mark
from katalog.wording.fields import notice_days
from katalog.wording.hours import SHORT_DAYS
from katalog.wording.visit import visit_place
from katalog.wording.week import ages_of

FORMAT = 1  # the script refuses data of another format
ADDRESS = "min-lista/vecka/"
ENTRY = "week/main.js"
FOLDER = "assets/vecka"
_PARTS, _WAYS, _DISTRICT, _MUNICIPALITY = "komponent", "ingang", "stadsdel", "kommun"
# What says that something does not go on every week.
_SELDOM = re.compile(
    r"\b(?:varannan|vartannat|var (?:tredje|fjärde)|jämna|udda|viss(?:a|t)?|ibland|månad\w*|om året|första|sista|"
    r"sommar\w*|termin\w*|våren|hösten|skolveck\w*|lov\w*|nästan|de veckor)\b",
    re.IGNORECASE,
)


def week_files(derived: Derived, words: Vocabularies) -> dict[str, str]:
    text = json.dumps(week_data(derived, words), ensure_ascii=False, separators=(",", ":")) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return {f"{FOLDER}/{digest}.json": text}


def week_data(derived: Derived, words: Vocabularies) -> Json:
    """`delar` and `vagar` are the vocabularies' values in their order, `trakter` where one may be: a district or a
    municipality that one can move between ("": not known which)."""
    shared = _Shared(words=words, idag=derived.idag)
    return {
        "format": FORMAT,
        "dagar": [words.label("dag", day) for day in weekdays(words)],
        "kort": SHORT_DAYS,
        "delar": [[part, term.label, term.text] for part, term in words.terms(_PARTS).items()],
        "vagar": [[way, term.label] for way, term in words.terms(_WAYS).items()],
        "trakter": [list(place) for place in shared.places(derived.catalogue.records)],
        "flyttade": moved_ids(derived),
        "stallen": [shared.place_data(record) for record in derived.by_name(derived.catalogue.records)],
    }


@dataclass(frozen=True, kw_only=True)
class _Shared:
    """What all records have in common."""

    words: Vocabularies
    idag: str

    @cached_property
    def _parts(self) -> dict[str, int]:
        return {part: number for number, part in enumerate(self.words.terms(_PARTS))}

    @cached_property
    def _ways(self) -> dict[str, int]:
        return {way: number for number, way in enumerate(self.words.terms(_WAYS))}

    @cached_property
    def _days(self) -> tuple[str, ...]:
        return weekdays(self.words)

    @cached_property
    def _at(self) -> dict[tuple[str, str], int]:
        """The number of each place that has been named so far."""
        return {}

    def places(self, records: Iterable[Record]) -> list[tuple[str, str]]:
        for record in records:
            self._at.setdefault(self._place(record), len(self._at))
        return list(self._at)

    def _place(self, record: Record) -> tuple[str, str]:
        """Its name, and which kind: "" for what is wider, or not told."""
        if record.omrade == ELSEWHERE:
            towns = [self.words.label(TOWN, slug) for slug in record.kommun]
            return ", ".join(towns) or self.words.label(AREA, ELSEWHERE), _MUNICIPALITY if len(towns) == 1 else ""
        term = self.words.terms(AREA)[record.omrade]
        return term.label, _DISTRICT if term.notes.get("slag") == _DISTRICT else ""

    def place_data(self, record: Record) -> Json:
        """What there is nothing to say of is left out. Nobody goes there (`marke`): no hours."""
        is_open = can_go(record)
        told = {
            "marke": "" if is_open else self._mark(record),
            "delar": [self._parts[part] for part in record.komponent],
            "typdelar": [self._parts[part] for part in parts_by_type(record, self.words)],
            "vagar": self._ways_in(record, is_stated=True),
            "troliga": self._ways_in(record, is_stated=False),
            "rader": [self._row(time) for time in record.tider] if is_open else [],
            "aldrade": list(_aging(record)) if is_open and record.tider else [],
            "timmar": [(record.omfattning or {}).get(key) for key in ("timmar_fran", "timmar_till")],
            "notis": list(self._notice(record)),
            "ihop": list(record.kan_kombineras_med),
            "dar": visit_place(record),
        }
        kept = {key: value for key, value in told.items() if value and value != [None, None]}
        return {"id": record.id, "kallas": record.namn, "trakt": self._at[self._place(record)], **kept}

    def _mark(self, record: Record) -> str:
        """Why nobody can be sent there now."""
        if record.forebild:
            return example_mark(self.words)
        if record.is_closed:
            return closed_mark(self.words)
        if record.for_vem:
            return ", ".join(self.words.label("for-vem", one) for one in record.for_vem)
        return self.words.label("status", record.status)

    def _ways_in(self, record: Record, *, is_stated: bool) -> list[int]:
        return list(dict.fromkeys(self._ways[way["vag"]] for way in record.ingang if states(way) is is_stated))

    def _row(self, time: Group) -> list[Any]:
        """Days (Monday 0), start and end in minutes, about, what, not every week."""
        days = [self._days.index(day) for day in days_of(time, self.words)]
        what = time.get("vad", "")
        clocks = [_minutes(time.get(key)) for key in ("fran", "till")]
        return [days, *clocks, int(bool(time.get("ungefar"))), what, int(bool(_SELDOM.search(what)))]

    def _notice(self, record: Record) -> Iterator[str]:
        """What holds for a time, and the first day on which it does not."""
        notice = record.tillfalligt
        if notice and notice["till"] >= self.idag:
            yield f"{notice['text']} {notice_days(notice)}"
            yield day_after(notice["till"])


def _minutes(clock: str | None) -> int | None:
    if clock is None:
        return None
    hour, minute = clock.split(":")
    return 60 * int(hour) + int(minute)


def _aging(record: Record) -> Iterator[str]:
    """What is said of how old the hours are, and the first day on which it is said."""
    for age in ages_of(record):
        yield age.text
        yield age.begins
