"""`/behov-och-utbud/`: what is known where, as a table for each pair of vocabularies; and for each pair of values that
has something a page with its records, below the list of the place or the group.

A pair without anything has no page: its cell leads to the value's own list, which asks if somebody can meet it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from katalog.derive.choices import is_living, values_of
from katalog.derive.coverage import MATRICES, Cell, Matrix, matrix_of
from katalog.derive.nearby import AREA
from katalog.derive.nearness import NEEDS, Near
from katalog.derive.vocabulary import Term
from katalog.pages.lacking import invitation
from katalog.pages.leaves import numbered, parts, pieces
from katalog.pages.lists import entries, grouped_by_place
from katalog.pages.page import Page, style
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.wording.coverage import in_words, lacking, nowhere, spread

_FOLDER = "behov-och-utbud/"
_STYLES = ("statistik", "matris")
_TITLES = {
    (NEEDS, AREA): "Behov och utbud",
    ("inriktning", AREA): "Vad man kan göra, stadsdel för stadsdel",
    ("insatstyp", AREA): "Sorters stöd, stadsdel för stadsdel",
    ("insatstyp", "malgrupp"): "Sorters stöd, grupp för grupp",
}
_TEXT = "Vad katalogen känner till, och var det är tomt."
_NEEDS_TEXT = "Vilka behov som någon möter i varje stadsdel, och var det är tomt."


def _address(rows: str, columns: str) -> str:
    """The needs stand first, at the folder's own address."""
    return _FOLDER if rows == NEEDS else f"{_FOLDER}{rows if columns == AREA else columns}/"


def coverage_pages(site: Site, rows: str, columns: str) -> Iterator[Page]:
    """The table of two vocabularies, and the page of each pair that has something."""
    matrix = matrix_of(site.derived, site.words, rows, columns)
    yield _matrix_page(site, matrix)
    for (row, column), cell in matrix.cells.items():
        yield from _pair_pages(site, matrix, (row, column), cell)


def _matrix_page(site: Site, matrix: Matrix) -> Page:
    down, across = site.words.listed[matrix.rows], site.words.listed[matrix.columns]
    title = _TITLES[matrix.rows, matrix.columns]
    choices = {entry.term.slug: entry.count for entry in entries(site, down)}
    address = _address(matrix.rows, matrix.columns)
    return site.page(
        address,
        title,
        _NEEDS_TEXT if matrix.rows == NEEDS else _TEXT,
        "behov-och-utbud.html",
        head="".join(style(address, name) for name in _STYLES),
        matrix=matrix,
        down=down,
        across=across,
        pair_address={pair: _pair_address(site, matrix, pair) for pair in matrix.cells},
        invited={term.slug: _invited(site, matrix, term, choices[term.slug]) for term in matrix.row_terms},
        others=[(_address(*pair), _TITLES[pair]) for pair in MATRICES],
        lacking=lacking(matrix),
        spread=list(spread(matrix)),
        nowhere=nowhere(matrix),
        confirmed=sum(site.derived.trust[record.id].is_confirmed for record in matrix.placed),
        has_near=any(cell.near for cell in matrix.cells.values()),
        then=_then(site) if matrix.rows == NEEDS else [],
        idag=site.derived.idag,
    )


def _invited(site: Site, matrix: Matrix, term: Term, total: int) -> str:
    """Where a cell without anything leads: to what the value's own list asks of its readers, where it asks."""
    listed = site.words.listed[matrix.rows]
    address = numbered(listed.address_of(term.slug), len(pieces(range(total))))
    return f"{address}#kan-ni" if invitation(listed, term.slug, total) else listed.address_of(term.slug)


def _then(site: Site) -> list[tuple[Term, int, int, str]]:
    """Each need of 2012-13 with how much of what can be chosen meets it, and lies near it, and the way to the form."""
    listed = site.words.listed[NEEDS]
    found = []
    living, rules = list(filter(is_living, site.derived.catalogue.records)), Near(site.words)
    held = Counter(need for record in living for need in values_of(record, listed))
    near = Counter(need for record in living for need in rules.needs(record))
    for entry in entries(site, listed):
        slug = entry.term.slug
        asked = invitation(listed, slug, entry.count)
        found.append((entry.term, held[slug], near[slug], asked.query if asked else ""))
    return found


def _pair_address(site: Site, matrix: Matrix, pair: tuple[str, str]) -> str:
    row, column = pair
    return f"{site.words.listed[matrix.columns].address_of(column)}{site.words.listed[matrix.rows].folder}/{row}/"


def _pair_pages(site: Site, matrix: Matrix, pair: tuple[str, str], cell: Cell) -> Iterator[Page]:
    row, column = (site.words.label(name, slug) for name, slug in zip((matrix.rows, matrix.columns), pair, strict=True))
    where = site.words.terms(matrix.columns)[pair[1]]
    title = f"{row} {in_words(where)}" if matrix.is_by_place else f"{row}, {column[0].lower()}{column[1:]}"
    near = {record.id for record in cell.near}
    for part in parts(_pair_address(site, matrix, pair), [*cell.stated, *cell.near]):
        yield site.page(
            part.address,
            f"{title}{part.suffix}",
            f"{row}. {column}.",
            "par.html",
            is_listed=False,
            row=site.words.terms(matrix.rows)[pair[0]],
            column=where,
            down=site.words.listed[matrix.rows],
            across=site.words.listed[matrix.columns],
            matrix_address=_address(matrix.rows, matrix.columns),
            is_need=matrix.rows == NEEDS,
            cell=cell,
            groups=_groups(site, matrix, pair, [record for record in part.items if record.id not in near]),
            near=[record for record in part.items if record.id in near],
            part=part,
        )


def _groups(
    site: Site, matrix: Matrix, pair: tuple[str, str], records: Sequence[Record]
) -> list[tuple[str, str, list[Record]]]:
    """(anchor, heading, records): those of one place together under one heading, the others by place."""
    if not records:
        return []
    if matrix.is_by_place:
        heading = "Möter behovet, enligt sin källa" if matrix.rows == NEEDS else "Verksamheter"
        return [("verksamheter", heading, list(records))]
    return grouped_by_place(site, matrix.rows, pair[0], records)
