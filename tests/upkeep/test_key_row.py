"""The row of an exported sheet that says what its columns are called in the open data: it is no activity, and it names
the columns to whoever has changed their headings."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.table import FORMATS, Table
from katalog.record.check import check_catalogue
from katalog.upkeep.open_book import open_book
from katalog.upkeep.sheet import NEW_STATUS, Plan, Wishes, plan_book
from tests.sheets import table_of
from tests.support import CATALOGUE, IDAG, SCHEMA

Rows = list[list[str]]


@pytest.fixture(scope="module")
def table() -> Table:
    found = check_catalogue(CATALOGUE, SCHEMA, IDAG).catalogue
    assert found is not None
    return table_of(Derived(catalogue=found, idag=IDAG), read_vocabularies(SCHEMA), found.records[:5])


def _planned(table: Table, change: Callable[[Rows], Rows]) -> Plan:
    text = FORMATS["csv"].render(table).decode("utf-8-sig")
    rows = change(list(csv.reader(io.StringIO(text), delimiter=";")))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    wishes = Wishes(columns={}, given=NEW_STATUS)
    return plan_book(open_book(out.getvalue().encode()), CATALOGUE, SCHEMA, IDAG, wishes)


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows,
        lambda rows: [["Vad vi sa på mötet", *[""] * (len(rows[0]) - 1)], *rows],
        lambda rows: [[f"spalt {number}" for number, _ in enumerate(rows[0])], *rows[1:]],
        lambda rows: rows[1:],
        lambda rows: rows[:1] + rows[2:],
        lambda rows: [row[:1] + row[:0:-1] for row in rows],
    ],
    ids=["as it is", "a line above", "headings of their own", "keys alone", "headings alone", "other order"],
)
def test_every_row_is_known_again(change: Callable[[Rows], Rows], table: Table) -> None:
    plan = _planned(table, change)
    assert [(row.kind, row.faults) for row in plan.rows] == [("oforandrad", [])] * 5
    assert not plan.has_faults


def test_a_sheet_without_a_row_of_activities_has_none(table: Table) -> None:
    assert [row.kind for row in _planned(table, lambda rows: rows[:2]).rows] == []
