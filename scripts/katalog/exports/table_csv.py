"""The sheet as text for a Swedish spreadsheet: UTF-8 with a byte order mark, semicolons, decimal comma.

Every text stands as it is, also one that a spreadsheet would run as a formula: the page about open data says so. In
.xlsx and .ods it is written as a text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from katalog.exports.table import Table
from katalog.wording.cell_text import Cell, clean

_PIECE = 500  # rows that are written at once


def render(table: Table) -> bytes:
    return b"".join(pieces(table))


def pieces(table: Table) -> Iterator[bytes]:
    """The text, some rows at a time."""
    heads = [[column.heading for column in table.columns], [column.key for column in table.columns]]
    yield ("\ufeff" + _lines(heads[: table.heads])).encode()
    for start in range(0, len(table.rows), _PIECE):
        yield _lines([[_written(cell) for cell in row] for row in table.rows[start : start + _PIECE]]).encode()


def _lines(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return out.getvalue()


def _written(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else clean(cell)
