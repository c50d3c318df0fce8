"""What is due as text, CSV, JSON and Markdown, and as files of the site; feeds and calendars: `due_feeds`.

Input: `Overview`, or the whole catalogue. Output: one text, or files that are made when they are asked for.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

import orjson

from katalog.derive.derived import Derived
from katalog.derive.due import SOON_DAYS, Item, by_area, count, find_stale
from katalog.derive.ground import Grounds
from katalog.derive.vocabulary import Vocabularies
from katalog.exports.due_feeds import render_atom, render_ics
from katalog.exports.overview import Overview, make_overview
from katalog.settings import Settings
from katalog.wording.markdown import code, escape

# Format -> how its file's name ends. Each is written for the whole catalogue and for every area, also for those with
# nothing to look at today: somebody may follow that address.
_FILES = {"text": ".txt", "kalkylblad": ".csv", "csv": "-data.csv", "json": ".json", "markdown": ".md", "atom": ".atom",
          "ics": ".ics"}  # fmt: skip
_COLUMNS = ("omrade", "anordnare", "id", "namn", "nar", "aktualitet", "senast_bekraftad", "se_over", "fil", "kommando")


def render_text(overview: Overview) -> str:
    lines: list[str] = []
    for area, organisers in by_area(overview.items):
        lines.append(f"{area}: {_counts([item for _, items in organisers for item in items])}")
        for organiser, items in organisers:
            lines.append(f"  {organiser}")
            lines += [f"    {_due(item):10}  {item.record.id}  {item.record.namn}. {_state(item)}." for item in items]
    return "\n".join([*lines, f"Sammanlagt: {_counts(overview.items)}"]) + "\n"


def render_csv(overview: Overview) -> str:
    """For programs: RFC 4180, comma, every text as it is."""
    return _table(overview, ",")


def render_sheet(overview: Overview) -> str:
    """For a Swedish spreadsheet: semicolon and a byte order mark, else all lands garbled in one column."""
    return "\ufeff" + _table(overview, ";")


def _table(overview: Overview, delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_row(item) for item in overview.items)
    return out.getvalue()


def render_json(overview: Overview) -> str:
    document = {
        "idag": overview.idag,
        "nu": count(overview.items, "nu"),
        "snart": count(overview.items, "snart"),
        "poster": [_row(item) for item in overview.items],
    }
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def render_markdown(overview: Overview) -> str:
    """A box to tick for each record, with the command that confirms it."""
    return render_tasks(overview, lambda _item: ())


def render_tasks(overview: Overview, more: Callable[[Item], Iterable[str]]) -> str:
    """Markdown with a box to tick for each record; `more` gives further lines below one, Markdown as they are."""
    lines = [f"# Att se över {overview.idag}", "", f"{_counts(overview.items)}."]
    for area, organisers in by_area(overview.items):
        lines += ["", f"## {escape(area)}"]
        for organiser, items in organisers:
            lines += ["", f"### {escape(organiser)}", ""]
            lines += [line for item in items for line in (*_task(item), *more(item))]
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[Overview], str]] = {
    "text": render_text,
    "csv": render_csv,
    "kalkylblad": render_sheet,
    "json": render_json,
    "markdown": render_markdown,
    "atom": render_atom,
    "ics": render_ics,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFile:
    """`ground`: what it stands on ("" where nothing is known of files made before)."""

    path: str
    ground: str
    made: Callable[[], str]


def due_files(
    derived: Derived, words: Vocabularies, settings: Settings, grounds: Grounds | None = None
) -> Iterator[DueFile]:
    """In every format, for the whole catalogue and for every area. What is due follows from the records that could be,
    and from the day."""
    records = derived.catalogue.records
    items = find_stale(records, words, derived.idag)
    author = settings.publisher.name or settings.site_name
    for area in (None, *words.terms("omrade").values()):
        overview = replace(make_overview(items, records, derived.idag, area, settings.site_url), author=author)
        ground = grounds.of("aktualitet", area, overview.confirmed) if grounds else ""
        for name, ending in _FILES.items():
            path, made = f"aktualitet/{overview.name}{ending}", partial(FORMATS[name], overview)
            yield DueFile(path=path, ground=ground, made=made)


def _task(item: Item) -> list[str]:
    return [
        f"- [ ] **{escape(item.record.namn)}**: {escape(_state(item))} ({code(item.record.fil)})",
        f"  - Stämmer allt? Kör {code(item.command)}",
    ]


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
