"""The sheet as text for a Swedish spreadsheet: UTF-8 with a byte order mark, semicolons, decimal comma.

Every text stands as it is, also one that a spreadsheet would run as a formula: the page about open data says so. In
.xlsx and .ods it is written as a text.
"""

from __future__ import annotations

import csv
import io

from katalog.exports.table import Table
from katalog.wording.cell_text import Cell, clean


def render(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([column.heading for column in table.columns])
    writer.writerows([[_written(cell) for cell in row] for row in table.rows])
    return ("\ufeff" + out.getvalue()).encode()


def _written(cell: Cell) -> str:
    return cell if isinstance(cell, str) else clean(cell)
