"""Places, what lies near them and which records stand there -> a part of the index, for `search/places.js`.

Input: schema/orter.json, the concepts and records of the index. A place is known by the names that the vocabularies of
areas give (title, x-ord, former names) and by orter.json; the search finds its name as a word of its area.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from katalog.browser.fold import Language
from katalog.browser.lists import pack
from katalog.browser.names import beside_called
from katalog.browser.numbers import encode, gaps
from katalog.browser.sets import Sets, column
from katalog.record.schema import Schema, constants
from katalog.record.schema_files import PLACES

_IN = "i"
_SHORT = 4


@dataclass(slots=True, kw_only=True)
class _Spot:
    """A place: the areas it lies in, by key; `is_whole` when it is one of them; other names; its neighbours."""

    areas: list[str] = field(default_factory=list)
    is_whole: bool = False
    names: list[str] = field(default_factory=list)
    near: set[str] = field(default_factory=set)


@dataclass(frozen=True, kw_only=True)
class Places:
    """All places by name, in the order of the index."""

    spots: Mapping[str, _Spot]
    document: Mapping[str, Any]

    def words_of(self, area: str) -> list[str]:
        """What the area is called beside the names of its own vocabulary: its places, and their other names."""
        added = {row["namn"] for row in self.document["orter"] if _IN in row}
        own = [(name, spot) for name, spot in self.spots.items() if area in spot.areas]
        return [word for name, spot in own for word in ([name] if name in added else []) + spot.names]

    def data(
        self,
        called: Sequence[Sequence[str]],
        areas: Mapping[str, int],
        held: Mapping[str, Sequence[int]],
        told: Mapping[str, Sequence[int]],
        sets: Sets,
    ) -> dict[str, Any]:
        """Columns, a place on each line. `called`: all names of each concept; `areas`: key -> number of its concept;
        `held`: place -> the records that lie there, by what they say; `told`: those that name it else; `sets`: where
        sets of records are kept."""
        number = {name: at for at, name in enumerate(self.spots)}
        within = self._areas_of(areas)
        names = beside_called(self.spots, [called[own[0]] for own in within])
        return {
            "ortnamn": "\n".join(
                "|".join([name, *spot.names]) for name, spot in zip(names, self.spots.values(), strict=True)
            ),
            "omraden": pack(within, len(areas)),
            "hela": encode(gaps(at for at, spot in enumerate(self.spots.values()) if spot.is_whole)),
            "grannar": pack(
                [
                    sorted(number[other] for other in spot.near if number[other] > number[name])
                    for name, spot in self.spots.items()
                ],
                len(number),
            ),
            "poster": _set_numbers(held, sets),
            "namns": _set_numbers(told, sets),
            "grannomraden": [[areas[area] for area in pair] for pair in self.document["grannomraden"]],
            "stad": [areas[area] for area in self.document["samma_stad"]],
            "overallt": [areas[area] for area in self.document["overallt"]],
            "smaord": self.document["smaord"],
            "forsatser": self.document["forsatser"],
        }

    def _areas_of(self, areas: Mapping[str, int]) -> list[list[int]]:
        return [sorted({areas[area] for area in spot.areas if area in areas}) for spot in self.spots.values()]


def read_places(schema: Schema) -> Places:
    """Places of the areas that have neighbours; wider ones ("hela landet") are no places to be near."""
    document = schema.documents[PLACES]
    spots: dict[str, _Spot] = {}
    wide = {area for pair in document["grannomraden"] for area in pair}
    for area, name, is_title in _named(schema, wide):
        spot = spots.setdefault(name, _Spot())
        spot.areas.append(area)
        spot.is_whole |= is_title or name in document["hela"]
    for row in document["orter"]:
        spot = spots.setdefault(row["namn"], _Spot())
        spot.areas += [row[_IN]] if _IN in row else []
        spot.names += row.get("ord", ())
    for one, other in _neighbours(document):
        spots[one].near.add(other)
        spots[other].near.add(one)
    return Places(spots=spots, document=document)


def _named(schema: Schema, wanted: set[str]) -> Iterator[tuple[str, str, bool]]:
    """(area, a name of it or of a place in it, whether it is the area's own)."""
    for vocabulary in dict.fromkeys(area.partition("/")[0] for area in sorted(wanted)):
        for value in constants(schema.vocabularies[vocabulary]) or ():
            area = f"{vocabulary}/{value['const']}"
            if area in wanted:
                yield area, value["title"], True
                former = [place["namn"] for place in value.get("x-forr", ())]
                yield from ((area, name, False) for name in (*value.get("x-ord", ()), *former))


def _neighbours(document: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for line in document["linjer"]:
        yield from pairwise(line["stationer"])
    yield from (tuple(pair) for pair in document["grannar"])


def _set_numbers(held: Mapping[str, Sequence[int]], sets: Sets) -> list[str]:
    """Which places have any records, and the numbers of those sets."""
    places = [at for at, docs in enumerate(held.values()) if docs]
    return [encode(gaps(places)), column(sets.of(docs) for docs in held.values() if docs)]


class Named:
    """Place -> the records whose words name it: the longest name counts, so that Farsta strand is not Farsta."""

    def __init__(self, places: Places, language: Language) -> None:
        self.docs: dict[str, list[int]] = {name: [] for name in places.spots}
        named = [(word, name) for name, spot in places.spots.items() for word in (name, *spot.names)]
        self._keys = {_bare(language.words(word)): name for word, name in named}
        self._sizes: dict[str, list[int]] = {}  # by the first word of a name, the longest first
        for key in sorted(self._keys, key=len, reverse=True):
            self._sizes.setdefault(key[0], []).append(len(key))
        self._firsts = {form for word in self._sizes for form in (word, f"{word}s")}

    def add(self, doc: int, words: Sequence[str]) -> None:
        if not self._firsts.isdisjoint(words):
            for name in dict.fromkeys(_names_in(_bare(words), self._keys, self._sizes)):
                self.docs[name].append(doc)


def _bare(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they stand, but for the genitive: a stem would make "centrala" the name of Centralen."""
    return tuple(word.removesuffix("s") if len(word) > _SHORT else word for word in words)


def _names_in(
    words: tuple[str, ...], keys: Mapping[tuple[str, ...], str], sizes: Mapping[str, Sequence[int]]
) -> Iterator[str]:
    at = 0
    while at < len(words):
        held = 1
        for size in sizes.get(words[at], ()):  # none for nearly all
            if name := keys.get(words[at : at + size]):
                yield name
                held = size
                break
        at += held
