"""An Excel workbook (.xlsx, .xlsm) -> `Book`. Input: its parts. Formulas are not computed and macros are not run.

ECMA-376, part 1: 18.2 workbook, 18.3 sheets, 18.4 shared strings, 18.8 styles, 18.17.4.1 dates.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from katalog.upkeep.book import Book, Held, Sheet, UnreadableBookError, column_number
from katalog.upkeep.book_parts import Attributes, Event, Parts, beside
from katalog.wording.cell_text import Cell

_MACROS = "Filen har makron. De körs aldrig."
_NOT_WORKBOOK = "Filen är ingen arbetsbok. Spara den som .xlsx."
_MAX_STRING_CHARACTERS = 60_000_000
_DAYS_1900, _DAYS_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)  # no zone in a sheet
_LEAP_BUG = 60  # Excel believes that 1900-02-29 has been
_LAST_DAY = 2_958_465  # 9999-12-31
_BUILT_IN_DATES = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_BUILT_IN_TIMES = frozenset({18, 19, 20, 21, 45, 46, 47})
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_YES = frozenset({"1", "true", "on"})


@dataclass(frozen=True, kw_only=True)
class _Workbook:
    parts: Parts
    strings: list[str]
    formats: list[str]  # of each style: "date", "time" or ""
    start: datetime.datetime


def read_xlsx(parts: Parts) -> Book:
    main = next((target for kind, target in _links(parts, "") if kind.endswith("/officeDocument")), "xl/workbook.xml")
    if main not in parts:
        raise UnreadableBookError(_NOT_WORKBOOK)
    links = {name: (kind, target) for name, kind, target in _named_links(parts, main)}
    by_kind = {kind.rpartition("/")[2]: target for kind, target in links.values()}
    listed = [attributes for kind, name, attributes in parts.events(main) if (kind, name) == ("start", "sheet")]
    book = _Workbook(
        parts=parts,
        strings=list(_strings(parts.events(by_kind.get("sharedStrings", "")))),
        formats=_formats(parts.events(by_kind.get("styles", ""))),
        start=_DAYS_1904 if _is_1904(parts.events(main)) else _DAYS_1900,
    )
    sheets = [
        _sheet(attributes, links[attributes["id"]][1], book)
        for attributes in listed
        if links.get(attributes.get("id", ""), ("", ""))[0].endswith("/worksheet")
    ]
    has_macros = any(name.endswith("vbaProject.bin") for name in parts.names)
    return Book(sheets=tuple(sheets), notes=(_MACROS,) if has_macros else ())


def _links(parts: Parts, part: str) -> Iterator[tuple[str, str]]:
    return ((kind, target) for _, kind, target in _named_links(parts, part))


def _named_links(parts: Parts, part: str) -> Iterator[tuple[str, str, str]]:
    """Id, kind and target of each relationship of a part ("" for the file's own)."""
    folder, _, name = part.rpartition("/")
    for kind, tag, attributes in parts.events(f"{folder}/_rels/{name}.rels".lstrip("/")):
        if (kind, tag) == ("start", "Relationship") and attributes.get("TargetMode") != "External":
            target = beside(part, attributes.get("Target", ""))
            yield attributes.get("Id", ""), attributes.get("Type", ""), target


def _is_1904(events: Iterator[Event]) -> bool:
    return any(name == "workbookPr" and attributes.get("date1904") in _YES for _, name, attributes in events)


def _strings(events: Iterator[Event]) -> Iterator[str]:
    """The texts that cells share. What tells how a text is pronounced (`rPh`) is none of it."""
    text, is_text, is_sound, size = "", False, False, 0
    for kind, name, _ in events:
        if kind == "text":
            text += name if is_text and not is_sound else ""
        elif name == "t":
            is_text = kind == "start"
        elif name == "rPh":
            is_sound = kind == "start"
        elif name == "si" and kind == "end":
            size += len(text)
            if size > _MAX_STRING_CHARACTERS:
                raise UnreadableBookError("Filen har för mycket text. Dela upp den.")
            yield _unescaped(text)
            text = ""


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _formats(events: Iterator[Event]) -> list[str]:
    """What each cell style makes of a number."""
    codes: dict[str, str] = {}
    found: list[str] = []
    is_inside = False
    for kind, name, attributes in events:
        if name == "numFmt" and kind == "start":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            is_inside = kind == "start"
        elif name == "xf" and kind == "start" and is_inside:
            found.append(_format(attributes.get("numFmtId", "0"), codes))
    return found


def _format(number: str, codes: dict[str, str]) -> str:
    if number in codes:
        code = _NOT_CODE.sub("", codes[number].split(";")[0]).lower()
        if "general" in code or "standard" in code:
            return ""
        if re.search("[yåd]|mmm", code):
            return "date"
        return "time" if re.search("[hs]", code) else ""
    value = int(number) if number.isdecimal() else 0
    return "date" if value in _BUILT_IN_DATES else "time" if value in _BUILT_IN_TIMES else ""


@dataclass
class _Cell:
    """The cell that is being read."""

    attributes: Attributes
    row: int
    column: int
    value: str = ""
    inline: str = ""
    has_formula: bool = False
    has_value: bool = False


@dataclass
class _Reading:
    """Where we are in a sheet: its row, its cell, and what in the cell the text belongs to."""

    sheet: Sheet
    row: int = 0
    cell: _Cell | None = None
    inside: str = ""

    def text(self, text: str) -> None:
        if self.cell is not None and self.inside == "v":
            self.cell.value += text
        elif self.cell is not None and self.inside == "t":
            self.cell.inline += text

    def start(self, name: str, given: Attributes) -> None:
        if name == "row":
            self.row, self.cell = _number(given.get("r"), self.row + 1), None
            if given.get("hidden") in _YES:
                self.sheet.hidden_rows.add(self.row)
        elif name == "c":
            self.cell = _begun(given, self.row, self.cell)
        elif self.cell is not None and name in ("v", "t"):
            self.inside, self.cell.has_value = name, True
        elif self.cell is not None and name == "f":
            self.cell.has_formula = True
        else:
            _around(name, given, self.sheet)


def _sheet(attributes: Attributes, part: str, book: _Workbook) -> Sheet:
    sheet = Sheet(name=attributes.get("name", ""), is_hidden=attributes.get("state", "visible") != "visible")
    at = _Reading(sheet)
    for kind, name, given in book.parts.events(part):
        if kind == "text":
            at.text(name)
        elif kind == "start":
            at.start(name, given)
        else:
            at.inside = ""
            if name == "c" and at.cell is not None:
                sheet.put(at.cell.row, at.cell.column, _held(at.cell, book))
    return sheet


def _begun(given: Attributes, row: int, before: _Cell | None) -> _Cell:
    place = _CELL.fullmatch(given.get("r", ""))
    column = column_number(place[1]) if place else (before.column if before else 0) + 1
    return _Cell(given, int(place[2]) if place else row, column)


def _around(name: str, given: Attributes, sheet: Sheet) -> None:
    if name == "col" and given.get("hidden") in _YES:
        first, last = _number(given.get("min"), 1), _number(given.get("max"), 1)
        sheet.hidden_columns.update(range(first, min(last, first + 20_000) + 1))
    elif name == "mergeCell" and len(sheet.merged) < 100_000:
        ends = [_CELL.fullmatch(end) for end in given.get("ref", "").split(":")]
        places = [(int(end[2]), column_number(end[1])) for end in ends if end]
        if len(places) == 2:
            sheet.merged.append((*places[0], *places[1]))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else otherwise


def _held(cell: _Cell, book: _Workbook) -> Held:
    kind, value = cell.attributes.get("t", "n"), cell.value
    if kind == "e":
        return Held(None, is_formula=cell.has_formula, error=value or "#FEL")
    if kind == "inlineStr":
        return Held(_unescaped(cell.inline), is_formula=cell.has_formula)
    if not cell.has_value or not value.strip():
        return Held(None, is_formula=cell.has_formula)
    return Held(_value(kind, value, cell, book), is_formula=cell.has_formula)


def _value(kind: str, value: str, cell: _Cell, book: _Workbook) -> Cell:
    if kind == "s":
        place = _number(value.strip(), -1)
        return book.strings[place] if 0 <= place < len(book.strings) else None
    if kind == "b":
        return value.strip() in _YES
    if kind in ("str", "d"):
        return _unescaped(value)
    try:
        number = float(value)
    except ValueError:
        return value
    style = _number(cell.attributes.get("s"), 0)
    looks = book.formats[style] if style < len(book.formats) else ""
    if looks and 0 <= number <= _LAST_DAY:
        return _moment(number, book.start, looks)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def _moment(number: float, start: datetime.datetime, looks: str) -> Cell:
    if looks == "time" or number < 1:
        seconds = round((number % 1) * 86_400) % 86_400
        return datetime.time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    if start == _DAYS_1900 and number < _LEAP_BUG:
        number += 1
    try:
        moment = start + datetime.timedelta(seconds=round(number * 86_400))
    except OverflowError:
        return number
    return moment.date() if moment.time() == datetime.time() else moment
