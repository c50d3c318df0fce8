"""A table as text (.csv, .txt) -> `Book`, whatever program saved it: which letters, which sign parts the columns.

Input: bytes. A text that begins with = is a formula that nobody has computed: it has no value.
"""

from __future__ import annotations

import csv
import io
import re

from katalog.upkeep.book import Book, Held, Sheet, UnreadableBookError

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OLD = "Filen är inte sparad som UTF-8. Den lästes som Windows-1252: se efter att å, ä och ö är rätt."
_SEPARATORS = ";\t,|"
_LOOKED_AT_ROWS, _LOOKED_AT_CHARACTERS = 30, 200_000
_MAX_ROWS = 200_000
_NO_TABLE = "Filen är ingen tabell. Spara den som CSV med semikolon, eller som .xlsx."
ERRORS = re.compile(r"#(?:REF|VALUE|N/A|NAME\?|DIV/0|NUM|NULL|SPILL|REFERENS|VÄRDEFEL|SAKNAS|NAMN\?|DIVISION/0|OGILTIGT"
                    r"|SKÄRNING|SPILL)!?", re.IGNORECASE)  # fmt: skip


def read_csv(raw: bytes) -> Book:
    text, notes = _text(raw)
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"sep=(.)\r?", first, re.IGNORECASE)
    separator = told[1] if told else _separator(text)
    sheet = Sheet(name="")
    skipped = 1 if told else 0
    for number, row in enumerate(_rows(rest if told else text, separator), 1 + skipped):
        if number > _MAX_ROWS:
            raise UnreadableBookError(f"Filen har fler än {_MAX_ROWS} rader. Dela upp den.")
        for column, cell in enumerate(row, 1):
            sheet.put(number, column, _held(cell))
    return Book(sheets=(sheet,), notes=notes)


def _text(raw: bytes) -> tuple[str, tuple[str, ...]]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return _decoded(raw, encoding), ()
    zeros = raw[:2000].count(b"\0")
    if zeros > len(raw[:2000]) // 4:  # every other byte of ordinary letters in UTF-16
        return _decoded(raw, "utf-16-be" if raw[:1] == b"\0" else "utf-16-le"), ()
    if zeros:
        raise UnreadableBookError(_NO_TABLE)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace"), (_OLD,)


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableBookError(_NO_TABLE) from None


def _separator(text: str) -> str:
    """The sign that parts the first rows into most columns, the same number in most rows."""
    scores = {}
    for sign in _SEPARATORS:
        rows = _rows(text[:_LOOKED_AT_CHARACTERS], sign)[:_LOOKED_AT_ROWS]
        sizes = [len(row) for row in rows if any(row)]
        common = max(set(sizes), key=lambda size: (sizes.count(size), size), default=1)
        scores[sign] = (common > 1) * sizes.count(common) * common
    return max(scores, key=lambda sign: scores[sign])


def _rows(text: str, separator: str) -> list[list[str]]:
    """Rows as the file has them: a row with line breaks in a cell is one."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise UnreadableBookError(_NO_TABLE) from None


def _held(cell: str) -> Held:
    text = cell.strip()
    if ERRORS.fullmatch(text):
        return Held(None, error=text)
    return Held(cell, is_formula=text.startswith("="))
