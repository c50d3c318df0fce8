"""What the YAML parser composed -> plain dicts, lists, str, int, float, bool and None, and the place of each.

Input: nodes whose tag says `PLAIN` or `TEXT`. Output: data typed as in the YAML 1.2 core schema
(https://yaml.org/spec/1.2.2/#103-core-schema), and a problem for what no record may hold.
"""

from __future__ import annotations

import math
import re
import sys
import unicodedata
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from katalog.record.characters import ANGLED, CURLY, FORBIDDEN, forbidden_message
from katalog.record.problem import DataPath, Problem, quoted

PLAIN, TEXT = "plain", "text"
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?")
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_LONGEST_NUMBER = 40  # characters; what is longer is no number that a field could use
_MOST = 2**53 - 1  # RFC 7493 (I-JSON), 2.2: beyond it a reader of JSON, the browser's too, takes another number
_TYPED_FIRST = frozenset("0123456789+-.~nNtTfF")
# A whole value between a word processor's quotes: the writer meant YAML's own.
_PRINTED = CURLY + ANGLED
PRINT_QUOTED = f'(?s)[{_PRINTED}]([^{_PRINTED}"]*)[{_PRINTED}"]'
_PRINTED_FIRST = frozenset(_PRINTED)
_NOT_STRAIGHT = 'Citattecknen är inte raka. Byt till ", eller ta bort dem.'


def start_of(node: Any) -> tuple[int, int]:
    """Line and column, from 1, where a node or an event begins; the file's beginning when there is none."""
    return (node.start_mark.line + 1, node.start_mark.column + 1) if node is not None else (1, 1)


def plain_value(value: str) -> Any:
    """A plain scalar as the YAML 1.2 core schema types it; numbers no field could use stay text. 3.0 is 3, as it is in
    JSON and to the browser."""
    if value and value[0] not in _TYPED_FIRST:
        return value
    if value in _WORDS:
        return _WORDS[value]
    if len(value) >= _LONGEST_NUMBER:
        return value
    if _INTEGER.fullmatch(value):
        whole = int(value, 0) if value[:2] in ("0o", "0x") else int(value)
        return whole if abs(whole) <= _MOST else value
    if not _DECIMAL.fullmatch(value) or not math.isfinite(number := float(value)):
        return value
    return int(number) if abs(number) <= _MOST and number.is_integer() else number


def looks_typed(value: str) -> bool:
    """True for a text that a reader of YAML 1.2 may take for something else, whether it is one to us or not."""
    return value in _WORDS or any(pattern.fullmatch(value) for pattern in (_INTEGER, _DECIMAL))


class Reader:
    """Node -> plain data; collects what is unusable and goes on. `spread` holds what stands between quotes or brackets
    over several lines, each with the indent of the block around it (-1: none); `joined` the texts without either."""

    def __init__(self, shown: str, has_escapes: bool) -> None:
        self.shown = shown
        self.has_escapes = has_escapes
        self.problems: list[Problem] = []
        self.spread: list[tuple[Node, int]] = []
        self.joined: list[Node] = []
        self._indent = -1

    def value(self, node: Any) -> Any:
        kind = type(node)
        if kind is ScalarNode:
            return self._plain(node) if node.tag == PLAIN else self._text(node)
        outside = self._indent
        if node.flow_style:
            self._note_spread(node)
        else:
            self._indent = node.start_mark.column
        value = [self.value(item) for item in node.value] if kind is SequenceNode else self._mapping(node)
        self._indent = outside
        return value

    def _mapping(self, node: MappingNode) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if type(key_node) is not ScalarNode or key_node.value == "":
                self._add(key_node, "yaml-nyckel", "Ett fältnamn måste vara ett ord. Skriv namn: värde.")
                continue
            key = key_node.value if key_node.tag == PLAIN else self._text(key_node)
            if key in data:
                message = f"Fältet {quoted(key)} står två gånger. Behåll det ena och ta bort det andra."
                self._add(key_node, "yaml-dubbel-nyckel", message)
                self.value(value_node)
                continue
            data[sys.intern(key)] = self.value(value_node)  # the same few words in every record
        return data

    def _plain(self, node: ScalarNode) -> Any:
        value: str = node.value
        if node.end_mark.line > node.start_mark.line:
            self.joined.append(node)
        if value[:1] not in _PRINTED_FIRST:
            return plain_value(value)
        meant = re.fullmatch(PRINT_QUOTED, value)
        if meant is None:
            return value
        self._add(node, "yaml-citat", _NOT_STRAIGHT)
        return meant[1]  # what was meant, so that one fault gives one message

    def _text(self, node: ScalarNode) -> str:
        value: str = node.value
        if self.has_escapes:
            value = unicodedata.normalize("NFC", value)
            bad = re.search(FORBIDDEN, value)
            if bad:
                self._add(node, "yaml-tecken", forbidden_message(bad[0]))
        if node.style in ("'", '"'):
            self._note_spread(node)
        return value

    def _note_spread(self, node: Node) -> None:
        if node.end_mark.line > node.start_mark.line:
            self.spread.append((node, self._indent))

    def _add(self, node: Node, code: str, message: str) -> None:
        line, column = start_of(node)
        self.problems.append(
            Problem(path=self.shown, line=line, column=column, code=code, level="fel", message=message)
        )


def mark_places(node: Node, path: DataPath, marks: dict[DataPath, tuple[int, int]]) -> None:
    """Put the place of every key and list item below `node` into `marks`."""
    marks.setdefault(path, start_of(node))
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                marks.setdefault((*path, key.value), start_of(key))
                mark_places(value, (*path, key.value), marks)
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.value):
            mark_places(item, (*path, index), marks)
