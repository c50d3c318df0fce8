"""What the schema finds wrong with a row, in the words of a clerk who has a sheet and never sees a file.

Input: `Schema`. Output: the same schema with the cures that are for forms, and messages with titles for names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from katalog.record.problem import DataPath, Fault
from katalog.record.schema import Json, Schema

_MISSING = re.compile(r"^Fältet (\w+) saknas(?: under \w+)?\. ?(.*)$", re.DOTALL)
_LACKS = "{titel} saknas. {hjalp}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Where in a record the fault is, and the sentence."""

    place: tuple[str, ...]
    message: str


def for_sheets(schema: Schema) -> Schema:
    """The schema to check rows with."""
    full: Json = _in_form(schema.full)
    return replace(schema, full=full)


def say(fault: Fault, schema: Schema) -> Said:
    """A fault of a row. What is missing stands at its own place, though there is nothing there."""
    place = tuple(step for step in fault.path if isinstance(step, str))
    missing = _MISSING.match(fault.message)
    if missing:
        inner = (*place, missing[1])
        title = _title((*fault.path, missing[1]), schema) or missing[1]
        return Said(place=inner, message=_LACKS.format(titel=title, hjalp=missing[2]).strip())
    return Said(place=place, message=_with_title(fault, schema))


def _with_title(fault: Fault, schema: Schema) -> str:
    names = [step for step in fault.path if isinstance(step, str)]
    title = _title(fault.path, schema)
    if not names or title is None:
        return fault.message
    return re.sub(rf"\b{re.escape(names[-1])}\b", title, fault.message, count=1)


def _title(path: DataPath, schema: Schema) -> str | None:
    """What the innermost key of a path is called."""
    keys = tuple("*" if isinstance(step, int) else step for step in path)
    while keys and keys[-1] == "*":
        keys = keys[:-1]
    node: Mapping[str, Any] | None = schema.places.get(keys)
    return str(node["title"]) if node else None


def _in_form(node: Any) -> Any:
    if isinstance(node, list):
        return [_in_form(part) for part in node]
    if not isinstance(node, dict):
        return node
    said = {key: _in_form(part) for key, part in node.items()}
    for own, usual in (("x-formular", "description"), ("x-fel-formular", "x-fel")):
        if isinstance(said.get(own), str):
            said[usual] = said[own]
    return said
