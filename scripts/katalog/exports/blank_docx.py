"""A form to fill in as .docx: lines that can be typed on, boxes to tick, tables whose heads are repeated.

Input: `Blank`, the lines below it, the day. Output: bytes; the same for the same input. Word and LibreOffice open it.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docx import Document
from docx.document import Document as Book
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from katalog.derive.blanks import Blank, Kind, Row
from katalog.exports.packing import repacked

TICK_BOX = "\N{BALLOT BOX}"
_FONT, _TEXT, _SMALL = "Arial", Pt(11), Pt(9)
_MARGIN, _ROW, _LINE_CM = Cm(2), Cm(0.9), 0.8
_BLACK = RGBColor(0, 0, 0)
_HEADINGS = {"Title": (20, 0, 6), "Heading 1": (14, 14, 4)}  # points: letters, above, below


def render(blank: Blank, foot: Sequence[str], idag: str, author: str) -> bytes:
    book = Document()
    _set_up(book, blank, idag, author)
    book.add_paragraph(blank.title, style="Title")
    for part in blank.parts:
        book.add_heading(part.heading, level=1)
        for row in part.rows:
            _WRITERS[row.kind](book, row)
    for line in foot:
        _small(book.add_paragraph(line))
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue())


def _set_up(book: Book, blank: Blank, idag: str, author: str) -> None:
    day = datetime.datetime.fromisoformat(idag)
    about = book.core_properties
    about.title, about.author, about.last_modified_by, about.comments = blank.title, author, author, blank.text
    about.created = about.modified = day
    about.language = "sv-SE"
    section = book.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    normal = book.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, _TEXT
    _in_swedish(normal.element)
    for name, (size, above, below) in _HEADINGS.items():
        _heading(book.styles[name], size, above, below)


def _heading(style: Any, size: int, above: int, below: int) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.color.rgb = _FONT, Pt(size), True, _BLACK
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
    style.paragraph_format.keep_with_next = True
    fonts = style.element.get_or_add_rPr().rFonts
    for name in [name for name in fonts.attrib if "Theme" in name]:  # else the template's own face wins
        del fonts.attrib[name]
    frame = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if frame is not None:
        style.element.pPr.remove(frame)


def _in_swedish(style: Any) -> None:
    """So that a screen reader and the spelling know the language."""
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "sv-SE")
    style.get_or_add_rPr().append(language)


def _text(book: Book, row: Row) -> None:
    book.add_paragraph(row.text)


def _line(book: Book, row: Row) -> None:
    """What is typed stands after the words, above a line that follows it down."""
    paragraph = book.add_paragraph(f"{row.text}: ")
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(2)
    frame = OxmlElement("w:pBdr")
    for side in ("w:bottom", "w:between"):  # the latter where lines follow each other
        edge = OxmlElement(side)
        for name, value in {"val": "single", "sz": "4", "space": "2", "color": "666666"}.items():
            edge.set(qn(f"w:{name}"), value)
        frame.append(edge)
    paragraph._p.get_or_add_pPr().insert_element_before(  # the library has no name for a border
        frame, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _lines(book: Book, row: Row) -> None:
    """A box with room for so many lines, which grows with what is typed."""
    _above(book, row.text)
    table = _table(book, 1, 1)
    table.rows[0].height = Cm(_LINE_CM * row.lines)
    _after(book)


def _choices(book: Book, row: Row) -> None:
    paragraph = book.add_paragraph()
    paragraph.add_run(f"{row.text}: ").bold = True
    paragraph.add_run("    ".join(f"{TICK_BOX}\N{NO-BREAK SPACE}{choice}" for choice in row.choices))


def _grid(book: Book, row: Row) -> None:
    _above(book, row.text)
    cells = row.cells
    table = _table(book, 1 + len(cells), len(row.columns))
    _repeat(table)
    for at, head in enumerate(row.columns):
        _write(table, 0, at, head, is_bold=True)
    for line, held in enumerate(cells, 1):
        _write(table, line, 0, held[0], is_bold=True)
        table.rows[line].height = _ROW
    _after(book)


_WRITERS: Mapping[Kind, Callable[[Book, Row], None]] = {
    "text": _text, "rad": _line, "stycke": _lines, "val": _choices, "tabell": _grid,
}  # fmt: skip


def _table(book: Book, rows: int, columns: int) -> Table:
    table: Table = book.add_table(rows, columns, style="Table Grid")
    for row in table.rows:
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        kept = OxmlElement("w:cantSplit")
        row._tr.get_or_add_trPr().append(kept)  # nor for a row that stays on one page
    return table


def _repeat(table: Table) -> None:
    """The first row is the head, on every page and for a screen reader."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _write(table: Table, row: int, column: int, text: str, *, is_bold: bool) -> None:
    cell = table.cell(row, column)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    run = cell.paragraphs[0].add_run(text)
    run.bold, run.font.size = is_bold, Pt(10)


def _above(book: Book, text: str) -> None:
    paragraph = book.add_paragraph(text)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(6), Pt(2)
    paragraph.paragraph_format.keep_with_next = True


def _after(book: Book) -> None:
    """Two tables without anything between them would be one."""
    paragraph = book.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(6)


def _small(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.space_before = Pt(8)
    for run in paragraph.runs:
        run.font.size = _SMALL
