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
_NESTING = (dict, list)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)  # other digits are told by the pattern alone


def prepare(context: Context) -> Check:
    return lambda entry: _check(entry, context.idag)


def _check(entry: Entry, idag: str) -> Iterator[Fault]:
    this_year = int(idag[:4])
    for path, value in _dated(entry.data, (), []):
        if path[-1] in DATE_KEYS and isinstance(value, str) and _DATE.fullmatch(value) and value > idag:
            yield _fault("dag", path, value, idag)
        elif path[-1] in YEAR_KEYS and type(value) is int and this_year < value <= 2100:
            yield _fault("ar", path, value, idag)


def _fault(text: str, path: DataPath, value: object, idag: str) -> Fault:
    message = TEXTS[text].format(falt=path[-1], varde=value, idag=idag)
    return Fault(path=path, code="datum-framtid", message=message)


def _dated(value: Any, path: DataPath, found: list[tuple[DataPath, Any]]) -> list[tuple[DataPath, Any]]:
    """What stands under a key of a day or a year, each with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in DATE_KEYS or key in YEAR_KEYS:
                found.append(((*path, key), inner))
            elif isinstance(inner, _NESTING):
                _dated(inner, (*path, key), found)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            if isinstance(inner, _NESTING):
                _dated(inner, (*path, index), found)
    return found
