"""Labels, explanations and groups, read out of the schema: what a field or a value is called to a reader.

Input: `Schema`. Output: `Vocabularies`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from katalog.record.schema import Json, Schema, constants


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One value of a vocabulary. `notes` are its `x-` annotations without the prefix."""

    slug: str
    label: str
    text: str
    notes: Mapping[str, Any]

    @property
    def icon(self) -> str | None:
        """Name in the theme's icon set, for example `material/hammer`."""
        icon: str | None = self.notes.get("ikon")
        return icon

    @property
    def law(self) -> str | None:
        law: str | None = self.notes.get("lag")
        return law


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGroup:
    """A part of the record's page, with the names of its fields in order."""

    id: str
    title: str
    text: str
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Vocabularies:
    """All vocabularies by file name (`insatstyp`, ...), each slug -> Term in the file's order."""

    schema: Schema
    by_name: Mapping[str, Mapping[str, Term]]
    about_by_name: Mapping[str, Term]
    groups: tuple[FieldGroup, ...]

    def terms(self, name: str) -> Mapping[str, Term]:
        return self.by_name[name]

    def about(self, name: str) -> Term:
        """The vocabulary itself: its title and explanation."""
        return self.about_by_name[name]

    def label(self, name: str, slug: str) -> str:
        return self.by_name[name][slug].label

    def title(self, field: str) -> str:
        """What a top-level field is called."""
        title: str = self.schema.fields[field]["title"]
        return title


def read_vocabularies(schema: Schema) -> Vocabularies:
    """Every vocabulary that the record's schema uses, and the groups of its page."""
    nodes = dict(vocabulary_nodes(schema.full))
    about = {name: _about(name, schema) for name in nodes}
    groups = tuple(
        FieldGroup(id=g["id"], title=g["title"], text=g["description"], fields=_fields_of(g["id"], schema))
        for g in schema.full["x-grupper"]
    )
    terms = {name: _terms(node) for name, node in nodes.items()}
    return Vocabularies(schema=schema, by_name=terms, about_by_name=about, groups=groups)


def _fields_of(group: str, schema: Schema) -> tuple[str, ...]:
    return tuple(name for name, node in schema.fields.items() if node["x-grupp"] == group)


def vocabulary_nodes(node: Any) -> Iterator[tuple[str, Json]]:
    """Every place in a schema that names a vocabulary (`x-vokabular`), with the name."""
    if isinstance(node, dict):
        if "x-vokabular" in node:
            yield node["x-vokabular"], node
        for value in node.values():
            yield from vocabulary_nodes(value)
    elif isinstance(node, list):
        for item in node:
            yield from vocabulary_nodes(item)


def _about(name: str, schema: Schema) -> Term:
    """The file's own title: where a field refers to it, the field's title stands instead."""
    document = json.loads((schema.folder / "vokabular" / f"{name}.json").read_text(encoding="utf-8"))
    return Term(slug=name, label=document["title"], text=document["description"], notes={})


def _terms(node: Json) -> dict[str, Term]:
    return {value["const"]: _term(value) for value in constants(node) or ()}


def _term(value: Json) -> Term:
    notes = {key.removeprefix("x-"): note for key, note in value.items() if key.startswith("x-")}
    return Term(slug=value["const"], label=value["title"], text=value["description"], notes=notes)
