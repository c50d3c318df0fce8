"""Pages for those who write records: every code with its cure, every field with its help and examples; and for those
who change the schema: every annotation with what it means.

All come from the code and the schema themselves and cannot drift from them.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record import check, files, load, moved, schema_files, schema_notes, schema_sense, shape, thousands
from katalog.record.rules import RULES
from katalog.record.schema import Json, constants, kinds_of
from katalog.record.schema_notes import FILE, places_of, read_annotations


@dataclass(frozen=True, slots=True)
class Code:
    """`example` is a message as the command says it: what is wrong, and what to do."""

    name: str
    title: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeGroup:
    title: str
    paragraphs: tuple[str, ...]
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldHelp:
    """One field of the schema, with the fields inside it."""

    path: str
    title: str
    text: str
    required: bool
    kind: str
    example: str
    vocabulary: str | None
    values: tuple[tuple[str, str, str], ...]
    inner: tuple[FieldHelp, ...]


EXAMPLES = Path(__file__).with_name("koder.json")  # made of the cases in tests/cases, as the file itself says
_READING = ("Filen går inte att läsa", ("Felen här gäller filen som helhet. Rätta dem först: resten syns sedan.",))
_SHAPE = ("Fälten följer inte mallen", ("Mallen är schema/verksamhet.schema.json. Fältguiden visar alla fält.",))
_KINDS = {"string": "text", "integer": "heltal", "number": "tal", "boolean": "true eller false", "array": "lista",
          "object": "grupp"}  # fmt: skip


def reference_pages(site: Site) -> Iterator[Page]:
    yield _codes_page(site)
    yield _fields_page(site)
    yield _notes_page(site)


def code_groups() -> list[CodeGroup]:
    """All codes: reading, shape, then rule by rule in their own words."""
    codes = _titled(load, check, thousands, files, moved, schema_files, schema_sense, schema_notes)
    reading = CodeGroup(title=_READING[0], paragraphs=_READING[1], codes=codes)
    shapes = CodeGroup(title=_SHAPE[0], paragraphs=_SHAPE[1], codes=_titled(shape))
    return [reading, shapes, *(_rule_group(rule) for rule in RULES)]


def _titled(*modules: ModuleType) -> tuple[Code, ...]:
    said: Mapping[str, str] = json.loads(EXAMPLES.read_text(encoding="utf-8"))["exempel"]
    return tuple(Code(name, title, said.get(name, "")) for module in modules for name, title in module.CODES.items())


def _rule_group(rule: ModuleType) -> CodeGroup:
    title, *paragraphs = (inspect.getdoc(rule) or "").split("\n\n")
    return CodeGroup(
        title=title.rstrip("."), paragraphs=tuple(" ".join(p.split()) for p in paragraphs), codes=_titled(rule)
    )


def _codes_page(site: Site) -> Page:
    title, text = "Felkoder", "Alla fel och varningar som kontrollen kan visa, och vad du gör åt dem."
    return site.page("bidra/koder/", title, text, "koder.html", groups=code_groups())


def _fields_page(site: Site) -> Page:
    schema = site.words.schema
    title, text = "Fältguide", "Alla fält i en post: vad de betyder, vilka värden som går att välja, och exempel."
    required = schema.full["required"]
    groups = [
        (group, [_help(name, schema.fields[name], name in required) for name in group.fields])
        for group in site.words.groups
    ]
    return site.page("bidra/falt/", title, text, "falt.html", groups=groups)


def _notes_page(site: Site) -> Page:
    schema = site.words.schema
    title, text = (
        "Anteckningar i mallen",
        "Ord i mallen som säger vad katalogen ska göra med ett fält.",
    )
    notes = [
        {"name": note.name, "text": note.text, "is_required": note.is_required, "places": places_of(note, schema)}
        for note in read_annotations(schema).values()
    ]
    about = schema.documents[FILE]["description"]
    return site.page("bidra/anteckningar/", title, text, "anteckningar.html", about=about, notes=notes)


def _help(path: str, node: Json, required: bool) -> FieldHelp:
    item = node.get("items", {})
    vocabulary = node.get("x-vokabular") or item.get("x-vokabular")
    values = constants(node) or constants(item) or []
    inside = node if "properties" in node else item
    needed = inside.get("required", ())
    inner = (_help(f"{path}.{key}", sub, key in needed) for key, sub in inside.get("properties", {}).items())
    return FieldHelp(
        path=path,
        title=node["title"],
        text=node["description"],
        required=required,
        kind=_kind(node),
        example=written(path, node),
        vocabulary=vocabulary,
        values=tuple((value["const"], value["title"], value["description"]) for value in values),
        inner=tuple(inner),
    )


def _kind(node: Json) -> str:
    kind = " eller ".join(_KINDS[kind] for kind in kinds_of(node))
    limit = node.get("maxLength")
    return f"{kind}, högst {limit} tecken" if limit else kind


def written(path: str, node: Json) -> str:
    """The first example as it is written in a record."""
    examples = node.get("examples")
    return f"{path.rsplit('.', 1)[-1]}:{_yaml(examples[0], 1)}" if examples else ""


def _yaml(value: Any, depth: int) -> str:
    indent = "\n" + "  " * depth
    if isinstance(value, dict):
        return "".join(f"{indent}{key}:{_yaml(inner, depth + 1)}" for key, inner in value.items())
    if isinstance(value, list):
        return "".join(f"{indent}- {_yaml(item, depth + 1).lstrip()}" for item in value)
    if isinstance(value, bool):
        return f" {str(value).lower()}"
    if isinstance(value, str) and (not value[:1].isalpha() or ": " in value):
        return f" {json.dumps(value, ensure_ascii=False)}"
    return f" {value}"
