"""What the wording of a record needs: labels, other records, and numbers as Swedes write them.

Output is plain text in `Line`s; the template escapes it. `lines`, `rows` and `pages` depend on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Listed, Term, Vocabularies


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a row. `address` is a page of ours (from the root), `link` an address outside."""

    text: str
    note: str = ""
    address: str | None = None
    link: str | None = None
    icon: str | None = None
    mark: str = ""  # "ja", "nej" or "okant" where a line answers a question


@dataclass(frozen=True, kw_only=True)
class View:
    """What the wording of rows needs to know besides the record."""

    derived: Derived
    words: Vocabularies

    def term(self, vocabulary: str, slug: str, note: str | None = None) -> Line:
        """A value by its label, with its explanation, leading to its list where it has one."""
        line = self._terms[vocabulary][slug]
        return line if note is None else replace(line, note=note)

    @cached_property
    def _terms(self) -> Mapping[str, Mapping[str, Line]]:
        return {
            name: {slug: _line(term, self.words.listed.get(name)) for slug, term in terms.items()}
            for name, terms in self.words.by_name.items()
        }

    def record_line(self, record_id: str) -> Line:
        record = self.derived.catalogue.by_id.get(record_id)
        if record is None:  # only while serving a catalogue with faults
            return Line(text=record_id)
        note = "Stängd." if record.is_closed else record.sammanfattning
        return Line(text=record.namn, note=note, address=f"verksamhet/{record.id}/")


def _line(term: Term, listed: Listed | None) -> Line:
    address = listed.address_of(term.slug) if listed else None
    return Line(text=term.label, note=term.text, address=address, icon=term.icon)


def number(value: Any) -> str:
    """Numbers as Swedes write them: comma for decimals, a space between thousands."""
    if isinstance(value, float):
        return f"{value:,.2f}".replace(",", "\u00a0").replace(".", ",").removesuffix(",00")
    if isinstance(value, int):
        return f"{value:,}".replace(",", "\u00a0") if value >= 10_000 else str(value)
    return str(value)


def span(low: Any, high: Any, unit: str) -> str:
    """`18-63 år`, `Från 18 år`, `Till och med 63 år`."""
    if low is not None and high is not None:
        return f"{number(low)}–{number(high)} {unit}" if low != high else f"{number(low)} {unit}"
    return f"Från {number(low)} {unit}" if low is not None else f"Till och med {number(high)} {unit}"
