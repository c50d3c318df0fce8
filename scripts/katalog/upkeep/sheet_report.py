"""What a sheet would make of the catalogue -> lines for the clerk, with sheet, row and column.

Input: `Plan`. Output: lines of plain text in which nothing of the sheet can steer a terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from katalog.upkeep.book import Sheet
from katalog.upkeep.sheet import Plan
from katalog.upkeep.sheet_headings import Heading, Headings
from katalog.upkeep.sheet_rows import CellChange, Fault, Kind, Planned
from katalog.wording.cell_text import column_name
from katalog.wording.visible import visible

_KINDS: dict[Kind, tuple[str, str]] = {  # how many of each: one, many
    "ny": ("ny", "nya"),
    "andrad": ("ändras", "ändras"),
    "oforandrad": ("oförändrad", "oförändrade"),
    "fel": ("med fel", "med fel"),
    "dold": ("dold", "dolda"),
    "exempel": ("exempelrad", "exempelrader"),
}
_GUESS = 'Det är en gissning. Stämmer den inte: kör igen med --kolumn "{text}=" eller --kolumn "{text}=RUBRIK".'
_NO_SHEET = (
    "Inga rubriker känns igen. En rad måste ha rubriken Namn eller Id, och minst en till. Kör igen med "
    '--kolumn "RUBRIK=Namn" om den heter något annat.'
)
_FORMULAS = "Formler räknas aldrig ut. Värdet som var sparat är taget från {celler}."
_SHOW = "Kör med --dolda om de ska med."
_FOR_ALL = "  Är det samma för alla nya rader? Säg det med --omrade, --kalla eller --alla, och kör igen."
_MANY = 4  # rows with the same fault
_LOST = "Kommentarer i filen försvinner med sina rader:"


def tell_plan(plan: Plan) -> list[str]:
    """First how the sheet was understood, then what each row comes to, last what is wrong."""
    lines = [*plan.notes]
    for sheet, headings in plan.read:
        rows = [row for row in plan.rows if row.sheet is sheet]
        lines += ["", *_sheet(sheet, headings, rows)]
        lines += [f"  {line}" for line in _rows(rows)]
    lines += _unread(plan)
    if plan.lost:
        lines += ["", _LOST, *(f"  {visible(line)}" for line in plan.lost)]
    lines += _faults(plan)
    lines += ["", _summary(plan.rows)] if plan.rows else []
    return lines[1:] if lines[:1] == [""] else lines


def question_of(plan: Plan) -> str:
    new, changed = (sum(row.kind == kind for row in plan.rows) for kind in ("ny", "andrad"))
    parts = [f"{count} {word}" for count, word in ((new, "ny" if new == 1 else "nya"), (changed, "ändrade")) if count]
    return f"Skriva {' och '.join(parts)} {'post' if new + changed == 1 else 'poster'}?".replace(
        "1 ändrade", "1 ändrad"
    )


def _sheet(sheet: Sheet, headings: Headings, rows: Sequence[Planned]) -> Iterator[str]:
    name = f"Bladet {visible(sheet.name)}: r" if sheet.name else "R"
    yield f"{name}ubriker på rad {headings.row}, {len(rows)} {'rad' if len(rows) == 1 else 'rader'}."
    for heading in headings.headings:
        if heading.is_guess and heading.column:
            text = visible(heading.text)
            yield f"  Kolumn {heading.letters} ”{text}” läses som {heading.column.heading}. {_GUESS.format(text=text)}"
    other = [heading for heading in headings.headings if _is_renamed(heading)]
    if other:
        yield f"  Läses som: {', '.join(_renamed(heading) for heading in other)}."
    unread = [heading for heading in headings.headings if heading.column is None]
    if unread:
        yield f"  Läses inte: {', '.join(_unread_heading(heading) for heading in unread)}."
    yield from _hidden(sheet, headings, rows)


def _is_renamed(heading: Heading) -> bool:
    is_ours = heading.column is not None and heading.text.rstrip(" *") == heading.column.heading
    return heading.column is not None and not heading.is_guess and not is_ours


def _renamed(heading: Heading) -> str:
    ours = heading.column.heading if heading.column else ""
    return f"{heading.letters} ”{visible(heading.text)}” = {ours}"


def _unread_heading(heading: Heading) -> str:
    why = f" ({heading.why_not.rstrip('.')})" if heading.why_not else ""
    return f"{heading.letters} ”{visible(heading.text)}”{why}"


def _hidden(sheet: Sheet, headings: Headings, rows: Sequence[Planned]) -> Iterator[str]:
    hidden_rows = [row.row for row in rows if row.kind == "dold"]
    hidden = [number for number in headings.columns if number in sheet.hidden_columns]
    if hidden:
        yield f"  Dolda kolumner läses inte: {', '.join(column_name(number) for number in hidden)}. {_SHOW}"
    if hidden_rows:
        yield f"  Dolda rader läses inte: {_ranges(hidden_rows)}. {_SHOW}"


def _rows(rows: Sequence[Planned]) -> Iterator[str]:
    for row in rows:
        if row.kind == "ny":
            yield f"rad {row.row}: ny, {visible(row.name)} ({row.path.as_posix() if row.path else ''})"
        elif row.kind == "andrad":
            yield f"rad {row.row}: ändrar {visible(row.name)} ({row.id}): {', '.join(map(_changed, row.changes))}"
    for kind, words in (("oforandrad", "Oförändrade"), ("exempel", "Exempelraden läses inte:")):
        numbers = [row.row for row in rows if row.kind == kind]
        if numbers:
            yield f"{words} rad {_ranges(numbers)}" if kind == "exempel" else f"{words}: rad {_ranges(numbers)}"
    cells = [cell for row in rows for cell in row.formulas]
    if cells:
        yield _FORMULAS.format(celler=_some(cells))


def _changed(change: CellChange) -> str:
    return f"{change.cell} {change.column.heading}{' (tas bort)' if change.after is None else ''}"


def _unread(plan: Plan) -> Iterator[str]:
    if not plan.read:
        yield from ("", _NO_SHEET)
    names = [f"{visible(sheet.name)}{' (dolt)' if sheet.is_hidden else ''}" for sheet in plan.unread if sheet.name]
    if names and plan.read:
        yield f"{'Bladet' if len(names) == 1 else 'Bladen'} {', '.join(names)} läses inte."


def _faults(plan: Plan) -> Iterator[str]:
    """What is wrong in many rows is told once; the rest row by row."""
    rows = [row for row in plan.rows if row.faults]
    if rows or plan.around:
        yield from ("", "Det här måste rättas:")
    many = _alike(rows)
    for (heading, message), places in many.items():
        yield f"  {visible(f'{heading}: ' if heading else '')}{visible(message)}"
        yield f"    {len(places)} rader: {visible(_some(places))}"
    for row in rows:
        faults = [fault for fault in row.faults if (fault.heading, fault.message) not in many]
        if faults:
            yield f"  {visible(row.place)}{f' ({visible(row.name)})' if row.name else ''}"
            yield from (f"    {_told(fault)}" for fault in faults)
    yield from (f"  {visible(problem.path)}: {visible(problem.message)}" for problem in plan.around)
    if any(fault.field and not fault.cell for row in rows for fault in row.faults):
        yield _FOR_ALL


def _alike(rows: Sequence[Planned]) -> dict[tuple[str, str], list[str]]:
    """Column and message -> the places of a fault that as many rows have."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        for fault in row.faults:
            found.setdefault((fault.heading, fault.message), []).append(fault.cell or row.place)
    return {told: places for told, places in found.items() if len(places) >= _MANY}


def _told(fault: Fault) -> str:
    where = " ".join(part for part in (fault.cell, visible(fault.heading)) if part)
    return f"{where}: {visible(fault.message)}" if where else visible(fault.message)


def _summary(rows: Sequence[Planned]) -> str:
    counts = [(sum(row.kind == kind for row in rows), words) for kind, words in _KINDS.items()]
    return f"Sammanlagt {', '.join(f'{count} {words[count != 1]}' for count, words in counts if count)}."


def _some(words: Sequence[str], most: int = 12) -> str:
    return ", ".join(words[:most]) + (f" och {len(words) - most} till" if len(words) > most else "")


def _ranges(numbers: Iterable[int]) -> str:
    """`2–5, 7`."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)
