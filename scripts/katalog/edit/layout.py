"""A record's text in canonical form, with every comment kept at the line it speaks of.

Input: a file's bytes and the schema. Output: canonical bytes, or the problems that keep the file from being read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from katalog.edit.source import Comment, find_comments, find_scalars
from katalog.record.characters import lines_of
from katalog.record.emit import FIRST_LINE, emit_record
from katalog.record.load import find_marks, load_bytes
from katalog.record.problem import DataPath, Problem
from katalog.record.schema import Json, Schema, kinds_of

_SCHEMA_COMMENT = FIRST_LINE.split("=")[0]


@dataclass(kw_only=True)
class _Notes:
    """Comments by where they go in the new text: first, before or on or after the lines of a path, last."""

    head: list[str] = field(default_factory=list)
    before: dict[DataPath, list[str]] = field(default_factory=dict)
    beside: dict[DataPath, list[str]] = field(default_factory=dict)
    after: dict[DataPath, list[str]] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)


def format_record(raw: bytes, shown: str, schema: Schema) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The canonical bytes of a file; None and its problems when it cannot be read.

    A number where the schema wants text is put within quotes as it was written: it is the only change of data.
    """
    loaded = load_bytes(raw, shown)
    errors = tuple(problem for problem in loaded.problems if problem.is_error)
    if loaded.data is None or errors:
        return None, errors
    source = loaded.text
    data = _mend(loaded.data, schema.full, source)
    text = emit_record(data, schema)
    notes = _place_comments(source)
    if notes is not None:
        text = _with_comments(text, notes)
    again = load_bytes(text.encode(), shown)
    if again.data != data:
        raise AssertionError(f"{shown}: the canonical form reads differently")
    return text.encode("utf-8"), ()


def _mend(data: dict[str, Any], schema: Json, source: str) -> dict[str, Any]:
    """Numbers where text is asked for become the text that was written."""
    spans: dict[DataPath, Any] = {}

    def mend(value: Any, rule: Json, path: DataPath) -> Any:
        if isinstance(value, dict):
            inner = rule.get("properties", {})
            return {key: mend(item, inner.get(key, {}), (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [mend(item, rule.get("items", {}), (*path, index)) for index, item in enumerate(value)]
        if "string" in kinds_of(rule) and isinstance(value, int | float) and not isinstance(value, bool):
            spans.update(spans or find_scalars(source))
            return source[spans[path].start : spans[path].end]
        return value

    mended: dict[str, Any] = mend(data, schema, ())
    return mended


def _place_comments(source: str) -> _Notes | None:
    """Which path each comment speaks of, or None when there is no comment but the schema line."""
    comments = [note for note in find_comments(source) if not note.text.startswith(_SCHEMA_COMMENT)]
    if not comments:
        return None
    lines = lines_of(source)
    marks = sorted((place, len(path), path) for path, place in find_marks(source).items() if path)
    places = [place for place, _, _ in marks]
    notes = _Notes()
    for note in comments:
        line = len(lines_of(source[: note.start]))
        index = bisect_left(places, (line, note.column + 1))
        _place(note, index, marks, lines, notes)
    return notes


def _place(
    note: Comment,
    index: int,
    marks: list[tuple[tuple[int, int], int, DataPath]],
    lines: list[str],
    notes: _Notes,
) -> None:
    """A comment on its own line speaks of what follows it, unless it is indented deeper: then of what it ends."""
    last = marks[index - 1][2] if index else None
    following = marks[index] if index < len(marks) else None
    if not note.is_own_line and last is not None:
        notes.beside.setdefault(last, []).append(note.text)
    elif last is None:
        notes.head.append(note.text)
    elif _is_ending(note, last, following, lines):
        notes.after.setdefault(last, []).append(note.text)
    elif following:
        notes.before.setdefault(following[2], []).append(note.text)
    else:
        notes.tail.append(note.text)


def _is_ending(
    note: Comment, last: DataPath, following: tuple[tuple[int, int], int, DataPath] | None, lines: list[str]
) -> bool:
    """True when the comment stands deeper than what follows, and the block that it is in ends with it."""
    if following is None:
        return note.column > 0
    (line, _), _, path = following
    return path[: len(last)] != last and note.column > _indent(lines[line - 1])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _with_comments(text: str, notes: _Notes) -> str:
    lines = text.splitlines()
    marks = sorted((place, len(path), path) for path, place in find_marks(text).items() if path)
    starts: dict[int, list[tuple[int, DataPath]]] = {}
    for (number, column), _, path in marks:
        starts.setdefault(number, []).append((column, path))
    out: list[str] = [lines[0], *notes.head]
    ending: list[str] = []
    for number, line in enumerate(lines[1:], 2):
        here = starts.get(number, [])
        if here:
            out += ending
            ending = list(_after(here, line, notes))
        out += _before(here, line, notes)
        beside = [text for _, path in here for text in notes.beside.get(path, ())]
        out.append("  ".join([line, *beside[:1]]))
    return "\n".join([*out, *ending, *notes.tail]) + "\n"


def _before(here: list[tuple[int, DataPath]], line: str, notes: _Notes) -> Iterator[str]:
    """Lines above: what stood above, and all but the first of what stood beside."""
    indent = " " * _indent(line)
    for _, path in here:
        yield from (indent + text for text in notes.before.get(path, ()))
    beside = [text for _, path in here for text in notes.beside.get(path, ())]
    yield from (indent + text for text in beside[1:])


def _after(here: list[tuple[int, DataPath]], line: str, notes: _Notes) -> Iterator[str]:
    """Lines below a value, indented as its key or its dash, so that they stay with its block."""
    for column, path in here:
        indent = _indent(line) if isinstance(path[-1], int) else column - 1
        yield from (" " * indent + text for text in notes.after.get(path, ()))
