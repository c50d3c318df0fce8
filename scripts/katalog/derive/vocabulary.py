"""Labels, explanations and groups, read out of the schema: what a field or a value is called to a reader.

Input: `Schema`. Output: `Vocabularies`. No label stands anywhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from katalog.record.places import Place
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A vocabulary that has lists (`x-listor`): a page in `folder` for each value, and an index with `question`.

    `place` is where a record holds its values: the first field that uses the vocabulary. A list that `is_asking` asks
    for what is missing even when it is long.
    """

    vocabulary: str
    folder: str
    heading: str
    question: str
    text: str
    is_asking: bool
    place: Place

    @property
    def address(self) -> str:
        return f"{self.folder}/"

    def address_of(self, slug: str) -> str:
        """The page of one value."""
        return f"{self.folder}/{slug}/"


@dataclass(frozen=True, kw_only=True)
class Vocabularies:
    """All vocabularies by file name (`insatstyp`, ...), each slug -> Term in the file's order; `listed` those that have
    lists, in the order in which lists are named."""

    schema: Schema
    by_name: Mapping[str, Mapping[str, Term]]
    about_by_name: Mapping[str, Term]
    listed: Mapping[str, Listed]
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
    """Every vocabulary that the record's schema uses, those that have lists, and the groups of its page."""
    documents = schema.vocabularies
    return Vocabularies(
        schema=schema,
        by_name={name: _terms(document) for name, document in documents.items()},
        about_by_name={name: _about(name, document) for name, document in documents.items()},
        listed={name: _listed(name, note, schema) for name, note in schema.full["x-listor"].items()},
        groups=tuple(
            FieldGroup(id=g["id"], title=g["title"], text=g["description"], fields=_fields_of(g["id"], schema))
            for g in schema.full["x-grupper"]
        ),
    )


def _fields_of(group: str, schema: Schema) -> tuple[str, ...]:
    return tuple(name for name, node in schema.fields.items() if node["x-grupp"] == group)


def _about(name: str, document: Json) -> Term:
    return Term(slug=name, label=document["title"], text=document["description"], notes={})


def _listed(name: str, note: Json, schema: Schema) -> Listed:
    return Listed(
        vocabulary=name,
        folder=note["mapp"],
        heading=note["rubrik"],
        question=note["fraga"],
        text=note["text"],
        is_asking=note.get("efterlyser", False),
        place=next(place for place, node in schema.places.items() if node.get("x-vokabular") == name),
    )


def _terms(node: Json) -> dict[str, Term]:
    return {value["const"]: _term(value) for value in constants(node) or ()}


def _term(value: Json) -> Term:
    notes = {key.removeprefix("x-"): note for key, note in value.items() if key.startswith("x-")}
    return Term(slug=value["const"], label=value["title"], text=value["description"], notes=notes)
