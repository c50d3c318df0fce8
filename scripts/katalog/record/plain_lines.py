"""A record in the lines that `katalog format` writes -> plain data, in a fifth of the time that YAML takes.

Input: the text of a file without forbidden characters. Output: the same data as `load` makes of YAML (tests compare the
two), or None when a line has any other form. None says nothing of right or wrong: YAML is asked then, and places and
faults are always its to tell.

A line is `key: value`, `key:` with its value on lines further in, `key: |` or `key: >-` with a text there, `- value` or
the first `key: ` of a row. A value is a word that YAML takes as it stands, or a text between quotes with none inside.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from typing import Any

from katalog.record.nodes import plain_value

_LINE = re.compile(r"( *)(- )?(?:([a-z][a-z0-9_-]{0,60}):(?: (.+))?|(.+))").fullmatch
_TEXTS = ("|", "|-", ">", ">-")
_MOST_LEVELS = 8  # far below what `load` refuses
_OTHER = object()  # a value that is YAML's to read
_STEP = len("- ")


def read_plain(text: str) -> dict[str, Any] | None:
    """`text` has line breaks of LF alone, also at its end, and neither tabs nor backslashes: else None."""
    if text[-1:] != "\n" or "\t" in text or "\r" in text or "\\" in text:
        return None
    return _Lines(text[:-1].split("\n")).read()


class _Lines:
    """The lines of one text, and where in it we stand. `open` holds the groups and lists that the next line may belong
    to, outermost first, each with its indent; `waiting` a key whose value is to follow, with its group and indent."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.at = 1 if lines[0][:1] == "#" else 0
        self.data: dict[str, Any] = {}
        self.open: list[tuple[int, Any]] = [(0, self.data)]
        self.waiting: tuple[dict[str, Any], str, int] | None = None

    def read(self) -> dict[str, Any] | None:
        while self.at < len(self.lines):
            found = _LINE(self.lines[self.at])
            self.at += 1
            if found is None or not self._take(*found.groups()):
                return None
        return self.data if self.data and self.waiting is None else None

    def _take(self, lead: str, dash: str | None, key: str | None, said: str | None, item: str | None) -> bool:
        """False for a line of another form, or in another place."""
        indent = len(lead)
        place = self._place(indent, dash is not None)
        if place is None:
            return False
        if key is None:
            value = _value(item) if item and dash else _OTHER
            if value is not _OTHER:
                place.append(value)
            return value is not _OTHER
        if dash:
            row: dict[str, Any] = {}
            place.append(row)
            place, indent = row, indent + _STEP
            self.open.append((indent, row))
        return self._put(place, sys.intern(key), said, indent)

    def _place(self, indent: int, is_item: bool) -> Any:
        """The group or list that a line belongs to, or None."""
        if self.waiting is not None:
            return self._begun(self.waiting, indent, is_item)
        while self.open[-1][0] > indent:
            self.open.pop()
        own, place = self.open[-1]
        return place if own == indent and (type(place) is list) == is_item else None

    def _begun(self, waiting: tuple[dict[str, Any], str, int], indent: int, is_item: bool) -> Any:
        """The value that a key waited for: it begins with this line, further in."""
        group, key, around = waiting
        if indent <= around or len(self.open) > _MOST_LEVELS:
            return None
        place: Any = [] if is_item else {}
        group[key] = place
        self.open.append((indent, place))
        self.waiting = None
        return place

    def _put(self, group: dict[str, Any], key: str, said: str | None, indent: int) -> bool:
        if key in group:
            return False
        if said is None:
            self.waiting = (group, key, indent)
            group[key] = None  # keeps its place in the order
            return True
        group[key] = value = self._text(said, indent) if said in _TEXTS else _value(said)
        return value is not _OTHER

    def _text(self, head: str, around: int) -> Any:
        """The lines of a text after `|` or `>`, all further in than its key; blank ones stand between others."""
        first = self.lines[self.at] if self.at < len(self.lines) else ""
        indent = len(first) - len(first.lstrip(" "))
        if indent <= around or not first.strip(" "):
            return _OTHER
        lead, start = " " * indent, self.at
        while self.at < len(self.lines) and (self.lines[self.at].startswith(lead) or not self.lines[self.at]):
            self.at += 1
        told = [line[indent:] for line in self.lines[start : self.at]]
        if not told[-1] or any(line[:1] == " " or line[-1:] == " " for line in told):
            return _OTHER
        text = "\n".join(told)
        return (_folded(text) if head[0] == ">" else text) + ("" if head[-1] == "-" else "\n")


def _folded(text: str) -> str:
    """A line break is a space, and with blank lines after it as many breaks as these (YAML 1.2.2, 8.1.3)."""
    return re.sub(r"\n(\n*)", lambda found: found[1] or " ", text)


def _value(said: str) -> Any:
    first = said[0]
    if first in "\"'":
        inner = said[1:-1]
        return inner if len(said) > 1 and said[-1] == first and first not in inner else _OTHER
    if not (first.isalnum() or first == "(") or ": " in said or " #" in said or said[-1] in ": ":
        return _OTHER
    return plain_value(said)
