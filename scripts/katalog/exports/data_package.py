"""The records as tables for programs, with a description that programs read (Frictionless Data Package).

Input: `Source`. Output: one CSV (RFC 4180, UTF-8, comma) for the records and one for each list in them, and
`datapackage.json`. Tables and columns come from the schema: a field that is added there has its place here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.derive.freshness import FRESHNESS_LABELS, derive_freshness
from katalog.exports.api import dumped
from katalog.exports.source import Source
from katalog.record.model import Record
from katalog.record.schema import Json, constants, kinds_of

FOLDER = "oppna-data/paket"
VERSION = "1.0"
_MAIN = "verksamheter"
_JOINT = "|"  # between several values in one cell
_PIECE = 500  # records whose rows are written at once
_YEAR = 1900  # a whole number that cannot be less is a year
_ID: Json = {"name": "id", "title": "Id", "type": "string", "constraints": {"required": True}}
_ROW: Json = {"name": "rad", "title": "Rad", "description": "Vilken i ordningen i posten, från 1.", "type": "integer",
              "constraints": {"required": True}}  # fmt: skip
_LICENCES = [
    {"name": "CC0-1.0", "title": "CC0 1.0 Universal", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}
]
_ABOUT = (
    "En tom cell betyder att uppgiften är okänd, aldrig nej. En tabell för varje lista i posterna hör till "
    f"{_MAIN} genom id. Flera värden i en cell skiljs med {_JOINT}."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """`rows`: the cells of the rows of some records."""

    name: str
    title: str
    text: str
    fields: Sequence[Json]
    rows: Callable[[Iterable[Record]], Iterator[Sequence[Any]]]

    @property
    def file(self) -> str:
        return f"{self.name}-data.csv"


def package(source: Source) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Samma uppgifter för program: en CSV-fil för verksamheterna och en för varje lista i dem, med komma och punkt.
    Filen datapackage.json beskriver alla kolumner enligt Frictionless Data Package."""
    tables = _tables(source)
    for table in tables:
        yield f"{FOLDER}/{table.file}", _written(table, source.records)
    yield f"{FOLDER}/datapackage.json", (dumped(_described(tables, source)),)


def _written(table: _Table, records: Sequence[Record]) -> Iterator[bytes]:
    head = [field["name"] for field in table.fields]
    for start in range(0, max(len(records), 1), _PIECE):
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        if not start:
            writer.writerow(head)
        writer.writerows(table.rows(records[start : start + _PIECE]))
        yield out.getvalue().encode()


def _described(tables: Sequence[_Table], source: Source) -> Json:
    return {
        "profile": "tabular-data-package",
        "name": "hitta-sysselsattning",
        "title": source.settings.site_name,
        "description": _ABOUT,
        "version": VERSION,
        "created": f"{source.derived.idag}T00:00:00Z",
        "licenses": _LICENCES,
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: _Table) -> Json:
    schema: Json = {"fields": table.fields, "missingValues": [""], "primaryKey": ["id"]}
    if table.name != _MAIN:
        refers = {"fields": ["id"], "reference": {"resource": _MAIN, "fields": ["id"]}}
        schema |= {"primaryKey": ["id", "rad"], "foreignKeys": [refers]}
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": table.file,
        "title": table.title,
        "description": table.text,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _tables(source: Source) -> list[_Table]:
    fields = source.words.schema.fields
    lists = [_list_table(name, node) for name, node in fields.items() if node.get("type") == "array"]
    return [_main_table(source), *lists]


def _main_table(source: Source) -> _Table:
    """Every field with one value, and every part of a group as a column of its own."""
    full, idag = source.words.schema.full, source.derived.idag
    places: list[tuple[str, Sequence[str]]] = []
    columns = [_ID]
    for name, node in source.words.schema.fields.items():
        if node.get("type") == "object":
            places.append((name, tuple(node["properties"])))
            columns += [_column(f"{name}_{part}", inner, node) for part, inner in node["properties"].items()]
        elif node.get("type") != "array":
            places.append((name, ()))
            columns.append(_column(name, node, is_required=name in full["required"]))
    columns.append(_level())

    def rows(records: Iterable[Record]) -> Iterator[Sequence[Any]]:
        for record in records:
            cells: list[Any] = [record.id]
            for name, parts in places:
                cells += _cells(getattr(record, name), parts)
            yield [*cells, derive_freshness(record, idag).level]

    return _Table(name=_MAIN, title=full["title"], text=full["description"], fields=columns, rows=rows)


def _cells(value: Any, parts: Sequence[str]) -> Sequence[Any]:
    """A field's cells, one for each of its parts. Empty where nothing is said, also for a flag that nobody set."""
    if value is None or value is False:
        return (None,) * (len(parts) or 1)
    return [_cell(value.get(part)) for part in parts] if parts else (_cell(value),)


def _level() -> Json:
    enum = {"constraints": {"enum": list(FRESHNESS_LABELS), "required": True}}
    text = "Uträknat den dag filen gjordes, efter när posten bekräftades."
    return {"name": "harlett_aktualitet", "title": "Aktualitet", "description": text, "type": "string", **enum}


def _list_table(name: str, node: Json) -> _Table:
    """A list as rows: of single values, or of groups with a column for each part."""
    items: Json = node["items"]
    parts: Mapping[str, Json] = items.get("properties", {})
    names = tuple(parts)
    values = [_column(part, inner) for part, inner in parts.items()] or [_column("varde", items, is_required=True)]

    def rows(records: Iterable[Record]) -> Iterator[Sequence[Any]]:
        for record in records:
            for number, item in enumerate(getattr(record, name), 1):
                yield [record.id, number, *_cells(item, names)]

    return _Table(name=name, title=node["title"], text=node["description"], fields=[_ID, _ROW, *values], rows=rows)


def _column(name: str, node: Json, around: Json | None = None, *, is_required: bool = False) -> Json:
    title = f"{around['title']}: {node['title']}" if around else node["title"]
    told: Json = {"name": name, "title": title, "description": node["description"], **_kind(node)}
    limits = {"enum": [value["const"] for value in constants(node) or ()], "required": is_required}
    kept = {key: value for key, value in limits.items() if value}
    return told | {"constraints": kept} if kept else told


def _kind(node: Json) -> Json:
    kinds = kinds_of(node)
    if "boolean" in kinds:
        return {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}
    if "number" in kinds:
        return {"type": "number"}
    if "integer" in kinds:
        return {"type": "year" if node.get("minimum", 0) >= _YEAR else "integer"}
    return {"type": "date"} if node.get("format") == "date" else {"type": "string"}


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, str):  # nearly all
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return _JOINT.join(map(str, value)) if isinstance(value, list | tuple) else value
