"""The districts as a picture of land with water between: where each stands in it, its shape, and where its name goes.

The shores are stated in the vocabulary (`x-karta`), on a ground that is `WIDTH` wide and `HEIGHT` high, and smoothed by
`shores`. Each district is laid out in a box of its own by the stylesheet, so that the list of links is the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from katalog.derive.nearby import AREA
from katalog.derive.vocabulary import Term, Vocabularies
from katalog.pages.shores import GRAIN, Owners, Ring, owners_of, path_of, ring_of

WIDTH, HEIGHT = 100, 115
_NOTE = "karta"
# From so many places on -> the class of a deeper green.
_SHADES = {1: "", 6: "land-nagra", 13: "land-manga"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A district's land: its shores from the upper left of its box, all in `GRAIN`ths of the ground. `name`: the middle
    of its name, in parts of the box."""

    left: int
    top: int
    width: int
    height: int
    path: str
    name: tuple[float, float]

    @property
    def box(self) -> str:
        return f"0 0 {self.width} {self.height}"


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictMap:
    """`shapes`: by the district's value. `around`: the land of others, as one path."""

    shapes: dict[str, Shape]
    around: str
    box: str = f"0 0 {WIDTH * GRAIN} {HEIGHT * GRAIN}"

    def of(self, term: Term) -> Shape | None:
        """None for what has no place on the map."""
        return self.shapes.get(term.slug)


def map_of(words: Vocabularies) -> DistrictMap:
    """What has a name on the map is a district; what has land alone lies around them."""
    notes = {slug: term.notes[_NOTE] for slug, term in words.terms(AREA).items() if _NOTE in term.notes}
    lands = {slug: rings_of(note["land"]) for slug, note in notes.items()}
    named = {slug: note["namn"] for slug, note in notes.items() if "namn" in note}
    owners = owners_of(lands)
    return DistrictMap(
        shapes={slug: _shape(lands[slug], owners, *name) for slug, name in named.items()},
        around="".join(path_of(rings, owners) for slug, rings in lands.items() if slug not in named),
    )


def rings_of(land: list[str]) -> list[Ring]:
    return [ring_of(text) for text in land]


def _shape(rings: list[Ring], owners: Owners, x: float, y: float) -> Shape:
    across, down = ([point[axis] for ring in rings for point in ring.points] for axis in (0, 1))
    left, top = min(across), min(down)
    width, height = max(across) - left, max(down) - top
    return Shape(
        left=left,
        top=top,
        width=width,
        height=height,
        path=path_of(rings, owners, (left, top)),
        name=((x * GRAIN - left) / width, (y * GRAIN - top) / height),
    )


def shade_of(count: int) -> str:
    """The class of the green of a district with so many places."""
    return [name for least, name in _SHADES.items() if least <= max(count, 1)][-1]


def shades() -> Iterator[tuple[str, str]]:
    """Each green's class, with the numbers that it stands for."""
    least = list(_SHADES)
    for low, following in pairwise([*least, None]):
        yield _SHADES[low or 0], f"{low}–{following - 1}" if following else f"{low} eller fler"


def map_rules(words: Vocabularies) -> Iterator[str]:
    """How wide and high the map is; where each district lies, in percent of it, and its name, in percent of its box."""
    yield f".karta-lista{{--karta-matt:{WIDTH}/{HEIGHT}}}"
    for slug, shape in map_of(words).shapes.items():
        left, width = (_percent(one, WIDTH * GRAIN) for one in (shape.left, shape.width))
        top, height = (_percent(one, HEIGHT * GRAIN) for one in (shape.top, shape.height))
        box = f"--vanster:{left};--uppe:{top};--bredd:{width};--hojd:{height}"
        across, down = (_percent(one, 1) for one in shape.name)
        yield f".land-{slug}{{{box};--ord-x:{across};--ord-y:{down}}}"


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.4g}%"
