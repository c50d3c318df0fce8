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
from typing import Any

from katalog.record.nodes import plain_value

# A line's indent, dash, key with what follows it, or what stands there instead.
_LINE = re.compile(r"^( *)(- )?(?:([a-z][a-z0-9_-]{0,60}):(?: (.+))?|(.+))?$", re.MULTILINE)
_STEP = len("- ")
_TEXTS = ("|", "|-", ">", ">-")
_MOST_LEVELS = 8  # far below what `load` refuses
_OTHER = object()  # a value that is YAML's to read
Levels = list[tuple[int, Any]]  # the groups and lists that a line may belong to, outermost first, each with its indent


def read_plain(text: str) -> dict[str, Any] | None:
    """`text` has line breaks of LF alone, also at its end, and neither tabs nor backslashes: else None."""
    if text[-1:] != "\n" or "\t" in text or "\r" in text or "\\" in text:
        return None
    data: dict[str, Any] = {}
    levels: Levels = [(0, data)]
    waiting, done = "", int(text[:1] == "#")  # a key whose value is to follow; lines that are read
    for number, (lead, dash, key, said, item) in enumerate(_LINE.findall(text, 0, len(text) - 1)):
        if number < done or not (lead or dash or key or item):
            continue
        place, indent = _place(levels, len(lead), waiting, dash), len(lead)
        waiting = ""
        if item and dash and place is not None and (value := _value(item)) is not _OTHER:
            place.append(value)
            continue
        if item or not key or place is None:
            return None
        if dash:
            place, indent = _row(levels, indent + _STEP), indent + _STEP
        value, waiting = None, key if not said else ""
        if said in _TEXTS:
            value, done = _text(text, number + 1, said, indent)
        elif said:
            value = _value(said)
        if value is _OTHER or key in place:
            return None
        place[sys.intern(key)] = value
    return data if data and not waiting else None


def _place(levels: Levels, indent: int, waiting: str, dash: str) -> Any:
    """The group or list that a line belongs to, or None. After a key that waits it is a new one, further in."""
    own, place = levels[-1]
    if waiting:
        if indent <= own or len(levels) > _MOST_LEVELS:
            return None
        new: Any = [] if dash else {}
        place[waiting] = new
        levels.append((indent, new))
        return new
    while own > indent:
        levels.pop()
        own, place = levels[-1]
    return place if own == indent and (type(place) is list) == (dash != "") else None


def _row(levels: Levels, indent: int) -> dict[str, Any]:
    """A new group in the list that stands last."""
    row: dict[str, Any] = {}
    levels[-1][1].append(row)
    levels.append((indent, row))
    return row


def _text(text: str, start: int, head: str, around: int) -> tuple[Any, int]:
    """What the lines from `start` say after `|` or `>`, all further in than `around`, and where the next one stands.
    Blank lines stand between others."""
    lines = text[:-1].split("\n")
    first = lines[start] if start < len(lines) else ""
    indent = len(first) - len(first.lstrip(" "))
    if indent <= around or not first.strip(" "):
        return _OTHER, start
    lead, end = " " * indent, start
    while end < len(lines) and (lines[end].startswith(lead) or not lines[end]):
        end += 1
    told = [line[indent:] for line in lines[start:end]]
    if not told[-1] or any(line[:1] == " " or line[-1:] == " " for line in told):
        return _OTHER, end
    said = "\n".join(told)
    return (_folded(said) if head[0] == ">" else said) + ("" if head[-1] == "-" else "\n"), end


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
