"""schema/*.json -> one plain document for validators and one for readers of labels.

Input: the schema folder. Output: `Schema`, with every `$ref` to a vocabulary put in its place. In `compact` a
vocabulary (`oneOf` of constants) is an `enum`, which gives the same verdicts (a test proves it), one message per
fault and a tenth of the time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

RECORD_SCHEMA = "verksamhet.schema.json"
Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Schema:
    """The record's schema with vocabularies inlined (`full`), and where it was read."""

    folder: Path
    full: Json

    @cached_property
    def compact(self) -> Json:
        """For validators: constants as enums, no annotations needed."""
        compacted: Json = _compact(self.full)
        return compacted

    @property
    def fields(self) -> dict[str, Json]:
        """Top-level properties in the order a record is written."""
        properties: dict[str, Json] = self.full["properties"]
        return properties

    def at(self, path: list[str | int]) -> Any:
        """The subschema of `full` at a schema path; `enum` stands for the vocabulary's `oneOf`."""
        node: Any = self.full
        for step in path:
            is_vocabulary = step == "enum" and isinstance(node, dict) and "enum" not in node
            node = node["oneOf" if is_vocabulary else step]
        return node


def load_schema(folder: Path) -> Schema:
    """Read `folder`. Raises OSError or ValueError when the checkout is broken: that is no fault in data."""
    return Schema(folder=folder, full=_inline(_read(folder / RECORD_SCHEMA), folder))


def _read(path: Path) -> Json:
    document: Json = json.loads(path.read_text(encoding="utf-8"))
    return document


def _inline(node: Any, folder: Path) -> Any:
    """Put referenced files in place; what stands beside a `$ref` (title, help, example) wins over the file's own."""
    if isinstance(node, list):
        return [_inline(item, folder) for item in node]
    if not isinstance(node, dict):
        return node
    inlined = {key: _inline(value, folder) for key, value in node.items() if key != "$ref"}
    if "$ref" not in node:
        return inlined
    target = folder / node["$ref"]
    name = {"x-vokabular": target.stem} if "oneOf" in (document := _read(target)) else {}
    document.pop("$schema", None)
    return {**_inline(document, target.parent), **name, **inlined}


def constants(node: Json) -> list[Json] | None:
    """The values of a vocabulary, or None when `node` is something else."""
    options = node.get("oneOf")
    if isinstance(options, list) and options and all("const" in option for option in options):
        return options
    return None


def _compact(node: Any) -> Any:
    if isinstance(node, list):
        return [_compact(item) for item in node]
    if not isinstance(node, dict):
        return node
    values = constants(node)
    if values is not None:
        return {"type": node["type"], "enum": [value["const"] for value in values]}
    kept = {key: value for key, value in node.items() if key not in ("examples", "description", "title")}
    if isinstance(node.get("properties"), dict):
        kept = {**kept, "properties": {name: _compact(sub) for name, sub in node["properties"].items()}}
        return {key: value if key == "properties" else _compact(value) for key, value in kept.items()}
    return {key: _compact(value) for key, value in kept.items()}
