"""Services of HSDS as rows of its tables: what is nested in the JSON form stands in tables of its own.

Input: services. Output: CSV for each table (RFC 4180, UTF-8 without a byte order mark).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from katalog.exports.hsds_tables import NESTED, TABLES
from katalog.exports.hsds_terms import Object, Terms
from katalog.exports.lasting_ids import lasting_id

# The tabular form requires an organisation of every service. This one says of itself that it is none.
NOBODY: Object = {
    "id": lasting_id("hsds/organization-not-given"),
    "name": "Anordnare inte angiven",
    "description": "Platshållare: ingen källa säger vem som driver tjänsten. Det är ingen organisation.",
}
_SHARED = frozenset({"organization", "location", "unit", "taxonomy_term", "taxonomy"})


class Sheets:
    """The rows of every table as text, in the order in which they come; what several services share stands once."""

    def __init__(self) -> None:
        self._texts = {name: io.BytesIO() for name in TABLES}
        self._files = {name: io.TextIOWrapper(raw, encoding="utf-8", newline="") for name, raw in self._texts.items()}
        self._writers = {name: csv.writer(file, lineterminator="\r\n") for name, file in self._files.items()}
        self._seen: set[str] = set()
        for name, writer in self._writers.items():
            writer.writerow(TABLES[name].columns)

    def add(self, services: Iterable[Object], terms: Terms) -> None:
        for service in services:
            organization = service.get("organization", NOBODY)
            self._lay("service", {**service, "organization_id": organization["id"], "organization": organization}, {})
        self._add_taxonomies(terms)

    def files(self) -> Iterator[tuple[str, bytes]]:
        for name, raw in self._texts.items():
            self._files[name].flush()
            yield f"{TABLES[name].file}.csv", raw.getvalue()

    def _lay(self, table: str, row: Object, parent: dict[str, Any]) -> None:
        if table in _SHARED and row["id"] in self._seen:
            return
        self._seen.add(row["id"])
        nested = {name: value for name, value in row.items() if name in NESTED and isinstance(value, list | dict)}
        ids = {f"{name}_id": value["id"] for name, value in nested.items() if isinstance(value, dict)}
        if table == "taxonomy_term":
            self._seen.add(row["code"].partition("/")[0])
        self._write(table, {**parent, **ids, **row})
        for name, value in nested.items():
            inner = [value] if isinstance(value, dict) else value
            for one in inner:
                self._lay(NESTED[name], one, {f"{table}_id": row["id"]})

    def _add_taxonomies(self, terms: Terms) -> None:
        for name in terms.names():
            if name in self._seen:
                self._write("taxonomy", terms.taxonomy(name))

    def _write(self, table: str, row: Object) -> None:
        """A third of the time that `csv.DictWriter` takes."""
        self._writers[table].writerow(map(row.get, TABLES[table].columns))
