"""HSDS 3.1: the records as services, in the API's form as files, and as a tabular data package. The docstrings of the
exports stand on the page about open data.

Input: `Source`. Output: files. What is left out, and how ours is said in theirs, stands in `hsds_service` and the
modules beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

import orjson

from katalog.exports.api import dumped
from katalog.exports.hsds_openapi import openapi
from katalog.exports.hsds_rows import Sheets
from katalog.exports.hsds_service import make_services
from katalog.exports.hsds_store import ROWS, TEXT, TOLD, Told, json_bytes, kept_of, one_line, told
from katalog.exports.hsds_tables import VERSION, descriptor
from katalog.exports.hsds_terms import Object, Terms
from katalog.exports.packing import packed_pieces
from katalog.exports.registry import Rendered
from katalog.exports.source import Source
from katalog.exports.store import Store, joined
from katalog.record.model import Record

FOLDER = "api/v1/hsds/"
PACKAGE = "oppna-data/hsds.zip"
PROFILE = "oppna-data/hsds/"  # the page that tells how our fields became theirs
PAGE_SIZE = 100


@dataclass(frozen=True)
class _Met:
    """What the services that went by hold besides themselves, each once: table -> id -> object as JSON."""

    terms: Terms
    tables: dict[str, dict[str, str]] = field(
        default_factory=lambda: {"organizations": {}, "service_at_locations": {}, "taxonomy_terms": {}}
    )
    codes: set[str] = field(default_factory=set)

    def add(self, told: Told) -> None:
        for table, rows in told.held.items():
            for id_, row in rows.items():
                self.tables[table].setdefault(id_, row)
        for taxonomy, _, slug in (code.partition("/") for code in told.codes if code not in self.codes):
            term = self.terms.term(taxonomy, slug)
            self.tables["taxonomy_terms"][term["id"]] = one_line(term)
        self.codes.update(told.codes)


def api(source: Source) -> Rendered:
    """Verksamheterna enligt HSDS 3.1, den internationella standarden för kataloger över stöd och service. Det är
    uppgifter i standardens form, som filer: varje tjänst har en egen fil, och listorna är delade i sidor. Filerna
    svarar inte på sökningar och filter. Allt på en gång finns i services.ndjson."""
    yield f"{FOLDER}index.json", (json_bytes(_root(source.settings.site_url)),)
    yield f"{FOLDER}openapi.json", (json_bytes(openapi(source.settings.site_url)),)
    met = _Met(Terms(words=source.words))
    yield from _services(source, met)
    yield f"{FOLDER}services.ndjson", _store(source).parts(TEXT)
    used = {code.partition("/")[0] for code in met.codes}
    taxonomies = [met.terms.taxonomy(name) for name in met.terms.names() if name in used]
    tables = met.tables | {"taxonomies": {row["id"]: one_line(row) for row in taxonomies}}
    for name, rows in tables.items():
        yield from ((f"{FOLDER}{name}/{id_}.json", (f"{row}\n".encode(),)) for id_, row in rows.items())
        yield from _pages(name, list(rows.values()))


def package(source: Source) -> Rendered:
    """Samma uppgifter enligt HSDS som tabeller: en zip-fil med en CSV-fil för varje tabell, och en beskrivning av
    kolumnerna (tabular data package). Tjänster där ingen källa säger vem som driver dem hör till en rad som heter
    Anordnare inte angiven, eftersom tabellen kräver en organisation."""
    yield PACKAGE, packed_pieces(_package(source))


def _package(source: Source) -> Iterator[tuple[str, Iterable[bytes]]]:
    sheets = Sheets(Terms(words=source.words), source.rows.room)
    for rows in _store(source).parts(ROWS):
        sheets.add(orjson.loads(rows))
    yield "datapackage.json", (dumped(descriptor()),)
    yield from sheets.files()


def _store(source: Source) -> Store:
    return source.kept("hsds", partial(_made, source))


def _made(source: Source) -> Store:
    """What is kept of each service, in the order of the records."""
    changed = {one.id: one.day for one in reversed(source.history.happened)}
    services = make_services(source.derived, source.words, source.settings.site_url, changed)

    def besides(record: Record) -> bytes:
        return json_bytes(services.besides(record))

    def made(record: Record) -> bytes:
        return joined(kept_of(services.service(record)))

    return Store(source.made("hsds", made, besides), width=3, folder=source.rows.room)


def _root(site_url: str) -> Object:
    """Without an address of the site's own the addresses lead on from this file."""
    above = site_url or "../" * FOLDER.count("/")
    return {"version": VERSION, "profile": f"{above}{PROFILE}", "openapi_url": f"{above}{FOLDER}openapi.json"}


def _services(source: Source, met: _Met) -> Rendered:
    """Each in its own file, also under the ids that it had before, and the pages of all."""
    store = _store(source)
    minimal: list[str] = []
    listed: list[str] = []
    for text, part in zip(store.parts(TEXT), store.parts(TOLD), strict=True):
        service = told(part)
        met.add(service)
        yield from ((f"{FOLDER}services/{id_}.json", (text,)) for id_ in service.ids)
        listed.append(service.listed)
        minimal.append(service.minimal)
    yield from _pages("services", listed)
    yield f"{FOLDER}services/minimal.json", (json_bytes(_page(minimal, 1, len(minimal), len(minimal) or 1)),)


def _pages(name: str, rows: Sequence[str]) -> Rendered:
    """`page-1.json` and so on; an empty list is one page."""
    for start in range(0, len(rows) or 1, PAGE_SIZE):
        number, held = start // PAGE_SIZE + 1, rows[start : start + PAGE_SIZE]
        yield f"{FOLDER}{name}/page-{number}.json", (json_bytes(_page(held, number, len(rows), PAGE_SIZE)),)


def _page(rows: Sequence[str], number: int, total: int, most: int) -> Object:
    pages = max(1, -(-total // most))
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": number,
        "size": len(rows),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not rows,
        "contents": [orjson.Fragment(row) for row in rows],
    }
