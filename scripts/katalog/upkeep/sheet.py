"""A spreadsheet and the catalogue -> what the sheet would make of it: changes to write, and all that a clerk must know.

Input: `Book`, the catalogue's folder, schema and day. Output: `Plan`. A record is written anew only in the lines that
change; nothing is written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from katalog.derive.vocabulary import Vocabularies, read_vocabularies
from katalog.edit.files import Changes, check_changes, load_redirects
from katalog.edit.lines import EditError
from katalog.edit.placing import free_id
from katalog.edit.values import lost_comments, set_values
from katalog.record.emit import emit_record
from katalog.record.files import find_files
from katalog.record.load import load_bytes
from katalog.record.problem import Problem
from katalog.record.rules.identitet import make_id
from katalog.record.schema import Schema
from katalog.upkeep.book import Book, Sheet
from katalog.upkeep.sheet_headings import Headings, find_headings
from katalog.upkeep.sheet_rows import Fault, Known, Planned, plan_rows, put_value
from katalog.wording.cell_text import UnreadableCellError
from katalog.wording.cells import Names
from katalog.wording.columns import Column, by_heading, columns_of, fold_heading

NEW_STATUS = {"status": "okand"}  # nobody has confirmed what a sheet says, until the sheet says who did
_TOP, _PART = re.compile(r"([a-z_]+):"), re.compile(r"  ([a-z_-]+):")  # a field of a record's file, a part of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the clerk said on the command line. `columns`: heading in the sheet -> ours; `given`: what new records have
    when their row does not say; `is_partly`: rows with faults are left out, the others written."""

    columns: Mapping[str, str]
    given: Mapping[str, Any]
    sheets: Sequence[str] = ()
    reads_hidden: bool = False
    is_partly: bool = False


@dataclass(frozen=True, kw_only=True)
class Plan:
    """`read` are the sheets with their headings; `unread` those that list no activities; `lost` are comments that go
    with the lines they stand at."""

    read: Sequence[tuple[Sheet, Headings]]
    unread: Sequence[Sheet]
    rows: Sequence[Planned]
    changes: Changes
    notes: Sequence[str] = ()
    around: Sequence[Problem] = ()  # errors that the changes would make in other files
    lost: Sequence[str] = ()

    @property
    def has_faults(self) -> bool:
        return bool(self.around) or any(row.faults for row in self.rows)


@dataclass(frozen=True, kw_only=True)
class _Catalogue:
    folder: Path
    schema: Schema
    idag: str
    paths: Mapping[str, Path]
    raw: Mapping[str, bytes]
    known: Known


def plan_book(book: Book, folder: Path, schema: Schema, idag: str, wishes: Wishes) -> Plan:
    """Raises BrokenRedirectsError when nobody can tell which ids records had before."""
    catalogue = _read(folder, schema, idag, wishes)
    names = Names(by_id={one: str(data.get("namn", one)) for one, data in catalogue.known.records.items()})
    columns = columns_of(read_vocabularies(schema), names)
    read, unread = _headed(book, columns, wishes)
    seen: dict[str, Planned] = {}
    rows = [row for sheet, headings in read for row in plan_rows(sheet, headings, catalogue.known, seen)]
    return _checked(Plan(read=read, unread=unread, rows=rows, changes={}, notes=book.notes), catalogue, wishes)


def given_of(words: Vocabularies, said: Mapping[str, str]) -> dict[str, Any]:
    """What new records have when their row does not say: status, and what was said on the command line, by heading.

    Raises UnreadableCellError for a heading that is none, and for what is no value of its column.
    """
    known = by_heading(columns_of(words, Names(by_id={})))
    given: dict[str, Any] = {**NEW_STATUS}
    for heading, text in said.items():
        column = known.get(fold_heading(heading))
        if column is None:
            raise UnreadableCellError(f"Mallen har ingen kolumn som heter {heading}.")
        put_value(given, column, column.way.read(text))
    return given


def _read(folder: Path, schema: Schema, idag: str, wishes: Wishes) -> _Catalogue:
    paths = {path.stem: path for path in find_files(folder)}
    raw = {record_id: path.read_bytes() for record_id, path in paths.items()}
    loaded = {record_id: load_bytes(content, "").data for record_id, content in raw.items()}
    records = {record_id: data for record_id, data in loaded.items() if data is not None}
    known = Known(
        records=records,
        moved=load_redirects(folder),
        schema=schema,
        given=wishes.given,
        reads_hidden=wishes.reads_hidden,
    )
    return _Catalogue(folder=folder, schema=schema, idag=idag, paths=paths, raw=raw, known=known)


def _headed(book: Book, columns: Sequence[Column], wishes: Wishes) -> tuple[list[tuple[Sheet, Headings]], list[Sheet]]:
    read, unread = [], []
    for sheet in book.sheets:
        is_wanted = sheet.name in wishes.sheets if wishes.sheets else not sheet.is_hidden or wishes.reads_hidden
        headings = find_headings(sheet, columns, wishes.columns) if is_wanted else None
        if headings is None:
            unread.append(sheet)
        else:
            read.append((sheet, headings))
    return read, unread


def _checked(plan: Plan, catalogue: _Catalogue, wishes: Wishes) -> Plan:
    """The plan with the files that it would write, and with what the rules say of them at their rows."""
    while True:
        files = _files([row for row in plan.rows if not row.faults], catalogue)
        problems = check_changes(catalogue.folder, catalogue.schema, catalogue.idag, files.changes)
        errors = [problem for problem in problems if problem.is_error]
        around = [problem for problem in errors if not files.tell(problem)]
        is_done = not errors or not wishes.is_partly or bool(around)
        if is_done:
            return Plan(
                read=plan.read,
                unread=plan.unread,
                rows=plan.rows,
                changes=files.changes,
                notes=plan.notes,
                around=around,
                lost=files.lost,
            )


@dataclass(kw_only=True)
class _Files:
    """The files that rows would write, and which row each is from."""

    changes: dict[Path, bytes | None] = field(default_factory=dict)
    rows: dict[Path, Planned] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)

    def tell(self, problem: Problem) -> bool:
        """Lay the problem at its row; False when it is in no file of ours."""
        path = next((path for path in self.rows if path.as_posix() == problem.path), None)
        if path is None:
            return False
        row = self.rows[path]
        place = _place_at(self.changes[path] or b"", problem.line)
        exact = [change for change in row.changes if change.column.place == place]
        change = next(iter(exact or [c for c in row.changes if c.column.field == place[0]]), None)
        cell, heading = (change.cell, change.column.heading) if change else ("", "")
        fault = Fault(cell=cell, heading=heading, message=problem.message)
        if fault not in row.faults:
            row.faults.append(fault)
            row.kind = "fel"
        return True


def _files(rows: Sequence[Planned], catalogue: _Catalogue) -> _Files:
    files = _Files()
    taken = {*catalogue.paths, *catalogue.known.moved}
    for row in rows:
        if row.kind == "ny":
            new = free_id(make_id(row.name), row.data, taken)
            taken.add(new)
            path = catalogue.folder / str(row.data["omrade"]) / f"{new}.yml"
            files.changes[path] = emit_record(row.data, catalogue.schema).encode()
            files.rows[path], row.path = row, path
        elif row.kind == "andrad":
            _change(row, catalogue, files)
    return files


def _change(row: Planned, catalogue: _Catalogue, files: _Files) -> None:
    old, raw = catalogue.paths[row.id], catalogue.raw[row.id]
    values = {change.column.field: row.data.get(change.column.field) for change in row.changes}
    try:
        changed = set_values(raw, values, catalogue.schema)
    except EditError as error:
        row.faults.append(Fault(cell="", heading="", message=str(error)))
        row.kind = "fel"
        return
    path = catalogue.folder / str(row.data["omrade"]) / old.name if "omrade" in values else old
    if path != old:
        files.changes[old] = None
    files.changes[path], files.rows[path], row.path = changed, row, path
    files.lost += [f"{row.place}: {comment}" for comment in lost_comments(raw, changed)]


def _place_at(raw: bytes, line: int) -> tuple[str, ...]:
    """The field of a record that a line of its file belongs to, and its part when the line holds one."""
    lines = raw.decode("utf-8").splitlines()[:line]
    inner = _PART.match(lines[-1]) if lines else None
    return (next(_tops(lines), ""), *([inner[1]] if inner else []))


def _tops(lines: Sequence[str]) -> Iterator[str]:
    for line in reversed(lines):
        found = _TOP.match(line)
        if found:
            yield found[1]
