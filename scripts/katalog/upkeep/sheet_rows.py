"""Rows of a sheet -> what each would make of the catalogue: a new record, a changed one, nothing, or a question.

Input: `Book`, `Headings`, the records as they stand. Output: `Planned` for each row. An empty cell leaves the fact as
it is, a lone dash takes it away, and what has no column is never touched. Nothing is written here.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from katalog.record import suggest
from katalog.record.problem import quoted
from katalog.record.schema import Schema
from katalog.record.shape import Shape
from katalog.upkeep.book import Held, Sheet, cell_name
from katalog.upkeep.sheet_headings import Headings
from katalog.upkeep.sheet_words import for_sheets, say
from katalog.wording.cell_text import Cell, UnreadableCellError, clean, unguarded
from katalog.wording.columns import CLEARED, EXAMPLE, ID, Column

Kind = Literal["ny", "andrad", "oforandrad", "exempel", "dold", "fel"]
_DASHES = frozenset({CLEARED, "–", "—"})
_NEW = frozenset({"ny", "nytt", "new"})  # instead of an id: surely another activity, whatever it is called
_ERROR = "Cellen visar felet {fel}. Rätta formeln, eller skriv värdet."
_NO_VALUE = "Cellen har en formel utan sparat värde. Formler räknas aldrig ut. Skriv värdet."
_NO_NAME = "Raden har varken id eller namn. Fyll i namnet, eller ta bort raden."
_NO_ID = "Ingen post har id ”{id}”.{hjalp} Lämna id tomt för en ny verksamhet."
_MOVED = "Id {id} heter numera {nytt}. Skriv det i stället."
_SEVERAL = "Flera poster kan vara den här: {vilka}. Skriv id i kolumnen Id."
_UNSURE = "{vilka} har samma namn men {skillnad}. Är det samma: skriv id. Är det en annan: skriv ny i kolumnen Id."
_TWICE = "Raden gäller samma verksamhet som {rad}. Slå ihop dem, eller ta bort den ena."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, and in which cell; `cell` is empty when it is the whole row, or `field` has no column."""

    cell: str
    heading: str
    message: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """One cell that changes its record. `after` is None when the fact is taken away."""

    cell: str
    column: Column
    before: Cell
    after: Cell


@dataclass(kw_only=True)
class Planned:
    """What a row comes to. `data` is the whole record as it would be; `id` is empty for a new one."""

    sheet: Sheet
    row: int
    kind: Kind
    id: str = ""
    name: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    changes: list[CellChange] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    path: Path | None = None  # the file that it would write
    formulas: list[str] = field(default_factory=list)  # cells whose saved value was taken

    @property
    def place(self) -> str:
        return f"{self.sheet.name} rad {self.row}" if self.sheet.name else f"rad {self.row}"


@dataclass(frozen=True, kw_only=True)
class Known:
    """The catalogue as it stands: id -> data, former id -> id, and what a new record has when its row does not say."""

    records: Mapping[str, Mapping[str, Any]]
    moved: Mapping[str, str]
    schema: Schema
    given: Mapping[str, Any]
    reads_hidden: bool = False


def plan_rows(sheet: Sheet, headings: Headings, known: Known, seen: dict[str, Planned]) -> Iterator[Planned]:
    """Every row below the headings that holds something. `seen`: the rows of this book that were planned before, by
    what they are about."""
    columns = headings.columns
    if not known.reads_hidden:
        columns = {number: column for number, column in columns.items() if number not in sheet.hidden_columns}
    shape = Shape(for_sheets(known.schema))
    for row in sheet.numbers():
        cells = {number: sheet.rows[row][number] for number in columns if number in sheet.rows[row]}
        if row > headings.row and cells and not _is_keys(cells, columns):
            yield _plan(_Row(sheet=sheet, row=row, cells=cells, columns=columns), known, shape, seen)


def _is_keys(cells: Mapping[int, Held], columns: Mapping[int, Column]) -> bool:
    """The row under the headings that says what each column is called in the open data."""
    return all(clean(held.value) == columns[number].key for number, held in cells.items())


@dataclass(frozen=True, kw_only=True)
class _Row:
    sheet: Sheet
    row: int
    cells: Mapping[int, Held]
    columns: Mapping[int, Column]

    def text(self, *place: str) -> str:
        """What stands in the column of a place."""
        number = self.number(place)
        held = self.cells.get(number) if number else None
        return clean(held.value) if held else ""

    def number(self, place: Sequence[str]) -> int | None:
        return next((number for number, column in self.columns.items() if column.place == tuple(place)), None)

    def fault(self, message: str, place: Sequence[str] = ()) -> Fault:
        """At the cell of a place, or of the field around it; at the row when there is no such column."""
        number = self.number(place)
        if number is None:
            number = next((number for number, column in self.columns.items() if column.field in place[:1]), None)
        if number is None:
            return Fault(cell="", heading="", message=message, field="".join(place[:1]))
        return Fault(cell=cell_name(self.row, number), heading=self.columns[number].heading, message=message)


def _plan(row: _Row, known: Known, shape: Shape, seen: dict[str, Planned]) -> Planned:
    planned = Planned(sheet=row.sheet, row=row.row, kind="fel", name=row.text("namn"))
    if suggest.fold(row.text(ID)) == suggest.fold(EXAMPLE):
        planned.kind = "exempel"
        return planned
    if row.row in row.sheet.hidden_rows and not known.reads_hidden:
        planned.kind = "dold"
        return planned
    values = _read(row, planned)
    found = _find(row, values, known)
    if isinstance(found, Fault):
        planned.faults.append(found)
        return planned
    planned.id = found
    before = known.records[found] if found else {}
    planned.data = dict(copy.deepcopy(dict(before))) if found else copy.deepcopy(dict(known.given))
    _apply(row, values, before, planned)
    planned.name = str(planned.data.get("namn", planned.name))
    _once(planned, seen)
    _check(row, planned, shape)
    if not planned.faults:
        planned.kind = "ny" if not found else "andrad" if planned.changes else "oforandrad"
    return planned


def _read(row: _Row, planned: Planned) -> dict[int, Any]:
    """The value of each cell that says something; faults for those that cannot be read."""
    values: dict[int, Any] = {}
    for number, held in row.cells.items():
        column, cell = row.columns[number], cell_name(row.row, number)
        if held.error is not None:
            planned.faults.append(row.fault(_ERROR.format(fel=held.error), column.place))
        elif held.is_formula and clean(held.value) == "":
            planned.faults.append(row.fault(_NO_VALUE, column.place))
        elif clean(held.value) in _DASHES and column.field != ID:
            values[number] = None
        elif clean(held.value):
            if held.is_formula and not _is_unsaved(held):
                planned.formulas.append(cell)
            values[number] = held.value
    return values


def _apply(row: _Row, values: Mapping[int, Any], before: Mapping[str, Any], planned: Planned) -> None:
    for number, cell in values.items():
        column = row.columns[number]
        if column.field == ID or (cell is not None and column.is_same(cell, before)):
            continue
        if _is_unsaved(row.cells[number]):
            planned.faults.append(row.fault(_NO_VALUE, column.place))
            continue
        said = unguarded(cell) if isinstance(cell, str) else cell  # a text that has been through CSV
        try:
            value = None if said is None else column.way.read(said)
        except UnreadableCellError as error:
            planned.faults.append(row.fault(str(error), column.place))
            continue
        was = column.value_of(before)
        if value == was and isinstance(value, bool) == isinstance(was, bool):
            continue
        put_value(planned.data, column, value)
        after = None if value is None else column.way.write(value)
        change = CellChange(cell=cell_name(row.row, number), column=column, before=column.cell_of(before), after=after)
        planned.changes.append(change)


def _is_unsaved(held: Held) -> bool:
    """A formula in a text file, whose value nobody saved; or a text of a record that looks like one."""
    return held.is_formula and clean(held.value).startswith("=")


def put_value(data: dict[str, Any], column: Column, value: Any) -> None:
    """Give a field or a part its value; None takes it away, and a group with nothing left goes too."""
    if len(column.place) == 1:
        data.pop(column.field, None)
        if value is not None:
            data[column.field] = value
        return
    group = dict(data.get(column.field) or {})
    group.pop(column.place[1], None)
    if value is not None:
        group[column.place[1]] = value
    data.pop(column.field, None)
    if group:
        data[column.field] = group


def _check(row: _Row, planned: Planned, shape: Shape) -> None:
    """What the schema says of the record as it would be. A cell that could not be read has been told."""
    told = {fault.heading for fault in planned.faults}
    for fault in shape.check_record(planned.data):
        said = say(fault, shape.schema)
        found = row.fault(said.message, said.place)
        if not (found.heading and found.heading in told):
            planned.faults.append(found)


# Which record a row is about


def _find(row: _Row, values: Mapping[int, Any], known: Known) -> str | Fault:
    """The id of the record; "" for a new one."""
    wanted, name = row.text(ID), row.text("namn")
    if suggest.fold(wanted) in _NEW:
        return "" if name else row.fault(_NO_NAME)
    if wanted:
        return _by_id(row, wanted, known)
    if not name or name in _DASHES:
        return row.fault(_NO_NAME, ("namn",))
    return _by_name(row, name, values, known)


def _by_id(row: _Row, wanted: str, known: Known) -> str | Fault:
    if wanted in known.records:
        return wanted
    if wanted in known.moved:
        return row.fault(_MOVED.format(id=wanted, nytt=known.moved[wanted]), (ID,))
    near = suggest.closest(wanted, suggest.spellings(known.records))
    cure = f" Menade du {near}?" if near else ""
    return row.fault(_NO_ID.format(id=quoted(wanted), hjalp=cure), (ID,))


def _by_name(row: _Row, name: str, values: Mapping[int, Any], known: Known) -> str | Fault:
    """Same name, organiser and place: the same record. Another organiser in the same place: a question."""
    area = _area(row, values, known)
    alike = [record_id for record_id, data in known.records.items() if _folded(data.get("namn")) == _folded(name)]
    here = [record_id for record_id in alike if area is None or known.records[record_id].get("omrade") == area]
    owner = row.text("anordnare", "namn")
    same = [one for one in here if not owner or _owner(known.records[one]) in ("", _folded(owner))]
    exact = [one for one in same if _owner(known.records[one]) == _folded(owner)] or same
    if len(exact) == 1:
        return exact[0]
    if exact:
        return row.fault(_SEVERAL.format(vilka=", ".join(exact)), ("namn",))
    if here:
        return row.fault(_UNSURE.format(vilka=", ".join(here), skillnad="annan anordnare"), ("namn",))
    return ""


def _area(row: _Row, values: Mapping[int, Any], known: Known) -> Any:
    """The area that the row says, or that is given for all; None when neither does or it cannot be read."""
    number = row.number(("omrade",))
    if number is None or values.get(number) is None:
        return known.given.get("omrade")
    try:
        return row.columns[number].way.read(values[number])
    except UnreadableCellError:
        return None


def _folded(text: Any) -> str:
    return suggest.fold(" ".join(str(text or "").split()))


def _owner(data: Mapping[str, Any]) -> str:
    owner = data.get("anordnare")
    return _folded(owner.get("namn")) if isinstance(owner, Mapping) else ""


def _once(planned: Planned, seen: dict[str, Planned]) -> None:
    about = planned.id or "|".join((_folded(planned.name), _owner(planned.data), str(planned.data.get("omrade"))))
    if about in seen:
        planned.faults.append(Fault(cell="", heading="", message=_TWICE.format(rad=seen[about].place)))
    seen.setdefault(about, planned)
