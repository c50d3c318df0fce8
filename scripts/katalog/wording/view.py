"""What the wording of a record needs: labels, other records, and numbers as Swedes write them.

Output is plain text in `Line`s; whoever shows it escapes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Listed, Term, Vocabularies
from katalog.wording.told import VALUES


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a row. `note` is what the record adds to the text, `about` what the catalogue explains about it: the
    same for every record that says so. `address` is a page of ours (from the root), `link` an address outside. From the
    day `ends` (ISO) on the line is no longer true, and the browser says what stands in its place."""

    text: str
    note: str = ""
    about: str = ""
    address: str | None = None
    link: str | None = None
    icon: str | None = None
    mark: str = ""  # "ja", "nej" or "okant" where a line answers a question
    ends: str | None = None

    @property
    def aside(self) -> str:
        """What stands beside the text on a page: the explanation, and what the record adds."""
        return sentence(self.about, self.note) if self.about and self.note else self.about or self.note

    @property
    def sign_text(self) -> str:
        """What a sign before the text says to those who do not see it; "" where the line says it itself."""
        return VALUES["finns"] if self.mark == "ja" else ""

    @property
    def plain(self) -> str:
        """All that the record says, on one line of plain text: for mail and tables, where explanations would drown
        the facts. A web address stands last, unless the text is that address."""
        said = f"{self.text}{self.sign_text}"
        web = self.link if self.link and "://" in self.link and bare_address(self.link) != self.text else ""
        return " ".join(" – ".join(part for part in (said, self.note, web) if part).split())


@dataclass(frozen=True, kw_only=True)
class View:
    """What the wording of rows needs to know besides the record."""

    derived: Derived
    words: Vocabularies

    def term(self, vocabulary: str, slug: str, *, note: str = "", is_explained: bool = True) -> Line:
        """A value by its label, with its explanation, leading to its list where it has one."""
        line = self._terms[vocabulary][slug]
        if is_explained and not note:
            return line
        return replace(line, note=note, about=line.about if is_explained else "")

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
        about = "Stängd." if record.is_closed else record.sammanfattning
        return Line(text=record.namn, about=about, address=f"verksamhet/{record.id}/")


def _line(term: Term, listed: Listed | None) -> Line:
    address = listed.address_of(term.slug) if listed else None
    return Line(text=term.label, about=term.text, address=address, icon=term.icon)


def sentence(*parts: str) -> str:
    """Parts one behind the other, each ended; empty ones left out."""
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)


def bare_address(address: str) -> str:
    """A web address as people write it: `stockholm.se/arbete`."""
    return address.split("//", 1)[-1].removeprefix("www.").rstrip("/")


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
    if low is not None:
        return VALUES["fran"].format(fran=number(low), enhet=unit)
    return VALUES["till"].format(till=number(high), enhet=unit)
