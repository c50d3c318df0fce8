"""Give a record's fields new values of any kind, and change only the lines that differ: what stands in the others, and
every comment beside a line that stays, is kept.

Input: a file's bytes, field -> new value (None takes the field away). Output: the file's new bytes, proven to hold just
that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from katalog.edit.lines import (
    EditError,
    data_of,
    decode,
    encode,
    end_of_lines,
    insert_lines,
    line_break,
    proven,
    replace_scalars,
)
from katalog.edit.source import Field, find_comments, find_fields
from katalog.record.emit import FOLDED_FIELD, emit_field, in_order
from katalog.record.schema import Schema

_SCALARS = (str, int, float, bool)
_KEY = re.compile(r" *(?:- )?[\w-]+:(?: |$)")
_FLOW = "Fälten står inom klamrar { }. Kör katalog format på filen först."


def set_values(raw: bytes, values: Mapping[str, Any], schema: Schema) -> bytes:
    """The file with top-level fields as `values` has them.

    Raises EditError when the file does not load or its layout leaves no safe place.
    """
    expected = {name: value for name, value in {**data_of(raw), **values}.items() if value is not None}
    changed = raw
    for name, value in values.items():
        before = data_of(changed).get(name)
        if before != value:
            changed = encode(changed, _with_value(decode(changed), name, before, value, schema))
    return proven(changed, expected)


def lost_comments(before: bytes, after: bytes) -> list[str]:
    """The comments that an edit takes away with the lines they stand at."""
    old, new = (Counter(note.text for note in find_comments(decode(raw))) for raw in (before, after))
    return list((old - new).elements())


def _with_value(text: str, name: str, before: Any, value: Any, schema: Schema) -> str:
    if isinstance(before, _SCALARS) and isinstance(value, _SCALARS) and name != FOLDED_FIELD:
        return replace_scalars(text, {(name,): value})
    new = "" if value is None else _emitted(name, value, schema)
    lines = new.replace("\n", line_break(text))
    if before is None:
        return insert_lines(text, name, lines.removesuffix(line_break(text)), schema)
    field = _field(text, name)
    end = end_of_lines(text, field.value_end)
    if value is None:
        return text[: field.start] + text[end:]
    old = _emitted(name, before, schema).removesuffix("\n").split("\n")
    patched = _patched(text, field.start, end, old, new.removesuffix("\n").split("\n"))
    return text[: field.start] + "".join(patched) + text[end:]


def _emitted(name: str, value: Any, schema: Schema) -> str:
    return emit_field(name, in_order(value, schema.fields.get(name, {})))


def _field(text: str, name: str) -> Field:
    try:
        return next(field for field in find_fields(text) if field.name == name)
    except ValueError:
        raise EditError(_FLOW) from None
    except StopIteration:
        raise EditError(f"{name} går inte att hitta i filen. Kör katalog format på den först.") from None


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: as it stands, without its comment, that comment, and the comments on lines of their own just
    above it."""

    whole: str
    bare: str
    beside: str
    above: tuple[str, ...]


def _patched(text: str, start: int, end: int, old: list[str], new: list[str]) -> Iterator[str]:
    """The field's lines in the file, with `new` where they differ from `old`: how the field's former value is laid out.

    A field that is laid out in another way is written anew below its comments.
    """
    newline = line_break(text)
    lines, last = _lines(text, start, end)
    if [line.bare for line in lines] != old:
        yield from (f"{note.text}{newline}" for note in find_comments(text) if start <= note.start < end)
        yield from (f"{line}{newline}" for line in new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (part for line in lines[a:b] for part in (*line.above, line.whole))
        else:
            yield from _replaced(lines[a:b], new[c:d], newline)
    yield from last


def _replaced(lines: list[_Line], new: list[str], newline: str) -> Iterator[str]:
    """A comment stays where the same key gets another value; what speaks of a line that goes, goes with it."""
    for number, line in enumerate(new):
        was = lines[number] if number < len(lines) else None
        is_same = was is not None and (key := _KEY.match(was.bare)) and line.startswith(key[0])
        if was is None or not is_same:
            yield f"{line}{newline}"
        else:
            yield from was.above
            yield f"{line}{was.beside}{newline}"


def _lines(text: str, start: int, end: int) -> tuple[list[_Line], list[str]]:
    """The lines with content, and the comments after the last of them."""
    notes = {note.start: note for note in find_comments(text) if start <= note.start < end}
    found, above, at = [], [], start
    for line in re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text[start:end]):
        whole = line if line.endswith(("\r", "\n")) else line + line_break(text)
        note = next((notes[place] for place in sorted(notes) if at <= place < at + len(line)), None)
        body = line.rstrip("\r\n")
        bare = body if note is None else text[at : note.start].rstrip()
        if note is not None and not bare:
            above.append(whole)
        else:
            found.append(_Line(whole, bare, body[len(bare) :], tuple(above)))
            above = []
        at += len(line)
    return found, above
