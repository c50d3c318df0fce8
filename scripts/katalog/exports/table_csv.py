"""The sheet as text for a Swedish spreadsheet: UTF-8 with a byte order mark, semicolons, decimal comma.

Every text stands as it is, also one that a spreadsheet would run as a formula: the page about open data says so. In
.xlsx and .ods it is written as a text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from katalog.exports.csv_lines import line_of
from katalog.exports.store import pieces as many_at_once
from katalog.exports.table import CSV, Row, Table
from katalog.wording.cell_text import Cell, clean

_line = line_of(delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)


def render(table: Table) -> bytes:
    return b"".join(pieces(table))


def pieces(table: Table) -> Iterator[bytes]:
    """The text, some rows at a time."""
    heads = [[column.heading for column in table.columns], [column.key for column in table.columns]]
    yield b"".join(("\ufeff".encode(), *map(row_of, heads[: table.heads])))
    yield from many_at_once(table.lines(CSV, row_of))


def row_of(row: Row) -> bytes:
    return _line(map(_written, row)).encode()


def _written(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else clean(cell)
