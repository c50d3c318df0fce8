"""What a list lacks, district by district, and where the nearest of it is: "Farsta. Närmast: Skarpnäck (2)".

Nothing in the catalogue is not nothing in the district, and the pages say so. A list with nothing at all says nothing
here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from katalog.derive.choices import is_living, values_of
from katalog.derive.nearby import AREA, ELSEWHERE, TOWN, Near, areas_of
from katalog.derive.vocabulary import Listed
from katalog.pages.site import Site
from katalog.record.model import Record

_WHOLE_CITY = f"{AREA}/hela-staden"
_OFFERS_TITLE = "Hittar du det inte i {var}? Se här i närheten"
_FEW = 3  # with fewer to choose from, the list asks if somebody could do more
_NO_PLACE = frozenset({"annan-kommun", "ej-angivet"})  # nobody can start anything there
_OFFERS = "inriktning"  # what a district's own list tells the lack of


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An area that has something; `address` leads there: `#...` on the page in hand, else from the site's root; "" for
    nowhere."""

    label: str
    count: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """`further` lies on the line `line`; None without one."""

    areas: tuple[Place, ...]
    line: str
    further: Place | None


Row = tuple[str, Nearest]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacks:
    """What a page says that its list lacks. `has_wide`: some of the list is for the whole city."""

    title: str = ""
    rows: tuple[Row, ...] = ()
    has_wide: bool = False


NOTHING = Lacks()


def held_in(records: Iterable[Record]) -> Counter[str]:
    """How much each area holds."""
    return Counter(area for record in records for area in areas_of(record))


def lacking_districts(site: Site, title: str, records: Iterable[Record], shown: Collection[str]) -> Lacks:
    """The districts that have none of `records`. `shown`: the areas whose groups (`i-<area>`) stand on the page."""
    held = held_in(records)
    rows = [
        (term.label, site.nearby.nearest(f"{AREA}/{slug}", held))
        for slug, term in site.words.terms(AREA).items()
        if term.notes["slag"] == "stadsdel" and not held[f"{AREA}/{slug}"]
    ]

    def address(area: str) -> str:
        group = ELSEWHERE if area.startswith(f"{TOWN}/") else area.partition("/")[2]
        return f"#i-{group}" if group in shown else ""

    said = [(label, _said(site, near, held, address)) for label, near in rows if near.areas]
    return Lacks(title=title, rows=tuple(said), has_wide=bool(held[_WHOLE_CITY]))


def lacking_offers(site: Site, district: str, offers: Mapping[str, Counter[str]]) -> Lacks:
    """What one cannot do in a district, as far as is known, but with its neighbours. `offers` is what
    `held_by_value` gives."""
    listed, area = site.words.listed[_OFFERS], f"{AREA}/{district}"
    rows = []
    for slug, term in site.words.terms(_OFFERS).items():
        held = offers.get(slug, Counter())
        near = site.nearby.nearest(area, held, reach=1) if not held[area] else None
        if near and near.areas:
            rows.append((term.label, _said(site, near, held, partial(_in_list, listed.address_of(slug)))))
    return Lacks(title=_OFFERS_TITLE.format(var=site.words.label(AREA, district)), rows=tuple(rows))


def _in_list(address: str, area: str) -> str:
    return f"{address}#i-{ELSEWHERE if area.startswith(f'{TOWN}/') else area.partition('/')[2]}"


def _said(site: Site, near: Near, held: Counter[str], address: Callable[[str], str]) -> Nearest:
    def place(area: str) -> Place:
        vocabulary, _, slug = area.partition("/")
        return Place(label=site.words.label(vocabulary, slug), count=held[area], address=address(area))

    further = place(near.on_line) if near.on_line else None
    return Nearest(areas=tuple(place(area) for area in near.areas), line=near.line, further=further)


def held_by_value(site: Site, vocabulary: str = _OFFERS) -> dict[str, Counter[str]]:
    """Value -> how much of it each area holds, of what can be chosen and is not told as something that was."""
    listed = site.words.listed[vocabulary]
    found: dict[str, Counter[str]] = {}
    for record in site.derived.catalogue.records:
        for value in values_of(record, listed) if is_living(record) else ():
            found.setdefault(value, Counter()).update(areas_of(record))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A way to the form with the list's value filled in. `kind` is how much the list lacks: `tom`, `fa` or `mer`."""

    kind: str
    query: str


def invitation(listed: Listed, slug: str, total: int) -> Invitation | None:
    """What a list asks its reader for: something new where much is missing, and the form takes it for planned; else
    what may exist already, so that its status stays unknown."""
    if slug in _NO_PLACE or (total and not listed.is_asking):
        return None
    if total >= _FEW:
        return Invitation(kind="mer", query=f"?{listed.vocabulary}={slug}&status=okand")
    return Invitation(kind="fa" if total else "tom", query=f"?{listed.vocabulary}={slug}")
