"""The columns of a sheet of records: which there are, in which order, what each is called, written and read back.

Input: vocabularies (they hold the schema) and what records are called. Output: `Column`s. Everything comes from the
schema: a field that is added there has its column here. Sheets are made in `exports`, and read in `upkeep`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.derive.vocabulary import Vocabularies
from katalog.record import suggest
from katalog.record.schema import Json, is_reference
from katalog.wording.cell_lines import lines_way
from katalog.wording.cell_text import Cell, clean
from katalog.wording.cells import Names, Way, way_of

ID = "id"
EXAMPLE = "Exempel (läses inte)"  # stands where the id of a row would, and the row is passed over
CLEARED = "-"  # alone in a cell: the fact is taken away
_ID_ABOUT = "Postens id, om den finns i katalogen. Ändra det aldrig. Lämna tomt för en ny verksamhet."
_ID_HEADINGS = ("post-id", "postens id")
_NAME_OR_ID = "Skriv verksamhetens namn eller id."
_TICKED = {
    "boolean": (("Kryssa ", "Skriv Ja "),),
    "array": (("Kryssa för ", "Skriv "), ("Kryssa bara ", "Skriv bara "), (" i rutan Mått", " i måttet")),
}
_LINES = "Skriv en på varje rad i cellen."


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. `place` is the field, or the field and its part; `headings` what else the column may be called."""

    place: tuple[str, ...]
    heading: str
    about: str
    group: str
    way: Way
    headings: tuple[str, ...] = ()
    example: Cell = None
    vocabulary: str | None = None
    is_required: bool = False

    @property
    def field(self) -> str:
        return self.place[0]

    @property
    def key(self) -> str:
        """What the column is called in the open data."""
        return ".".join(self.place)

    def value_of(self, data: Mapping[str, Any]) -> Any:
        """What a record holds here; None for nothing."""
        value = data.get(self.place[0])
        return value.get(self.place[1]) if len(self.place) > 1 and isinstance(value, Mapping) else value

    def cell_of(self, data: Mapping[str, Any]) -> Cell:
        value = self.value_of(data)
        return None if value is None else self.way.write(value)

    def is_same(self, cell: Cell, data: Mapping[str, Any]) -> bool:
        """True when the cell says what the record says, whatever stands around the words."""
        return clean(cell) == clean(self.cell_of(data))


def columns_of(words: Vocabularies, names: Names) -> tuple[Column, ...]:
    """The id, what every record must have, then all other fields, in the schema's order."""
    schema = words.schema
    required: Sequence[str] = schema.full["required"]
    first = sorted(schema.fields, key=lambda name: name not in required)
    return (_id_column(), *(column for name in first for column in _columns(name, words, names)))


def _id_column() -> Column:
    way = Way(write=lambda value: value, read=clean)
    return Column(place=(ID,), heading="Id", about=_ID_ABOUT, group="", way=way, headings=_ID_HEADINGS)


def _columns(name: str, words: Vocabularies, names: Names) -> Iterator[Column]:
    node = words.schema.fields[name]
    group = next(group.title for group in words.groups if name in group.fields)
    if node.get("type") != "object":
        way = _way(name, node, words, names)
        is_required = name in words.schema.full["required"]
        yield _column((name,), node["title"], node, way, group=group, is_required=is_required)
        return
    for part, inner in node["properties"].items():
        heading = f"{node['title']}: {inner['title']}"
        yield _column((name, part), heading, inner, way_of(inner, names), group=group, is_required=False)


def _way(name: str, node: Json, words: Vocabularies, names: Names) -> Way:
    if "properties" not in node.get("items", {}):
        return way_of(node, names)
    return lines_way(name, node, names, {field: words.title(field) for field in words.schema.fields})


def _column(place: tuple[str, ...], heading: str, node: Json, way: Way, *, group: str, is_required: bool) -> Column:  # noqa: PLR0913
    about = _about(node)
    inner = node.get("items", node)
    return Column(
        place=place,
        heading=heading,
        about=f"{about} {_LINES}" if way.is_list else about,
        group=group,
        way=way,
        headings=(node["title"], *node.get("x-rubriker", ()), *node.get("x-alias", ())),
        example=way.write(node["examples"][0]),
        vocabulary=inner.get("x-vokabular"),
        is_required=is_required,
    )


def _about(node: Json) -> str:
    """The help of the form, for one who writes and has nothing to tick or to search."""
    inner = node.get("items", node)
    if is_reference(inner):
        return f"{node['description']} {_NAME_OR_ID}"
    text = str(node.get("x-formular", node["description"]))
    for told, meant in _TICKED["boolean" if node.get("type") == "boolean" else "array"]:
        text = text.replace(told, meant)
    return text


def by_heading(columns: Sequence[Column]) -> dict[str, Column]:
    """Folded heading -> column: the whole heading first, then other words for it, last what the field is called in
    files. A word that two columns answer to is left out."""
    found: dict[str, Column] = {fold_heading(column.key): column for column in columns}
    counts = Counter(word for column in columns for word in {fold_heading(heading) for heading in column.headings})
    for column in columns:
        words = {fold_heading(word) for word in column.headings}
        found |= {word: column for word in words if counts[word] == 1}
    return {**found, **{fold_heading(column.heading): column for column in columns}}


def fold_heading(text: str) -> str:
    """Letters and numbers only, so that signs around and between them do not matter."""
    return "".join(re.findall(r"[a-z0-9]+", suggest.fold(text)))
