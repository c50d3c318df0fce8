"""`/statistik/`: the whole catalogue in numbers, a page for each part of the record; charts with a table under each.

A chart is a bar for each row of its table, longest for the largest; the words and the numbers beside the bars are text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.derive.statistics import UNKNOWN, statistics_of
from katalog.pages.leaves import parts
from katalog.pages.page import Page, style
from katalog.pages.site import Site

_FOLDER = "statistik/"
_STYLE = "statistik"
_RESULTS = f"{_FOLDER}resultat/"
_TITLE, _TEXT = "Statistik", "Katalogen i siffror: vad som finns i den, hur säkert det är och vad som saknas."
_RESULTS_TITLE = "Resultat som källorna berättar om"
_RESULTS_TEXT = "Hur det har gått för dem som deltagit, när en källa säger det. Aldrig antal under fem personer."
_SHARED = frozenset({"antal", "bekraftade"})  # the second is a part of the first
_UNSAID = 3  # the look of what nobody says
_LENGTH = 100  # of a whole bar, in its own units


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`parts`: number of the part's look, where it begins and how long it is. `text` says its numbers."""

    label: str
    text: str
    parts: tuple[tuple[int, float, float], ...]


def statistics_pages(site: Site) -> Iterator[Page]:
    counted = statistics_of(site.derived, site.words)
    groups = [
        (group, [table for table in counted["tabeller"] if table["grupp"] == group.id]) for group in site.words.groups
    ]
    told = [(f"{_FOLDER}{group.id}/", group.title, tables) for group, tables in groups if tables]
    yield site.page(
        _FOLDER,
        _TITLE,
        _TEXT,
        "statistik.html",
        head=style(_FOLDER, _STYLE),
        counted=counted,
        groups=told,
        results=_RESULTS,
        results_title=_RESULTS_TITLE,
    )
    for address, title, tables in told:
        yield site.page(
            address,
            f"Statistik: {title}",
            f"Katalogen räknad, med diagram och tabeller: {title}.",
            "statistik-del.html",
            head=style(address, _STYLE),
            counted=counted,
            tables=[(table, bars(table)) for table in tables],
        )
    yield from _result_pages(site, counted["resultat"])


def _result_pages(site: Site, results: Sequence[Mapping[str, Any]]) -> Iterator[Page]:
    for part in parts(_RESULTS, results):
        yield site.page(
            part.address,
            f"{_RESULTS_TITLE}{part.suffix}",
            _RESULTS_TEXT,
            "statistik-resultat.html",
            head=style(part.address, _STYLE),
            part=part,
        )


def bars(table: Mapping[str, Any]) -> list[Bar]:
    """A bar for each row that has anything; none for sums of money, which cannot be laid beside each other."""
    columns: Mapping[str, str] = table["kolumner"]
    if "lagst_kr" in columns:
        return []
    rows = [(row, _parts(row, columns)) for row in table["rader"]]
    longest = max((sum(size for _, size in parts) for _, parts in rows), default=0)
    return [
        Bar(label=row["etikett"], text=_text(row, columns), parts=tuple(_laid(parts, longest)))
        for row, parts in rows
        if any(size for _, size in parts)
    ]


def _parts(row: Mapping[str, Any], columns: Mapping[str, str]) -> list[tuple[int, int]]:
    """Look and number of each part. What nobody says has a look of its own, also where it is a whole bar."""
    if columns.keys() != _SHARED:
        return [(_UNSAID if key == "okant" else look, row[key]) for look, key in enumerate(columns)]
    if row["id"] == UNKNOWN:
        return [(_UNSAID, row["antal"])]
    return [(0, row["bekraftade"]), (1, row["antal"] - row["bekraftade"])]


def _text(row: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    if columns.keys() == _SHARED:
        return f"{row['antal']}, {row['bekraftade']} bekräftade" if row["bekraftade"] else str(row["antal"])
    return ", ".join(f"{label.lower()} {row[key]}" for key, label in columns.items())


def _laid(parts: Iterable[tuple[int, int]], longest: int) -> Iterator[tuple[int, float, float]]:
    at = 0
    for look, size in parts:
        if size:
            yield look, round(at * _LENGTH / longest, 2), round(size * _LENGTH / longest, 2)
        at += size
