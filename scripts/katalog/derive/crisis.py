"""The lines that somebody in crisis can ring, as schema/kris.json says, and which of them nobody has rung."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.record.schema import Schema
from katalog.record.schema_files import CRISIS

_UNCHECKED = "Obs: ingen har ringt {namn} (schema/kris.json). Ring, och skriv dagen i kontrollerad."


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page that gives the number; `year` is None when the page has none."""

    web: str
    is_own: bool
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line. `is_lasting`: known by everybody, and needs no date; `is_first`: stands out;
    `checked`: the day when a person rang it."""

    id: str
    name: str
    number: str
    text: str
    is_lasting: bool
    is_first: bool
    checked: str | None
    sources: tuple[Source, ...]

    @property
    def is_unchecked(self) -> bool:
        return not self.is_lasting and self.checked is None


def read_lines(schema: Schema) -> list[Line]:
    """Every line, in the file's order."""
    return [_line(row) for row in schema.documents[CRISIS]["linjer"]]


def _line(row: Mapping[str, Any]) -> Line:
    sources = (
        Source(web=source["webb"], is_own=source["slag"] == "egen", year=source["ar"])
        for source in row.get("kallor", ())
    )
    return Line(
        id=row["id"],
        name=row["namn"],
        number=row["nummer"],
        text=row["vad"],
        is_lasting=row.get("utan_datum", False),
        is_first=row.get("forst", False),
        checked=row.get("kontrollerad"),
        sources=tuple(sources),
    )


def tell_unchecked(lines: Sequence[Line]) -> str:
    """One line for the one who builds; nothing when all are checked."""
    names = [f"{line.name} {line.number}" for line in lines if line.is_unchecked]
    return _UNCHECKED.format(namn=", ".join(names)) if names else ""
