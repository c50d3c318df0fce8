"""Services of HSDS as rows of its tables: what is nested in the JSON form stands in tables of its own.

Input: services. Output: CSV for each table (RFC 4180, UTF-8 without a byte order mark).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile

from katalog.exports.csv_lines import line_of
from katalog.exports.hsds_tables import NESTED, TABLES
from katalog.exports.hsds_terms import Object, Terms
from katalog.exports.lasting_ids import lasting_id

# The tabular form requires an organisation of every service. This one says of itself that it is none.
NOBODY: Object = {
    "id": lasting_id("hsds/organization-not-given"),
    "name": "Anordnare inte angiven",
    "description": "Platshållare: ingen källa säger vem som driver tjänsten. Det är ingen organisation.",
}
_SHARED = frozenset({"organization", "location", "unit"})
_TERM, _TAXONOMY = "taxonomy_term", "taxonomy"
_BLOCK = 1 << 16
# Rows that stand or are left out together: the id of what several services share ("" for a service's own), the lines of
# each table, and the codes of the terms that they name.
Rows = tuple[str, dict[str, str], list[str]]


_csv = line_of(lineterminator="\r\n")


def rows_of(service: Object) -> list[Rows]:
    """All rows of a service, in order."""
    organization = service.get("organization", NOBODY)
    rows: list[Rows] = [("", {}, [])]
    _lay(rows, "service", {**service, "organization_id": organization["id"], "organization": organization}, {})
    return rows


def _lay(rows: list[Rows], table: str, row: Object, parent: Object) -> None:
    """What is shared holds nothing that is shared but terms."""
    if table in _SHARED:
        rows.append((row["id"], {}, []))
    _, lines, codes = rows[-1]
    nested = {name: value for name, value in row.items() if name in NESTED and isinstance(value, list | dict)}
    ids = {f"{name}_id": value["id"] for name, value in nested.items() if isinstance(value, dict)}
    lines[table] = lines.get(table, "") + _line(table, {**parent, **ids, **row})
    for name, value in nested.items():
        for one in [value] if isinstance(value, dict) else value:
            if NESTED[name] == _TERM:
                codes.append(one["code"])
            else:
                _lay(rows, NESTED[name], one, {f"{table}_id": row["id"]})
    if table in _SHARED:
        rows.append(("", {}, []))


def _line(table: str, row: Object) -> str:
    """A third of the time that `csv.DictWriter` takes."""
    return _csv(map(row.get, TABLES[table].columns))


class Sheets:
    """The rows of every table, in the order in which they come; what several services share stands once. They lie on
    the disk until they are asked for."""

    def __init__(self, terms: Terms, folder: Path | None = None) -> None:
        self._terms, self._seen = terms, set[str]()
        self._files = {name: TemporaryFile(buffering=_BLOCK, dir=folder) for name in TABLES}  # noqa: SIM115  # `files`
        for name, table in TABLES.items():
            self._write(name, _line(name, dict(zip(table.columns, table.columns, strict=True))))

    def add(self, rows: Iterable[Rows]) -> None:
        for shared, lines, codes in rows:
            if shared and shared in self._seen:
                continue
            self._seen.add(shared)
            for table, text in lines.items():
                self._write(table, text)
            for code in codes:
                self._add_term(code)

    def files(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        self._add_taxonomies()
        for name, file in self._files.items():
            with file:
                file.seek(0)
                yield f"{TABLES[name].file}.csv", iter(partial(file.read, _BLOCK), b"")

    def _add_term(self, code: str) -> None:
        if code not in self._seen:
            taxonomy, _, slug = code.partition("/")
            self._seen |= {code, taxonomy}
            self._write(_TERM, _line(_TERM, self._terms.term(taxonomy, slug)))

    def _add_taxonomies(self) -> None:
        for name in self._terms.names():
            if name in self._seen:
                self._write(_TAXONOMY, _line(_TAXONOMY, self._terms.taxonomy(name)))

    def _write(self, table: str, text: str) -> None:
        self._files[table].write(text.encode())
