"""The map as it is drawn: every shore closed and whole, borders that are one line, water that is wide enough to see.

All is read from the paths that pages have, not from the points that they are made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

import pytest

from katalog.derive.vocabulary import Vocabularies
from katalog.pages.district_map import HEIGHT, WIDTH, Shape, map_of
from katalog.pages.shores import GRAIN, owners_of, path_of, ring_of

Point = tuple[float, float]
Piece = tuple[Point, Point, Point]  # from, bends towards, to

# Who has a border on land with whom. Kungsholmen is islands alone; Hammarby sjöstad is Södermalm's, south of the water.
NEIGHBOURS = {
    ("bromma", "hasselby-vallingby"),
    ("bromma", "jarva"),
    ("hasselby-vallingby", "jarva"),
    ("hagersten-alvsjo", "skarholmen"),
    ("enskede-arsta-vantor", "hagersten-alvsjo"),
    ("enskede-arsta-vantor", "farsta"),
    ("enskede-arsta-vantor", "skarpnack"),
    ("enskede-arsta-vantor", "sodermalm"),
    ("farsta", "skarpnack"),
    ("skarpnack", "sodermalm"),
}
NARROWEST = 0.7  # of the ground's hundred: some three pixels of a telephone
WEDGE = 0.2  # where a border reaches a shore, the two shores part: so much a step at least
ROUNDED = 0.001
ISLANDS = {"kungsholmen": 3, "norra-innerstaden": 4, "sodermalm": 5}
FINE = 4  # parts of a piece
_COMMAND = re.compile(r"([Mqtlz])([^Mqtlz]*)")
_NUMBER = re.compile(r"-?\d+")


@pytest.fixture(scope="module")
def shapes(words: Vocabularies) -> dict[str, Shape]:
    return map_of(words).shapes


def _rings(path: str, left: int = 0, top: int = 0) -> list[list[Piece]]:
    """What the browser draws, from the ground's upper left, in hundredths of its width."""
    rings: list[list[Piece]] = []
    for kind, text in _COMMAND.findall(path):
        numbers = [int(one) / GRAIN for one in _NUMBER.findall(text)]
        if kind == "M":
            at = control = (numbers[0] + left / GRAIN, numbers[1] + top / GRAIN)
            rings.append([])
        elif kind != "z":
            end = (at[0] + numbers[-2], at[1] + numbers[-1])
            mirrored = (2 * at[0] - control[0], 2 * at[1] - control[1])
            control = {"q": (at[0] + numbers[0], at[1] + numbers[1]), "t": mirrored, "l": end}[kind]
            rings[-1].append((at, control, end))
            at = end
    return rings


def _of(shape: Shape) -> list[list[Piece]]:
    return _rings(shape.path, shape.left, shape.top)


def _pieces(shape: Shape) -> dict[object, Piece]:
    """By what is the same in both directions."""
    named = ((frozenset((_rounded(one[0]), _rounded(one[2]))), one) for ring in _of(shape) for one in ring)
    return {(ends, _rounded(piece[1]) if len({piece[1], piece[2]}) == 2 else None): piece for ends, piece in named}


def _rounded(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)


def _fine(pieces: Iterable[Piece]) -> list[Point]:
    return [_on(piece, part / FINE) for piece in pieces for part in range(FINE)]


def _on(piece: Piece, t: float) -> Point:
    one, by, two = piece
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return a * one[0] + b * by[0] + c * two[0], a * one[1] + b * by[1] + c * two[1]


def _apart(one: Point, other: Point) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _holds(ring: list[Point], point: Point) -> bool:
    x, y = point
    crossed = [
        (a[1] > y) != (b[1] > y) and x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
        for a, b in pairwise([*ring, ring[0]])
    ]
    return sum(crossed) % 2 == 1


def test_eleven_districts_lie_within_the_map(shapes: dict[str, Shape]) -> None:
    assert len(shapes) == 11
    for slug, one in shapes.items():
        assert 0 <= one.left < one.left + one.width <= WIDTH * GRAIN, slug
        assert 0 <= one.top < one.top + one.height <= HEIGHT * GRAIN, slug
        assert all(0 < part < 1 for part in one.name), slug


def test_every_shore_is_closed_and_crosses_no_other_of_its_own(words: Vocabularies, shapes: dict[str, Shape]) -> None:
    all_rings = {**{slug: _of(one) for slug, one in shapes.items()}, "around": _rings(map_of(words).around)}
    for slug, rings in all_rings.items():
        assert all(_apart(ring[0][0], ring[-1][2]) < 0.001 for ring in rings), f"{slug}: a shore that is not closed"
        sides = [side for ring in rings for side in pairwise([*_fine(ring), ring[0][0]])]
        crossing = [one for one, other in combinations(sides, 2) if _cross(*one, *other)]
        assert not crossing, f"{slug}: crosses itself near {crossing[0][0]}"


def test_neighbours_have_one_border_and_nobody_else_has(shapes: dict[str, Shape]) -> None:
    """One and the same line from end to end: no gap and no overlap where they meet."""
    borders = {tuple(sorted(pair)): _shared(*(shapes[slug] for slug in pair)) for pair in combinations(shapes, 2)}
    assert {pair for pair, pieces in borders.items() if pieces} == NEIGHBOURS
    broken = [pair for pair, pieces in borders.items() if pieces and len(_loose(pieces)) != 2]
    assert not broken, "a border has two ends"


def _shared(one: Shape, other: Shape) -> list[Piece]:
    theirs = _pieces(other)
    return [piece for key, piece in _pieces(one).items() if key in theirs]


def _loose(pieces: list[Piece]) -> list[Point]:
    """Ends of lines."""
    reached = [_rounded(point) for piece in pieces for point in (piece[0], piece[2])]
    return [point for point in reached if reached.count(point) == 1]


def _shores(shapes: dict[str, Shape]) -> Iterator[tuple[str, list[Piece]]]:
    """Each district's pieces that it shares with none."""
    pieces = {slug: _pieces(one) for slug, one in shapes.items()}
    for slug, own in pieces.items():
        others = {key for other, theirs in pieces.items() if other != slug for key in theirs}
        yield slug, [piece for key, piece in own.items() if key not in others]


def test_no_sliver_lies_between_two_districts(shapes: dict[str, Shape]) -> None:
    """Where two shores are not one line they are so far apart that it is seen as water, or as land of another."""
    ends = {end for pair in combinations(shapes.values(), 2) for end in _loose(_shared(*pair))}
    shores = {slug: [(one, _wide(one, ends)) for one in _fine(pieces)] for slug, pieces in _shores(shapes)}
    for (one, first), (other, second) in combinations(shores.items(), 2):
        close = [a for a, wide in first for b, _ in second if abs(a[0] - b[0]) < wide and _apart(a, b) < wide]
        assert not close, f"{one} and {other}: a sliver near {close[0]}"


def _wide(point: Point, ends: Iterable[Point]) -> float:
    """How far another's shore has to be from here."""
    return min(NARROWEST, *(WEDGE * _apart(point, end) - ROUNDED for end in ends))


def test_no_district_lies_on_another(shapes: dict[str, Shape]) -> None:
    """A point of a shore that is in another's land, further in than what is rounded."""
    lands = {slug: [_fine(ring) for ring in _of(one)] for slug, one in shapes.items()}
    for slug, pieces in _shores(shapes):
        points = [_on(piece, 0.5) for piece in pieces]
        for other in set(lands) - {slug}:
            inside = [point for point in points if sum(_holds(ring, point) for ring in lands[other]) % 2]
            assert not inside, f"{slug} lies on {other} near {inside[0]}"


def test_the_city_has_its_islands(shapes: dict[str, Shape]) -> None:
    assert {slug: len(_of(shapes[slug])) for slug in ISLANDS} == ISLANDS


def test_a_line_bends_at_its_points_and_reaches_its_corners() -> None:
    round_one, cornered = ring_of("0,0 4,0 4,4 0,4"), ring_of("0,0 0,0 4,0 4,4 0,4")
    alone = owners_of({"one": [round_one, cornered]})
    assert path_of([round_one], alone) == "M0 40q0-40 40-40t40 40t-40 40t-40-40z"
    assert path_of([cornered], alone) == "M0 0q80 0 80 40t-40 40t-40-80z"


def test_a_border_is_told_alike_from_both_sides() -> None:
    left, right = ring_of("0,0 4,0 5,2 4,4 0,4"), ring_of("4,4 5,2 4,0 8,0 8,4")
    owners = owners_of({"left": [left], "right": [right]})
    assert "M80 0q20 40 0 80" in path_of([left], owners)
    assert "M80 80q20-40 0-80" in path_of([right], owners)
