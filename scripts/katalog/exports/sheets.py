"""The records as a sheet for people, in three formats of one table. The docstrings stand on the page about open data.

Input: `Source`. Output: one file each.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from katalog.derive.ground import named_by
from katalog.exports import table_csv, table_ods, table_xlsx
from katalog.exports.registry import Rendered
from katalog.exports.source import Source
from katalog.exports.store import Store, joined
from katalog.exports.table import Table, cells_of, sheet_columns
from katalog.record.model import Record
from katalog.wording.columns import Column

_PLACE = "oppna-data/verksamheter"


def xlsx(source: Source) -> Rendered:
    """En rad för varje verksamhet, med filter och lagom breda kolumner. Under rubrikerna står vad kolumnen heter i
    öppna data. Bladet Förklaring säger vad varje kolumn betyder."""
    yield f"{_PLACE}.xlsx", (table_xlsx.render(_table(source)),)


def ods(source: Source) -> Rendered:
    """Samma ark, filter och förklaring, för LibreOffice och andra fria program."""
    yield f"{_PLACE}.ods", table_ods.pieces(_table(source))


def csv(source: Source) -> Rendered:
    """Samma ark som text: semikolon mellan kolumnerna och decimalkomma. Öppnas med ett dubbelklick i ett svenskt
    kalkylprogram."""
    yield f"{_PLACE}.csv", table_csv.pieces(_table(source))


def _table(source: Source) -> Table:
    columns = sheet_columns(source.derived, source.words)
    kept = source.kept("ark", partial(_rows, source, columns))
    return Table(columns=columns, kept=kept, words=source.words, idag=source.derived.idag, has_keys=True)


def _rows(source: Source, columns: Sequence[Column]) -> Store:
    """The rows as each format writes them. A record that is named is told by its name."""
    places = table_xlsx.Places(columns)

    def made(record: Record) -> bytes:
        row = cells_of(columns, record)
        return joined((table_xlsx.row_of(places, row), table_ods.row_of(row), table_csv.row_of(row)))

    return Store(source.made("ark", made, partial(_named, source)), width=3, folder=source.rows.room)


def _named(source: Source, record: Record) -> list[str | None]:
    """What those that a record leads to are called."""
    known = source.derived.catalogue.by_id
    return [known[other].namn if other in known else None for other in named_by(record, source.words.schema)]
