"""Stale records as text, CSV, JSON and Markdown; feeds and calendars are in `feeds`.

Input: `Overview`. Output: one text. The command `stale` and the page about freshness depend on it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from katalog.derive.due import SOON_DAYS, Item, by_area, count
from katalog.edit.changes import LineChange
from katalog.exports.feeds import render_atom, render_ics
from katalog.record.model import Record
from katalog.wording.markdown import code, escape

LineChanges = Callable[[Item], list[LineChange]]
_COLUMNS = ("omrade", "anordnare", "id", "namn", "nar", "aktualitet", "senast_bekraftad", "se_over", "fil", "kommando")
_FORMULA_FIRST = "=+-@\t"  # a spreadsheet would run such a text (OWASP, CSV Injection)


@dataclass(frozen=True, kw_only=True)
class Overview:
    """All that the formats tell. `address` is the site's, with a slash at the end, or empty when there is none."""

    idag: str
    items: tuple[Item, ...]
    confirmed: tuple[Record, ...]
    address: str
    line_changes: LineChanges


def render_text(overview: Overview) -> str:
    lines: list[str] = []
    for area, organisers in by_area(overview.items):
        lines.append(f"{area}: {_counts([item for _, items in organisers for item in items])}")
        for organiser, items in organisers:
            lines.append(f"  {organiser}")
            lines += [f"    {_due(item):10}  {item.record.id}  {item.record.namn}. {_state(item)}." for item in items]
    return "\n".join([*lines, f"Sammanlagt: {_counts(overview.items)}"]) + "\n"


def render_csv(overview: Overview) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    for item in overview.items:
        writer.writerow({name: _cell(value) for name, value in _row(item).items()})
    return out.getvalue()


def render_json(overview: Overview) -> str:
    document = {
        "idag": overview.idag,
        "nu": count(overview.items, "nu"),
        "snart": count(overview.items, "snart"),
        "poster": [_row(item) for item in overview.items],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def render_markdown(overview: Overview) -> str:
    """For an issue in the forge: a box to tick for each record, with the command and the lines to change."""
    lines = [f"# Att se över {overview.idag}", "", f"{_counts(overview.items)}."]
    for area, organisers in by_area(overview.items):
        lines += ["", f"## {escape(area)}"]
        for organiser, items in organisers:
            lines += ["", f"### {escape(organiser)}", ""]
            lines += [line for item in items for line in _task(item, overview)]
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[Overview], str]] = {
    "text": render_text,
    "csv": render_csv,
    "json": render_json,
    "markdown": render_markdown,
    "atom": lambda overview: render_atom(overview.items, overview.idag, overview.address),
    "ics": lambda overview: render_ics(overview.items, overview.confirmed, overview.idag, overview.address),
}


def _task(item: Item, overview: Overview) -> Iterator[str]:
    yield f"- [ ] **{escape(item.record.namn)}**: {escape(_state(item))} ({code(item.record.fil)})"
    yield f"  - Stämmer allt? Kör {code(item.command)}"
    changes = overview.line_changes(item)
    if changes:
        yield "  - Eller ändra själv i filen: " + "; ".join(_change(change) for change in changes)


def _change(change: LineChange) -> str:
    if change.old is None:
        return f"lägg till {code(change.new)} före rad {change.number}"
    return f"rad {change.number} från {code(change.old)} till {code(change.new)}"


def _counts(items: list[Item] | tuple[Item, ...]) -> str:
    return f"{count(items, 'nu')} att se över nu, {count(items, 'snart')} inom {SOON_DAYS} dagar"


def _due(item: Item) -> str:
    return item.due or "nu"


def _state(item: Item) -> str:
    if item.when == "snart":
        return f"Dags att se över {item.due}"
    if item.freshness.date:
        return f"{item.freshness.label}, senast bekräftad {item.freshness.date}"
    year = item.record.uppgifter_fran
    return f"{item.freshness.label}, uppgifter från {year}" if year else item.freshness.label


def _row(item: Item) -> dict[str, str | None]:
    values = (item.record.omrade, item.organiser, item.record.id, item.record.namn, item.when, item.freshness.level,
              item.record.senast_bekraftad, item.due, item.record.fil, item.command)  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


def _cell(value: str | None) -> str:
    return f"'{value}" if value and value[0] in _FORMULA_FIRST else value or ""
