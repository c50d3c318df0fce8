"""Which laws a record rests on, as far as the record says so.

A type of insats has the law it usually rests on (`x-lag`). It holds for a record only where the organiser is one that
the law binds (`x-lag-hos`, kinds of organiser; left out: the type itself is the law's). A church's café is no öppen
insats because a café run by a district is.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.derive.vocabulary import Term, Vocabularies
from katalog.record.model import Record, is_stated


def laws_of_types(record: Record, words: Vocabularies) -> list[Term]:
    """The record's types whose law holds for it."""
    organiser = (record.anordnare or {}).get("driftsform")
    types = (words.terms("insatstyp")[slug] for slug in record.insatstyp)
    return [term for term in types if term.law and organiser in term.notes.get("lag-hos", (organiser,))]


def laws_of(record: Record, words: Vocabularies) -> Iterator[str]:
    """Every law that types, ways in and payment name, in their words."""
    ways = [words.terms("ingang")[way["vag"]] for way in record.ingang if is_stated(way)]
    payers = [words.terms("betalning")[payer["slag"]] for payer in record.betalning]
    return (term.law for term in (*laws_of_types(record, words), *ways, *payers) if term.law)


def likely_laws_of(record: Record, words: Vocabularies) -> Iterator[str]:
    """The laws of ways in that are only likely."""
    ways = [words.terms("ingang")[way["vag"]] for way in record.ingang if not is_stated(way)]
    return (term.law for term in ways if term.law)
