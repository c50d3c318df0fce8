"""The records as a sheet for people, in three formats of one table. The docstrings stand on the page about open data.

Input: `Source`. Output: one file each.
"""

from __future__ import annotations

from katalog.exports import table_csv, table_ods, table_xlsx
from katalog.exports.registry import Rendered
from katalog.exports.source import Source

_PLACE = "oppna-data/verksamheter"


def xlsx(source: Source) -> Rendered:
    """En rad för varje verksamhet, med filter och lagom breda kolumner. Under rubrikerna står vad kolumnen heter i
    öppna data. Bladet Förklaring säger vad varje kolumn betyder."""
    yield f"{_PLACE}.xlsx", (table_xlsx.render(source.table),)


def ods(source: Source) -> Rendered:
    """Samma ark, filter och förklaring, för LibreOffice och andra fria program."""
    yield f"{_PLACE}.ods", table_ods.pieces(source.table)


def csv(source: Source) -> Rendered:
    """Samma ark som text: semikolon mellan kolumnerna och decimalkomma. Öppnas med ett dubbelklick i ett svenskt
    kalkylprogram."""
    yield f"{_PLACE}.csv", table_csv.pieces(source.table)
