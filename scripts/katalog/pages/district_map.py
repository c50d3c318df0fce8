"""The districts as a picture of land with water between: where each stands in it, and its shape.

The shapes are stated in the vocabulary (`x-karta`): corners on a ground that is `WIDTH` wide and `HEIGHT` high. Each is
laid out in a box of its own by the stylesheet, so that the list of links is the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from katalog.derive.nearby import AREA
from katalog.derive.vocabulary import Term, Vocabularies

WIDTH, HEIGHT = 100, 116
_NOTE = "karta"
_BEND = 3.5  # of the ground's width: so far from a corner a shore leaves the straight line


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A district's land: its corners from the upper left of its box, and the box in parts of the ground."""

    left: float
    top: float
    width: float
    height: float
    path: str

    @property
    def box(self) -> str:
        return f"0 0 {self.width:g} {self.height:g}"


def shape_of(term: Term) -> Shape | None:
    """None for what has no place on the map."""
    corners: list[list[float]] | None = term.notes.get(_NOTE)
    if corners is None:
        return None
    left, top = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, bottom = (max(corner[axis] for corner in corners) for axis in (0, 1))
    path = _rounded([(x - left, y - top) for x, y in corners])
    return Shape(left=left, top=top, width=right - left, height=bottom - top, path=path)


def _rounded(corners: list[tuple[float, float]]) -> str:
    """A shore: straight from corner to corner, and around each in a bend that begins and ends near it."""
    around = zip(corners[-1:] + corners[:-1], corners, corners[1:] + corners[:1], strict=True)
    bends = [(_towards(corner, before), corner, _towards(corner, after)) for before, corner, after in around]
    path = "L".join(f"{x:g} {y:g}Q{u:g} {v:g} {p:g} {q:g}" for (x, y), (u, v), (p, q) in bends)
    return f"M{path}Z"


def _towards(corner: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The point at `_BEND` from a corner on its way to another, at most half the way."""
    (x, y), (u, v) = corner, other
    part = min(0.5, _BEND / hypot(u - x, v - y))
    return round(x + part * (u - x), 1), round(y + part * (v - y), 1)


def map_rules(words: Vocabularies) -> Iterator[str]:
    """Where each district lies, in percent of the map."""
    for slug, term in words.terms(AREA).items():
        shape = shape_of(term)
        if shape:
            left, width = (_percent(one, WIDTH) for one in (shape.left, shape.width))
            top, height = (_percent(one, HEIGHT) for one in (shape.top, shape.height))
            yield f".land-{slug}{{--vanster:{left};--uppe:{top};--bredd:{width};--hojd:{height}}}"


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.3g}%"
