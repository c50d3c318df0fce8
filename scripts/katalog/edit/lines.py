"""Change single values in a record's text and nothing else: comments, order and line breaks stay as they are.

Input: a file's bytes and new values. Output: the file's new bytes, proven to differ in just those values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from katalog.edit.source import Field, find_comments, find_fields, find_scalars
from katalog.record.emit import emit_scalar
from katalog.record.load import load_bytes
from katalog.record.places import put_value
from katalog.record.problem import DataPath
from katalog.record.schema import Schema

_BOM = "\ufeff"
Scalar = str | int | float | bool


class EditError(Exception):
    """The text cannot be edited safely; the message says what a clerk can do."""


def set_fields(raw: bytes, values: Mapping[str, Scalar], schema: Schema) -> bytes:
    """Give top-level fields new values; a field that is missing gets its line where the schema's order puts it.

    Raises EditError when the file does not load or its layout leaves no safe place.
    """
    expected = {**data_of(raw), **values}
    changed = raw
    for name, value in values.items():
        if data_of(changed).get(name) != value:
            changed = _set_field(changed, name, value, schema)
    return proven(changed, expected)


def replace_values(raw: bytes, values: Mapping[DataPath, str]) -> bytes:
    """Put new text where single values stand. Raises EditError as `set_fields`."""
    expected = data_of(raw)
    for path, value in values.items():
        put_value(expected, path, value)
    return proven(encode(raw, replace_scalars(decode(raw), values)), expected)


def _set_field(raw: bytes, name: str, value: Scalar, schema: Schema) -> bytes:
    text = decode(raw)
    if name in data_of(raw):
        return encode(raw, replace_scalars(text, {(name,): value}))
    return encode(raw, insert_lines(text, name, f"{name}: {emit_scalar(value)}", schema))


def replace_scalars(text: str, values: Mapping[DataPath, Scalar]) -> str:
    """The text with other values where single ones stand, comments beside them kept."""
    spans = find_scalars(text)
    for path in sorted(values, key=lambda path: _span_start(spans, path), reverse=True):
        span = spans[path]
        new = emit_scalar(values[path])
        if text[span.start : span.start + 1] in ("|", ">"):
            new += "".join(f"  {note.text}" for note in find_comments(text) if span.start <= note.start < span.end)
        space = " " if span.start == span.end and text[span.start - 1 : span.start] in (":", "-") else ""
        text = text[: span.start] + space + new + text[span.end :]
    return text


def _span_start(spans: Mapping[DataPath, Any], path: DataPath) -> int:
    if path not in spans:
        raise EditError(f"{path[0]} är inte ett enkelt värde i filen. Rätta det för hand och kör katalog validate.")
    start: int = spans[path].start
    return start


def insert_lines(text: str, name: str, lines: str, schema: Schema) -> str:
    """The text with `lines`, the last without its break, where the field `name` belongs by the schema's order."""
    try:
        fields = find_fields(text)
    except ValueError:
        raise EditError("Fälten står inom klamrar { }. Kör katalog format på filen först.") from None
    newline = line_break(text)
    before = _predecessor(fields, name, list(schema.fields))
    if before is None:
        start = fields[0].start
        return text[:start] + lines + newline + text[start:]
    at = end_of_lines(text, before.value_end)
    if not text[:at].endswith(("\n", "\r")):
        return text[:at] + newline + lines + text[at:]
    return text[:at] + lines + newline + text[at:]


def _predecessor(fields: list[Field], name: str, order: list[str]) -> Field | None:
    """The field after which `name` belongs: the nearest before it in the schema's order."""
    earlier = order[: order.index(name)]
    found = [field for field in fields if field.name in earlier]
    return max(found, key=lambda field: earlier.index(field.name), default=None)


def end_of_lines(text: str, position: int) -> int:
    """After the line that holds `position`, and after the indented comments that follow it."""
    if position > 0 and text[position - 1] in "\r\n":
        return position
    match = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)(?:[ ]+#[^\r\n]*(?:\r\n|\r|\n))*(?:[ ]+#[^\r\n]*\Z)?").match(
        text, position
    )
    return match.end() if match else len(text)


def line_break(text: str) -> str:
    match = re.search("\r\n|\r|\n", text)
    return match[0] if match else "\n"


def decode(raw: bytes) -> str:
    return raw.decode("utf-8").removeprefix(_BOM)


def encode(raw: bytes, text: str) -> bytes:
    return (_BOM if raw.startswith(_BOM.encode()) else "").encode() + text.encode("utf-8")


def data_of(raw: bytes) -> dict[str, Any]:
    loaded = load_bytes(raw, "")
    if loaded.data is None or any(problem.is_error for problem in loaded.problems):
        raise EditError("Filen går inte att läsa. Kör katalog validate och rätta felen först.")
    return loaded.data


def proven(raw: bytes, expected: dict[str, Any]) -> bytes:
    """The last line of defence: never hand on text that reads as anything but what was asked for."""
    loaded = load_bytes(raw, "")
    if loaded.data != expected or any(problem.is_error for problem in loaded.problems):
        raise EditError("Filen är skriven så att raden inte går att ändra säkert. Kör katalog format på den först.")
    return raw
