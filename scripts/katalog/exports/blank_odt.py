"""A form to fill in as .odt: lines that can be typed on, boxes to tick, tables whose heads are repeated.

Input: `Blank`, the lines below it, the day. Output: bytes; the same for the same input. LibreOffice and Word open it.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Mapping, Sequence

from odfdo import Cell, Document, Element, Header, Paragraph, Table
from odfdo import Row as OdfRow
from odfdo.style_base import StyleBase

from katalog.derive.blanks import Blank, Kind, Row
from katalog.exports.packing import repacked

TICK_BOX = "\N{BALLOT BOX}"
_LINE_CM = 0.8
_FACE = 'fo:font-family="Arial" fo:language="sv" fo:country="SE"'
_FRAME = "0.5pt solid #666666"
# Name -> what the paragraph is like, and its letters. The headings take the place of the template's.
_PARAGRAPHS = {
    "Heading_20_1": ('fo:margin-bottom="0.2cm"', 'fo:font-size="20pt" fo:font-weight="bold"'),
    "Heading_20_2": ('fo:margin-top="0.5cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"',
            'fo:font-size="14pt" fo:font-weight="bold"'),
    "Brodtext": ('fo:margin-bottom="0.2cm"', 'fo:font-size="11pt"'),
    "Skrivrad": (f'fo:margin-top="0.35cm" fo:padding-bottom="0.05cm" fo:border-bottom="{_FRAME}" '
                 'style:join-border="false"', 'fo:font-size="11pt"'),
    "Fraga": ('fo:margin-top="0.25cm" fo:margin-bottom="0.05cm" fo:keep-with-next="always"', 'fo:font-size="11pt"'),
    "Huvud": ("", 'fo:font-size="10pt" fo:font-weight="bold"'),
    "Ruta": ("", 'fo:font-size="10pt"'),
    "Fot": ('fo:margin-top="0.3cm"', 'fo:font-size="9pt"'),
}  # fmt: skip


def render(blank: Blank, foot: Sequence[str], idag: str, author: str) -> bytes:
    book = Document("text")
    _set_up(book, blank, idag, author)
    body = book.body
    body.clear()
    body.append(_heading(1, blank.title))
    for at, part in enumerate(blank.parts):
        body.append(_heading(2, part.heading))
        for number, row in enumerate(part.rows):
            for element in _WRITERS[row.kind](row, f"Tabell{at}-{number}"):
                body.append(element)
    for line in foot:
        body.append(Paragraph(line, style="Fot"))
    out = io.BytesIO()
    book.save(out)
    return repacked(out.getvalue())


def _set_up(book: Document, blank: Blank, idag: str, author: str) -> None:
    day = datetime.datetime.fromisoformat(idag)
    about = book.meta
    about.title, about.subject, about.language = blank.title, blank.text, "sv-SE"
    about.initial_creator, about.creator, about.generator = author, author, author
    about.creation_date = about.date = day
    for name, (like, letters) in _PARAGRAPHS.items():
        book.insert_style(_paragraph_style(name, like, letters))
    heights = sorted({row.lines for part in blank.parts for row in part.rows})
    for lines in heights:
        book.insert_style(_row_style(lines), automatic=True)
    book.insert_style(_cell_style(), automatic=True)
    _set_page(book)


def _heading(level: int, text: str) -> Header:
    """Without the number that the template's outline would give it."""
    heading = Header(level, text)
    heading.set_attribute("text:style-name", f"Heading_20_{level}")
    heading.set_attribute("text:is-list-header", "true")
    return heading


def _set_page(book: Document) -> None:
    """A4, with margins as on the page."""
    for layout in book.get_styles("page-layout"):
        if isinstance(layout, StyleBase):
            layout.set_properties({
            "fo:page-width": "21cm", "fo:page-height": "29.7cm",
            **{f"fo:margin-{side}": "2cm" for side in ("top", "bottom", "left", "right")},
        }, area="page-layout")  # fmt: skip


def _paragraph_style(name: str, like: str, letters: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">'
        f"<style:paragraph-properties {like}/><style:text-properties {_FACE} {letters}/></style:style>"
    )


def _row_style(lines: int) -> str:
    height = f"{_LINE_CM * lines:.1f}cm"
    return (
        f'<style:style style:name="Rad{lines}" style:family="table-row"><style:table-row-properties '
        f'style:min-row-height="{height}" fo:keep-together="always"/></style:style>'
    )


def _cell_style() -> str:
    return (
        '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
        f'fo:border="{_FRAME}" fo:padding="0.1cm" style:vertical-align="middle"/></style:style>'
    )


def _text(row: Row, _name: str) -> list[Element]:
    return [Paragraph(row.text, style="Brodtext")]


def _line(row: Row, _name: str) -> list[Element]:
    """What is typed stands after the words, above a line that follows it down."""
    return [Paragraph(f"{row.text}: ", style="Skrivrad")]


def _lines(row: Row, name: str) -> list[Element]:
    """A box with room for so many lines, which grows with what is typed."""
    return [Paragraph(row.text, style="Fraga"), _table(name, [], [[""]], row.lines)]


def _choices(row: Row, _name: str) -> list[Element]:
    choices = "    ".join(f"{TICK_BOX}\N{NO-BREAK SPACE}{choice}" for choice in row.choices)
    return [Paragraph(f"{row.text}: {choices}", style="Fraga")]


def _grid(row: Row, name: str) -> list[Element]:
    return [Paragraph(row.text, style="Fraga"), _table(name, row.columns, row.cells, 1)]


_WRITERS: Mapping[Kind, Callable[[Row, str], list[Element]]] = {
    "text": _text, "rad": _line, "stycke": _lines, "val": _choices, "tabell": _grid,
}  # fmt: skip


def _table(name: str, heads: Sequence[str], cells: Sequence[Sequence[str]], lines: int) -> Table:
    """Its heads are repeated on every page."""
    table = Table(name)
    if heads:
        group = Element.from_tag("<table:table-header-rows/>")
        group.append(_row(heads, 1, "Huvud"))
        table.append(group)
    for held in cells:
        table.append(_row(held, lines, "Ruta"))
    return table


def _row(texts: Sequence[str], lines: int, style: str) -> OdfRow:
    row = OdfRow(style=f"Rad{lines}")
    for text in texts:
        cell = Cell(style="Cell")
        cell.append(Paragraph(text, style=style))
        row.append(cell)
    return row
