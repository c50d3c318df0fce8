"""`/handlaggare/kedjor/`: which place leads to which, drawn and as a list, some chains a page.

A chain with very many steps is told as a list alone: its drawing would be of no help.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from katalog.derive.chains import Chain, derive_chains
from katalog.pages.chain_drawing import chain_svg
from katalog.pages.leaves import parts
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record

ADDRESS = "handlaggare/kedjor/"
_TITLE, _TEXT = "Kedjor", "Vilket ställe som leder till vilket, så som källorna säger."
_PER_PAGE, _DRAWN, _LISTED = 12, 16, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One chain: its name, its drawing ("" for a chain that is too long for one), and its rows. `more` counts the steps
    that are not listed."""

    name: str
    drawing: Markup
    rows: tuple[Row, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A step, what it leads to, and its parts."""

    record: Record
    to: tuple[Record, ...]
    parts: tuple[Record, ...]


def chain_pages(site: Site) -> Iterator[Page]:
    chains = derive_chains(site.derived.catalogue.records)
    steps = [chain for chain in chains if chain.has_steps]
    wholes = [chain for chain in chains if not chain.has_steps]
    ordered = [*steps, *wholes]
    for part in parts(ADDRESS, ordered, _PER_PAGE):
        told = [(chain, _told(chain)) for chain in part.items]
        yield site.page(
            part.address,
            f"{_TITLE}{part.suffix}",
            _TEXT,
            "kedjor.html",
            steps=[one for chain, one in told if chain.has_steps],
            wholes=[one for chain, one in told if not chain.has_steps],
            part=part,
        )


def _told(chain: Chain) -> Told:
    by_id = {record.id: record for record in chain.steps}
    rows = [Row(record=record, to=_ends(chain, by_id, record, "steg"), parts=_ends(chain, by_id, record, "del"))
            for record in chain.steps]  # fmt: skip
    told = [row for row in rows if row.to or row.parts]
    drawing = chain_svg(chain) if chain.has_steps and len(chain.steps) <= _DRAWN else Markup("")
    name = next((row.record.namn for row in rows if row.parts), chain.steps[0].namn)
    return Told(name=name, drawing=drawing, rows=tuple(told[:_LISTED]), more=len(told[_LISTED:]))


def _ends(chain: Chain, by_id: Mapping[str, Record], record: Record, kind: str) -> tuple[Record, ...]:
    links: Sequence[str] = [link.end for link in chain.links if link.start == record.id and link.kind == kind]
    return tuple(by_id[end] for end in links[:_LISTED])
