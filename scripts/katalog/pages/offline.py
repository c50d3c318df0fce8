"""`/utan-nat/<slug>.html`: a file that needs no network, for each district and the city: to save, to send, to print.

Input: `Site`. Output: whole files, each made when it is asked for. One style sheet stands inside and is allowed by its
hash; no script. A file holds at most `PER_FILE` records and leads to the next one, so that none grows with the
catalogue.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from katalog.derive.choices import is_choice, is_living
from katalog.derive.crisis import read_lines
from katalog.derive.vocabulary import Term, Vocabularies
from katalog.pages.site import Site
from katalog.pages.templates import FOLDER
from katalog.record.model import Record
from katalog.wording.reach import reach_of

PER_FILE = 200
CITY = "hela-staden"
_IN_CITY = frozenset({CITY, "stockholm"})  # beside the districts
_AREA, _KIND = "omrade", "insatstyp"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Group:
    """A heading, its anchor, and its records."""

    anchor: str
    title: str
    records: Sequence[Record]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineFile:
    """`ground`: what it stands on ("" where nothing is known of files made before)."""

    path: str
    ground: str
    made: Callable[[], str]


def offline_files(site: Site) -> Iterator[OfflineFile]:
    """Districts tell their own places and those of the whole city; the city's file tells all."""
    *districts, city = offline_terms(site.words)
    inside = {term.slug for term in districts} | _IN_CITY
    chosen = [one for one in site.derived.catalogue.records if is_choice(one) and one.omrade in inside]
    records = site.derived.in_order(chosen)
    piece = _pieces(site)
    for term in districts:
        own = [one for one in records if one.omrade == term.slug]
        shared = [one for one in records if one.omrade == CITY]
        yield from _files(site, term, [*_sorted(site, own, _KIND), *_sorted(site, shared, _AREA)], piece)
    yield from _files(site, city, _sorted(site, records, _AREA), piece)


def offline_terms(words: Vocabularies) -> list[Term]:
    """The areas that have such a file: the districts, and last the city."""
    areas = words.terms(_AREA)
    return [*(term for term in areas.values() if term.notes["slag"] == "stadsdel"), areas[CITY]]


def _pieces(site: Site) -> Callable[[Record], Markup]:
    """Gives the HTML of a record, made once for all files."""
    made: dict[str, Markup] = {}

    def piece(record: Record) -> Markup:
        if record.id not in made:
            html = site.render("_utan-nat.html", "utan-nat/", record=record, reach=reach_of(site.view, record))
            made[record.id] = Markup(html)  # noqa: S704  # the template escapes
        return made[record.id]

    return piece


def policy() -> str:
    """What such a file may load: nothing but its own style sheet."""
    return f"default-src 'none'; style-src '{_hash(style())}'; form-action 'none'; base-uri 'none'"


def style() -> str:
    return (FOLDER / "utan-nat.css").read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """As a policy names it: https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def name_of(slug: str, number: int = 1) -> str:
    return f"utan-nat/{slug}.html" if number == 1 else f"utan-nat/{slug}-{number}.html"


def _sorted(site: Site, records: Sequence[Record], field: str) -> list[tuple[str, str, Record]]:
    """(anchor, heading, record) in the order of the vocabulary; the records' own order within."""
    terms = list(site.words.terms(field))
    held = [(_first(one, field), one) for one in records]
    ranked = sorted(held, key=lambda pair: terms.index(pair[0]))
    return [(f"{field}-{value}", site.words.label(field, value), one) for value, one in ranked]


def _first(record: Record, field: str) -> str:
    return record.omrade if field == _AREA else record.insatstyp[0]


def _files(
    site: Site, term: Term, rows: Sequence[tuple[str, str, Record]], piece: Callable[[Record], Markup]
) -> Iterator[OfflineFile]:
    chunks = [rows[start : start + PER_FILE] for start in range(0, len(rows), PER_FILE)] or [[]]
    living = sum(is_living(record) for _, _, record in rows)
    names = [name_of(term.slug, number) for number in range(1, len(chunks) + 1)]
    for name, chunk in zip(names, chunks, strict=True):
        groups = [
            _Group(anchor=anchor, title=title, records=[one for _, _, one in group])
            for (anchor, title), group in groupby(chunk, lambda row: row[:2])
        ]
        values = {
            "term": term,
            "groups": groups,
            "total": living,
            "past": len(rows) - living,
            "own": name,
            "names": names,
        }
        ground = site.grounds.of("utan-nat.html", values) if site.base else ""
        yield OfflineFile(path=name, ground=ground, made=partial(_rendered, site, values, piece))


def _rendered(site: Site, values: Mapping[str, object], piece: Callable[[Record], Markup]) -> str:
    return site.render(
        "utan-nat.html",
        "utan-nat/",
        **values,
        piece=piece,
        style=Markup(style()),  # noqa: S704  # our own file
        policy=policy(),
        idag=site.derived.idag,
        lines=read_lines(site.words.schema),
    )
