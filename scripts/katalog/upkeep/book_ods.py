"""An OpenDocument spreadsheet (.ods) -> `Book`. Input: its parts. Formulas are not computed.

OpenDocument 1.3, part 3: 9.1 tables, 19.383 office:value-type, 19.670 table:number-columns-repeated.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from katalog.upkeep.book import MAX_COLUMNS, Book, Held, Sheet, UnreadableBookError
from katalog.upkeep.book_parts import Attributes, Event, Parts
from katalog.wording.cell_text import Cell

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_LOCKED = "Filen är skyddad med lösenord. Spara den utan lösenord och försök igen."
_CELLS = ("table-cell", "covered-table-cell")
_HIDDEN = frozenset({"collapse", "filter"})
_TIME = re.compile(r"PT(\d{1,5})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_MOST_REPEATED = 1_000  # rows that say the same again
_LAST_ROW = 1_048_576


@dataclass
class _Reading:
    """Where we are in the sheet that is being read."""

    sheet: Sheet
    row: int = 1
    column: int = 1
    repeats: int = 1
    columns: int = 0
    depth: int = 1
    cell: Attributes | None = None
    lines: list[str] = field(default_factory=list)
    notes: int = 0  # how deep inside annotations, which are no part of the cell's text
    row_cells: list[tuple[int, int, Held]] = field(default_factory=list)


def read_ods(parts: Parts) -> Book:
    if any(name == "encryption-data" for _, name, _ in parts.events(_MANIFEST)):
        raise UnreadableBookError(_LOCKED)
    return Book(sheets=tuple(_sheets(parts.events(_CONTENT))))


def _sheets(events: Iterator[Event]) -> Iterator[Sheet]:
    hidden: set[str] = set()
    style, reading = "", None
    for kind, name, given in events:
        if reading is not None:
            if (kind, name) == ("start", "table"):
                reading.depth += 1
            elif (kind, name) == ("end", "table"):
                reading.depth -= 1
                if reading.depth == 0:
                    yield reading.sheet
                    reading = None
            elif reading.depth == 1:
                _step(kind, name, given, reading)
        elif kind == "start" and name == "style":
            style = given.get("name", "")
        elif kind == "start" and name == "table-properties" and given.get("display") == "false":
            hidden.add(style)
        elif kind == "start" and name == "table":
            reading = _Reading(Sheet(name=given.get("name", ""), is_hidden=given.get("style-name") in hidden))


def _step(kind: str, name: str, given: Attributes, at: _Reading) -> None:
    if name == "annotation" and kind != "text":
        at.notes += 1 if kind == "start" else -1
    elif kind == "text" and at.cell is not None and at.lines and not at.notes:
        at.lines[-1] += name
    elif kind == "end" and not at.notes:
        _end(name, at)
    elif kind == "start" and not at.notes:
        _start(name, given, at)


def _start(name: str, given: Attributes, at: _Reading) -> None:
    if name == "table-column":
        _column(given, at)
    elif name == "table-row":
        at.column, at.row_cells, at.repeats = 1, [], _count(given, "number-rows-repeated")
        if given.get("visibility") in _HIDDEN:
            at.sheet.hidden_rows.update(range(at.row, at.row + min(at.repeats, 100_000)))
    elif name in _CELLS:
        at.cell, at.lines = given, []
    elif at.cell is not None:
        _text(name, given, at)


def _text(name: str, given: Attributes, at: _Reading) -> None:
    if name == "p":
        at.lines.append("")
    elif at.lines and name == "s":
        at.lines[-1] += " " * min(_count(given, "c"), 1_000)
    elif at.lines and name == "tab":
        at.lines[-1] += "\t"
    elif at.lines and name == "line-break":
        at.lines.append("")


def _column(given: Attributes, at: _Reading) -> None:
    many = _count(given, "number-columns-repeated")
    if given.get("visibility") in _HIDDEN:
        at.sheet.hidden_columns.update(range(at.columns + 1, at.columns + 1 + min(many, 20_000)))
    at.columns += many


def _end(name: str, at: _Reading) -> None:
    if name in _CELLS and at.cell is not None:
        many = _count(at.cell, "number-columns-repeated")
        held = _held(at.cell, "\n".join(at.lines))
        is_filled = held.error is not None or held.is_formula or held.value not in (None, "")
        if is_filled:
            at.row_cells.append((at.column, min(many, MAX_COLUMNS + 1), held))
            _merge(at.cell, at)
        at.column += many
        at.cell = None
    elif name == "table-row":
        if at.row_cells and (at.repeats > _MOST_REPEATED or at.row + at.repeats > _LAST_ROW + 1):
            raise UnreadableBookError(f"Bladet {at.sheet.name} upprepar rad {at.row} {at.repeats} gånger.")
        for row in range(at.row, at.row + (at.repeats if at.row_cells else 0)):
            for column, many, held in at.row_cells:
                for place in range(column, column + many):
                    at.sheet.put(row, place, held)
        at.row += at.repeats


def _merge(given: Attributes, at: _Reading) -> None:
    wide, high = _count(given, "number-columns-spanned"), _count(given, "number-rows-spanned")
    if wide > 1 or high > 1:
        at.sheet.merged.append((at.row, at.column, at.row + high - 1, at.column + wide - 1))


def _count(given: Attributes, name: str) -> int:
    text = given.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1


def _held(given: Attributes, text: str) -> Held:
    is_formula = "formula" in given
    if given.get("calcext:value-type") == "error" or (is_formula and text.startswith(("#", "Err:", "Fel:"))):
        return Held(None, is_formula=is_formula, error=text or "#FEL")
    return Held(_value(given, text), is_formula=is_formula)


def _value(given: Attributes, text: str) -> Cell:
    kind = given.get("value-type", "")
    if kind in ("float", "percentage", "currency"):
        return _as_number(given.get("value", ""), text)
    if kind == "date":
        return _as_day(given.get("date-value", ""), text)
    if kind == "time":
        found = _TIME.fullmatch(given.get("time-value", ""))
        return datetime.time(int(found[1]) % 24, int(found[2]) % 60, int(found[3]) % 60) if found else text
    if kind == "boolean":
        return given.get("boolean-value") == "true"
    return text or given.get("string-value") or None


def _as_number(value: str, text: str) -> Cell:
    try:
        number = float(value)
    except ValueError:
        return text
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _as_day(value: str, text: str) -> Cell:
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return text
    return moment.date() if moment.time() == datetime.time() else moment
