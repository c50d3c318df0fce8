"""HSDS 3.1: the records as services, in the API's form as files, and as a tabular data package. The docstrings of the
exports stand on the page about open data.

Input: `Source`. Output: files. What is left out, and how ours is said in theirs, stands in `hsds_service` and the
modules beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import orjson

from katalog.exports.api import dumped
from katalog.exports.hsds_openapi import openapi
from katalog.exports.hsds_rows import Sheets
from katalog.exports.hsds_store import json_bytes
from katalog.exports.hsds_tables import TABLES, VERSION, descriptor
from katalog.exports.hsds_terms import FIELDS, Object, Terms
from katalog.exports.packing import packed
from katalog.exports.registry import Rendered
from katalog.exports.source import Source

FOLDER = "api/v1/hsds/"
PACKAGE = "oppna-data/hsds.zip"
PROFILE = "oppna-data/hsds/"  # the page that tells how our fields became theirs
PAGE_SIZE = 100
_FORMER = f"{FIELDS}/tidigare_id"


@dataclass
class _Met:
    """What the services that went by hold besides themselves, each once: table -> id -> object."""

    tables: dict[str, dict[str, Object]] = field(
        default_factory=lambda: {"organizations": {}, "service_at_locations": {}, "taxonomy_terms": {}}
    )

    def add(self, service: Object) -> None:
        if held := service.get("organization"):
            self._keep("organizations", held)
            self._keep_terms(held)
        for place in service.get("service_at_locations", ()):
            self._keep("service_at_locations", place)
        self._keep_terms(service)

    def _keep_terms(self, owner: Object) -> None:
        for attribute in owner.get("attributes", ()):
            self._keep("taxonomy_terms", attribute["taxonomy_term"])

    def _keep(self, table: str, row: Object) -> None:
        self.tables[table].setdefault(row["id"], row)


def api(source: Source) -> Rendered:
    """Verksamheterna enligt HSDS 3.1, den internationella standarden för kataloger över stöd och service. Det är
    uppgifter i standardens form, som filer: varje tjänst har en egen fil, och listorna är delade i sidor. Filerna
    svarar inte på sökningar och filter. Allt på en gång finns i services.ndjson."""
    yield f"{FOLDER}index.json", (json_bytes(_root(source.settings.site_url)),)
    yield f"{FOLDER}openapi.json", (json_bytes(openapi(source.settings.site_url)),)
    met = _Met()
    yield from _services(source, met)
    yield f"{FOLDER}services.ndjson", source.hsds.texts()
    terms = Terms(words=source.words)
    codes = {row["code"].partition("/")[0] for row in met.tables["taxonomy_terms"].values()}
    taxonomies = [terms.taxonomy(name) for name in terms.names() if name in codes]
    tables = {name: list(rows.values()) for name, rows in met.tables.items()} | {"taxonomies": taxonomies}
    for name, rows in tables.items():
        yield from ((f"{FOLDER}{name}/{row['id']}.json", (json_bytes(row),)) for row in rows)
        yield from _pages(name, rows, len(rows))


def package(source: Source) -> Rendered:
    """Samma uppgifter enligt HSDS som tabeller: en zip-fil med en CSV-fil för varje tabell, och en beskrivning av
    kolumnerna (tabular data package). Tjänster där ingen källa säger vem som driver dem hör till en rad som heter
    Anordnare inte angiven, eftersom tabellen kräver en organisation."""
    sheets = Sheets()
    sheets.add((orjson.loads(text) for text in source.hsds.texts()), Terms(words=source.words))
    yield PACKAGE, (packed([("datapackage.json", dumped(descriptor())), *sheets.files()]),)


def _root(site_url: str) -> Object:
    """Without an address of the site's own the addresses lead on from this file."""
    above = site_url or "../" * FOLDER.count("/")
    return {"version": VERSION, "profile": f"{above}{PROFILE}", "openapi_url": f"{above}{FOLDER}openapi.json"}


def _services(source: Source, met: _Met) -> Rendered:
    """Each in its own file, also under the ids that it had before, and the pages of all."""
    minimal: list[Object] = []
    rows: list[Object] = []
    for text in source.hsds.texts():
        service = orjson.loads(text)
        met.add(service)
        for name in (service["id"], *_former(service)):
            yield f"{FOLDER}services/{name}.json", (text,)
        rows.append(_listed(service))
        minimal.append({name: service[name] for name in ("id", "last_modified") if name in service})
    yield from _pages("services", rows, len(rows))
    yield f"{FOLDER}services/minimal.json", (json_bytes(_page(minimal, 1, len(minimal), len(minimal) or 1)),)


def _former(service: Object) -> Iterator[str]:
    return (row["value"] for row in service["attributes"] if row["taxonomy_term"]["code"] == _FORMER)


def _listed(service: Object) -> Object:
    """A service as lists have it: its own fields and its organisation's, nothing that is a list."""
    made = {name: service[name] for name in TABLES["service"].columns if name in service}
    if held := service.get("organization"):
        made["organization"] = {name: held[name] for name in TABLES["organization"].columns if name in held}
    return made


def _pages(name: str, rows: Iterable[Object], total: int) -> Rendered:
    """`page-1.json` and so on; an empty list is one page."""
    left = iter(rows)
    for number in range(1, max(1, -(-total // PAGE_SIZE)) + 1):
        held = list(islice(left, PAGE_SIZE))
        yield f"{FOLDER}{name}/page-{number}.json", (json_bytes(_page(held, number, total, PAGE_SIZE)),)


def _page(rows: list[Object], number: int, total: int, most: int) -> Object:
    pages = max(1, -(-total // most))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(rows),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not rows,
        "contents": rows,
    }
