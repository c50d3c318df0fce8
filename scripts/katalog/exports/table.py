"""All records, or those of one area, as a sheet: one row a record, in the columns of `wording.columns`.

Input: records, columns, vocabularies, the day. Output: `Table`, and bytes in every format of `FORMATS`. What is written
here is read back by `katalog import`. A format is added by one module with `render` and one line in the registry.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

import orjson

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record, data_of
from katalog.wording.cell_text import Cell, clean
from katalog.wording.cells import Names
from katalog.wording.columns import EXAMPLE, ID, Column, columns_of

TEMPLATE = "bidra/mall.xlsx"  # where the site has the sheet to fill in
SHEET, HELP, CHOICES = "Verksamheter", "Förklaring", "Val"
ABOUT = (
    "Skriv en verksamhet på varje rad i bladet Verksamheter. Lämna en cell tom om du inte vet: då ändras inget.",
    "Ett ensamt bindestreck (-) tar bort en uppgift som står i katalogen. Kolumner som du inte behöver kan du ta bort.",
    "Skriv aldrig namn på personer, mobilnummer, direktnummer eller personlig e-post.",
)
ABOUT_HEADINGS = ("Kolumn", "Hör till", "Måste fyllas i", "Vad du skriver", "Exempel", "Nyckel i öppna data")


Row = Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of cells below the columns' headings. `spare` rows more are made ready to be filled in. With `has_keys` a
    row between headings and cells says what each column is called in the open data."""

    columns: Sequence[Column]
    rows: Sequence[Row]
    words: Vocabularies
    idag: str
    examples: int = 0  # how many of the first rows only show how it is done
    spare: int = 200
    has_keys: bool = False

    @property
    def heads(self) -> int:
        """How many rows stand above the cells."""
        return 1 + self.has_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`module` makes the bytes: imported when it is asked for, because of the libraries behind it."""

    ending: str
    module: str
    is_binary: bool = True

    @property
    def render(self) -> Callable[[Table], bytes]:
        found: Callable[[Table], bytes] = import_module(f"katalog.exports.{self.module}").render
        return found


FORMATS: dict[str, Format] = {
    "xlsx": Format(ending=".xlsx", module="table_xlsx"),
    "ods": Format(ending=".ods", module="table_ods"),
    "csv": Format(ending=".csv", module="table_csv", is_binary=False),
}


def explained(column: Column) -> Sequence[str]:
    """What the sheet of explanations says of a column, below ABOUT_HEADINGS."""
    must = "Ja" if column.is_required else "Nej"
    return (column.heading, column.group, must, column.about, clean(column.example), column.key)


def sheet_columns(derived: Derived, words: Vocabularies) -> Sequence[Column]:
    """The columns of a sheet of records; `derived` knows what each is called."""
    return columns_of(words, Names(by_id={record.id: record.namn for record in derived.catalogue.records}))


def cells_of(columns: Sequence[Column], record: Record) -> Row:
    data = {**data_of(record), ID: record.id}
    return tuple(column.cell_of(data) if column.field in data else None for column in columns)  # most say nothing


def packed_row(row: Row) -> bytes:
    """A row to be remembered: the filled cells with their places, a day in a list of its own."""
    filled = ((at, cell) for at, cell in enumerate(row) if cell is not None)
    told = [[at, [cell.isoformat()] if isinstance(cell, datetime.date) else cell] for at, cell in filled]
    return orjson.dumps(told, option=orjson.OPT_PASSTHROUGH_DATETIME)  # a time of day is refused


def unpacked_row(packed: bytes, width: int) -> Row:
    row: list[Cell] = [None] * width
    for at, cell in orjson.loads(packed):
        row[at] = datetime.date.fromisoformat(cell[0]) if isinstance(cell, list) else cell
    return tuple(row)


def make_template(words: Vocabularies, idag: str) -> Table:
    """An empty sheet to fill in, with a row that shows how."""
    columns = columns_of(words, Names(by_id={}))
    example = [EXAMPLE if column.field == ID else column.example for column in columns]
    return Table(columns=columns, rows=[example], words=words, idag=idag, examples=1, spare=500)
