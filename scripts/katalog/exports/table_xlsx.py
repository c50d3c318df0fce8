"""The sheet as .xlsx: headings that stay, wrapped text, lists to choose from, and a sheet that explains each column.

Input: `Table`. Output: bytes; the same for the same table, wherever and whenever it is made: the only day in them is
the table's. Texts are written as texts, so that nothing is ever run as a formula.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, zip_longest
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from katalog.exports.packing import repacked
from katalog.exports.store import pieces as many_at_once
from katalog.exports.table import ABOUT, ABOUT_HEADINGS, CHOICES, HELP, SHEET, XLSX, Row, Table, explained
from katalog.wording.cell_text import Cell, clean, column_name
from katalog.wording.columns import ID, Column

_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "text": {"num_format": "@"},
    "number": {"num_format": "General", "align": "left"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "heading": {"bold": True, "bg_color": "#E3ECF5", "bottom": 1, "num_format": "@"},
    "required": {"bold": True, "bg_color": "#1B4F8A", "font_color": "#FFFFFF", "bottom": 1, "num_format": "@"},
    "key": {"font_size": 9, "font_color": "#595959", "num_format": "@"},
    "example": {"italic": True, "bg_color": "#F2F2F2", "font_color": "#444444", "num_format": "@"},
    "example-date": {"italic": True, "bg_color": "#F2F2F2", "font_color": "#444444", "num_format": "yyyy-mm-dd",
                     "align": "left"},
}  # fmt: skip
_RECORDS = "xl/worksheets/sheet1.xml"  # where the sheet of records lies in the file
_DIMENSION = re.compile(rb'(?<=<dimension ref=")([^"]*[A-Z])\d+')
_COLUMN = re.compile(r'<col min="(\d+)" max="(\d+)" [^>]*style="(\d+)"')
# What is left open in a row that is made before the sheet, in bytes that no text of a sheet can have.
_NUMBER = b"\0"
_LOOKS = {"text": b"\1", "number": b"\2", "date": b"\3"}
_FIRST_DAY = datetime.date(1899, 12, 30)
_HEADING_POINTS = 48
_LONGEST_TITLE, _LONGEST_HELP = 32, 255  # of what a cell tells when it is chosen (Excel's own limits)
_WIDTHS = ((12, 13), (30, 20), (80, 34))  # a column is as wide as its kind of text needs
_WIDEST = 60
# Row by row, since ten thousand records are a million cells; a text is never a formula, a link or a number.
_SETTINGS = {"constant_memory": True}
_SETTINGS |= dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
_ABOUT_WIDTHS = (34, 20, 12, 70, 44, 34)


@dataclass(frozen=True, kw_only=True)
class _Making:
    book: Any
    table: Table
    formats: Mapping[str, Any]
    sources: Mapping[str, str]  # vocabulary -> where its labels stand in the sheet of choices


def render(table: Table) -> bytes:
    out = io.BytesIO()
    book = Workbook(out, _SETTINGS)
    day = datetime.datetime.fromisoformat(table.idag)
    book.set_properties({"title": "Hitta sysselsättning", "created": day, "author": "Hitta sysselsättning"})
    formats = {name: book.add_format({**_FONT, **settings}) for name, settings in _FORMATS.items()}
    sheets = [book.add_worksheet(name) for name in (SHEET, HELP, CHOICES)]
    making = _Making(book=book, table=table, formats=formats, sources=_write_choices(sheets[2], table, formats))
    _write_records(sheets[0], making)
    _write_help(sheets[1], making)
    book.close()
    return repacked(out.getvalue(), {_RECORDS: lambda sheet: _with_rows(sheet, table)})


def _write_records(sheet: Any, making: _Making) -> None:
    table, formats = making.table, making.formats
    sheet.set_row(0, _HEADING_POINTS)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(column), formats[_kind(column)])
        mark = " *" if column.is_required else ""
        sheet.write_string(0, place, f"{column.heading}{mark}", formats["required" if mark else "heading"])
        _let_choose(sheet, place, column, making)
    if table.has_keys:
        _write_row(sheet, 1, [column.key for column in table.columns], formats["key"])
    for number, row in enumerate(table.rows[: table.examples]):
        for place, cell in enumerate(row):
            if cell is not None:  # an empty one looks as its column does
                _write_cell(sheet, table.heads + number, place, cell, formats[_kind_of_example(cell)])
    _set_up(sheet, table)


def _with_rows(sheet: bytes, table: Table) -> Iterator[bytes]:
    """The sheet of records with their rows: as the library would write them, in a tenth of its time."""
    head, end, rest = sheet.partition(b"</sheetData>")
    last = table.heads + table.size
    yield _DIMENSION.sub(lambda found: b"%s%d" % (found[1], last), head, count=1)
    yield from many_at_once(_numbered(table, _looks_of(head.decode())))
    yield end + rest


def _numbered(table: Table, looks: Mapping[int, str]) -> Iterator[bytes]:
    """The rows, with their numbers and looks where they are left open."""
    of_kind = {_LOOKS[_kind(column)]: looks[place].encode() for place, column in enumerate(table.columns, 1)}
    rows = table.lines(XLSX, partial(row_of, Places(table.columns)), table.examples)
    for number, row in zip(count(1 + table.heads + table.examples), rows):
        numbered = row.replace(_NUMBER, b"%d" % number)
        for look, known in of_kind.items():
            numbered = numbered.replace(look, known)
        yield numbered


def _looks_of(head: str) -> Mapping[int, str]:
    """Column -> the number of its look, which its cells share."""
    found = ((int(first), int(last), look) for first, last, look in _COLUMN.findall(head))
    return {place: look for first, last, look in found for place in range(first, last + 1)}


class Places:
    """Where the cells of a row stand and how they look, both as far as that is known before there is a sheet."""

    def __init__(self, columns: Sequence[Column]) -> None:
        named = ((column_name(place), _LOOKS[_kind(column)].decode()) for place, column in enumerate(columns, 1))
        self.told = [f'r="{name}{_NUMBER.decode()}" s="{look}"' for name, look in named]


def row_of(places: Places, row: Row) -> bytes:
    """A row that may stand anywhere: its number and the numbers of its looks are left open."""
    cells = (_cell_xml(place, cell) for place, cell in zip(places.told, row, strict=True) if cell is not None)
    return f'<row r="{_NUMBER.decode()}">{"".join(cells)}</row>'.encode()


def _cell_xml(place: str, cell: Cell) -> str:
    """A day as the number of days since 1899-12-30 (ECMA-376 part 1, 18.17.4.1)."""
    if isinstance(cell, datetime.date):
        return f"<c {place}><v>{(cell - _FIRST_DAY).days}</v></c>"
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"<c {place}><v>{cell:.16G}</v></c>"
    text = escape(clean(cell))
    return f'<c {place} t="inlineStr"><is><t>{text}</t></is></c>' if text else f"<c {place}/>"


def _set_up(sheet: Any, table: Table) -> None:
    """Filters stand below all that heads the columns, so that nothing of it is sorted away."""
    last = table.heads - 1
    sheet.freeze_panes(table.heads, 2)
    sheet.autofilter(last, 0, last + table.size, len(table.columns) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0, last)
    sheet.set_paper(8)  # A3


def _write_cell(sheet: Any, number: int, place: int, cell: Cell, look: Any) -> None:
    if isinstance(cell, datetime.date):
        sheet.write_datetime(number, place, datetime.datetime(cell.year, cell.month, cell.day), look)
    elif isinstance(cell, int | float):
        sheet.write_number(number, place, cell, look)
    else:
        sheet.write_string(number, place, clean(cell), look)


def _kind(column: Column) -> str:
    example = column.example
    if isinstance(example, datetime.date):
        return "date"
    return "number" if isinstance(example, int | float) else "text"


def _kind_of_example(cell: Cell) -> str:
    return "example-date" if isinstance(cell, datetime.date) else "example"


def _width(column: Column) -> int:
    """By the longest line of the example, and by the words of the heading."""
    if column.field == ID:
        return 24
    lines = clean(column.example).split("\n")
    longest = max(len(line) for line in (*lines, *(column.way.choices or ())))
    kind = next((width for limit, width in _WIDTHS if longest <= limit), _WIDEST)
    return max(kind, 2 + max(len(word) for word in column.heading.split()))


def _let_choose(sheet: Any, place: int, column: Column, making: _Making) -> None:
    """A list to choose from where there is one, and help in every cell. Where several may stand, any text is taken."""
    rule: dict[str, Any] = {"validate": "any"}
    if column.way.choices:
        source = making.sources.get(column.vocabulary or "", list(column.way.choices))
        rule = {"validate": "list", "source": source, "show_error": not column.way.is_list}
        rule |= {"error_title": "Finns inte i listan", "error_message": "Välj ett värde i listan, eller lämna tomt."}
    title = column.heading if len(column.heading) <= _LONGEST_TITLE else column.heading.rpartition(": ")[2]
    rule |= {"input_title": title[:_LONGEST_TITLE], "input_message": _clipped(column.about), "ignore_blank": True}
    first = making.table.heads
    sheet.data_validation(first, place, first - 1 + making.table.size + making.table.spare, place, rule)


def _clipped(text: str) -> str:
    """Whole sentences, as many as there is room for."""
    while len(text) > _LONGEST_HELP and ". " in text:
        text = text.rpartition(". ")[0] + "."
    return text[:_LONGEST_HELP]


def _write_help(sheet: Any, making: _Making) -> None:
    formats, columns = making.formats, making.table.columns
    for place, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(place, place, width, formats["text"])
    for number, line in enumerate(ABOUT):
        sheet.merge_range(number, 0, number, len(_ABOUT_WIDTHS) - 1, line, formats["text"])
    first = len(ABOUT) + 1
    _write_row(sheet, first, ABOUT_HEADINGS, formats["heading"])
    for number, column in enumerate(columns, first + 1):
        _write_row(sheet, number, explained(column), formats["text"])
    sheet.freeze_panes(first + 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_row(sheet: Any, number: int, cells: Sequence[str], look: Any) -> None:
    for place, cell in enumerate(cells):
        if cell:
            sheet.write_string(number, place, cell, look)


def _write_choices(sheet: Any, table: Table, formats: Mapping[str, Any]) -> dict[str, str]:
    """The labels of each vocabulary in a column of its own; where they stand."""
    names = dict.fromkeys(column.vocabulary for column in table.columns if column.vocabulary)
    labels = {name: [term.label for term in table.words.terms(name).values()] for name in names}
    for place, words in enumerate(labels.values()):
        sheet.set_column(place, place, min(_WIDEST, 4 + max(len(word) for word in words)), formats["text"])
    _write_row(sheet, 0, [table.words.about(name).label for name in names], formats["heading"])
    for number, row in enumerate(zip_longest(*labels.values(), fillvalue=""), 1):
        _write_row(sheet, number, row, formats["text"])
    sheet.freeze_panes(1, 0)
    letters = {name: column_name(place) for place, name in enumerate(names, 1)}
    return {name: f"={CHOICES}!${letters[name]}$2:${letters[name]}${len(labels[name]) + 1}" for name in names}
