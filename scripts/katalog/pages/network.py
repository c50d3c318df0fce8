"""`/natverk/`: where activities find each other: one page for each field and method with who does the same, where, how
to reach them and what they tell of visits; and a call for hosts and simple tasks for the needs that nothing meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from katalog.derive.choices import is_choice, is_living, is_past_choice, values_of
from katalog.derive.exchange import SHARED, Alike, alike, exchange_of
from katalog.derive.vocabulary import Term
from katalog.pages.leaves import parts
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.wording.reach import call_line

ADDRESS = "natverk/"
_TITLE, _TEXT = "Nätverk", "Hitta andra som gör samma sak som ni, och se vad som skulle behövas."
_PER_PAGE, _NEEDS = 40, "behov"
_PREFIXES = {"inriktning": "", "metod": "metod-"}  # of the last part of the address
_HEADINGS = {"inriktning": "De som gör samma sak", "metod": "De som arbetar på samma sätt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fellow:
    """One activity as its fellows see it. `tells` are its own sentences on visits and exchange."""

    record: Record
    place: str
    organiser: str
    reached: str
    tells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A need that nothing in the catalogue says that it meets; `query` fills it in in the form."""

    term: Term
    address: str
    query: str


def network_pages(site: Site) -> Iterator[Page]:
    groups = alike(site.derived.catalogue.records, site.words)
    shown = [
        (_HEADINGS[field], [(one, _address(one), _known(one)) for one in groups if one.field == field and one.records])
        for field in SHARED
    ]
    yield site.page(ADDRESS, _TITLE, _TEXT, "natverk.html", parts=shown, wanted=_wanted(site))
    for one in groups:
        if one.records:
            yield from _group_pages(site, one)


def _known(one: Alike) -> int:
    """How many of them are not told as something that was."""
    return sum(not is_past_choice(record) for record in one.records)


def _address(one: Alike) -> str:
    return f"{ADDRESS}{_PREFIXES[one.field]}{one.term.slug}/"


def _group_pages(site: Site, one: Alike) -> Iterator[Page]:
    """The living first, then what staff alone has use for, what is told as something that was, and models of 2012."""
    ordered = site.derived.in_order(one.records)
    ranked = sorted(ordered, key=lambda record: (record.forebild, is_past_choice(record), not is_choice(record)))
    listed, known = site.words.listed.get(one.field), _known(one)
    for part in parts(_address(one), ranked, _PER_PAGE):
        yield site.page(
            part.address,
            f"Nätverk: {one.term.label}{part.suffix}",
            f"{one.term.label}: vilka andra det finns, var de är och hur du når dem.",
            "natverk-grupp.html",
            one=one,
            listed=listed.address_of(one.term.slug) if listed else "",
            follows=partial(_fellows, site, part.items),
            numbers=(known, len(ranked) - known),
            part=part,
        )


def _fellows(site: Site, records: Iterable[Record]) -> dict[str, list[Fellow]]:
    fellows = [_fellow(site, record) for record in records]
    return {
        "fellows": [fellow for fellow in fellows if not (fellow.record.forebild or is_past_choice(fellow.record))],
        "past": [fellow for fellow in fellows if is_past_choice(fellow.record)],
        "models": [fellow for fellow in fellows if fellow.record.forebild],
    }


def _fellow(site: Site, record: Record) -> Fellow:
    words = site.words
    towns = [words.label("kommun", slug) for slug in record.kommun]
    place = ", ".join(towns) if towns and record.omrade == "annan-kommun" else words.label("omrade", record.omrade)
    organiser = (record.anordnare or {}).get("namn", "")
    return Fellow(
        record=record,
        place=place,
        organiser=str(organiser),
        reached=call_line(site.view, record),
        tells=tuple(exchange_of(record)),
    )


def _wanted(site: Site) -> list[Wanted]:
    listed = site.words.listed[_NEEDS]
    living = filter(is_living, site.derived.catalogue.records)
    met = {value for record in living for value in values_of(record, listed)}
    return [
        Wanted(term=term, address=listed.address_of(slug), query=f"?{listed.vocabulary}={slug}")
        for slug, term in site.words.terms(_NEEDS).items()
        if slug not in met
    ]
