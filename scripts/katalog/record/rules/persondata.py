"""Inga uppgifter om enskilda människor.

Katalogen är öppen och sparas för alltid. Skriv växel, funktionsbrevlåda och funktion, aldrig en persons namn,
direktnummer, mobilnummer, personliga e-post eller personnummer. Ordlistorna som regeln använder finns i
schema/persondata.json, så att formuläret på webben kan säga samma sak.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from katalog.record import suggest
from katalog.record.entry import Check, Context, Entry, walk_texts
from katalog.record.problem import DataPath, Fault, quoted

CODES = {
    "persondata-personnummer": "Ett personnummer",
    "persondata-mobil": "Ett mobilnummer",
    "persondata-epost": "En persons e-post",
    "persondata-namn": "En persons namn",
}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {
    "persondata-personnummer": "Det här ser ut som ett personnummer. Ta bort det. "
    "Katalogen får aldrig innehålla uppgifter om en person.",
    "persondata-mobil": "Det här ser ut som ett mobilnummer. "
    "Skriv växelns nummer eller verksamhetens fasta nummer i stället.",
    "persondata-epost": "{text} ser ut som en persons e-post. Skriv en funktionsbrevlåda, till exempel info@.",
    "persondata-namn": "”{text}” ser ut som en persons namn. Skriv funktionen, till exempel enhetschef, utan namn.",
}
# Swedish personal identity number, with or without century; a co-ordination number has the day plus 60.
# Checksum: Skatteverket SKV 704, the Luhn sum over the ten digits.
_IDENTITY = re.compile(r"(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)")
# Swedish mobile series begin 070, 072, 073, 076 and 079 (PTS, telefoninummerplanen för E.164).
_MOBILE = re.compile(r"(?<![\d/])(?:\+46|0046|0)[ (0)-]{0,4}7[02369](?:[ -]?\d){7}(?!\d)")
# The lookbehind starts each run of letters once: without it a long run without @ costs its square.
_LONG_NUMBER = re.compile(r"\d(?:[ ()-]{0,3}\d){8}")  # what either of the two needs at least
_MAIL = re.compile(r"(?<![A-Za-zÅÄÖåäö0-9._%+-])([A-Za-zÅÄÖåäö0-9._%+-]+)@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_CAPITALISED = r"[A-ZÅÄÖÉ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)?"
_FULL_NAME = re.compile(rf"\b({_CAPITALISED}) ({_CAPITALISED})\b")


@dataclass(frozen=True, kw_only=True)
class Words:
    """schema/persondata.json: common first names, titles before a name, and words that mark a function mailbox."""

    fornamn: frozenset[str]
    titel_namn: re.Pattern[str]
    funktionsord: tuple[str, ...]


def prepare(context: Context) -> Check:
    words = load_words(context.schema.folder)
    return lambda entry: _check(entry, words)


def _check(entry: Entry, words: Words) -> Iterator[Fault]:
    for path, text in walk_texts(entry.data):
        yield from _numbers(path, text)
        if "@" in text:
            yield from _mailboxes(path, text, words)
        if path[-1] != ADDRESS_FIELD:
            yield from _names(path, text, words)


def load_words(folder: Path) -> Words:
    """Read persondata.json from the schema folder. Raises OSError or ValueError when the checkout is broken."""
    raw = json.loads((folder / "persondata.json").read_text(encoding="utf-8"))
    titles = "|".join(_any_case(title) for title in raw["titlar"])
    return Words(
        fornamn=frozenset(raw["fornamn"]),
        titel_namn=re.compile(rf"\b(?:{titles})\w*(?: är|[:,])? ({_CAPITALISED}) {_CAPITALISED}"),
        funktionsord=tuple(raw["funktionsord"]),
    )


def _any_case(title: str) -> str:
    """The pattern of a word in upper or lower case. Spelled out: an inline flag is unknown to older browsers."""
    return "".join(f"[{c.lower()}{c.upper()}]" if c.isalpha() else re.escape(c) for c in title)


def patterns(words: Words) -> dict[str, str]:
    """The rule's patterns by what they find, as Python writes them."""
    found = {
        "langt_tal": _LONG_NUMBER,
        "personnummer": _IDENTITY,
        "mobil": _MOBILE,
        "epost": _MAIL,
        "titel_namn": words.titel_namn,
        "helt_namn": _FULL_NAME,
    }
    return {name: pattern.pattern for name, pattern in found.items()}


def _numbers(path: DataPath, text: str) -> Iterator[Fault]:
    if not _LONG_NUMBER.search(text):
        return
    if any(_is_identity(match) for match in _IDENTITY.finditer(text)):
        yield Fault(path=path, code="persondata-personnummer", message=TEXTS["persondata-personnummer"])
    if path[-1] != ADDRESS_FIELD and _MOBILE.search(text):
        yield Fault(path=path, code="persondata-mobil", message=TEXTS["persondata-mobil"])


def _is_identity(match: re.Match[str]) -> bool:
    year, month, day, tail = match.groups()
    if not (1 <= int(month) <= 12 and (1 <= int(day) <= 31 or 61 <= int(day) <= 91)):
        return False
    doubled = [int(digit) * (2 - index % 2) for index, digit in enumerate(year + month + day + tail)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _mailboxes(path: DataPath, text: str, words: Words) -> Iterator[Fault]:
    for match in _MAIL.finditer(text):
        if _is_personal(match[1], words):
            message = TEXTS["persondata-epost"].format(text=quoted(match[0]))
            yield Fault(path=path, code="persondata-epost", message=message)
            return


def _is_personal(local: str, words: Words) -> bool:
    """`anna`, `anna.svensson` and `a.svensson` are a person's; `info.farsta` and `daglig.verksamhet` are not."""
    parts = [part for part in re.split(r"[._-]", suggest.fold(local).replace("-", ".")) if part]
    if any(word in part for word in words.funktionsord for part in parts):
        return False
    if any(part in words.fornamn for part in parts):
        return True
    return "." in local and len(parts) == 2 and all(part.isalpha() for part in parts)


def _names(path: DataPath, text: str, words: Words) -> Iterator[Fault]:
    titled = words.titel_namn.search(text)
    if not titled:
        full = _FULL_NAME.search(text) if path[0] in NAME_FIELDS else None
        titled = full if full and suggest.fold(full[1]) in words.fornamn else None
    if titled:
        message = TEXTS["persondata-namn"].format(text=quoted(titled[0]))
        yield Fault(path=path, code="persondata-namn", message=message)


ADDRESS_FIELD = "webb"  # long numbers and capitals are common in addresses
# Where a person's name would stand as a contact. Elsewhere a name may be a street or a house ("Karl Johans torg").
NAME_FIELDS = frozenset({"bekraftad_av", "bestall_hos", "kontakt", "anordnare", "forsta_steget", "personal"})
