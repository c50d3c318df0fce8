"""All records, or those of one area, as a sheet: one row a record, in the columns of `wording.columns`.

Input: records, columns, vocabularies, the day. Output: `Table`, and bytes in every format of `FORMATS`. What is written
here is read back by `katalog import`. A format is added by one module with `render` and one line in the registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.exports.store import Store
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
XLSX, ODS, CSV = range(3)  # the parts of what is kept of a row


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of cells below the columns' headings, or, where they are `kept`, as each format writes them. `spare` rows
    more are made ready to be filled in. With `has_keys` a row between headings and cells says what each column is
    called in the open data."""

    columns: Sequence[Column]
    rows: Sequence[Row] = ()
    kept: Store | None = None
    words: Vocabularies
    idag: str
    examples: int = 0  # how many of the first rows only show how it is done
    spare: int = 200
    has_keys: bool = False

    @property
    def heads(self) -> int:
        """How many rows stand above the cells."""
        return 1 + self.has_keys

    @property
    def size(self) -> int:
        """How many rows of cells there are."""
        return len(self.rows) if self.kept is None else len(self.kept)

    def lines(self, part: int, made: Callable[[Row], bytes], first: int = 0) -> Iterator[bytes]:
        """The rows as a format writes them, from the `first` on; `made` writes one that is not kept."""
        return map(made, self.rows[first:]) if self.kept is None else islice(self.kept.parts(part), first, None)


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


def make_template(words: Vocabularies, idag: str) -> Table:
    """An empty sheet to fill in, with a row that shows how."""
    columns = columns_of(words, Names(by_id={}))
    example = [EXAMPLE if column.field == ID else column.example for column in columns]
    return Table(columns=columns, rows=[example], words=words, idag=idag, examples=1, spare=500)
