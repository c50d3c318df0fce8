"""`/aktualitet/`: what must be looked at now and what comes due within a month, per area and organiser; and the same
as files that an owner can subscribe to or open in a spreadsheet."""

from __future__ import annotations

from katalog.derive.due import SOON_DAYS, Item, by_area, count, find_stale
from katalog.exports.due import FORMATS, Overview
from katalog.pages.page import Page
from katalog.pages.templates import Templates

# Format -> the file's ending. Each is written for the whole catalogue and for every area that has something in it.
_FILES = {"text": "txt", "csv": "csv", "json": "json", "markdown": "md", "atom": "atom", "ics": "ics"}
_EVERYTHING = "alla"


def due_page(templates: Templates) -> Page:
    items = _items(templates)
    title, text = "Aktualitet", "Vilka uppgifter någon behöver se över nu, och vilka som behöver det inom en månad."
    areas = [(group[0][1][0].record.omrade, area, group) for area, group in by_area(items)]
    body = templates.render(
        "aktualitet.html",
        "aktualitet/",
        title=title,
        text=text,
        areas=areas,
        now=count(items, "nu"),
        soon=count(items, "snart"),
        soon_days=SOON_DAYS,
        everything=_EVERYTHING,
    )
    return Page(address="aktualitet/", title=title, text=text, body=body)


def due_files(templates: Templates) -> dict[str, str]:
    """Relative path -> content."""
    files = {}
    items = _items(templates)
    areas = [None, *dict.fromkeys(item.record.omrade for item in items)]
    for area in areas:
        overview = _overview(templates, items, area)
        for name, ending in _FILES.items():
            files[f"aktualitet/{area or _EVERYTHING}.{ending}"] = FORMATS[name](overview)
    return files


def _items(templates: Templates) -> tuple[Item, ...]:
    derived = templates.view.derived
    return find_stale(derived.catalogue.records, templates.view.words, derived.idag)


def _overview(templates: Templates, items: tuple[Item, ...], area: str | None) -> Overview:
    derived = templates.view.derived
    return Overview(
        idag=derived.idag,
        items=tuple(item for item in items if area in (None, item.record.omrade)),
        confirmed=tuple(
            record
            for record in derived.catalogue.records
            if area in (None, record.omrade) and not record.is_closed and not record.forebild
        ),
        address=templates.settings.site_url,
        line_changes=lambda _item: [],  # the exact lines are for the editors' own list, made where the files are
    )
