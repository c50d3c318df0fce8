"""The sheet in three formats: read by other programs, the same bytes every time, and read back without a change."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.table import FORMATS, HELP, SHEET, Table, make_template
from katalog.record.check import check_catalogue
from katalog.upkeep.open_book import open_book
from katalog.upkeep.sheet import NEW_STATUS, Wishes, plan_book
from katalog.wording.cell_text import Cell, clean
from tests.sheets import table_of, values
from tests.support import CATALOGUE, IDAG, SCHEMA

WORDS = read_vocabularies(SCHEMA)


@pytest.fixture(scope="module")
def table() -> Table:
    found = check_catalogue(CATALOGUE, SCHEMA, IDAG).catalogue
    assert found is not None
    return table_of(Derived(catalogue=found, idag=IDAG), WORDS, found.records)


def _shown(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """What stands in every cell, whichever program read it."""
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    assert cell is None or isinstance(cell, str | int | float | datetime.date)
    return clean(cell)


@pytest.mark.parametrize("name", FORMATS)
def test_all_records_come_back_as_they_were(name: str, table: Table) -> None:
    wishes = Wishes(columns={}, given=NEW_STATUS)
    plan = plan_book(open_book(FORMATS[name].render(table)), CATALOGUE, SCHEMA, IDAG, wishes)
    assert len(plan.rows) == len(table.rows) >= 417
    assert {row.kind for row in plan.rows} == {"oforandrad"}
    assert plan.changes == {}
    assert not plan.has_faults


@pytest.mark.parametrize("name", FORMATS)
def test_equal_records_give_equal_bytes_on_any_day_of_the_clock(name: str, table: Table) -> None:
    few = Table(columns=table.columns, rows=table.rows[:20], words=WORDS, idag=IDAG)
    first = FORMATS[name].render(few)
    assert FORMATS[name].render(few) == first
    if FORMATS[name].is_binary:
        with ZipFile(io.BytesIO(first)) as packed:
            assert {part.date_time for part in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            told = b"".join(packed.read(part) for part in packed.namelist())
        assert IDAG.encode() in told


@pytest.mark.parametrize("name", ["xlsx", "ods"])
def test_another_library_reads_the_same_cells(name: str, table: Table, tmp_path: Path) -> None:
    path = tmp_path / f"alla{FORMATS[name].ending}"
    path.write_bytes(FORMATS[name].render(table))
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    assert [heading.removesuffix(" *") for heading in _shown(rows)[0]] == [column.heading for column in table.columns]
    assert _shown(rows)[1] == [column.key for column in table.columns]
    assert _shown(rows)[2:] == _shown(table.rows)
    explained = CalamineWorkbook.from_path(path).get_sheet_by_name(HELP).to_python()
    assert {row[-1] for row in explained} >= {column.key for column in table.columns}


def test_nothing_in_excel_is_a_formula_or_a_link(table: Table) -> None:
    book = load_workbook(io.BytesIO(FORMATS["xlsx"].render(table)))
    for sheet in book:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]


def test_the_template_helps_who_fills_it_in() -> None:
    raw = FORMATS["xlsx"].render(make_template(WORDS, IDAG))
    book = load_workbook(io.BytesIO(raw))
    assert book.sheetnames == ["Verksamheter", "Förklaring", "Val"]
    sheet = book["Verksamheter"]
    assert sheet.freeze_panes == "C2"
    required = [str(cell.value) for cell in sheet[1] if str(cell.value).endswith("*")]
    assert required == ["Namn *", "Öppet eller stängt *", "Vad det är *", "Var *", "Sammanfattning *", "Källor *"]
    assert sheet["A2"].value == "Exempel (läses inte)"
    rules = {str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert len(rules) == sheet.max_column
    assert rules["C2"].formula1.startswith("Val!$A$2")
    assert (rules["C2"].showErrorMessage, rules["D2"].showErrorMessage) == (True, False)  # one of a list; one or more
    held = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["Val"].iter_cols()}
    names = {column.vocabulary for column in make_template(WORDS, IDAG).columns if column.vocabulary}
    assert held == {WORDS.about(name).label: [term.label for term in WORDS.terms(name).values()] for name in names}
    explained = {row[0].value: row[3].value for row in book["Förklaring"].iter_rows(min_row=6)}
    assert all(explained[str(cell.value).removesuffix(" *")] for cell in sheet[1])
    assert sheet["AE2"].number_format == "@"  # a postal number stays as it is typed
    assert book.properties.created == datetime.datetime.fromisoformat(IDAG)


def test_the_template_as_it_is_changes_nothing() -> None:
    raw = FORMATS["xlsx"].render(make_template(WORDS, IDAG))
    plan = plan_book(open_book(raw), CATALOGUE, SCHEMA, IDAG, Wishes(columns={}, given=NEW_STATUS))
    assert [row.kind for row in plan.rows] == ["exempel"]
    assert plan.changes == {}


def test_a_formula_in_a_record_stays_a_text_in_workbooks_and_untouched_in_csv(table: Table) -> None:
    evil = "=HYPERLINK(0)"
    row: list[Cell] = [evil if column.field == "namn" else None for column in table.columns]
    few = Table(columns=table.columns, rows=[row], words=WORDS, idag=IDAG)
    for chosen in FORMATS.values():
        sheet = open_book(chosen.render(few)).sheets[0]
        held = sheet.rows[2][2]
        assert (held.value, held.is_formula) == (evil, not chosen.is_binary)
        assert values(sheet)[1, 1] == "Id"
    assert b'"=HYPERLINK(0)"' in FORMATS["csv"].render(few)
