"""A field's value -> what a person would say, with the schema's titles and labels.

Input: data as written and its subschema. Output: lines of text. `review` and `letters` depend on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from katalog.derive.swedish import swedish_date
from katalog.record.schema import Json, Schema, constants, is_reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One field in words: its part of the page, its title and a line for each value."""

    group: str
    field: str
    title: str
    lines: tuple[str, ...]


def tell_fields(data: Mapping[str, Any], schema: Schema, names: Mapping[str, str]) -> Iterator[Told]:
    """The fields in the order of the page's parts. `names` maps ids to what the records are called."""
    groups = schema.full["x-grupper"]
    for group in groups:
        for field, node in schema.fields.items():
            if field in data and node["x-grupp"] == group["id"]:
                lines = tuple(tell_value(data[field], node, names))
                yield Told(group=group["title"], field=field, title=title_of(field, schema), lines=lines)


def title_of(field: str, schema: Schema) -> str:
    """What a top-level field is called; a field that the schema does not know keeps its own name."""
    return str(schema.fields.get(field, {}).get("title", field))


def tell_value(value: Any, node: Json, names: Mapping[str, str]) -> list[str]:
    """One line for each value; nothing for nothing."""
    if isinstance(value, list | tuple):
        return [line for item in value for line in tell_value(item, node.get("items", {}), names)]
    if isinstance(value, Mapping):
        parts = node.get("properties", {})
        if len(value) == 1 and _speaks_for_itself(parts.get(next(iter(value)), {})):
            return [_joined(item, parts[key], names) for key, item in value.items()]
        told = (f"{_title(key, parts)}: {_joined(item, parts.get(key, {}), names)}" for key, item in value.items())
        return ["; ".join(told)]
    return [] if value is None else [_scalar(value, node, names)]


def _speaks_for_itself(part: Json) -> bool:
    """A single free text needs no title of its own beside the group's; a yes or a number does."""
    return part.get("type") == "string" and not constants(part)


def _joined(value: Any, node: Json, names: Mapping[str, str]) -> str:
    return ", ".join(tell_value(value, node, names))


def _title(key: str, parts: Json) -> str:
    return str(parts.get(key, {}).get("title", key))


def _scalar(value: Any, node: Json, names: Mapping[str, str]) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    text = str(value)
    for option in constants(node) or ():
        if option["const"] == text:
            return str(option["title"])
    if node.get("format") == "date" and text.count("-") == 2:
        return swedish_date(text)
    return names.get(text, text) if is_reference(node) else text
