"""Prices: what a table is in short, and what records charge, told as a span."""

from __future__ import annotations

from typing import Any

from katalog.derive.prices import Prices, charged_by
from katalog.record.model import Record, make_record
from katalog.record.schema import Schema


def _record(id_: str, price: dict[str, Any] | None, **more: Any) -> Record:
    return make_record(id_, f"{id_}.yml", {
        "namn": id_, "status": "okand", "insatstyp": ["osa"], "omrade": "farsta", "sammanfattning": "Fika.",
        "kallor": [{"titel": "Rapport"}], **({"pris": price} if price else {}), **more,
    })  # fmt: skip


def test_the_latest_table_of_a_kind_comes_first(schema: Schema) -> None:
    tables = Prices(schema=schema).tables
    for heading in {table.heading for table in tables}:
        years = [table.year or 0 for table in tables if table.heading == heading]
        assert years == sorted(years, reverse=True)


def test_in_short_only_what_is_of_one_kind_is_put_together(schema: Schema) -> None:
    """Full time is never put together with half time, a day never with a month."""
    short = {(table.place, table.year): table.in_short for table in Prices(schema=schema).tables}
    assert short["Tyresö, andra utförare", 2020] == [("Heltid", [439, 1663])]
    assert short["Solna", 2020] == [("Per dag", [343]), ("Per månad, 5 dagar i veckan", [7203])]


def test_what_records_charge_is_a_span_by_kind_year_and_unit() -> None:
    day = {"enhet": "dag", "ar": 2025}
    told = charged_by([
        _record("a", {"belopp_kr": 500, **day}), _record("b", {"belopp_kr": 300, **day}), _record("c", None),
        _record("d", {"belopp_kr": 900, "enhet": "dag", "ar": 2026}),
        _record("stangd", {"belopp_kr": 1, **day}, status="avslutad"),
    ])  # fmt: skip
    assert [(one.year, one.count, one.lowest, one.highest) for one in told] == [
        (2026, 1, 900, 900),
        (2025, 2, 300, 500),
    ]
