"""Plain data -> canonical YAML text: how every record in the catalogue is laid out.

Input: a record's data and the schema, which says the order. Output: text that loads to the same data.
"""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import takewhile
from typing import Any

import yaml

from katalog.record.characters import is_refused_first
from katalog.record.load import load_bytes
from katalog.record.nodes import PRINT_QUOTED, looks_typed
from katalog.record.schema import Json, Schema

FIRST_LINE = "# yaml-language-server: $schema=../../schema/verksamhet.schema.json\n"
FOLDED_FIELD, FOLDED_ABOVE_CHARACTERS, FOLDED_WIDTH = "beskrivning", 86, 100
_ONE_LINE = 1_000_000_000
_LAST = "0010FFFF"  # no character, and never written as itself
_ESCAPE = re.compile(r"\\(?:U([0-9A-F]{8})|.)", re.DOTALL)  # from left to right: a backslash may itself be escaped
# A mark after an escape would join its letter when the file is read in NFC: \n and U+0301 are no break, but \ń.
_MARKED = re.compile(r"(\\(?:x[0-9A-F]{2}|u[0-9A-F]{4}|U[0-9A-F]{8}|[^ \n]))([^\x00-\x7f]*)")


class _Folded(str):
    """Text to be written as a folded block."""

    __slots__ = ()


class _Quoted(str):
    """Text that must stand within double quotes."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Block lists indented by two; double quotes where quotes are needed."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # its signature
        super().increase_indent(flow, False)

    def choose_scalar_style(self) -> str:
        style: str = super().choose_scalar_style()
        return '"' if style == "'" else style

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """Emoji as themselves: what joins the parts of one may not stand alone in a file, beside an escape."""
        outer, self.stream = self.stream, io.StringIO()
        super().write_double_quoted(text, split)
        written, self.stream = self.stream.getvalue(), outer
        self.stream.write(_MARKED.sub(_with_marks_escaped, _ESCAPE.sub(_unescaped, written)))


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] and found[1] != _LAST else found[0]


def _with_marks_escaped(found: re.Match[str]) -> str:
    marks = list(takewhile(lambda character: unicodedata.category(character)[0] == "M", found[2]))
    escaped = (f"\\u{ord(mark):04X}" if mark <= "\uffff" else f"\\U{ord(mark):08X}" for mark in marks)
    return found[1] + "".join(escaped) + found[2][len(marks) :]


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    # PyYAML knows YAML 1.1; what our loader (1.2) would read as a number needs quotes too, for example 1e3.
    # What stands between a word processor's quotes it refuses unless YAML's own stand around them.
    is_odd = looks_typed(value) or is_refused_first(value) or re.fullmatch(PRINT_QUOTED, value) is not None
    style = '"' if isinstance(value, _Quoted) or is_odd else None
    style = ">" if isinstance(value, _Folded) else style
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(value), style=style)


for _kind in (str, _Folded, _Quoted):
    _Dumper.add_representer(_kind, _text)
_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def emit_record(data: dict[str, Any], schema: Schema) -> str:
    """The whole file in canonical form, first line included."""
    ordered = in_order(data, schema.full)
    return FIRST_LINE + "".join(emit_field(name, value) for name, value in ordered.items())


def emit_scalar(value: str | float | bool) -> str:
    """One value as it stands after `name: `, on one line."""
    return _dump("x", value, _ONE_LINE).removeprefix("x: ").removesuffix("\n")


def in_order(data: Any, schema: Json) -> Any:
    """Keys in the order of the schema's properties; unknown keys last, in the order they stood."""
    if isinstance(data, list):
        return [in_order(item, schema.get("items", {})) for item in data]
    if not isinstance(data, dict):
        return data
    known = schema.get("properties", {})
    place = {name: number for number, name in enumerate(known)}
    names = sorted(data, key=lambda name: place.get(name, len(place)))
    return {name: in_order(data[name], known.get(name, {})) for name in names}


def emit_field(name: str, value: Any) -> str:
    """One field of a record as it stands in the file, with its line breaks."""
    if name != FOLDED_FIELD or not isinstance(value, str):
        return _dump(name, value, _ONE_LINE)
    # Folding loses some unusual spacing; within quotes it is kept, but an emoji may be split; one line loses nothing.
    usual = _Folded(value) if len(value) > FOLDED_ABOVE_CHARACTERS else value
    ways = (_dump(name, text, FOLDED_WIDTH) for text in (usual, _Quoted(value)))
    whole = (text for text in ways if load_bytes(text.encode(), name).data == {name: value})
    return next(whole, None) or _dump(name, _Quoted(value), _ONE_LINE)


def _dump(name: str, value: Any, width: int) -> str:
    text: str = yaml.dump({name: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width)
    return text.removesuffix("\n...\n") + "\n" if text.endswith("\n...\n") else text  # more fields follow
