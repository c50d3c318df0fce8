"""What a row says besides what the record states: what follows by rule, and is told as such.

Each function in `BY_RULE` takes the view and the record and gives the lines that come last in the row of its field. A
row that has nothing else stands all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from katalog.derive.nearness import parts_by_type
from katalog.record.model import Record
from katalog.wording.reach import age_of_contact
from katalog.wording.rows import Row, rows_of
from katalog.wording.view import Line, View

_OPEN_HOUSE = Line(text="Öppet för alla", note="Det är ingen insats från socialtjänsten. Du behöver inget beslut.")


def _parts(view: View, record: Record) -> Iterable[Line]:
    parts = parts_by_type(record, view.words)
    return (Line(text=view.words.label("komponent", part), note="Efter typen.") for part in parts)


def _open_house(_view: View, record: Record) -> Iterable[Line]:
    """A general house, such as a church's café: a meeting place for everybody, and nothing else besides."""
    is_house = record.insatstyp == ("traffpunkt",) and "alla" in record.malgrupp
    return [_OPEN_HOUSE] if is_house and not record.is_closed else []


def _contact(view: View, record: Record) -> Iterable[Line]:
    return age_of_contact(view, record, "kontakt")


def _organiser(view: View, record: Record) -> Iterable[Line]:
    return age_of_contact(view, record, "anordnare")


BY_RULE: Mapping[str, Callable[[View, Record], Iterable[Line]]] = {
    "komponent": _parts,
    "ingang": _open_house,
    "kontakt": _contact,
    "anordnare": _organiser,
}


def rows_with_rules(view: View, record: Record, fields: Iterable[str]) -> list[Row]:
    """The rows of some fields, in their order, each with what follows by rule last."""
    stated = {row.field: row for row in rows_of(view, record, fields)}
    rows = []
    for name in fields:
        added = tuple(BY_RULE[name](view, record)) if name in BY_RULE else ()
        row = stated.get(name)
        if row:
            rows.append(replace(row, lines=(*row.lines, *added)))
        elif added:
            rows.append(Row(field=name, title=view.words.title(name), lines=added))
    return rows
