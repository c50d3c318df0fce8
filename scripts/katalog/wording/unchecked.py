"""Data that nobody has checked -> rows and records: what the schema accepts in its usual words, the rest as written.

Input: a record's data, which may hold anything that a file can. Output: `Row`s and `Record`s. Nothing here raises for
what the data holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from katalog.record.model import Record, make_record
from katalog.record.schema import spelled_out
from katalog.record.shape import Shape
from katalog.wording.rows import Row, row_of, written_row
from katalog.wording.view import View

Data = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Unchecked:
    """`view` knows the records that values refer to, `shape` which values can be worded."""

    view: View
    shape: Shape

    def row(self, name: str, value: Any) -> Row:
        """One field in words; no lines for no value."""
        word = row_of if self.shape.accepts_field(name, value) else written_row
        return word(self.view, name, spelled_out({name: value}, self.shape.schema)[name])

    def as_written(self, name: str, value: Any) -> Row:
        return written_row(self.view, name, value)

    def rows(self, data: Data) -> Iterator[Row]:
        """Every field, the schema's first and in its order."""
        return (self.row(name, data[name]) for name in in_order(data, self.shape))


def in_order(names: Iterable[str], shape: Shape) -> list[str]:
    """The schema's fields in its order, then those that it does not know."""
    given = dict.fromkeys(names)
    known = shape.schema.fields
    return [*(name for name in known if name in given), *(name for name in given if name not in known)]


def record_of(record_id: str, data: Data, shape: Shape) -> Record | None:
    """The record of those fields that the schema accepts; None without a field that every record must have."""
    if not shape.accepts(data):
        data = {name: value for name, value in data.items() if shape.accepts_field(name, value)}
    required: list[str] = shape.schema.full["required"]
    data = spelled_out(data, shape.schema)
    return make_record(record_id, "", data) if all(name in data for name in required) else None
