"""The schema's annotations (`x-`) -> a problem for each that is misspelt, out of place, or holds something else.

`schema/anteckningar.json` lists them: the one statement of which there are, where each may stand, what it holds and
what it means. Input: `Schema`. Output: problems in the schema's own files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import Any, Literal

import jsonschema_rs

from katalog.record import suggest
from katalog.record.problem import DataPath, Problem, quoted
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import GUIDE, RECORD_SCHEMA, SEARCH_WORDS, TONGUES, is_schema, placed

FILE = "anteckningar.json"
CODES = {"anteckning": "En anteckning i mallen är fel"}
_PREFIX = "x-"
# Facets that follow from several fields: `derive.facets` makes them, and a test holds the two together.
DERIVED_FACETS = ("aktualitet", "tid", "ledigt", "lag")
_NESTING = (dict, list)
_DATA = frozenset({"examples", "default", "const", "enum"})  # hold values of a record, no subschemas
_UNKNOWN = "{namn} finns inte i schema/anteckningar.json. {hjalp}"
_MEANT = "Menade du {menat}?"
_REMOVE = "Ta bort ordet, eller lägg till det där."
_MISPLACED = "{namn} kan inte stå här. Anteckningen hör till {platser}."
_WRONG = "{namn} har fel innehåll. {text}"
_NO_SUCH = "{namn}: {varde} finns inte. {hjalp}"
_CHOOSE = "Välj bland: {varden}."
_MISSING = "{namn} saknas. {text}"
_LACKS = "{namn}: {del_} saknas. {text}"
Where = Literal["rot", "falt", "del", "villkor", "varde"]
# What a value of an annotation may be the name of.
_NAMES: Mapping[str, Callable[[Schema], Collection[str]]] = {
    "falt": lambda schema: list(schema.fields),
    "grupper": lambda schema: [group.get("id", "") for group in schema.full.get("x-grupper", ())],
    "facetter": lambda schema: [*(name for name, node in schema.fields.items() if "x-facett" in node), *DERIVED_FACETS],
    "vokabularer": lambda schema: list(schema.vocabularies),
    "komponenter": lambda schema: _constants("komponent", schema),
    "driftsformer": lambda schema: _constants("driftsform", schema),
    "omraden": lambda schema: _constants("omrade", schema),
    "sprak": lambda schema: list(schema.documents[TONGUES]["sprak"]),
    "fragor": lambda schema: [question["id"] for question in schema.documents[GUIDE]["fragor"]],
    "vikter": lambda schema: [*_weights(schema, "delar"), *_weights(schema, "begrepp")],
}


def _constants(vocabulary: str, schema: Schema) -> Collection[str]:
    return [value["const"] for value in constants(schema.vocabularies.get(vocabulary, {})) or ()]


def _weights(schema: Schema, part: str) -> Collection[str]:
    weights: Json = schema.documents[SEARCH_WORDS]["vikter"][part]
    return weights


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """One annotation: where it may stand, what it holds (a JSON Schema) and, with `among`, names of what."""

    name: str
    where: frozenset[str]
    holds: Json
    text: str
    among: str | None = None
    is_required: bool = False
    required_in: Mapping[str, Json] = field(default_factory=dict)  # vocabulary -> which of its values must have it

    @cached_property
    def validator(self) -> jsonschema_rs.Draft202012Validator:
        return jsonschema_rs.Draft202012Validator(self.holds, validate_formats=True)


def read_annotations(schema: Schema) -> dict[str, Annotation]:
    """All annotations by name, in the order of their file."""
    return {
        name: Annotation(
            name=name,
            where=frozenset(note["plats"]),
            holds=note["varde"],
            text=note["text"],
            among=note.get("bland"),
            is_required=note.get("kravs", False),
            required_in=note.get("kravs_i", {}),
        )
        for name, note in schema.documents[FILE]["anteckningar"].items()
    }


def places_of(note: Annotation, schema: Schema) -> str:
    """Where the annotation may stand, in words."""
    words: Mapping[str, str] = schema.documents[FILE]["platser"]
    named = [words[kind] for kind in words if kind in note.where]
    return " eller ".join(part for part in (", ".join(named[:-1]), *named[-1:]) if part)


@lru_cache(maxsize=1)
def check_annotations(schema: Schema) -> tuple[Problem, ...]:
    """A problem (`anteckning`) for every annotation that is not as the list says, at its line."""
    known = read_annotations(schema)
    found: list[Problem] = []
    for name in schema.documents:
        if is_schema(name):
            path = schema.folder / name
            found += placed(path, list(_faults(name, known, schema)), "anteckning")
    return tuple(sorted(found))


def _faults(file: str, known: Mapping[str, Annotation], schema: Schema) -> Iterator[tuple[DataPath, str]]:
    start: Where = "rot" if file == RECORD_SCHEMA else "del"
    vocabulary = PurePosixPath(file).stem
    needed = [note for note in known.values() if note.is_required or vocabulary in note.required_in]
    for path, where, node in _nodes(schema.documents[file], (), start):
        for name, value in node.items():
            if name.startswith(_PREFIX) and not _is_right(known.get(name), value, where):
                yield from (((*path, name, *inner), text) for inner, text in _judge(name, value, where, known, schema))
        for note in needed:
            if where in note.where and note.name not in node and _is_needed(note, node, vocabulary):
                yield path, _MISSING.format(namn=note.name, text=note.text)


def _is_needed(note: Annotation, node: Json, vocabulary: str) -> bool:
    wanted = note.required_in.get(vocabulary) if "const" in node else None
    return note.is_required or (wanted is not None and all(node.get(name) == value for name, value in wanted.items()))


def _nodes(node: Any, path: DataPath, where: Where) -> list[tuple[DataPath, Where, Json]]:
    """Every object of a schema that may hold annotations, with the kind of its place."""
    found: list[tuple[DataPath, Where, Json]] = []
    _gather(node, path, where, found)
    return found


def _gather(node: Any, path: DataPath, where: Where, found: list[tuple[DataPath, Where, Json]]) -> None:
    if type(node) is list:
        for index, item in enumerate(node):
            if type(item) in _NESTING:
                _gather(item, (*path, index), where, found)
    elif type(node) is dict:
        found.append((path, where, node))
        for key, inner in node.items():
            if key == "properties" and type(inner) is dict:
                for name, part in inner.items():
                    _gather(part, (*path, key, name), _inner(where), found)
            elif type(inner) in _NESTING and not key.startswith(_PREFIX) and key not in _DATA:
                _gather(inner, (*path, key), _below(key, where), found)


def _inner(where: Where) -> Where:
    return "falt" if where == "rot" else where if where == "villkor" else "del"


def _below(key: str, where: Where) -> Where:
    if where == "villkor":
        return where
    return {"items": "del", "oneOf": "varde"}.get(key, "villkor")  # type: ignore[return-value]  # its values are kinds


def _is_right(note: Annotation | None, value: Any, where: Where) -> bool:
    """True for nearly all, at once; False for what `_judge` has to look at."""
    return note is not None and note.among is None and where in note.where and note.validator.is_valid(value)


def _judge(
    name: str, value: Any, where: Where, known: Mapping[str, Annotation], schema: Schema
) -> Iterator[tuple[DataPath, str]]:
    """What is wrong with one annotation, each with its path inside the annotation's value."""
    note = known.get(name)
    if note is None:
        yield (), _UNKNOWN.format(namn=quoted(name), hjalp=_cure(name, known) or _REMOVE)
    elif where not in note.where:
        yield (), _MISPLACED.format(namn=name, platser=places_of(note, schema))
    elif note.validator.is_valid(value):
        yield from _unknown_names(note, value, schema)
    else:
        yield from (found for error in note.validator.iter_errors(value) for found in _wrong(note, error))


def _wrong(note: Annotation, error: Any) -> Iterator[tuple[DataPath, str]]:
    path: DataPath = tuple(error.instance_path)
    if error.kind.name == "required":
        yield path, _LACKS.format(namn=note.name, del_=error.kind.property, text=note.text)
    elif error.kind.name == "additionalProperties":
        allowed = _at(note.holds, error.schema_path[:-1])["properties"]
        for extra in error.kind.unexpected:
            cure = _cure(extra, allowed) or _CHOOSE.format(varden=", ".join(allowed))
            yield (*path, extra), _NO_SUCH.format(namn=note.name, varde=quoted(extra), hjalp=cure)
    else:
        yield path, _WRONG.format(namn=note.name, text=note.text)


def _at(node: Any, steps: Sequence[str | int]) -> Any:
    for step in steps:
        node = node[step]
    return node


def _unknown_names(note: Annotation, value: Any, schema: Schema) -> Iterator[tuple[DataPath, str]]:
    """An annotation that names something names what there is: a text, several in a list, or the keys of an object."""
    names = _names(note.among, schema) if note.among else ()
    for path, name in _said(value) if note.among else ():
        if name not in names:
            cure = _cure(name, names) or _CHOOSE.format(varden=", ".join(names))
            yield path, _NO_SUCH.format(namn=note.name, varde=quoted(name), hjalp=cure)


@lru_cache(maxsize=len(_NAMES))
def _names(among: str, schema: Schema) -> Collection[str]:
    return _NAMES[among](schema)


def _said(value: Any) -> Iterator[tuple[DataPath, str]]:
    if isinstance(value, str):
        yield (), value
    else:
        yield from (
            (((key,), key) for key in value) if isinstance(value, dict) else (((n,), v) for n, v in enumerate(value))
        )


def _cure(word: str, names: Iterable[str]) -> str | None:
    near = suggest.closest(word, suggest.spellings(names))
    return _MEANT.format(menat=near) if near else None
