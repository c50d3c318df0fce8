"""`/aktualitet/`: what must be looked at now and what comes due within a month, per area and organiser; with too much
for one page each area has pages of its own, `/aktualitet/<omrade>/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from katalog.derive.contact import can_have_contact, turns_of
from katalog.derive.due import NO_ORGANISER, SOON_DAYS, Item, by_area, count, find_stale
from katalog.exports.overview import EVERYTHING
from katalog.pages.feeds import followed
from katalog.pages.leaves import fits_one, parts
from katalog.pages.page import Page
from katalog.pages.site import Site

_ADDRESS = "aktualitet/"
_WHOLE = "Hela katalogen"
# How a file's name ends (`exports/due.py`), and what it is called here.
_FORMATS = ((".ics", "Kalender"), (".atom", "Flöde"), (".csv", "Kalkylblad"), ("-data.csv", "CSV för program"),
            (".json", "JSON"), (".md", "Markdown"), (".txt", "Text"))  # fmt: skip


def due_pages(site: Site) -> Iterator[Page]:
    derived = site.derived
    items = find_stale(derived.catalogue.records, site.words, derived.idag)
    title, text = "Aktualitet", "Vilka uppgifter någon behöver se över nu, och vilka som behöver det inom en månad."
    areas = [(within[0].record.omrade, area, within) for area, within in _within(items)]
    is_small = fits_one(items)
    for slug, area, within in [] if is_small else areas:
        yield from _area_pages(site, slug, area, within)
    terms = list(site.words.terms("omrade").values())
    open_ones = [record for record in derived.catalogue.records if can_have_contact(record)]
    yield site.page(
        _ADDRESS,
        title,
        text,
        "aktualitet.html",
        areas=areas,
        is_small=is_small,
        no_organiser=NO_ORGANISER,
        everything=EVERYTHING,
        whole=_WHOLE,
        terms=terms,
        formats=_FORMATS,
        follow={area: followed(area) for area in (EVERYTHING, *(term.slug for term in terms))},
        idag=derived.idag,
        now=count(items, "nu"),
        soon=count(items, "snart"),
        soon_days=SOON_DAYS,
        open=len(open_ones),
        reached=sum(bool(turns_of(site.words, record, derived.idag)) for record in open_ones),
    )


def _area_pages(site: Site, slug: str, area: str, items: Sequence[Item]) -> Iterator[Page]:
    for part in parts(f"{_ADDRESS}{slug}/", items):
        yield site.page(
            part.address,
            f"Aktualitet: {area}{part.suffix}",
            f"Vilka uppgifter i {area} någon behöver se över.",
            "aktualitet-omrade.html",
            area=area,
            part=part,
            no_organiser=NO_ORGANISER,
        )


def _within(items: Sequence[Item]) -> Iterator[tuple[str, list[Item]]]:
    """Each area with what is to be looked at there, in one list."""
    for area, organisers in by_area(items):
        yield area, [item for _, group in organisers for item in group]
