"""Which row of a sheet holds its headings, and which column of ours each of its columns is.

Input: `Sheet`, our columns, and what the clerk has said about headings. Output: `Headings`, or None for a sheet that
lists no activities. What is only alike is a guess, told as such.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from katalog.upkeep.book import Sheet
from katalog.wording.cell_text import clean, column_name
from katalog.wording.columns import ID, Column, by_heading, fold_heading

_LOOKED_AT_ROWS = 50
_FEWEST = 2  # headings that are known: one alone may be a word in a text
_NAME = "namn"
_ALIKE = 0.84  # difflib ratio of two headings that may be the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column of the sheet: what it is called there, and which of ours it is; None for one that is not read."""

    number: int
    text: str
    column: Column | None
    is_guess: bool = False
    why_not: str = ""

    @property
    def letters(self) -> str:
        return column_name(self.number)


@dataclass(frozen=True, kw_only=True)
class Headings:
    row: int
    headings: tuple[Heading, ...]

    @property
    def columns(self) -> dict[int, Column]:
        return {heading.number: heading.column for heading in self.headings if heading.column}


def find_headings(sheet: Sheet, columns: Sequence[Column], said: Mapping[str, str]) -> Headings | None:
    """`said`: heading in the sheet -> heading of ours, or "" for a column that is not to be read."""
    known = _Known.of(columns, said)
    rows = list(sheet.numbers())[:_LOOKED_AT_ROWS]
    best = max(rows, key=lambda row: (_score(sheet, row, known), -row), default=None)
    if best is None or _score(sheet, best, known) < _FEWEST:
        return None
    return Headings(row=best, headings=tuple(_headings(sheet, best, known)))


@dataclass(frozen=True, kw_only=True)
class _Known:
    """Folded heading -> our column, and -> what was said of it ("": not to be read); key in the open data -> column,
    which is spelled as it is: without its signs it may be what another column is called."""

    columns: Mapping[str, Column]
    keys: Mapping[str, Column]
    said: Mapping[str, Column | None]

    @classmethod
    def of(cls, columns: Sequence[Column], said: Mapping[str, str]) -> _Known:
        known = by_heading(columns)
        return cls(
            columns=known,
            keys={column.key: column for column in columns},
            said={
                fold_heading(theirs): known.get(fold_heading(ours)) if ours else None for theirs, ours in said.items()
            },
        )

    def find(self, texts: Sequence[str]) -> tuple[bool, Column | None]:
        """Whether the heading is known, and the column that it is."""
        for text in texts:
            for word in _spellings(text):
                if word in self.said:
                    return True, self.said[word]
        for text in texts:
            if text in self.keys:
                return True, self.keys[text]
            for word in _spellings(text):
                if word in self.columns:
                    return True, self.columns[word]
        return False, None

    def guess(self, texts: Sequence[str], taken: frozenset[tuple[str, ...]]) -> Column | None:
        """The column whose heading looks most like it, if it is free."""
        free = [word for word, column in self.columns.items() if column.place not in taken]
        for text in texts:
            near = _nearest(fold_heading(text), tuple(free))
            if near:
                return self.columns[near]
        return None


@lru_cache(maxsize=2_000)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=_ALIKE)), None)


def _spellings(text: str) -> Iterator[str]:
    """The heading, and the heading without what stands in brackets behind it."""
    yield fold_heading(text)
    without = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    if fold_heading(without):
        yield fold_heading(without)


def _score(sheet: Sheet, row: int, known: _Known) -> int:
    """How many columns of ours a row names; none when it does not say which activity a row is about."""
    found = {
        column.place
        for number in _numbers(sheet, row)
        for column in [known.find(_texts(sheet, row, number))[1]]
        if column
    }
    return len(found) if {(ID,), (_NAME,)} & found else 0


def _headings(sheet: Sheet, row: int, known: _Known) -> Iterator[Heading]:
    texts = {number: _texts(sheet, row, number) for number in _numbers(sheet, row)}
    found = {number: known.find(words) for number, words in texts.items()}
    taken = frozenset(column.place for _, column in found.values() if column)
    first: dict[tuple[str, ...], int] = {}
    for number, words in texts.items():
        is_known, column = found[number]
        guessed = None if is_known else known.guess(words, taken)
        column = column or guessed
        if column is not None and column.place in first:
            why = f"Kolumn {column_name(first[column.place])} säger redan det."
            yield Heading(number=number, text=words[0], column=None, why_not=why)
            continue
        if column is not None:
            first[column.place] = number
        yield Heading(number=number, text=words[0], column=column, is_guess=guessed is not None)


def _numbers(sheet: Sheet, row: int) -> list[int]:
    """The columns that have a heading in the row, or a merged one that reaches into it."""
    merged = {
        column
        for first, left, last, right in sheet.merged
        if first <= row <= last and clean_at(sheet, first, left)
        for column in range(left, min(right, left + 200) + 1)
        if last > first
    }
    return sorted({number for number in sheet.rows.get(row, {}) if clean_at(sheet, row, number)} | merged)


def _texts(sheet: Sheet, row: int, column: int) -> list[str]:
    """How the heading may be meant: with the one above it that spans several columns, alone."""
    own, above = _spread(sheet, row, column), _spread(sheet, row - 1, column)
    both = [f"{above}: {own}"] if own and above and own != above else []
    return [*both, own] if own else [above]


def _spread(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell; of a merged one, wherever in it we are."""
    own = clean_at(sheet, row, column)
    if own:
        return own
    for first, left, last, right in sheet.merged:
        if first <= row <= last and left <= column <= right:
            return clean_at(sheet, first, left)
    return ""


def clean_at(sheet: Sheet, row: int, column: int) -> str:
    held = sheet.held(row, column)
    return " ".join(clean(held.value).split()) if held else ""
