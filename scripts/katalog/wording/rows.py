"""A record's fields -> rows that a template can show: a title and lines of text with links.

Every field of the schema gets a row: those named in `lines.LINES` are worded there, all others in the general way, so
that a field added to the schema is never lost from the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from katalog.record.model import Record
from katalog.record.schema import Json, is_reference
from katalog.wording.lines import LINES
from katalog.wording.view import Line, View, number

# Fields that the page shows in a place of their own, outside the rows.
_SHOWN_ELSEWHERE = frozenset({"namn", "sammanfattning", "beskrivning", "vad_du_gor", "forebild", "ersatt_av"})

_UNKNOWN = (None, (), False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    field: str
    title: str
    lines: tuple[Line, ...]


def rows_of(view: View, record: Record, fields: Iterable[str]) -> list[Row]:
    """The filled rows of some fields, in their order."""
    known = ((name, getattr(record, name)) for name in fields if name not in _SHOWN_ELSEWHERE)
    rows = (_row(view, name, value) for name, value in known if value not in _UNKNOWN)
    return [row for row in rows if row.lines]


def _row(view: View, name: str, value: Any) -> Row:
    write = LINES.get(name)
    lines = write(view, value) if write else _general(view, value, view.words.schema.fields[name])
    return Row(field=name, title=view.words.title(name), lines=tuple(lines))


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
    return "ja" if value is True else "nej" if value is False else number(value)
