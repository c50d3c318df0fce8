"""Samma verksamhet ska inte stå två gånger.

Varnar när två poster i samma område, med samma anordnare, har nästan samma namn. Är det samma verksamhet: behåll
den ena posten. Är det två: gör namnen tydligare, till exempel med platsen.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from katalog import suggest
from katalog.entry import Context, Entry, text_of
from katalog.problem import Fault

CODES = {"mojlig-dubblett": "Kanske samma verksamhet två gånger"}
_SIMILAR = 0.93  # difflib ratio: a letter or two in a name of common length
_MOST_LETTERS = 100  # as the schema allows; a name that breaks it must not cost minutes
_BLOCK = (
    5  # letters that must agree before names are compared, so that the work grows with the records, not their square
)


def check(entry: Entry, context: Context) -> Iterator[Fault]:
    name = _name(entry)
    for other in _index(context).get(_block(entry), ()) if name else ():
        if other.stem != entry.stem and difflib.SequenceMatcher(None, name, _name(other)).ratio() >= _SIMILAR:
            message = f"Liknar {other.path}: nästan samma namn, anordnare och område. Behåll den ena om det är samma."
            yield Fault(path=("namn",), code="mojlig-dubblett", message=message, level="varning")


def _name(entry: Entry) -> str:
    return suggest.fold(text_of(entry.data, "namn") or "")[:_MOST_LETTERS]


def _block(entry: Entry) -> tuple[str, str, str]:
    organiser = entry.data.get("anordnare")
    owner = text_of(organiser, "namn") if isinstance(organiser, dict) else None
    return _name(entry)[:_BLOCK], suggest.fold(owner or ""), text_of(entry.data, "omrade") or ""


def _index(context: Context) -> dict[tuple[str, str, str], list[Entry]]:
    if "blocks" not in context.notes:
        blocks: dict[tuple[str, str, str], list[Entry]] = {}
        for entries in context.ids.values():
            for entry in entries:
                blocks.setdefault(_block(entry), []).append(entry)
        context.notes["blocks"] = blocks
    index: dict[tuple[str, str, str], list[Entry]] = context.notes["blocks"]
    return index
