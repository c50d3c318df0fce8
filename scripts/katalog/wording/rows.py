"""A record's fields -> rows to show: a title and lines of text with links.

Every field of the schema gets a row: those named in `fields.LINES` are worded there, all others in the general way, so
that a field added to the schema is never lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from katalog.record.model import Record
from katalog.record.schema import Json, is_reference
from katalog.wording.fields import LINES
from katalog.wording.told import VALUES
from katalog.wording.view import Line, View, number

_UNKNOWN = (None, (), False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    field: str
    title: str
    lines: tuple[Line, ...]


def rows_of(view: View, record: Record, fields: Iterable[str]) -> list[Row]:
    """The filled rows of some fields, in their order."""
    known = ((name, getattr(record, name)) for name in fields)
    rows = (row_of(view, name, value) for name, value in known if value not in _UNKNOWN)
    return [row for row in rows if row.lines]


def row_of(view: View, name: str, value: Any) -> Row:
    """One field with a value that the schema accepts; `written_row` takes any other."""
    write = LINES.get(name)
    lines = write(view, value) if write else _general(view, value, view.words.schema.fields[name])
    return Row(field=name, title=view.words.title(name), lines=tuple(lines))


def written_row(view: View, name: str, value: Any) -> Row:
    """A field as it is written, for what the schema refuses or does not know: any name, any value."""
    known = view.words.schema.fields.get(name, {})
    lines = tuple(Line(text=text) for text in _written(value))
    return Row(field=name, title=str(known.get("title", name)), lines=lines)


def _written(value: Any) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for item in value:
            yield from _written(item)
    elif isinstance(value, Mapping):
        yield "; ".join(f"{key}: {', '.join(_written(item))}" for key, item in value.items())
    elif value is not None:
        yield str(value).lower() if isinstance(value, bool) else str(value)


def _general(view: View, value: Any, node: Json) -> Iterator[Line]:
    if isinstance(value, tuple | list):
        for item in value:
            yield from _general(view, item, node["items"])
    elif isinstance(value, Mapping):
        yield _group(view, value, node["properties"])
    elif is_reference(node):
        yield view.record_line(value)
    elif "x-vokabular" in node:
        yield view.term(node["x-vokabular"], value)
    elif isinstance(value, bool):
        yield Line(text=VALUES["ja" if value else "nej"].capitalize())
    else:
        yield Line(text=_plain(view, value, node))


def _group(view: View, group: Mapping[str, Any], parts: Json) -> Line:
    """One line; it leads to the record that the group names, if it names just one."""
    told = ". ".join(f"{parts[key]['title']}: {_plain(view, value, parts[key])}" for key, value in group.items())
    named = [view.record_line(value).address for key, value in group.items() if is_reference(parts[key])]
    return Line(text=told, address=named[0] if len(named) == 1 else None)


def _plain(view: View, value: Any, node: Json) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(_plain(view, item, node["items"]) for item in value)
    if "x-vokabular" in node:
        return view.words.label(node["x-vokabular"], value)
    if is_reference(node):
        return view.record_line(value).text
    return VALUES["ja" if value else "nej"] if isinstance(value, bool) else number(value)
