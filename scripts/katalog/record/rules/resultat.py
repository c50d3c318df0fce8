"""Resultat får inte peka ut enskilda människor.

Ett antal på 1–4 personer tillsammans med en plats kan räcka för att känna igen någon. Skriv då "färre än 5" i matt
och lämna antal och procent tomma. Ett antal kan inte heller vara större än det antal det räknas av.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record.entry import Check, Context, Entry, items_of
from katalog.record.problem import Fault

CODES = {
    "resultat-smatal": "Så få personer kan kännas igen",
    "resultat-andel": "Antalet är större än helheten",
}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "resultat-smatal": "Ett antal på {antal} kan peka ut en person. Ta bort antal och skriv färre än {minst} i matt.",
    "resultat-andel": "antal är {antal} av {av}. Rätta talen, eller ta bort av.",
}
FEWEST = 5


def prepare(_context: Context) -> Check:
    return check


def check(entry: Entry) -> Iterator[Fault]:
    for index, result in items_of(entry.data, "resultat"):
        count, whole = result.get("antal"), result.get("av")
        if type(count) is not int:
            continue
        if 0 < count < FEWEST:
            message = TEXTS["resultat-smatal"].format(antal=count, minst=FEWEST)
            yield Fault(path=("resultat", index, "antal"), code="resultat-smatal", message=message)
        if type(whole) is int and count > whole:
            message = TEXTS["resultat-andel"].format(antal=count, av=whole)
            yield Fault(path=("resultat", index, "antal"), code="resultat-andel", message=message)
