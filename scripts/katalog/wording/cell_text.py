"""What a cell holds, and its text as it was meant: odd spaces, breaks and what cannot be seen put right.

`cells` and `cell_forms` write and read single values and lines with it.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

Cell = str | int | float | bool | datetime.date | datetime.time | None
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_BREAKS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
# Any letter of these, or the one blank that is none of them: a text without them is as it should be. One set is gone
# through ten times as fast as a choice between three.
_ODD = re.compile(f"[{_INVISIBLE.pattern[1:-1]}{_SPACES.pattern[1:-1]}\r\u0085\u2028\u2029\u1680]")
_BULLET = re.compile(r"^(?:[-*–•·] +|\d{1,2}[.)] +)(?=\S)")
_TURNED = "Kalkylprogrammet har gjort om det som skrevs till {sort} {varde}. Skriv det som text."
YES, NO = "Ja", "Nej"


# What a spreadsheet runs: OWASP, CSV Injection (https://owasp.org/www-community/attacks/CSV_Injection), and wide forms.
_FORMULA_FIRST = "=+-@\t\r＝＋－＠"
_APOSTROPHE = "'"


class UnreadableCellError(Exception):
    """A cell that cannot be read; the message says why and what to write."""


def clean(cell: Cell) -> str:
    """The cell as text: what is invisible gone, odd spaces and line breaks as usual ones, nothing blank around."""
    if isinstance(cell, str):
        return _clean_text(cell)
    if isinstance(cell, bool):
        return YES if cell else NO
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(" ").removesuffix(" 00:00:00")
    if isinstance(cell, datetime.time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        cell = int(cell)
    return "" if cell is None else _clean_text(str(cell).replace(".", ","))


@lru_cache(maxsize=1000)  # what a record says is written, read back and compared, one time after the other
def _clean_text(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.strip()
    if unicodedata.is_normalized("NFC", text) and not _ODD.search(text) and " \n" not in text:
        return text.strip()
    text = _BREAKS.sub("\n", _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def lines_in(cell: Cell) -> Iterator[str]:
    """The lines of a cell that hold something, without bullets."""
    if isinstance(cell, datetime.date | datetime.time):
        raise UnreadableCellError(turned(cell))
    yield from (_BULLET.sub("", line.strip()) for line in clean(cell).split("\n") if line.strip())


def turned(cell: datetime.date | datetime.time) -> str:
    """Why a text is not there: what was typed looked like a day or a time, and became one."""
    sort = "klockslaget" if isinstance(cell, datetime.time) else "datumet"
    return _TURNED.format(sort=sort, varde=clean(cell))


def unguarded(text: str) -> str:
    """The text without the apostrophe that somebody put before it, so that no spreadsheet runs it as a formula."""
    is_guarded = text[:1] == _APOSTROPHE and text[1:2] and text[1] in _FORMULA_FIRST + _APOSTROPHE
    return text[1:] if is_guarded else text


def quote(line: str) -> str:
    return '"' + line.replace('"', '""') + '"'


def unquote(line: str) -> str:
    """What stands between quotes that belong together; any other line as it is."""
    inner = line[1:-1]
    is_quoted = len(line) > 2 and line[0] == line[-1] == '"' and '"' not in inner.replace('""', "")
    return inner.replace('""', '"') if is_quoted else line


def column_name(column: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
