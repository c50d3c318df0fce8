"""Sidan säger bara åt läsaren att göra det som går.

Ska man ringa eller skriva till någon? Då ska det finnas ett nummer eller en adress i kontakt eller hos anordnaren.
Finns ingen av dem visar sidan stadsdelens eller kommunens (x-kontakt i schema/vokabular).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from katalog.record.entry import Check, Context, Entry, items_of, text_of
from katalog.record.problem import DataPath, Fault
from katalog.record.schema import Schema, constants

CODES = {"kontakt-saknas": "Texten säger åt läsaren att göra något som inte går"}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "ring": "Texten säger åt läsaren att ringa, men det finns inget nummer. Skriv det i kontakt, eller ändra texten.",
    "mejla": "Texten säger åt läsaren att mejla, men det finns ingen e-post. Skriv den i kontakt, eller ändra texten.",
    "skriv": "Texten säger åt läsaren att skriva till någon, men det finns ingen adress. "
    "Skriv e-post eller formulär i kontakt, eller ändra texten.",
}
# Which text it is -> what a reader is told to do, and the ways of which one is enough.
# "Du behöver inte ringa" tells nobody to; "ring på klockan" needs no number, and "i en ring" is no verb.
_NOT = r"(?<!inte )(?<!inte att )(?<!utan att )(?<!slipper )(?<!inte ens )(?<!en )"
PATTERNS = {
    "ring": rf"{_NOT}\b[Rr]ing(?:a|er)?\b(?! (?:inte|på)\b)",
    "mejla": rf"{_NOT}\b(?:[Mm]ejlar?|[Mm]ailar?|[Ss]kickar? (?:ett )?(?:e-post|mejl|mail))\b(?! inte\b)",
    "skriv": rf"{_NOT}\b[Ss]kriv(?:a|er)? till\b",
}
WAYS = {"ring": ("telefon",), "mejla": ("epost",), "skriv": ("epost", "formular")}
AROUND = ("omrade", "kommun")  # fields of the record whose values may have a contact of their own
_PATTERNS = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
Contacts = Mapping[str, Mapping[str, Any]]


def prepare(context: Context) -> Check:
    around = {name: _contacts(name, context.schema) for name in AROUND}
    return lambda entry: _check(entry, around)


def _check(entry: Entry, around: Mapping[str, Contacts]) -> Iterator[Fault]:
    for path, text in _telling(entry):
        for name, pattern in _PATTERNS.items():
            if pattern.search(text) and not any(way in group for group in _groups(entry, around) for way in WAYS[name]):
                yield Fault(path=path, code="kontakt-saknas", message=TEXTS[name])


def _telling(entry: Entry) -> Iterator[tuple[DataPath, str]]:
    """The texts that tell a reader what to do."""
    step = text_of(entry.data, "forsta_steget")
    if step:
        yield ("forsta_steget",), step
    for index, way in items_of(entry.data, "ingang"):
        text = text_of(way, "forklaring")
        if text:
            yield ("ingang", index, "forklaring"), text


def _groups(entry: Entry, around: Mapping[str, Contacts]) -> Iterable[Mapping[str, Any]]:
    """Those that the page shows: the places' contacts stand there only when there is nothing nearer to turn to."""
    own = [group for field in ("kontakt", "anordnare") if isinstance(group := entry.data.get(field), dict)]
    if any(way in group for group in own for ways in WAYS.values() for way in ways):
        return own
    held = ((name, entry.data.get(name)) for name in AROUND)
    listed = ((name, slug) for name, value in held for slug in (value if isinstance(value, list) else [value]))
    return [around[name].get(slug, {}) for name, slug in listed if isinstance(slug, str)]


def _contacts(field: str, schema: Schema) -> Contacts:
    node = schema.fields[field]
    return {value["const"]: value.get("x-kontakt", {}) for value in constants(node.get("items", node)) or ()}
