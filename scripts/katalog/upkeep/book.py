"""A spreadsheet as it was read: sheets of cells by row and column, and what a clerk must be told about them.

Made by `book_xlsx`, `book_ods` and `book_csv`; `sheet_headings` and `sheet_rows` make sense of it. Nothing is computed:
of a formula only the value that the program saved is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from katalog.wording.cell_text import Cell, clean, column_name

MAX_FILE_BYTES = 20_000_000
MAX_CELLS = 500_000
MAX_COLUMNS = 1_000
MAX_CELL_CHARACTERS = 50_000


class UnreadableBookError(Exception):
    """The file cannot be read as a spreadsheet; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a cell holds. `error` is what it shows instead of a value; `is_formula` when the value is computed."""

    value: Cell
    is_formula: bool = False
    error: str | None = None


@dataclass(kw_only=True)
class Sheet:
    """Rows and columns count from 1. Only cells that hold something are there."""

    name: str
    rows: dict[int, dict[int, Held]] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)  # first row and column, last row and column
    is_hidden: bool = False
    cells: int = 0

    def put(self, row: int, column: int, held: Held) -> None:
        """Raises UnreadableBookError when there is more than any sheet of ours can hold."""
        if held.error is None and not held.is_formula and clean(held.value) == "":
            return
        if column > MAX_COLUMNS:
            raise UnreadableBookError(
                f"Bladet {self.name} har fler än {MAX_COLUMNS} kolumner med innehåll. Ta bort dem som inte hör dit."
            )
        self.cells += 1
        if self.cells > MAX_CELLS:
            raise UnreadableBookError(f"Bladet {self.name} har fler än {MAX_CELLS} ifyllda celler. Dela upp det.")
        if isinstance(held.value, str) and len(held.value) > MAX_CELL_CHARACTERS:
            raise UnreadableBookError(
                f"Cell {cell_name(row, column)} i bladet {self.name} har mer text än {MAX_CELL_CHARACTERS} tecken."
            )
        self.rows.setdefault(row, {})[column] = held

    def held(self, row: int, column: int) -> Held | None:
        return self.rows.get(row, {}).get(column)

    def numbers(self) -> Iterator[int]:
        yield from sorted(self.rows)


@dataclass(frozen=True, kw_only=True)
class Book:
    """`notes` are sentences about the file as a whole."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_name(row: int, column: int) -> str:
    """(2, 27) -> AA2."""
    return f"{column_name(column)}{row}"
