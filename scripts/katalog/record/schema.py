"""schema/*.json -> one plain document for validators, one for readers of labels, and what the annotations say.

Input: the schema folder, each file read once. Output: `Schema`, with every `$ref` to a vocabulary put in its place. In
`compact` a vocabulary (`oneOf` of constants) is an `enum`, which gives the same verdicts (a test proves it), one
message per fault and a tenth of the time. `anteckningar.json` tells what each annotation (`x-`) means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from katalog.record.places import EACH, Place, places_below, values_at
from katalog.record.problem import DataPath
from katalog.record.schema_files import RECORD_SCHEMA, read_documents

Json = dict[str, Any]
_VOCABULARIES = "vokabular"


@dataclass(frozen=True, kw_only=True, eq=False)
class Schema:
    """The record's schema with vocabularies inlined (`full`), and every file as it is written (`documents`), by its
    path below `folder`: `vokabular/dag.json`. Read once a run: the same only as itself."""

    folder: Path
    documents: Mapping[str, Json]
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

    @cached_property
    def places(self) -> Mapping[Place, Json]:
        """Every place of a record with its subschema, in the order a record is written."""
        return dict(places_below(self.full))

    @cached_property
    def vocabularies(self) -> Mapping[str, Json]:
        """Every vocabulary that a record uses, by name, with the title and the explanation of its own."""
        names = dict.fromkeys(node["x-vokabular"] for node in self.places.values() if "x-vokabular" in node)
        return {name: self.documents[f"{_VOCABULARIES}/{name}.json"] for name in names}

    @cached_property
    def references(self) -> tuple[Place, ...]:
        """Where a record holds ids of other records (`x-forslag: post`)."""
        return tuple(place for place, node in self.places.items() if is_reference(node))

    @cached_property
    def short(self) -> tuple[tuple[Place, str], ...]:
        """Groups that may be written as a text alone, each with the part that the text is (`x-enkel`)."""
        return tuple((place, node["x-enkel"]) for place, node in self.places.items() if "x-enkel" in node)

    @cached_property
    def chains(self) -> tuple[str, ...]:
        """The fields that lead on from record to record, and may not lead round in a ring (`x-kedja`)."""
        return tuple(name for name, node in self.fields.items() if node.get("x-kedja"))

    def at(self, path: list[str | int]) -> Any:
        """The subschema of `full` at a schema path; `enum` stands for the vocabulary's `oneOf`."""
        node: Any = self.full
        for step in path:
            is_vocabulary = step == "enum" and isinstance(node, dict) and "enum" not in node
            node = node["oneOf" if is_vocabulary else step]
        return node


def load_schema(folder: Path) -> Schema:
    """Read `folder`. Raises OSError when it cannot be read, and BrokenSchemaError for what stands in its files."""
    documents = read_documents(folder)
    return Schema(
        folder=folder, documents=documents, full=_inline(documents[RECORD_SCHEMA], documents, PurePosixPath())
    )


def kinds_of(node: Mapping[str, Any]) -> tuple[str, ...]:
    """What a value may be, in the words of JSON Schema: one kind, or several; () for a subschema that does not say."""
    kinds = node.get("type", ())
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


def is_reference(node: Mapping[str, Any]) -> bool:
    """True for a subschema whose value is the id of another record."""
    return node.get("x-forslag") == "post"


def references_in(data: Mapping[str, Any], schema: Schema) -> Iterator[tuple[DataPath, str]]:
    """The texts that stand where ids of other records do, each with its path. Whether they are ids is not asked."""
    for place in schema.references:
        for path, value in values_at(data, place):
            if isinstance(value, str):
                yield path, value


def spelled_out(data: Mapping[str, Any], schema: Schema) -> Mapping[str, Any]:
    """The data with every group that is written as a text alone (`x-enkel`) as the group it stands for."""
    whole = dict(data)
    for (field, *place), part in schema.short:
        if field in whole:
            whole[field] = _as_group(whole[field], place, part)
    return whole


def _as_group(value: Any, place: Sequence[str], part: str) -> Any:
    """`value`, with each text that stands at `place` in it as a group whose `part` it is; what it is made from stays as
    it was."""
    if not place:
        return {part: value} if isinstance(value, str) else value
    first, *rest = place
    if first == EACH and isinstance(value, list):
        return [_as_group(item, rest, part) for item in value]
    if isinstance(value, Mapping) and first in value:
        return {**value, first: _as_group(value[first], rest, part)}
    return value


def _inline(node: Any, documents: Mapping[str, Json], folder: PurePosixPath) -> Any:
    """Put referenced files in place; what stands beside a `$ref` (title, help, example) wins over the file's own."""
    if isinstance(node, list):
        return [_inline(item, documents, folder) for item in node]
    if not isinstance(node, dict) or "const" in node:  # a value of a vocabulary is whole
        return node
    inlined = {key: _inline(value, documents, folder) for key, value in node.items() if key != "$ref"}
    if "$ref" not in node:
        return inlined
    target = folder / node["$ref"]
    document = documents[target.as_posix()]
    name = {"x-vokabular": target.stem} if "oneOf" in document else {}
    own = {key: value for key, value in document.items() if key != "$schema"}
    return {**_inline(own, documents, target.parent), **name, **inlined}


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
