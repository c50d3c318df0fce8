"""What each JSON file below `/api/v1/` holds, as JSON Schema (2020-12), and all of it as one OpenAPI document.

Input: `Source`, for the record's fields. Output: files. A record's schema is that of the catalogue (`schema/`), as it
is published: with id and what is reckoned, and without what only the form and the site need.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from katalog.derive.freshness import FRESHNESS_LABELS
from katalog.exports.api import DERIVED, ROOT, VERSION, dumped
from katalog.exports.source import Source
from katalog.record.schema import Json

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = "CC0-1.0"
INDEX = f"{ROOT}/index.json"
_FOLDER = f"{ROOT}/scheman"
_OPENAPI = f"{ROOT}/openapi.json"
_DAY: Json = {"type": "string", "format": "date"}
_TEXT: Json = {"type": "string", "minLength": 1}
_COUNT: Json = {"type": "integer", "minimum": 0}
_ID: Json = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_VERSION: Json = {"const": VERSION, "description": "Formens version. Nya nycklar kan komma till utan att den ändras."}
_HASH: Json = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_EVENTS = ("ny", "andrad", "stangd", "oppnad", "flyttad", "bekraftad")
# Of the catalogue's own schema: rules for those who write that say nothing of what is published.
_FOR_WRITERS = frozenset({"patternErrorMessage", "$schema"})


def schemas(source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Vad som står i JSON-filerna, som JSON Schema: ett schema för varje slags fil."""
    for name, schema in schemas_by_name(source.words.schema.full, "#/$defs/").items():
        told = {"$schema": DIALECT, **schema}
        if name == "verksamheter":
            told["$defs"] = {"verksamhet": _record(source.words.schema.full)}
        yield f"{_FOLDER}/{name}.json", (dumped(told),)


def openapi(source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Hela gränssnittet som OpenAPI 3.1. Det består av filer. Inget går att söka eller filtrera i adressen."""
    files = {
        INDEX: ("index", "Alla filer, med version, storlek och kontrollsumma"),
        f"{ROOT}/verksamheter.json": ("verksamheter", "Alla verksamheter"),
        f"{ROOT}/verksamheter/{{id}}.json": ("post", "En verksamhet, eller vad den heter nu"),
        f"{ROOT}/kort/{{omrade}}.json": ("kort", "Vad listor visar, för ett område eller alla"),
        f"{ROOT}/vokabular.json": ("vokabular", "Alla ordlistor"),
        f"{ROOT}/omraden.json": ("omraden", "Alla områden"),
        f"{ROOT}/statistik.json": ("statistik", "Hela katalogen räknad"),
        f"{ROOT}/andringar.json": ("andringar", "Vad som har hänt"),
    }
    components = schemas_by_name(source.words.schema.full, "#/components/schemas/")
    components["post"] = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("verksamhet", "flyttad")]}
    told = {
        "openapi": "3.1.0",
        "info": {
            "title": source.settings.site_name,
            "version": VERSION,
            "description": "Filer som hämtas hela. Det finns inga frågeparametrar: filtrera hos dig.",
            "license": {"name": "CC0 1.0 Universal", "identifier": LICENCE},
        },
        "servers": [{"url": source.settings.site_url or "../../"}],
        "paths": {f"/{path}": {"get": _operation(*about, path)} for path, about in files.items()},
        "components": {"schemas": components},
    }
    yield _OPENAPI, (dumped(told),)


def _operation(name: str, summary: str, path: str) -> Json:
    schema = {"$ref": f"#/components/schemas/{name}"}
    told: dict[str, Any] = {"operationId": name, "summary": summary}
    if named := re.search(r"\{(\w+)\}", path):
        told["parameters"] = [{"name": named[1], "in": "path", "required": True, "schema": _ID}]
    found = {"description": "Filen", "content": {"application/json": {"schema": schema}}}
    return {**told, "responses": {"200": found, "404": {"description": "Filen finns inte"}}}


def schemas_by_name(full: Json, definitions: str) -> dict[str, Any]:
    """Name of a kind of file -> its schema; `definitions` is where others of them are found."""
    return {
        "index": _index(),
        "verksamhet": _record(full),
        "verksamheter": _list(definitions),
        "flyttad": _object("En post som har bytt id", id=_ID, flyttad_till=_ID, adress=_TEXT),
        "kort": _cards(),
        "vokabular": _vocabularies(),
        "omraden": _areas(),
        "statistik": _statistics(),
        "andringar": _changes(),
    }


def _record(full: Json) -> Json:
    """The record's own schema, with what is published beside its fields."""
    level = [{"const": name, "title": label} for name, label in FRESHNESS_LABELS.items()]
    derived = _object("Det som är uträknat och inte står i posten", aktualitet={"oneOf": level}, sida=_TEXT)
    told = _published(full)
    properties = {"id": {**_ID, "description": "Postens id. Det byts nästan aldrig."}, **told["properties"]}
    return {
        **told,
        "properties": {**properties, DERIVED: derived},
        "required": ["id", *told["required"], DERIVED],
    }


def _published(node: Any) -> Any:
    """A subschema without our own annotations and the patterns that only help who types."""
    if isinstance(node, list):
        return [_published(item) for item in node]
    if not isinstance(node, Mapping):
        return node
    kept = {key: _published(value) for key, value in node.items() if not key.startswith("x-")}
    for name in _FOR_WRITERS & kept.keys():
        del kept[name]
    if "x-text" in node:
        kept.pop("pattern", None)
    if "x-enkel" in node:  # a text alone is spelled out before it is published
        kept = {key: value for key, value in kept.items() if key not in ("minLength", "maxLength")} | {"type": "object"}
    return kept


def _list(definitions: str) -> Json:
    rows = {"type": "array", "items": {"$ref": f"{definitions}verksamhet"}}
    return _object("Alla verksamheter", version=_VERSION, dag=_DAY, antal=_COUNT, verksamheter=rows)


def _vocabularies() -> Json:
    term = _object("Ett värde", id=_TEXT, titel=_TEXT, text=_TEXT)
    one = _object("En ordlista", titel=_TEXT, text=_TEXT, varden={"type": "array", "items": term})
    return _object("Ordlistor", version=_VERSION, vokabular={"type": "object", "additionalProperties": one})


def _areas() -> Json:
    flag = {"type": "boolean"}
    one = _object("Ett område", id=_ID, titel=_TEXT, text=_TEXT, ar_stadsdel=flag, antal=_COUNT, sida=_TEXT)
    return _object("Områden", version=_VERSION, dag=_DAY, omraden={"type": "array", "items": one})


def _cards() -> Json:
    later = _object("Vad som sägs från en dag", optional=("steg",), dag=_DAY, text={"type": "string"}, steg=_ID)
    row = _object("En rad", rubrik=_TEXT, text=_TEXT, sedan=_rows(later))
    trust = _object("Hur säkert det är", steg=_ID, text=_TEXT, sedan=_rows(later))
    named = _object("Ett namn och dess lista", id=_ID, titel=_TEXT, sida={"type": "string"})
    one = _object(
        "Ett kort", id=_ID, namn=_TEXT, sida=_TEXT, text=_TEXT, typer=_rows(_ID), rader=_rows(row), tillit=trust
    )
    return _object("Vad listor visar", version=_VERSION, dag=_DAY, omrade=named, antal=_COUNT, typer=_rows(named),
                   kort=_rows(one))  # fmt: skip


def _statistics() -> Json:
    text: Json = {"type": ["string", "null"]}
    number: Json = {"type": ["number", "null"]}
    row = {**_object("En rad", id={"type": "string"}, etikett=_TEXT), "additionalProperties": {"type": "integer"}}
    columns = {"type": "object", "additionalProperties": _TEXT, "description": "Radernas tal, och vad de heter."}
    table = _object("En tabell", id=_TEXT, grupp=_TEXT, titel=_TEXT, kolumner=columns, rader=_rows(row))
    result = _object("Ett resultat", post=_ID, namn=_TEXT, period=text, matt=text, antal=number, av=number,
                     procent=number, for_fa={"type": "boolean"})  # fmt: skip
    counts = {"type": "object", "additionalProperties": _COUNT, "description": "Hur många poster av varje slag."}
    return _object("Hela katalogen räknad", version=_VERSION, dag=_DAY, poster=counts, tabeller=_rows(table),
                   resultat=_rows(result))  # fmt: skip


def _rows(of: Json) -> Json:
    return {"type": "array", "items": of}


def _changes() -> Json:
    event = {"enum": list(_EVENTS)}
    one = _object("En händelse", optional=("forr",), dag=_DAY, id=_ID, handelse=event, forr=_ID)
    extent = {"enum": ["hel", "grund", "saknas"], "description": "Är den inte hel finns bara bekräftelser med."}
    rows = {"type": "array", "items": one}
    return _object("Vad som har hänt", version=_VERSION, dag=_DAY, historik=extent, om=_TEXT, handelser=rows)


def _index() -> Json:
    file = _object("En fil", adress=_TEXT, byte=_COUNT, sha256=_HASH)
    one = _object(
        "Ett format",
        optional=("filer",),
        format=_TEXT,
        titel=_TEXT,
        adress={**_TEXT, "description": "Från sajtens rot. Det som står inom { } byts ut."},
        medietyp=_TEXT,
        version=_TEXT,
        antal=_COUNT,
        byte=_COUNT,
        filer={"type": "array", "items": file, "description": "Finns inte för format med en fil för varje post."},
    )
    licence = _object("Licens", id=_TEXT, adress=_TEXT)
    rows = {"type": "array", "items": one}
    return _object("Allt som går att hämta", version=_VERSION, dag=_DAY, antal=_COUNT, licens=licence, format=rows)


def _object(title: str, *, optional: tuple[str, ...] = (), **properties: Json) -> Json:
    required = [name for name in properties if name not in optional]
    return {"title": title, "type": "object", "properties": properties, "required": required,
            "additionalProperties": False}  # fmt: skip
