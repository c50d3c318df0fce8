"""What the files of HSDS are, told in OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html): real paths and no query.

Input: the site's address. Output: one document, the same for every catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from katalog.exports.hsds_tables import INSIDE, NESTED, ONE, TABLES, VERSION, column_type, values_of

Object = dict[str, Any]
_LISTS: Mapping[str, str] = {
    "services": "service",
    "organizations": "organization",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
    "service_at_locations": "service_at_location",
}
_ABOUT = (
    "Uppgifter i HSDS form, som filer. Det är inte hela HSDS API: listorna är filer, delade i sidor, och ingen "
    "fråga efter ? ändrar svaret. Den som vill söka eller sortera gör det själv, lättast i services.ndjson. Klockslag "
    "är svensk lokal tid utan tidszon. Ett fält som saknas är inte känt. Status inactive betyder oftast att ingen har "
    "bekräftat uppgifterna; se attributet status/okand."
)
_KINDS: Mapping[str, Object] = {
    "number": {"type": "number"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "time": {"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d:00$"},
}
_PAGE: Object = {
    "total_items": {"type": "integer", "minimum": 0},
    "total_pages": {"type": "integer", "minimum": 1},
    "page_number": {"type": "integer", "minimum": 1},
    "size": {"type": "integer", "minimum": 0},
    "first_page": {"type": "boolean"},
    "last_page": {"type": "boolean"},
    "empty": {"type": "boolean"},
}


def openapi(site_url: str) -> Object:
    schemas = {name: _schema(name) for name in TABLES if name in {*INSIDE, *NESTED.values(), *_LISTS.values()}}
    schemas["service_in_list"] = _plain("service") | {"properties": _in_list()}
    schemas |= {f"{name}_page": _page_of(_listed(name)) for name in _LISTS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"Hitta sysselsättning: HSDS {VERSION}",
            "version": "1.0",
            "description": _ABOUT,
            "license": {"name": "CC0 1.0", "identifier": "CC0-1.0"},
        },
        "servers": [{"url": f"{site_url}api/v1/hsds" if site_url else "."}],
        "paths": _paths(),
        "components": {"schemas": schemas},
    }


def _paths() -> Object:
    root: Object = {"type": "object", "properties": {name: {"type": "string"} for name in _ROOT}, "required": _ROOT}
    found: Object = {"/index.json": _get("root", "Vad det här är", root)}
    for name, table in _LISTS.items():
        page = _get(f"{name}_page", f"En sida av listan {name}", _ref(f"{name}_page"), ("page", {"type": "integer"}))
        one = _get(name, "Ett objekt", _ref(table), ("id", {"type": "string", "format": "uuid"}))
        found |= {f"/{name}/page-{{page}}.json": page, f"/{name}/{{id}}.json": one}
    minimal = _page_of(
        {"type": "object", "properties": {"id": {"type": "string"}, "last_modified": _KINDS["datetime"]}}
    )
    found["/services/minimal.json"] = _get("minimal", "Alla tjänsters id, och när de ändrades om det är känt", minimal)
    lines = _get("lines", "Alla tjänster, en på varje rad", _ref("service"))
    lines["get"]["responses"]["200"]["content"] = {"application/x-ndjson": {"schema": _ref("service")}}
    return found | {"/services.ndjson": lines}


_ROOT = ["version", "profile", "openapi_url"]


def _get(name: str, summary: str, schema: Object, parameter: tuple[str, Object] | None = None) -> Object:
    answer = {"description": summary, "content": {"application/json": {"schema": schema}}}
    told: Object = {"operationId": name, "summary": summary, "responses": {"200": answer}}
    if parameter:
        told["parameters"] = [{"name": parameter[0], "in": "path", "required": True, "schema": parameter[1]}]
    return {"get": told}


def _page_of(item: Object) -> Object:
    contents = {"contents": {"type": "array", "items": item}}
    return {"type": "object", "properties": {**_PAGE, **contents}, "required": [*_PAGE, "contents"]}


def _listed(name: str) -> Object:
    return _ref("service_in_list" if name == "services" else _LISTS[name])


def _in_list() -> Object:
    return {**_plain("service")["properties"], "organization": _plain("organization")}


def _schema(name: str) -> Object:
    made = _plain(name)
    for inner in INSIDE.get(name, ()):
        one = _ref(NESTED[inner])
        made["properties"][inner] = one if inner in ONE else {"type": "array", "items": one, "minItems": 1}
    return made


def _plain(name: str) -> Object:
    """A table's own columns, without what is inside."""
    table = TABLES[name]
    properties = {column: _column(name, column) for column in table.columns}
    required = [column for column in table.columns if column in table.json_required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _column(name: str, column: str) -> Object:
    told = column_type(column)
    kind = dict(_KINDS.get(told["type"], told))
    return kind | ({"enum": list(allowed)} if (allowed := values_of(name, column)) else {})


def _ref(name: str) -> Object:
    return {"$ref": f"#/components/schemas/{name}"}
