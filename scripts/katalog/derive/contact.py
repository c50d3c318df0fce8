"""Where a reader can turn about a record: every way that a source gives, the nearest first.

Input: the vocabularies (districts and municipalities have contacts of their own, `x-kontakt`), a record and the day.
Output: `Turn`s, each somebody to turn to with the ways there are. Which comes first is decided here alone; how it is
said stands in `wording/reach.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from katalog.derive.choices import is_told_as_past
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Group, Record, is_stated

Kind = Literal["drop-in", "formular", "epost", "telefon", "webb", "kalla"]
Owner = Literal["kontakt", "anordnare", "omrade", "kommun"]
Missing = Literal["adressen", "tiderna"]

# The order within one owner: to go there, to write, to ring, to read.
_GIVEN: tuple[Kind, ...] = ("formular", "epost", "telefon", "webb")
ASKED: frozenset[Kind] = frozenset({"formular", "epost", "telefon"})  # somebody answers
_PLACES: tuple[Owner, ...] = ("omrade", "kommun")
DIRECT = "drop-in"
_OPEN = ("aktiv", "okand")  # in other states nobody can just go there
# Said of a page in one sentence of a remark: that a telephone does not answer says nothing of it.
_GONE = re.compile(
    r"\b(?:web|sid|sajt|blogg|länk)\w*[^.]*\b(?:nedlag[dt]|lagts? ne[rd]|finns inte|svarar inte)", re.IGNORECASE
)
_OLDEST_PAGE = 10  # years; an older page of the provider's own is a source and no way


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way. `value` is a number or an address, "" for going there; `year` is that of a source that is a way."""

    kind: Kind
    value: str = ""
    year: int | None = None

    @property
    def is_answered(self) -> bool:
        return self.kind in ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Somebody to turn to: whose contact it is (the field's name), the value for a district or municipality, and the
    ways in order; at least one."""

    owner: Owner
    ways: tuple[Way, ...]
    slug: str = ""

    @property
    def is_answered(self) -> bool:
        return any(way.is_answered for way in self.ways)


def can_have_contact(record: Record) -> bool:
    """False for what has closed and for examples: there is nothing to ask for."""
    return not (record.is_closed or record.forebild)


def turns_of(words: Vocabularies, record: Record, idag: str) -> tuple[Turn, ...]:
    """Whom there is to turn to, as far out as it takes to find somebody who answers; empty when no source says. A page
    that may be gone is no first step while there is any other."""
    found: list[Turn] = []
    is_doubted = may_be_gone(record)
    if can_have_contact(record):
        for turn in _distinct(_all(words, record, idag)):
            is_far = turn.owner in _PLACES
            if found and is_far and not turn.is_answered and not is_doubted:
                continue  # a page about the whole district adds nothing to something nearer
            found.append(turn)
            if turn.is_answered:
                break
    return tuple(sorted(found, key=_is_only_page) if is_doubted else found)


def may_be_gone(record: Record) -> bool:
    """Does the record remark that its page may be gone, where that page is all that it gives?"""
    is_told = any(
        "kontakt" in remark.get("galler", ()) and _GONE.search(remark["text"]) for remark in record.anmarkning
    )
    return is_told and not (record.kontakt or {}).keys() & ASKED


def _is_only_page(turn: Turn) -> bool:
    """The place itself, by its page alone: one cannot go there by what is known."""
    return turn.owner == "kontakt" and turn.ways[0].kind in ("webb", "kalla")


def _all(words: Vocabularies, record: Record, idag: str) -> Iterator[Turn]:
    yield Turn(owner="kontakt", ways=tuple(_own(record, idag)))
    yield Turn(owner="anordnare", ways=tuple(_given(record.anordnare or {})))
    yield from _around(words, record)


def _around(words: Vocabularies, record: Record) -> Iterator[Turn]:
    """The record's own district, then its own municipalities: Stockholm's stands only where Stockholm is named."""
    slugs: tuple[tuple[Owner, str], ...] = (("omrade", record.omrade), *(("kommun", slug) for slug in record.kommun))
    for owner, slug in slugs:
        group = words.terms(owner)[slug].notes.get("kontakt", {})
        yield Turn(owner=owner, ways=tuple(_given(group)), slug=slug)


def _own(record: Record, idag: str) -> Iterator[Way]:
    if is_direct(record) and not missing_to_go(record):
        yield Way(kind="drop-in")
    contact = record.kontakt or {}
    yield from _given(contact)
    if not contact.keys() & {"webb", "formular"}:
        yield from _own_page(record, idag)


def is_direct(record: Record) -> bool:
    """Does a source say that one can come without asking, to something that is open today as far as is known?"""
    is_said = any(way["vag"] == DIRECT and is_stated(way) for way in record.ingang)
    return is_said and record.status in _OPEN and not record.for_vem and not is_told_as_past(record)


def missing_to_go(record: Record) -> tuple[Missing, ...]:
    """What one must know to go straight there, and does not."""
    found: list[Missing] = []
    if "adress" not in (record.plats or {}):
        found.append("adressen")
    if not any("dag" in time for time in record.tider):
        found.append("tiderna")
    return tuple(found)


def _own_page(record: Record, idag: str) -> Iterator[Way]:
    """The newest page of the provider's own among the sources."""
    oldest = int(idag[:4]) - _OLDEST_PAGE
    pages = [source for source in record.kallor if _is_own_page(source) and source.get("ar", oldest) >= oldest]
    if pages:
        newest = max(pages, key=lambda source: source.get("ar", oldest))
        yield Way(kind="kalla", value=newest["webb"], year=newest.get("ar"))


def _is_own_page(source: Group) -> bool:
    return source.get("slag") == "egen" and "webb" in source and not source["webb"].lower().endswith(".pdf")


def _given(group: Group) -> Iterator[Way]:
    return (Way(kind=kind, value=group[kind]) for kind in _GIVEN if kind in group) if group else iter(())


def _distinct(turns: Iterable[Turn]) -> Iterator[Turn]:
    """Each address once, where it is nearest; nobody without a way."""
    seen: set[str] = set()
    for turn in turns:
        ways = tuple([way for way in turn.ways if not way.value or way.value not in seen])
        if ways:
            seen.update([way.value for way in ways])
            yield turn if len(ways) == len(turn.ways) else replace(turn, ways=ways)
