"""The forms to fill in by hand (`schema/blanketter.json`): said once, for the page, the .docx and the .odt.

Input: `Schema`. Output: `Blank`s. Nothing that is filled in ever comes back here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from katalog.derive.money import Source, read_source
from katalog.record.schema import Json, Schema
from katalog.record.schema_files import BLANKS

# A line to write on; several; boxes to tick; a table to fill in; something to read.
Kind = Literal["rad", "stycke", "val", "tabell", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`lines` counts those to write on, in a table its empty rows; `choices` are what is ticked; `columns` the heads of
    a table, whose first column holds `first` where that is not empty."""

    kind: Kind
    text: str
    lines: int = 1
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    first: tuple[str, ...] = ()

    @property
    def cells(self) -> list[list[str]]:
        """What stands in the rows of a table before anybody writes."""
        left = self.first or ("",) * self.lines
        return [[name, *[""] * (len(self.columns) - 1)] for name in left]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    heading: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """`text` is what it is for in one sentence, `about` what its sources say; `always` holds for all of them."""

    id: str
    title: str
    text: str
    about: str
    always: str
    sources: tuple[Source, ...]
    parts: tuple[Part, ...]


def read_blanks(schema: Schema) -> tuple[Blank, ...]:
    document: Json = schema.documents[BLANKS]
    return tuple(
        Blank(
            id=row["id"],
            title=row["titel"],
            text=row["text"],
            about=row["om"],
            always=document["alltid"],
            sources=tuple(read_source(source) for source in row["kallor"]),
            parts=tuple(Part(heading=part["rubrik"], rows=tuple(map(_row, part["rader"]))) for part in row["delar"]),
        )
        for row in document["blanketter"]
    )


def _row(row: Json) -> Row:
    return Row(
        kind=row["slag"],
        text=row["text"],
        lines=row.get("antal", 1),
        choices=tuple(row.get("svar", ())),
        columns=tuple(row.get("kolumner", ())),
        first=tuple(row.get("forsta", ())),
    )
