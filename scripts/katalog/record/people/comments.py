"""A file's comments and where they begin. They are no data, but they are published with the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml import ScalarEvent
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs do not re-export it

from katalog.record.characters import place_of

_MAYBE = r"(?m)(?:^|(?<=[ \t]))#[^\r\n]*"


def comments_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Line, column and words of each comment. `text` must be YAML that has been read without a fault."""
    found = list(re.finditer(_MAYBE, text))
    if not found:
        return
    inside = _values(text)
    for match in found:
        if not any(start <= match.start() < end for start, end in inside):
            yield *place_of(text, match.start()), match[0].lstrip("#").strip()


def _values(text: str) -> list[tuple[int, int]]:
    """Where the values stand: a # inside one is no comment."""
    found: list[tuple[int, int]] = []
    parser = CParser(text)
    while parser.check_event():
        event: Any = parser.get_event()
        if isinstance(event, ScalarEvent):
            found.append(_span(event))
    return found


def _span(event: Any) -> tuple[int, int]:
    return event.start_mark.index, event.end_mark.index
