"""Tider slutar efter att de har börjat, och omfattning går från det mindre till det större.

Det som bara gäller en tid (tillfalligt) slutar samma dag eller senare.

En dag slutar 24:00. En tid som går över midnatt skrivs som två rader: en till "24:00" och en från "00:00" nästa dag.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from katalog.record.entry import Check, Context, Entry, items_of, text_of
from katalog.record.problem import Fault, number_text

CODES = {
    "tid-ordning": "Tiden slutar innan den börjar",
    "omfattning-ordning": "Omfattningen står i fel ordning",
    "tillfalligt-ordning": "Det som gäller en tid slutar innan det börjar",
}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "tid-ordning": "Tiden går från {fran} till {till}. Slutar den efter midnatt: skriv till 24:00 på den här raden, "
    "och lägg till en rad för nästa dag, från 00:00 till {till}.",
    "tid-midnatt": "Tiden går från {fran} till 00:00, som är dagens början. Slutar den vid midnatt: skriv till 24:00.",
    "tid-lika": "Tiden slutar {till}, när den börjar. Rätta den ena, eller ta bort till.",
    "tillfalligt-ordning": "Det gäller från {fran} till {till}. Byt plats på dagarna, eller rätta den ena.",
    "omfattning-ordning": "omfattning går från {fran} till {till} {enhet}. Byt plats på talen.",
}


def prepare(_context: Context) -> Check:
    return check


def check(entry: Entry) -> Iterator[Fault]:
    for index, time in items_of(entry.data, "tider"):
        start, end = text_of(time, "fran"), text_of(time, "till")
        if start and end and len(start) == len(end) == 5 and start >= end:
            text = "tid-lika" if start == end else "tid-midnatt" if end == "00:00" else "tid-ordning"
            message = TEXTS[text].format(fran=start, till=end)
            yield Fault(path=("tider", index, "till"), code="tid-ordning", message=message)
    yield from _notice(entry)
    extent = entry.data.get("omfattning")
    if not isinstance(extent, dict):
        return
    for unit in ("timmar", "veckor"):
        low, high = extent.get(f"{unit}_fran"), extent.get(f"{unit}_till")
        if _is_number(low) and _is_number(high) and low > high:
            first, last = number_text(low), number_text(high)
            message = TEXTS["omfattning-ordning"].format(fran=first, till=last, enhet=unit)
            yield Fault(path=("omfattning", f"{unit}_fran"), code="omfattning-ordning", message=message)


def _notice(entry: Entry) -> Iterator[Fault]:
    notice = entry.data.get("tillfalligt")
    start, end = (text_of(notice, key) if isinstance(notice, dict) else None for key in ("fran", "till"))
    if start and end and len(start) == len(end) == len("2026-11-22") and start > end:
        message = TEXTS["tillfalligt-ordning"].format(fran=start, till=end)
        yield Fault(path=("tillfalligt", "till"), code="tillfalligt-ordning", message=message)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
