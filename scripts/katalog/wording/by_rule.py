"""What a row says besides what the record states in its field: what follows by rule, and is told as such; how old
it is, and what has been remarked about it.

Each function in `BY_RULE` takes the view and the record and gives the lines that come last in the row of its field. A
row that has nothing else stands all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from katalog.derive.nearness import parts_by_type
from katalog.derive.similar import is_in_city
from katalog.record.model import Record
from katalog.wording.beside import is_beside, lines_beside
from katalog.wording.reach import age_of_contact
from katalog.wording.rows import Row, rows_of
from katalog.wording.view import Line, View

_OPEN_HOUSE = Line(text="Öppet för alla", note="Det är ingen insats från socialtjänsten. Du behöver inget beslut.")


def _parts(view: View, record: Record) -> Iterable[Line]:
    parts = parts_by_type(record, view.words)
    return (
        Line(text=view.words.label("komponent", part), note="Det följer av vad det är för slags ställe.")
        for part in parts
    )


def _open_house(_view: View, record: Record) -> Iterable[Line]:
    """A general house, such as a church's café: a meeting place for everybody, and nothing else besides."""
    is_house = record.insatstyp == ("traffpunkt",) and "alla" in record.malgrupp
    return [_OPEN_HOUSE] if is_house and not record.is_closed else []


def _contact(view: View, record: Record) -> Iterable[Line]:
    return age_of_contact(view, record, "kontakt")


def _organiser(view: View, record: Record) -> Iterable[Line]:
    return age_of_contact(view, record, "anordnare")


def _towns(view: View, record: Record) -> Iterable[Line]:
    """Where it lies is one row; that a place in the city lies in Stockholm goes without saying."""
    if record.kommun and not (is_in_city(record) and record.kommun == ("stockholm",)):
        yield Line(text=", ".join(view.words.label("kommun", slug) for slug in record.kommun))


BY_RULE: Mapping[str, Callable[[View, Record], Iterable[Line]]] = {
    "omrade": _towns,
    "komponent": _parts,
    "ingang": _open_house,
    "kontakt": _contact,
    "anordnare": _organiser,
}


# Told in the row of another field.
_TOLD_ELSEWHERE = frozenset({"kommun"})
_REMARKS = "anmarkning"


def added_lines(view: View, record: Record, field: str) -> tuple[Line, ...]:
    """All that comes last in the row of a field."""
    by_rule = BY_RULE[field](view, record) if field in BY_RULE else ()
    return (*by_rule, *lines_beside(view, record, field))


def rows_with_rules(view: View, record: Record, fields: Iterable[str]) -> list[Row]:
    """The rows of some fields, in their order, each with what follows by rule last."""
    stated = {row.field: row for row in rows_of(view, record, fields)}
    rows = []
    for name in fields:
        row = stated.get(name)
        if name in _TOLD_ELSEWHERE:
            continue
        if row and name != _REMARKS:
            added = added_lines(view, record, name)
            rows.append(replace(row, lines=(*row.lines, *added)) if added else row)
        elif row:
            rows += _remarks(record, row)
        elif name in BY_RULE and (added := tuple(BY_RULE[name](view, record))):
            rows.append(Row(field=name, title=view.words.title(name), lines=added))
    return rows


def _remarks(record: Record, row: Row) -> list[Row]:
    """Those that do not stand beside what they are about."""
    remarks = zip(row.lines, record.anmarkning, strict=True)
    lines = [line for line, remark in remarks if not is_beside(record, remark)]
    return [replace(row, lines=tuple(lines))] if lines else []
