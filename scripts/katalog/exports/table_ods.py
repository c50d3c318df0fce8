"""The sheet as .ods (OpenDocument 1.3, which Python's own library is enough to write).

Input: `Table`. Output: bytes; the same for the same table: the zip's times are fixed, and the only day is the table's.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from katalog.exports.packing import packed_pieces
from katalog.exports.store import pieces as many_at_once
from katalog.exports.table import ABOUT, ABOUT_HEADINGS, HELP, ODS, SHEET, Row, Table, explained
from katalog.wording.cell_text import Cell, clean, column_name
from katalog.wording.columns import Column

_EMPTY = "<table:table-cell/>"
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in (
        ("office", "office"), ("table", "table"), ("text", "text"), ("style", "style"), ("meta", "meta"),
        ("fo", "xsl-fo-compatible"), ("number", "datastyle"), ("config", "config"), ("manifest", "manifest"),
    )
)  # fmt: skip
_WIDTHS_CM = ((12, 2.6), (30, 4.5), (80, 7.5))
_WIDEST_CM = 12.0
_HELP_WIDTHS_CM = (7.5, 4.5, 3.0, 15.0, 9.5, 7.5)
_HELP_HEADS = len(ABOUT) + 1
_STYLES = """<office:automatic-styles>
<number:date-style style:name="D"><number:year number:style="long"/><number:text>-</number:text>\
<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<style:style style:name="cell" style:family="table-cell">\
<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/></style:style>
<style:style style:name="date" style:family="table-cell" style:parent-style-name="cell" style:data-style-name="D">\
<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/></style:style>
<style:style style:name="heading" style:family="table-cell">\
<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap" fo:background-color="#e3ecf5"/>\
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="plain" style:family="table-cell"/>
<style:style style:name="key" style:family="table-cell">\
<style:table-cell-properties style:vertical-align="top" fo:wrap-option="wrap"/>\
<style:text-properties fo:font-size="9pt" fo:color="#595959"/></style:style>
"""
_SETTINGS = f"""{_HEAD}<office:document-settings {_SPACES} office:version="1.3"><office:settings>\
<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">\
<config:config-item-map-entry><config:config-item config:name="ActiveTable" config:type="string">{SHEET}\
</config:config-item><config:config-item-map-named config:name="Tables">"""
_SETTINGS_END = """</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>\
</config:config-item-set></office:settings></office:document-settings>
"""
# What stays in sight when the sheet is rolled: so many columns, so many rows.
_STAYS = """<config:config-item-map-entry config:name="{sheet}">\
<config:config-item config:name="HorizontalSplitMode" config:type="short">2</config:config-item>\
<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>\
<config:config-item config:name="HorizontalSplitPosition" config:type="int">{columns}</config:config-item>\
<config:config-item config:name="VerticalSplitPosition" config:type="int">{rows}</config:config-item>\
<config:config-item config:name="PositionRight" config:type="int">{columns}</config:config-item>\
<config:config-item config:name="PositionBottom" config:type="int">{rows}</config:config-item>\
</config:config-item-map-entry>"""
_FILES = ("content.xml", "meta.xml", "settings.xml")
_MANIFEST = (
    f'{_HEAD}<manifest:manifest {_SPACES} manifest:version="1.3">\n'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_MIME}"/>\n'
    + "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>\n' for name in _FILES)
    + "</manifest:manifest>\n"
)
# A text keeps its spaces and breaks only by elements of their own (OpenDocument 1.3 part 3, 6.1.2 and 6.1.3).
_BLANKS = re.compile(r"(?<= ) +|^ +|\t")


def render(table: Table) -> bytes:
    return b"".join(pieces(table))


def pieces(table: Table) -> Iterator[bytes]:
    """The file bit by bit: all its rows at once as text are ten times as large."""
    meta = (
        f'{_HEAD}<office:document-meta {_SPACES} office:version="1.3"><office:meta>'
        f"<meta:creation-date>{table.idag}T00:00:00</meta:creation-date></office:meta></office:document-meta>\n"
    )
    parts: dict[str, Iterable[bytes]] = {
        "mimetype": (_MIME.encode(),),
        "content.xml": many_at_once(_content(table)),
        "meta.xml": (meta.encode(),),
        "settings.xml": (_settings(table).encode(),),
        "META-INF/manifest.xml": (_MANIFEST.encode(),),
    }
    return packed_pieces(parts.items())


def _settings(table: Table) -> str:
    sheets = ((SHEET, 2, table.heads), (HELP, 1, _HELP_HEADS))
    stays = (_STAYS.format(sheet=sheet, columns=columns, rows=rows) for sheet, columns, rows in sheets)
    return f"{_SETTINGS}{''.join(stays)}{_SETTINGS_END}"


def _content(table: Table) -> Iterator[bytes]:
    widths = {"c": [_width(column) for column in table.columns], "h": _HELP_WIDTHS_CM}
    yield f'{_HEAD}<office:document-content {_SPACES} office:version="1.3">{_STYLES}'.encode()
    for kind, sizes in widths.items():
        for place, width in enumerate(sizes):
            size = f'<style:table-column-properties style:column-width="{width}cm"/>'
            yield f'<style:style style:name="{kind}{place}" style:family="table-column">{size}</style:style>\n'.encode()
    yield b"</office:automatic-styles><office:body><office:spreadsheet>\n"
    yield from _sheet(SHEET, "c", _heads(table), table.lines(ODS, row_of))
    explaining = (_row(_texts(explained(column), "cell")) for column in table.columns)
    yield from _sheet(HELP, "h", _help_heads(), explaining)
    yield f"{_filters(table)}</office:spreadsheet></office:body></office:document-content>\n".encode()


def _sheet(name: str, widths: str, heads: Sequence[str], rows: Iterable[bytes]) -> Iterator[bytes]:
    """One sheet; `heads` are the cells of rows, and as many columns as the last of them has cells."""
    yield f"<table:table table:name={quoteattr(name)}>\n".encode()
    for place in range(heads[-1].count("<table:table-cell")):
        yield f'<table:table-column table:style-name="{widths}{place}" table:default-cell-style-name="cell"/>'.encode()
    above = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in heads)
    yield f"\n<table:table-header-rows>{above}</table:table-header-rows>\n".encode()
    yield from rows
    yield b"</table:table>\n"


def _heads(table: Table) -> Sequence[str]:
    headings = _texts([column.heading for column in table.columns], "heading")
    return (headings, _texts([column.key for column in table.columns], "key"))[: table.heads]


def _help_heads() -> Sequence[str]:
    return (*(_text_cell(line, "plain") for line in ABOUT), _texts(ABOUT_HEADINGS, "heading"))


def _filters(table: Table) -> str:
    """Buttons below all that heads the columns, so that nothing of it is sorted away."""
    last = f"{column_name(len(table.columns))}{table.heads + table.size}"
    place = f"{SHEET}.A{table.heads}:{SHEET}.{last}"
    return (
        f'<table:database-ranges><table:database-range table:name="filter" table:target-range-address="{place}"'
        ' table:display-filter-buttons="true"/></table:database-ranges>'
    )


def _texts(texts: Iterable[str], style: str) -> str:
    return "".join(_text_cell(text, style) for text in texts)


def row_of(row: Row) -> bytes:
    return _row("".join(_EMPTY if cell is None else _cell(cell) for cell in row))  # most are empty


def _row(cells: str) -> bytes:
    return f"<table:table-row>{cells}</table:table-row>\n".encode()


def _cell(cell: Cell) -> str:
    if isinstance(cell, datetime.date):
        return _typed("date", f'office:date-value="{cell.isoformat()}"', cell.isoformat(), "date")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _typed("float", f'office:value="{cell}"', clean(cell), "cell")
    return _text_cell(clean(cell), "cell")


def _typed(kind: str, value: str, shown: str, style: str) -> str:
    attributes = f'table:style-name="{style}" office:value-type="{kind}" {value}'
    return f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"


def _text_cell(text: str, style: str) -> str:
    lines = "".join(f"<text:p>{_line(line)}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell table:style-name="{style}" office:value-type="string">{lines}</table:table-cell>'


def _line(line: str) -> str:
    told = escape(line)
    return _BLANKS.sub(lambda found: _blank(found[0]), told) if _has_blanks(told) else told


def _has_blanks(line: str) -> bool:
    """Quicker than to look for each place."""
    return "  " in line or "\t" in line or line[:1] == " "


def _blank(text: str) -> str:
    return "<text:tab/>" if text == "\t" else f'<text:s text:c="{len(text)}"/>'


def _width(column: Column) -> float:
    longest = max(len(line) for line in (*clean(column.example).split("\n"), *column.way.choices))
    return next((width for limit, width in _WIDTHS_CM if longest <= limit), _WIDEST_CM)
