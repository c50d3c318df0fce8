"""Samma verksamhet ska inte stå två gånger.

Varnar när två poster i samma område, med samma anordnare, har nästan samma namn. Är det samma verksamhet: behåll
den ena posten. Är det två: gör namnen tydligare, till exempel med platsen.

Varnar också när två poster har samma sammanfattning. Den står i listor och sökträffar. Skriv vad som är eget för varje
ställe.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from katalog.record import suggest
from katalog.record.entry import Check, Context, Entry, text_of
from katalog.record.problem import Fault
from katalog.record.text import words_in

CODES = {
    "mojlig-dubblett": "Kanske samma verksamhet två gånger",
    "sammanfattning-lika": "Två poster har samma sammanfattning",
}
SAID_BY_FORM: frozenset[str] = frozenset()  # the form has the others' names and areas, not who runs them
_SIMILAR = 0.93  # difflib ratio: a letter or two in a name of common length
_NEIGHBOURS = 3  # names compared on each side in alphabetical order: the work grows with the records, not their square


class _Named(NamedTuple):
    """An entry among those of its group, in their order."""

    name: str
    path: str
    stem: str


def prepare(context: Context) -> Check:
    groups, summaries = _groups(context), _summaries(context)
    return lambda entry: chain(_check(entry, groups[_group(entry)]), _same_summary(entry, summaries))


def _check(entry: Entry, group: Sequence[_Named]) -> Iterator[Fault]:
    own = _named(entry)
    for other in _neighbours(own, group):
        if _are_alike(own.name, other.name):
            message = f"Liknar {other.path}: nästan samma namn, anordnare och område. Behåll den ena om det är samma."
            yield Fault(path=("namn",), code="mojlig-dubblett", message=message, level="varning")


def _same_summary(entry: Entry, summaries: Mapping[str, Sequence[Entry]]) -> Iterator[Fault]:
    others = [other for other in summaries.get(_summary(entry), ()) if other.stem != entry.stem]
    if others:
        message = f"Sammanfattningen är densamma i {others[0].path}. Skriv vad som är eget för det här stället."
        yield Fault(path=("sammanfattning",), code="sammanfattning-lika", message=message, level="varning")


def _summary(entry: Entry) -> str:
    return " ".join(words_in(text_of(entry.data, "sammanfattning") or "")).lower()


def _summaries(context: Context) -> dict[str, list[Entry]]:
    """Entries by their summary; what has none is told by the schema."""
    found: dict[str, list[Entry]] = {}
    for entry in chain.from_iterable(context.ids.values()):
        if summary := _summary(entry):
            found.setdefault(summary, []).append(entry)
    return found


def _are_alike(name: str, other: str) -> bool:
    """First how many letters they share in any order: most neighbours differ plainly, and difflib is slow to set up."""
    if not _share_letters(name, other):
        return False
    import difflib  # noqa: PLC0415  # only names that are nearly alike wait for it

    return difflib.SequenceMatcher(None, name, other).ratio() >= _SIMILAR


def _share_letters(name: str, other: str) -> bool:
    """As many as names of their lengths must share to be alike; ends at the first letter too few."""
    lacking = len(name) - _SIMILAR * (len(name) + len(other)) / 2
    if lacking < len(name) - len(other):
        return False
    for letter in set(name):
        lacking -= max(0, name.count(letter) - other.count(letter))
        if lacking < 0:
            return False
    return True


def _neighbours(entry: _Named, group: Sequence[_Named]) -> list[_Named]:
    if len(group) == 1 or not entry.name:
        return []
    at = bisect.bisect_left(group, entry)
    return [other for other in group[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1] if other.stem != entry.stem]


def _named(entry: Entry) -> _Named:
    return _Named(suggest.fold(text_of(entry.data, "namn") or ""), entry.path, entry.stem)


def _group(entry: Entry) -> tuple[str, str]:
    organiser = entry.data.get("anordnare")
    owner = text_of(organiser, "namn") if isinstance(organiser, dict) else None
    return suggest.fold(owner or ""), text_of(entry.data, "omrade") or ""


def _groups(context: Context) -> dict[tuple[str, str], list[_Named]]:
    """All entries of the same organiser and area, by name."""
    groups: dict[tuple[str, str], list[_Named]] = {}
    for entry in chain.from_iterable(context.ids.values()):
        groups.setdefault(_group(entry), []).append(_named(entry))
    for group in groups.values():
        group.sort()
    return groups
