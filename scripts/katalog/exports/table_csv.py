"""The sheet as text for a Swedish spreadsheet: UTF-8 with a byte order mark, semicolons, decimal comma.

A text that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins with an
apostrophe: reading takes one away, and every text comes back as it was.
"""

from __future__ import annotations

import csv
import io

from katalog.exports.table import Table
from katalog.wording.cell_text import Cell, clean

# OWASP, CSV Injection (https://owasp.org/www-community/attacks/CSV_Injection), with the wide forms of the signs.
FORMULA_FIRST = "=+-@\t\r＝＋－＠"
APOSTROPHE = "'"


def render(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([column.heading for column in table.columns])
    writer.writerows([[_written(cell) for cell in row] for row in table.rows])
    return ("\ufeff" + out.getvalue()).encode()


def _written(cell: Cell) -> str:
    return guarded(cell) if isinstance(cell, str) else clean(cell)


def guarded(text: str) -> str:
    return f"{APOSTROPHE}{text}" if text[:1] and text[0] in FORMULA_FIRST + APOSTROPHE else text


def unguarded(text: str) -> str:
    """The text without the apostrophe that `guarded` puts before it."""
    is_guarded = text[:1] == APOSTROPHE and text[1:2] and text[1] in FORMULA_FIRST + APOSTROPHE
    return text[1:] if is_guarded else text
