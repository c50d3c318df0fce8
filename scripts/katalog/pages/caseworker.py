"""`/handlaggare/`: what a caseworker starts from: what is there in hand, the tools, and short pages; below it one page
for each decision, with what that opens.

Only what concerns somebody who lives in the city is counted: what lies in other municipalities is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from katalog.derive.choices import is_living, is_past_choice
from katalog.derive.decisions import Opened, opened_by
from katalog.derive.vocabulary import Term
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record

ADDRESS = "handlaggare/"
_TITLE, _TEXT = "För handläggare", "Vad har personen? Se vad som öppnas, vem som betalar och hur du följer upp."
_KIND, _ELSEWHERE = "insatstyp", "annan-kommun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How many of one kind of support a decision opens, of how sure."""

    term: Term
    address: str
    own: int
    free: int
    asked: int


def caseworker_pages(site: Site) -> Iterator[Page]:
    records = site.derived.catalogue.records
    near = [record for record in records if record.omrade != _ELSEWHERE]
    decisions = opened_by(filter(is_living, near), site.words)
    past = {one.slug: len(one.records) for one in opened_by(filter(is_past_choice, near), site.words)}
    yield site.page(ADDRESS, _TITLE, _TEXT, "handlaggare.html", decisions=decisions)
    for one in decisions:
        yield _decision_page(site, one, decisions, past[one.slug])


def _decision_page(site: Site, one: Opened, decisions: list[Opened], past: int) -> Page:
    text = f"{one.label}: vilka verksamheter som öppnas, vilka som är öppna ändå och vilka du behöver fråga."
    districts = [term for term in site.words.terms("omrade").values() if term.notes["slag"] == "stadsdel"]
    return site.page(
        f"{ADDRESS}beslut/{one.slug}/",
        one.label,
        text,
        "beslut.html",
        one=one,
        others=[(other.slug, other.label) for other in decisions if other is not one],
        kinds=_kinds(site, one),
        districts=districts,
        past=past,
    )


def _kinds(site: Site, one: Opened) -> list[Kind]:
    """By main kind, in the vocabulary's order; those that it opens first."""
    listed = site.words.listed[_KIND]
    own, free, asked = _counted(one.own), _counted(one.free), _counted((*one.likely, *one.silent))
    made = [
        Kind(term=term, address=listed.address_of(slug), own=own[slug], free=free[slug], asked=asked[slug])
        for slug, term in site.words.terms(_KIND).items()
    ]
    return sorted((kind for kind in made if kind.own or kind.free or kind.asked), key=lambda kind: not kind.own)


def _counted(records: Iterable[Record]) -> Counter[str]:
    return Counter(record.insatstyp[0] for record in records)
