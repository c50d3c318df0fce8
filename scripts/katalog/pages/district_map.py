"""The districts as a picture of land with water between: where each stands in it, its shape, and where its name goes.

The shapes are stated in the vocabulary (`x-karta`): shores on a ground that is `WIDTH` wide and `HEIGHT` high. Each is
laid out in a box of its own by the stylesheet, so that the list of links is the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from katalog.derive.nearby import AREA
from katalog.derive.vocabulary import Term, Vocabularies

WIDTH, HEIGHT = 100, 119
_NOTE = "karta"
# From so many places on -> the class of a deeper green.
_SHADES = {1: "", 6: "land-nagra", 13: "land-manga"}

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A district's land: its shores from the upper left of its box, and the box in parts of the ground. `name`: the
    middle of its name, in parts of the box."""

    left: float
    top: float
    width: float
    height: float
    path: str
    name: Point

    @property
    def box(self) -> str:
        return f"0 0 {self.width:g} {self.height:g}"


def shape_of(term: Term) -> Shape | None:
    """None for what has no place on the map."""
    note = term.notes.get(_NOTE)
    if note is None:
        return None
    shores = [_points(text) for text in note["land"]]
    across, down = ([point[axis] for shore in shores for point in shore] for axis in (0, 1))
    left, top = min(across), min(down)
    width, height = round(max(across) - left, 1), round(max(down) - top, 1)
    x, y = note["namn"]
    return Shape(
        left=left,
        top=top,
        width=width,
        height=height,
        path="".join(_closed(shore, left, top) for shore in shores),
        name=((x - left) / width, (y - top) / height),
    )


def _points(text: str) -> list[Point]:
    pairs = (pair.split(",") for pair in text.split())
    return [(float(x), float(y)) for x, y in pairs]


def _closed(shore: list[Point], left: float, top: float) -> str:
    return f"M{' '.join(f'{round(x - left, 1):g} {round(y - top, 1):g}' for x, y in shore)}Z"


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
    for slug, term in words.terms(AREA).items():
        shape = shape_of(term)
        if shape:
            left, width = (_percent(one, WIDTH) for one in (shape.left, shape.width))
            top, height = (_percent(one, HEIGHT) for one in (shape.top, shape.height))
            box = f"--vanster:{left};--uppe:{top};--bredd:{width};--hojd:{height}"
            across, down = (_percent(one, 1) for one in shape.name)
            yield f".land-{slug}{{{box};--ord-x:{across};--ord-y:{down}}}"


def _percent(part: float, whole: int) -> str:
    return f"{100 * part / whole:.3g}%"
