"""What a place costs and who pays (`schema/priser.json`), and what records themselves say of it.

Input: `Schema`; records. Output: tables as their sources give them, with year; prices of records by kind of support and
year, told as a span, so that the page stays short however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from katalog.derive.choices import is_choice
from katalog.derive.money import Source, read_source
from katalog.record.model import Record
from katalog.record.schema import Json, Schema
from katalog.record.schema_files import PRICES


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    text: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceTable:
    """One table of one source. Amounts are whole crowns in `unit`; None where the source gives none. `kind` is an
    insatstyp, or None; `year` that of the price, which may be another than the page's."""

    heading: str
    kind: str | None
    place: str
    year: int | None
    unit: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int | None, ...]], ...]
    remark: str
    source: Source

    @property
    def in_short(self) -> list[tuple[str, list[int]]]:
        """Columns, each with its amounts from the lowest to the highest: all columns of a table with one row, else the
        first, since what stands beside each other in a row is not the same thing."""
        columns = self.columns if len(self.rows) == 1 else self.columns[:1]
        amounts = [[row[at] for _, row in self.rows] for at in range(len(columns))]
        return [(name, _ends(own)) for name, own in zip(columns, amounts, strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Charged:
    """What records of one kind say that a place costs, for one year and unit."""

    kind: str
    year: int | None
    unit: str
    count: int
    lowest: int
    highest: int


@dataclass(frozen=True, kw_only=True)
class Prices:
    schema: Schema

    @cached_property
    def _document(self) -> Json:
        document: Json = self.schema.documents[PRICES]
        return document

    @cached_property
    def payers(self) -> tuple[Sentence, ...]:
        """Who pays, as told; the first is of a place in another district."""
        return tuple(_sentence(row) for row in self._document["betalar"])

    @cached_property
    def gaps(self) -> tuple[Sentence, ...]:
        return tuple(_sentence(row) for row in self._document["luckor"])

    @cached_property
    def questions(self) -> tuple[str, ...]:
        return tuple(self._document["fragor"])

    @cached_property
    def tables(self) -> tuple[PriceTable, ...]:
        """By heading in the file's order, the latest year first."""
        made = [_table(row) for row in self._document["tabeller"]]
        order = {heading: at for at, heading in enumerate(dict.fromkeys(table.heading for table in made))}
        return tuple(sorted(made, key=lambda table: (order[table.heading], -(table.year or 0))))


def charged_by(records: Iterable[Record]) -> list[Charged]:
    """Prices that records give, by kind of support, the latest year first."""
    found: dict[tuple[str, int | None, str], list[int]] = {}
    for record in records:
        price: Mapping[str, object] = record.pris or {}
        amount, year, unit = price.get("belopp_kr"), price.get("ar"), price.get("enhet")
        if is_choice(record) and isinstance(amount, int) and isinstance(unit, str):
            key = (record.insatstyp[0], year if isinstance(year, int) else None, unit)
            found.setdefault(key, []).append(amount)
    return [
        Charged(kind=kind, year=year, unit=unit, count=len(amounts), lowest=min(amounts), highest=max(amounts))
        for (kind, year, unit), amounts in sorted(
            found.items(), key=lambda one: (one[0][0], -(one[0][1] or 0), one[0][2])
        )
    ]


def _ends(amounts: Iterable[int | None]) -> list[int]:
    """The lowest and the highest; one where they are the same, none where the source tells none."""
    told = [amount for amount in amounts if amount is not None]
    return sorted({min(told), max(told)}) if told else []


def _sentence(row: Json) -> Sentence:
    return Sentence(text=row["text"], source=read_source(row["kalla"]))


def _table(row: Json) -> PriceTable:
    return PriceTable(
        heading=row["rubrik"],
        kind=row.get("typ"),
        place=row["var"],
        year=row["ar"],
        unit=row["enhet"],
        columns=tuple(row["kolumner"]),
        rows=tuple((line["namn"], tuple(line["belopp"])) for line in row["rader"]),
        remark=row.get("not", ""),
        source=read_source(row["kalla"]),
    )
