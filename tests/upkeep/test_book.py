"""Spreadsheets as people and programs save them, and as nobody in good faith would: read for what they are, or refused
with a sentence. Nothing is computed, opened out or laid on the disk."""

from __future__ import annotations

import datetime
import io
import time

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from katalog.upkeep import book_parts
from katalog.upkeep.book import MAX_FILE_BYTES, UnreadableBookError
from katalog.upkeep.open_book import open_book
from tests.sheets import only_sheet, packed, raw_ods, raw_xlsx, saved, sheet_xml, values, workbook

DAY = datetime.date(2026, 11, 22)


def test_what_excel_holds_is_what_is_read() -> None:
    book, sheet = workbook([["Namn", "Antal", "Dag", "Kvot", "Ja?"], ["Träffen", 12, DAY, 0.5, True]])
    sheet["F2"] = datetime.time(9, 30)
    sheet["G2"] = datetime.datetime(2026, 11, 22, 9, 30)
    sheet["H2"] = " två\nrader "
    assert values(only_sheet(saved(book))) == {
        **{(1, n): word for n, word in enumerate(("Namn", "Antal", "Dag", "Kvot", "Ja?"), 1)},
        **{(2, n): cell for n, cell in enumerate(("Träffen", 12, DAY, 0.5, True, datetime.time(9, 30)), 1)},
        (2, 7): datetime.datetime(2026, 11, 22, 9, 30),
        (2, 8): " två\nrader ",
    }


@pytest.mark.parametrize("epoch", [datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)])
def test_both_of_excels_calendars(epoch: datetime.datetime) -> None:
    book, _ = workbook([[DAY, datetime.date(2010, 1, 1)]])
    book.epoch = epoch
    assert values(only_sheet(saved(book))) == {(1, 1): DAY, (1, 2): datetime.date(2010, 1, 1)}


def test_a_formula_gives_the_value_that_was_saved_and_is_never_computed() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", value=7)
        sheet.write_formula("B1", '=HYPERLINK("http://x")', value="text")
    held = only_sheet(out.getvalue()).rows[1]
    assert [(cell.value, cell.is_formula) for cell in held.values()] == [(7, True), ("text", True)]
    without, sheet = workbook([])
    sheet["A1"] = "=1+1"
    (alone,) = only_sheet(saved(without)).rows[1].values()
    assert (alone.value, alone.is_formula) == (None, True)


def test_errors_hidden_rows_and_columns_merged_cells_and_sheets_are_known() -> None:
    book, sheet = workbook([["a", "b", "c"], ["#REF!", "d", "e"]])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet.merge_cells("A4:B5")
    book.create_sheet("Gömt").sheet_state = "hidden"
    read = open_book(saved(book))
    first, second = read.sheets
    assert first.rows[2][1].error == "#REF!"
    assert (first.hidden_rows, first.hidden_columns, first.merged) == ({2}, {3}, [(4, 1, 5, 2)])
    assert (first.is_hidden, second.is_hidden, second.name) == (False, True, "Gömt")


def test_rich_text_inline_text_spoken_text_and_escapes() -> None:
    strings = (
        '<sst xmlns="x"><si><r><t>Träf</t></r><r><rPr/><t>fen</t></r><rPh sb="0" eb="1"><t>uttal</t></rPh></si>'
        "<si><t>rad_x000D_\n_x005F_x0041_</t></si></sst>"
    )
    cells = '<row r="1"><c r="A1" t="s"><v>0</v></c><c t="inlineStr"><is><t>här</t></is></c><c t="s"><v>1</v></c></row>'
    sheet = only_sheet(raw_xlsx(sheet_xml(cells), {"xl/sharedStrings.xml": strings}))
    assert values(sheet) == {(1, 1): "Träffen", (1, 2): "här", (1, 3): "rad\r\n_x0041_"}


def test_what_libreoffice_holds_is_what_is_read() -> None:
    rows = (
        '<table:table table:name="Blad"><table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2">'
        "<office:annotation><text:p>en anteckning</text:p></office:annotation>"
        '<text:p>en<text:s text:c="2"/>två<text:line-break/>tre</text:p><text:p>fyra</text:p></table:table-cell>'
        "<table:covered-table-cell/></table:table-row>"
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        '<table:table-row table:visibility="filter" table:number-rows-repeated="2">'
        '<table:table-cell office:value-type="float" office:value="12.5" table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="date" office:date-value="2026-11-22"/>'
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
        '<table:table-cell table:formula="of:=x" calcext:value-type="error"><text:p>#NAMN?</text:p></table:table-cell>'
        '<table:table-cell office:value-type="time" office:time-value="PT09H30M00S"/>'
        "</table:table-row></table:table>"
    )
    sheet = only_sheet(raw_ods(rows))
    last = 1_048_002
    assert sheet.rows[1][1].value == "en  två\ntre\nfyra"
    assert sheet.merged == [(1, 1, 1, 2)]
    assert sheet.hidden_columns == {3}
    assert sheet.hidden_rows == {last, last + 1}
    assert [cell.value for cell in sheet.rows[last + 1].values()] == [12.5, 12.5, DAY, 2, None, datetime.time(9, 30)]
    assert (sheet.rows[last][4].is_formula, sheet.rows[last][5].error) == (True, "#NAMN?")


TEXT = "Namn;Ort\r\nTräffen;Älvsjö\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.replace(";", "\t").encode(),
        TEXT.replace(";", ",").encode(),
        TEXT.replace("\r\n", "\n").encode(),
        f"sep=|\r\n{TEXT.replace(';', '|')}".encode(),
    ],
)
def test_text_whatever_its_letters_and_signs(raw: bytes) -> None:
    sheet = only_sheet(raw)
    rows = [list(cells.values()) for cells in sheet.rows.values()]
    assert [[cell.value for cell in row] for row in rows] == [["Namn", "Ort"], ["Träffen", "Älvsjö"]]


def test_old_letters_are_told_and_a_break_inside_a_cell_is_none_outside() -> None:
    book = open_book(TEXT.encode("cp1252"))
    assert "Windows-1252" in " ".join(book.notes)
    sheet = only_sheet(b'Namn;Text\n"A";"en\nrad; till"\nB;"=1+1"\nC;#SAKNAS!\nD;\'=x\n')
    assert sheet.rows[2][2].value == "en\nrad; till"
    assert (sheet.rows[3][2].value, sheet.rows[3][2].is_formula) == ("=1+1", True)
    assert sheet.rows[4][2].error == "#SAKNAS!"
    assert sheet.rows[5][2].value == "'=x"


ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "Filen är tom"),
        (bytes(MAX_FILE_BYTES + 1), "Filen är tom"),
        (b"x" * (MAX_FILE_BYTES + 1), "större än 20 MB"),
        (OLE, "gamla formatet .xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "skyddad med lösenord"),
        (b"<html><body><table><tr><td>Namn</td></tr></table></body></html>", "är en webbsida"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>\n<table></table>", "är en webbsida"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "sparad som XML"),
        (b"%PDF-1.7 ...", "är en PDF"),
        (b"PK\x03\x04 trasig", "trasig"),
        (packed({"a.txt": "hej"}), "inget kalkylblad"),
        (packed({"[Content_Types].xml": "<Types/>"}), "ingen arbetsbok"),
        (packed({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b""}), ".xlsb"),
        (raw_xlsx(ENTITY + sheet_xml('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>')), "egna definitioner"),
        (raw_xlsx(OUTSIDE + sheet_xml('<row><c t="inlineStr"><is><t>&a;</t></is></c></row>')), "egna definitioner"),
        (raw_xlsx(sheet_xml("<row><c>")), "trasig"),
        (raw_ods("", more={"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "skyddad med lösenord"),
        (bytes(range(256)) * 40, "ingen tabell"),
    ],
)  # fmt: skip
def test_what_is_no_spreadsheet_is_refused_with_what_to_do(raw: bytes, told: str) -> None:
    with pytest.raises(UnreadableBookError, match=told.replace(".", r"\.")):
        open_book(raw)


def test_macros_are_told_and_left_alone() -> None:
    book, _ = workbook([["Namn"]])
    raw = saved(book)
    parts = book_parts.Parts.of(raw)
    with_macros = packed({**{name: parts.packed.read(name) for name in parts.names}, "xl/vbaProject.bin": b"Sub"})
    assert open_book(with_macros).notes == ("Filen har makron. De körs aldrig.",)


def test_a_bomb_is_given_up_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_parts, "MAX_UNPACKED_BYTES", 3_000_000)
    bomb = raw_xlsx(sheet_xml("<row>" + " " * 6_000_000 + "</row>"))
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableBookError, match="packas upp till mer än 3 MB"):
        open_book(bomb)


def test_a_part_is_looked_up_by_name_and_never_by_path() -> None:
    """Targets that lead out of the file lead nowhere."""
    links = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>'
    raw = raw_xlsx(sheet_xml(""), {"../../ute.xml": "<x/>", "xl/_rels/workbook.xml.rels": links})
    assert only_sheet(raw).rows == {}
    assert book_parts.beside("xl/workbook.xml", "/xl/a.xml") == "xl/a.xml"
    assert book_parts.beside("xl/workbook.xml", "../../../etc/passwd").startswith("..")


def test_a_sheet_that_claims_a_million_rows_is_read_for_what_it_holds() -> None:
    """The used range of a sheet where somebody has formatted whole columns: a million empty rows, 16,384 columns."""
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in range(2, 60_000))
    data = f'<row r="1"><c r="A1" t="inlineStr"><is><t>Namn</t></is></c></row>{empty}'
    last = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    started = time.process_time()
    sheet = only_sheet(raw_xlsx(sheet_xml(data + last, '<dimension ref="A1:XFD1048576"/>')))
    assert values(sheet) == {(1, 1): "Namn"}
    assert time.process_time() - started < 20
    ods = '<table:table><table:table-row table:number-rows-repeated="1048576">'
    ods += '<table:table-cell office:value-type="string">'
    with pytest.raises(UnreadableBookError, match="upprepar rad 1"):
        open_book(raw_ods(f"{ods}<text:p>x</text:p></table:table-cell></table:table-row></table:table>"))


def test_sixteen_thousand_headings_are_refused() -> None:
    cells = "".join('<c t="inlineStr"><is><t>x</t></is></c>' for _ in range(16_000))
    with pytest.raises(UnreadableBookError, match="fler än 1000 kolumner"):
        open_book(raw_xlsx(sheet_xml(f'<row r="1">{cells}</row>')))
    wide = "<table:table><table:table-row>"
    wide += '<table:table-cell office:value-type="string" table:number-columns-repeated="16384">'
    with pytest.raises(UnreadableBookError, match="fler än 1000 kolumner"):
        open_book(raw_ods(f"{wide}<text:p>x</text:p></table:table-cell></table:table-row></table:table>"))
