"""Inget har hänt i framtiden.

Det gäller dagen då något bekräftades eller beslutades. Det gäller också år för uppgifter, belopp och källor.
Inget av dem får ligga efter den dag som är i dag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from katalog.record.entry import Check, Context, Entry
from katalog.record.problem import DataPath, Fault

CODES = {"datum-framtid": "Datumet eller året ligger i framtiden"}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "dag": "{falt} är {varde}, men i dag är det {idag}. Skriv den dag då det hände.",
    "ar": "{falt} är {varde}, men i dag är det {idag}. Skriv det år som uppgiften gäller.",
}
DATE_KEYS = frozenset({"senast_bekraftad", "datum"})
YEAR_KEYS = frozenset({"uppgifter_fran", "ar"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def prepare(context: Context) -> Check:
    return lambda entry: _check(entry, context.idag)


def _check(entry: Entry, idag: str) -> Iterator[Fault]:
    this_year = int(idag[:4])
    for path, value in _walk(entry.data, ()):
        if path[-1] in DATE_KEYS and isinstance(value, str) and _DATE.fullmatch(value) and value > idag:
            yield _fault("dag", path, value, idag)
        elif path[-1] in YEAR_KEYS and type(value) is int and this_year < value <= 2100:
            yield _fault("ar", path, value, idag)


def _fault(text: str, path: DataPath, value: object, idag: str) -> Fault:
    message = TEXTS[text].format(falt=path[-1], varde=value, idag=idag)
    return Fault(path=path, code="datum-framtid", message=message)


def _walk(value: Any, path: DataPath) -> Iterator[tuple[DataPath, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in DATE_KEYS or key in YEAR_KEYS:
                yield (*path, key), inner
            elif isinstance(inner, dict | list):
                yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if isinstance(inner, dict | list):
                yield from _walk(inner, (*path, index))
