"""What each file of the schema folder holds, as JSON Schema: asked before anything is read out of them.

Input: one of the folder's documents and its name. Output: where something is missing or of another kind, and what to
do. What the annotations (`x-`) hold is said in `anteckningar.json` and asked in `schema_notes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import jsonschema_rs

from katalog.record.page_forms import PAGE_FORMS
from katalog.record.problem import DataPath, quoted
from katalog.record.said import TYPES
from katalog.record.word_forms import WORD_FORMS

Json = dict[str, Any]
_TEXT: Json = {"type": "string", "pattern": "\\S"}
_TEXTS: Json = {"type": "array", "items": _TEXT}
_NUMBER: Json = {"type": "number"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_ID: Json = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_PAIRS: Json = {"type": "array", "items": {"type": "array", "minItems": 2}}
_NUMBERS: Json = {"type": "object", "additionalProperties": _NUMBER}
_KIND: Json = {"enum": ["string", "integer", "number", "boolean", "array", "object"]}
_VALUE: Json = {
    "type": "object",
    "required": ["const", "title", "description"],
    "properties": {"const": _ID, "title": _TEXT, "description": _TEXT},
}
# A field, or a part of one. What is fetched by `$ref` has words and kind of its own.
_FIELD: Json = {
    "type": "object",
    "properties": {
        "$ref": _TEXT,
        "type": {"anyOf": [_KIND, {"type": "array", "minItems": 2, "uniqueItems": True, "items": _KIND}]},
        "title": _TEXT,
        "description": _TEXT,
        "pattern": _TEXT,
        "items": {"$ref": "#/$defs/falt"},
        "properties": {"type": "object", "minProperties": 1, "additionalProperties": {"$ref": "#/$defs/falt"}},
        "oneOf": {"type": "array", "minItems": 1, "items": _VALUE},
        "required": _TEXTS,
        "examples": {"type": "array", "minItems": 1},
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties"), _COUNT),
        **dict.fromkeys(("minimum", "maximum"), _NUMBER),
    },
    "if": {"required": ["$ref"]},
    "else": {"required": ["type", "title", "description"]},
    "allOf": [
        {"if": {"properties": {"type": {"const": kind}}, "required": ["type"]}, "then": {"required": [needs]}}
        for kind, needs in (("array", "items"), ("object", "properties"))
    ],
}
_RECORD: Json = {
    "$ref": "#/$defs/falt",
    "required": ["type", "title", "description", "required", "properties", "additionalProperties"],
}
_FILE: Json = {"$ref": "#/$defs/falt", "required": ["type", "title", "description"]}
_ANNOTATION: Json = {
    "type": "object",
    "required": ["plats", "varde", "text"],
    "properties": {"plats": {**_TEXTS, "minItems": 1}, "varde": {"type": "object"}, "text": _TEXT, "bland": _TEXT},
}
_PEOPLE = (
    "fornamn", "fornamn_strikta", "fornamn_ord", "efternamn", "efternamn_slut", "namnled", "titlar", "tilltal", "efter",
    "smaord", "platsord", "platsord_efter_s", "platsslut", "foretagsord", "fore", "fore_ensam", "mellan",
    "inte_efternamn", "verksamhetsord", "funktionsord",
)  # fmt: skip
_WEIGHTS = ("delar", "begrepp", "sorter", "lagen", "onskan")
_WEIGHED = ("omstandigheter", "som_skrivet", "rubriker")  # names of them
_WORD_LIST: Json = {"type": "object", "required": ["ord"], "properties": {"ord": _TEXTS}}
# Words of a question that mean choices: values of facets, or a weekday so many days from today.
_CONDITION: Json = {
    "type": "object",
    "required": ["sager"],
    "anyOf": [{"required": ["val"]}, {"required": ["veckodag"]}],
    "properties": {
        "sager": {**_TEXTS, "minItems": 1},
        "val": {"type": "object", "additionalProperties": _TEXTS},
        "veckodag": {"type": "object", "additionalProperties": _COUNT},
    },
    "additionalProperties": False,
}
_OTHERS: dict[str, Json] = {
    **WORD_FORMS,
    **PAGE_FORMS,
    "anteckningar.json": {
        "type": "object",
        "required": ["platser", "anteckningar"],
        "properties": {
            "platser": {"type": "object", "additionalProperties": _TEXT},
            "anteckningar": {"type": "object", "additionalProperties": _ANNOTATION},
        },
    },
    "ordval.json": {
        "type": "object",
        "required": ["ord"],
        "properties": {
            "ord": {
                "type": "array",
                "minItems": 1,
                "items": {"type": "object", "required": ["undvik", "skriv"], "additionalProperties": _TEXT},
            }
        },
    },
    "villkor.json": {
        "type": "object",
        "required": ["bredvid", "forbi", "villkor"],
        "properties": {
            "bredvid": _TEXTS,
            "forbi": _TEXTS,
            "villkor": {"type": "array", "minItems": 1, "items": _CONDITION},
        },
    },
    "persondata.json": {
        "type": "object",
        "required": ["bokstaver", "tecken", "nollor", "godkanda", *_PEOPLE],
        "properties": {
            "bokstaver": {"type": "object"},
            "tecken": {"type": "array"},
            "nollor": _TEXT,
            "godkanda": {
                "type": "array",
                "items": {"type": "object", "required": ["namn"], "additionalProperties": _TEXT},
            },
            **dict.fromkeys(_PEOPLE, _TEXTS),
        },
    },
    "sokord.json": {
        "type": "object",
        "required": [
            "format",
            "sprak",
            "utfyllnad",
            "reserv",
            "efterled",
            "liktydigt",
            "stavfel",
            "vikter",
            "fraser",
            "vanliga",
            "annat",
            "langt_bort",
            "nekande",
            "likord",
            "ljud",
            "aldrar",
            "narstaende",
            "snavt",
            "knappt",
            "borta",
        ],
        "properties": {
            "format": _COUNT,
            "sprak": {
                "type": "object",
                "required": ["bokstaver", "utan_prickar", "stavning", "dubbeltecknas_inte", "andelser"],
                "properties": {"dubbeltecknas_inte": _TEXT}
                | dict.fromkeys(("bokstaver", "utan_prickar", "stavning", "andelser"), _PAIRS),
            },
            "utfyllnad": _TEXTS,
            "reserv": {"type": "object", "required": ["andelser"]},
            "efterled": _WORD_LIST,
            "liktydigt": _PAIRS,
            "vanliga": _WORD_LIST,
            "annat": {
                "type": "object",
                "required": ["ord", "ihop"],
                "properties": dict.fromkeys(("ord", "ihop"), _TEXTS),
            },
            "langt_bort": {
                "type": "object",
                "required": ["ord", "inte_efter"],
                "properties": dict.fromkeys(("ord", "inte_efter"), _TEXTS),
            },
            "nekande": {
                "type": "object",
                "required": ["ord", "inte_fore", "inte_i_behov", "grans", "ovilja", "ovilja_vid", "bestammer"],
                "additionalProperties": _TEXTS,
                "properties": {"description": _TEXT},
            },
            "likord": {"type": "array", "items": _TEXTS},
            "ljud": {"type": "object", "required": ["byten"], "properties": {"byten": _PAIRS}},
            "aldrar": {
                "type": "object",
                "required": ["grupper", "inte_efter", "inte_fore"],
                "properties": {"grupper": _PAIRS, "inte_efter": _TEXTS, "inte_fore": _TEXTS},
            },
            "narstaende": {
                "type": "object",
                "required": ["min", "nara", "soks"],
                "properties": {"min": _TEXTS, "nara": _TEXT, "soks": _TEXT},
            },
            "snavt": {
                "type": "object",
                "required": ["for", "oppet", "ord"],
                "properties": {"for": _TEXTS, "oppet": _TEXTS, "ord": _TEXTS},
            },
            "borta": {"type": "object", "required": ["i"], "properties": {"i": _TEXTS}},
            "knappt": {"type": "object", "required": ["tecken"], "properties": {"tecken": _COUNT}},
            "stavfel": {"type": "object", "required": ["en_bokstav_fran", "tva_bokstaver_fran"]},
            "vikter": {
                "type": "object",
                "required": [*_WEIGHTS, *_WEIGHED],
                "properties": dict.fromkeys(_WEIGHTS, _NUMBERS) | dict.fromkeys(_WEIGHED, _TEXTS),
            },
            "fraser": {
                "type": "array",
                "items": {"type": "object", "required": ["sager"], "additionalProperties": _TEXTS},
            },
        },
    },
}
_MISSING = "{namn} saknas här. Lägg till det, så som i de andra."
_WRONG_TYPE = "{namn} ska vara {typ}. Jämför med de andra i filen."
_WRONG = "{namn} är skrivet på fel sätt: {varde}. Jämför med de andra i filen."
_TYPE_WORDS = {**TYPES, "boolean": "true eller false", "array": "en lista med [ ]", "object": "ett objekt med { }"}
Found = tuple[DataPath, str]


def wrong_forms(name: str, document: Any) -> Iterator[Found]:
    """Path and message of what is missing or of another kind. `name` is the file's path below the schema folder."""
    told: set[DataPath] = set()
    for found in (*_against(_validator(name), document), *_against_standard(name, document)):
        if found[0] not in told:
            told.add(found[0])
            yield found


def _against_standard(name: str, document: Any) -> Iterator[Found]:
    """What JSON Schema itself asks of a schema, and of what an annotation holds."""
    if "/" in name or name not in _OTHERS:
        yield from _against(_standard(), document)
    elif name == "anteckningar.json" and isinstance(document, dict):
        notes = document.get("anteckningar")
        for key, note in notes.items() if isinstance(notes, dict) else ():
            held = note.get("varde") if isinstance(note, dict) else None
            for path, message in _against(_standard(), held) if isinstance(held, dict) else ():
                yield ("anteckningar", key, "varde", *path), message


def _against(validator: jsonschema_rs.Draft202012Validator, document: Any) -> Iterator[Found]:
    if validator.is_valid(document):  # nearly always, and a third of the work of asking what is wrong
        return
    for error in validator.iter_errors(document):
        path: DataPath = tuple(error.instance_path)
        kind: Any = error.kind
        if kind.name == "required":
            yield path, _MISSING.format(namn=kind.property)
        elif kind.name == "type":
            wanted = " eller ".join(_TYPE_WORDS.get(kind, kind) for kind in kind.types)
            yield path, _WRONG_TYPE.format(namn=_name(path), typ=wanted)
        elif kind.name not in ("if", "allOf"):
            yield path, _WRONG.format(namn=_name(path), varde=quoted(error.instance))


@cache
def _standard() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"$ref": "https://json-schema.org/draft/2020-12/schema"})


def _validator(name: str) -> jsonschema_rs.Draft202012Validator:
    return _compiled("/" if "/" in name else name)


@cache
def _compiled(name: str) -> jsonschema_rs.Draft202012Validator:
    """One for each form; every file in a folder (`/`) has the same."""
    form = _FILE if name == "/" else _OTHERS.get(name, _RECORD)
    is_of_fields = form is _FILE or form is _RECORD
    return jsonschema_rs.Draft202012Validator({**form, "$defs": {"falt": _FIELD}} if is_of_fields else form)


def _name(path: DataPath) -> str:
    return str(next((step for step in reversed(path) if isinstance(step, str)), "filen"))
