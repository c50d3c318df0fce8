"""Spreadsheets for tests, made by other libraries than ours where possible, and by hand where no library would."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.exports.table import Table, cells_of, sheet_columns
from katalog.record.model import Record
from katalog.upkeep.book import Book, Sheet
from katalog.upkeep.open_book import open_book
from katalog.wording.cell_text import Cell

_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def table_of(derived: Derived, words: Vocabularies, records: Sequence[Record]) -> Table:
    """The records as the sheets that are published have them, cell by cell."""
    columns = sheet_columns(derived, words)
    rows = [cells_of(columns, record) for record in records]
    return Table(columns=columns, rows=rows, words=words, idag=derived.idag, has_keys=True)


def workbook(rows: Sequence[Sequence[Any]], title: str = "Blad1") -> tuple[Workbook, Worksheet]:
    """An Excel workbook of openpyxl's with one sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book, sheet


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return out.getvalue()


def raw_xlsx(sheet: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook whose one sheet is the XML `sheet`, for what no library would write."""
    links = (
        f'<Relationships xmlns="x"><Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/s.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    )
    main = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Blad1" r:id="r1"/></sheets></workbook>'
    top = f'<Relationships xmlns="x"><Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    parts: dict[str, str | bytes] = {
        _TYPES: "<Types/>",
        "_rels/.rels": f"{top}</Relationships>",
        "xl/workbook.xml": main,
        "xl/_rels/workbook.xml.rels": links,
        "xl/worksheets/s.xml": sheet,
    }
    return packed({**parts, **(more or {})})


def sheet_xml(data: str, around: str = "") -> str:
    return f'<worksheet xmlns="{_MAIN}">{around}<sheetData>{data}</sheetData></worksheet>'


def raw_ods(table: str, styles: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument spreadsheet whose tables are the XML `table`."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    calcext = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    content = (
        f"<office:document-content {spaces} {calcext}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": _ODS, "content.xml": content, **(more or {})})


def values(sheet: Sheet) -> dict[tuple[int, int], Cell]:
    """What every cell of a sheet holds."""
    return {(row, column): held.value for row, cells in sheet.rows.items() for column, held in cells.items()}


def only_sheet(raw: bytes) -> Sheet:
    book: Book = open_book(raw)
    return book.sheets[0]
