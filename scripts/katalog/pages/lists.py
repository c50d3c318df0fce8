"""Lists of records: one per value of the listed vocabularies, their indexes, and A-Ö.

Order is `Derived.in_order`; closed places stand last, folded away; examples from other municipalities stand apart.
A long list goes on over several pages (`leaves`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from katalog.derive.choices import is_living, is_offered, is_past_choice, is_told_as_past, values_of
from katalog.derive.nearby import AREA
from katalog.derive.nearness import NEEDS, Near
from katalog.derive.swedish import DIGITS, OTHERS, initial, sort_key
from katalog.derive.vocabulary import Listed, Term
from katalog.pages.feeds import feed_links, followed
from katalog.pages.lacking import NOTHING, Lacks, held_by_value, invitation, lacking_districts, lacking_offers
from katalog.pages.leaves import Folded, Leaf, Rest, fits_one, leaves, names, numbered, pieces, suffix
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.wording.areas import area_text, rest_of_area
from katalog.wording.past import PAST_NAME

_IN = "i-"  # before the anchor of a group
_PAST = "forr"  # the group of what is told as something that was, last on each page
_AWAY, _TOWNS = "annan-kommun", "kommun"  # what lies in other municipalities stands below their names
_NO_TOWN = "Kommunen är inte känd"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedValue:
    """A value in an index, with how many living places it leads to, and how many more only lie near it by rule: None
    for what has no such rule. `text` explains it."""

    term: Term
    address: str
    count: int
    near: int | None = None
    text: str


def entries(site: Site, listed: Listed) -> list[ListedValue]:
    """All values of a listed vocabulary with their counts, in the vocabulary's order. Counted once for a site."""
    if listed.vocabulary not in site.counted:
        site.counted[listed.vocabulary] = _entries(site, listed)
    return site.counted[listed.vocabulary]


def _entries(site: Site, listed: Listed) -> list[ListedValue]:
    living = [record for record in site.derived.catalogue.records if is_living(record)]
    held = Counter(value for record in living for value in values_of(record, listed))
    near = Counter(value for _, values in _near(site, listed, living) for value in values)
    return [
        ListedValue(
            term=term,
            address=listed.address_of(slug),
            count=held[slug],
            near=near[slug] if "nara" in term.notes else None,
            text=area_text(site.words, term) or term.text,
        )
        for slug, term in site.words.terms(listed.vocabulary).items()
    ]


def tiles(site: Site, listed: Listed) -> list[ListedValue]:
    """The values that a reader chooses among, each with those that its list shows below headings of their own."""
    found = entries(site, listed)
    return [
        replace(entry, count=entry.count + sum(other.count for other in found if _is_folded(other.term, entry.term)))
        for entry in found
        if is_offered(entry.term)
    ]


def on_the_map(entries: Iterable[ListedValue]) -> list[ListedValue]:
    """Those that have a place in the picture of the districts."""
    return [entry for entry in entries if "karta" in entry.term.notes]


def _is_folded(term: Term, into: Term) -> bool:
    return term.notes.get("visas-i") == into.slug


def towns(site: Site) -> list[ListedValue]:
    """The other municipalities that have something living, in the vocabulary's order, each with where it stands in
    their list."""
    listed = site.words.listed["omrade"]
    away = [record for record in site.derived.catalogue.records if is_living(record) and record.omrade == _AWAY]
    held, address = Counter(_town(record) for record in away), listed.address_of(_AWAY)
    return [
        ListedValue(
            term=term,
            address=f"{address}#{_anchor(slug)}" if len(pieces(away)) == 1 else address,
            count=held[slug],
            text=term.text,
        )
        for slug, term in site.words.terms(_TOWNS).items()
        if held[slug]
    ]


def _town(record: Record) -> str:
    return record.kommun[0] if record.kommun else ""


def _anchor(slug: str) -> str:
    return f"kommun-{slug}"


def _near(site: Site, listed: Listed, records: Iterable[Record]) -> Iterator[tuple[Record, list[str]]]:
    """The values that each record lies near by rule (`x-nara`), where the vocabulary has such rules."""
    if listed.vocabulary == NEEDS:
        near = Near(site.words)
        yield from ((record, near.needs(record)) for record in records)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What a list shows: its living records, those that lie near by rule, what stands below, and where there is what
    (`held_by_value`)."""

    living: list[Record]
    near: list[Record]
    below: Rest
    offers: Mapping[str, Counter[str]]

    @property
    def total(self) -> int:
        """The number on the tile that leads here."""
        return len(self.living) + sum(len(records) for _, records in self.below.folded)


def list_pages(site: Site) -> Iterator[Page]:
    """All lists and their indexes."""
    records = site.derived.in_order(site.derived.catalogue.records)
    offers = held_by_value(site)
    for listed in site.words.listed.values():
        members = _grouped((record, values_of(record, listed)) for record in records)
        near = _grouped(_near(site, listed, filter(is_living, records)))
        yield _index_page(site, listed)
        for entry in entries(site, listed):
            own = members.get(entry.term.slug, [])
            folded = [
                (term, members[term.slug])
                for term in site.words.terms(listed.vocabulary).values()
                if _is_folded(term, entry.term) and term.slug in members
            ]
            held = _Held(
                living=list(filter(is_living, own)),
                near=near.get(entry.term.slug, []),
                below=_below(site, own, folded),
                offers=offers,
            )
            yield from _term_pages(site, listed, entry, held)
    yield from _alphabet_pages(site, records)


def _below(site: Site, own: Sequence[Record], folded: Folded) -> Rest:
    """What stands below a list's living records. What is folded and told as past stands with the list's own past."""
    living = [(term, list(filter(is_living, records))) for term, records in folded]
    shown = [*own, *(record for _, records in folded for record in records)]
    return Rest(
        folded=[(term, records) for term, records in living if records],
        past=site.derived.in_order(filter(is_past_choice, shown)),
        staff=[record for record in own if record.for_vem and not record.is_closed and not record.forebild],
        examples=[record for record in own if record.forebild],
        closed=[record for record in own if record.is_closed and not record.forebild],
    )


def _grouped(records: Iterable[tuple[Record, Iterable[str]]]) -> dict[str, list[Record]]:
    """Value -> the records that have it, in their order."""
    found: dict[str, list[Record]] = {}
    for record, values in records:
        for value in values:
            found.setdefault(value, []).append(record)
    return found


def _index_page(site: Site, listed: Listed) -> Page:
    away = towns(site) if listed.vocabulary == AREA else []
    shown = tiles(site, listed)
    return site.page(
        listed.address,
        listed.question,
        listed.text,
        "index.html",
        entries=shown,
        areas=on_the_map(shown),
        towns=away,
        vocabulary=listed.vocabulary,
    )


def _term_pages(site: Site, listed: Listed, entry: ListedValue, held: _Held) -> Iterator[Page]:
    found = leaves(held.living, held.near, held.below)
    told: dict[str, Any] = {
        "total": held.total,
        "past": len(held.below.past),
        "is_any_confirmed": any(site.derived.trust[record.id].is_confirmed for record in held.living),
        "pages": [(leaf.number, numbered(entry.address, leaf.number)) for leaf in found],
    }
    for leaf in found:
        address = numbered(entry.address, leaf.number)
        head = feed_links(address, entry.term.slug, entry.term.label) if listed.vocabulary == AREA else ""
        title, values = f"{entry.term.label}{suffix(leaf.number)}", _leaf(site, listed, entry, held, leaf)
        yield site.page(address, title, entry.text, "lista.html", head=head, **told, **values)


def _leaf(site: Site, listed: Listed, entry: ListedValue, held: _Held, leaf: Leaf) -> dict[str, Any]:
    """What `lista.html` is told of one page. What is asked and told of all choices stands where they end."""
    term, groups = entry.term, grouped_by_place(site, listed.vocabulary, entry.term.slug, leaf.choices)
    return {
        "title": term.label,
        "term": term,
        "text": entry.text,
        "rest": rest_of_area(site.words, term),
        "listed": listed,
        "vocabulary": listed.vocabulary,
        "groups": groups,
        "lacks": _lacks(site, listed, term, held, groups) if leaf.is_end else NOTHING,
        "invitation": invitation(listed, term.slug, entry.count) if leaf.is_end else None,
        "number": leaf.number,
        "near": leaf.near,
        "folded": leaf.rest.folded,
        "gone": leaf.rest.past,
        "closed": leaf.rest.closed,
        "examples": leaf.rest.examples,
        "staff": leaf.rest.staff,
        "follow": followed(term.slug) if listed.vocabulary == AREA and leaf.number == 1 else [],
    }


def _lacks(
    site: Site, listed: Listed, term: Term, held: _Held, groups: Sequence[tuple[str, str, list[Record]]]
) -> Lacks:
    """A district's list tells what its neighbours have and it has not; the others tell which districts have nothing."""
    if listed.vocabulary == AREA:
        return lacking_offers(site, term.slug, held.offers) if term.notes["slag"] == "stadsdel" else NOTHING
    if listed.is_asking:
        return NOTHING
    shown = {anchor.removeprefix(_IN) for anchor, _, _ in groups}
    return lacking_districts(site, "Stadsdelar som saknas i listan", held.living, shown)


def grouped_by_place(
    site: Site, vocabulary: str, slug: str, records: Sequence[Record]
) -> list[tuple[str, str, list[Record]]]:
    """(anchor, heading, records). A district's list is told by kind, that of other municipalities by their names; the
    other lists by area, so that the near stands together. What is told as past stands last."""
    words = site.words
    past = [record for record in records if is_told_as_past(record)]
    records = [record for record in records if not is_told_as_past(record)]
    if slug == _AWAY and vocabulary == AREA:
        name, first = _TOWNS, {record.id: _town(record) for record in records}
    elif vocabulary == "omrade":
        name, first = "insatstyp", {record.id: record.insatstyp[0] for record in records}
    else:
        name, first = "omrade", {record.id: record.omrade for record in records}
    order = {value: position for position, value in enumerate(words.terms(name))}
    ranked = sorted(records, key=lambda record: order.get(first[record.id], len(order)))
    groups = [(value, list(group)) for value, group in groupby(ranked, lambda r: first[r.id])]
    told = [
        (
            _anchor(value) if name == _TOWNS else f"{_IN}{value}",
            words.label(name, value) if value else _NO_TOWN,
            group,
        )
        for value, group in groups
    ]
    return [*told, (_PAST, PAST_NAME, past)] if past else told


def _alphabet_pages(site: Site, records: Sequence[Record]) -> Iterator[Page]:
    """One page as long as it is short enough to scan, else one a letter, which may go on."""
    by_name = sorted(records, key=lambda record: (sort_key(record.namn), record.id))
    letters = [(letter, list(group)) for letter, group in groupby(by_name, lambda r: initial(r.namn))]
    title, text = "Alla verksamheter A–Ö", "Alla verksamheter i katalogen efter namn, även stängda och exempel."
    small = fits_one(by_name)
    links = [(letter, _slug(letter), group if small else []) for letter, group in letters]
    yield site.page("a-o/", title, text, "a-o.html", letters=links, part=None)
    for letter, group in [] if small else letters:
        for part in names(f"a-o/{_slug(letter)}/", group):
            shown = [(other, slug, part.items if other == letter else []) for other, slug, _ in links]
            name = f"Verksamheter på {letter}{part.suffix}"
            yield site.page(part.address, name, text, "a-o.html", letters=shown, part=part)


def _slug(letter: str) -> str:
    return {"Å": "aa", "Ä": "ae", "Ö": "oe", DIGITS: "siffror", OTHERS: "ovriga"}.get(letter, letter.lower())
