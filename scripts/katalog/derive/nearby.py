"""What lies near an area: its neighbours and what lies on the same line, by `schema/orter.json`. Approximate, as told
there, and no distances.

Input: the schema, and how much each area holds. Output: the nearest areas that hold something. An area is written as in
the file: `omrade/farsta`, `kommun/huddinge`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from katalog.record.model import Record
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import PLACES

AREA, TOWN = "omrade", "kommun"
ELSEWHERE = "annan-kommun"
_FAR = 3  # areas so many borders away are no longer near
_MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """The nearest areas, and a further one on a line that stops in the area; `line` is its name, "" without one."""

    areas: tuple[str, ...]
    line: str = ""
    on_line: str = ""


def areas_of(record: Record) -> list[str]:
    """The areas that the record lies in: its own, and its municipalities where that says only that it is another."""
    towns = record.kommun if record.omrade == ELSEWHERE else ()
    return [f"{AREA}/{record.omrade}", *(f"{TOWN}/{slug}" for slug in towns)]


@dataclass(frozen=True, kw_only=True)
class Nearby:
    """The map, once for a site."""

    schema: Schema

    @cached_property
    def _document(self) -> Json:
        document: Json = self.schema.documents[PLACES]
        return document

    @cached_property
    def _borders(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for one, other in self._document["grannomraden"]:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
        return found

    @cached_property
    def _area_of(self) -> Mapping[str, str]:
        """The name of a place -> the area that it lies in."""
        named = {name: area for area, name in self._named()}
        return {**named, **{row["namn"]: row["i"] for row in self._document["orter"] if "i" in row}}

    def _named(self) -> Iterator[tuple[str, str]]:
        for vocabulary in (TOWN, AREA):
            for value in constants(self.schema.vocabularies[vocabulary]) or ():
                area = f"{vocabulary}/{value['const']}"
                yield from ((area, name) for name in (*value.get("x-ord", ()), value["title"]))

    @cached_property
    def _lines(self) -> Mapping[str, list[str]]:
        """The name of a line, its branches together -> the areas in which it stops, in the order of the stations."""
        found: dict[str, list[str]] = {}
        for line in self._document["linjer"]:
            stops = found.setdefault(line["namn"].partition(",")[0], [])
            stops += [self._area_of[stop] for stop in line["stationer"] if stop in self._area_of]
        return {name: list(dict.fromkeys(stops)) for name, stops in found.items()}

    def nearest(self, area: str, held: Mapping[str, int], reach: int = _FAR) -> Near:
        """Where the nearest of what is held lies, at most so many borders away, the fullest first."""
        rings = islice(self._rings(area), reach)
        near = next((found for ring in rings if (found := [one for one in ring if held.get(one)])), [])
        near = sorted(near, key=lambda one: (-held[one], one))[:_MOST]
        line, further = next(self._on_lines(area, held, near), ("", ""))
        return Near(areas=tuple(near), line=line, on_line=further)

    def _rings(self, area: str) -> Iterator[list[str]]:
        """The neighbours, then theirs, and so on."""
        seen, ring = {area}, {area}
        for _ in range(_FAR):
            ring = {other for one in ring for other in self._borders.get(one, ())} - seen
            seen |= ring
            yield sorted(ring)

    def _on_lines(self, area: str, held: Mapping[str, int], near: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each line with the nearest area on it that is not told yet."""
        told = {area, *near}
        for name, stops in self._lines.items():
            further = [one for one in stops if held.get(one) and one not in told] if area in stops else []
            if further:
                yield name, min(further, key=lambda one: abs(stops.index(one) - stops.index(area)))
