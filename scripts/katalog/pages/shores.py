"""Shores and borders as smooth lines: from points as they are stated, rings of them, to what an SVG path says.

A line bends at each point without reaching it: a quadratic B-spline. It never leaves the hull of its points, so that
lines that lie apart stay apart, and a point costs two small numbers, as a corner would. Where the ground on either side
changes owner a line has an end, so that two neighbours draw one and the same border.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

# Points are stated in tenths; the middle between two of them lies on a twentieth, so all is told in whole numbers.
GRAIN = 20

Point = tuple[int, int]
Owners = Mapping[frozenset[Point], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed shore, in twentieths. `corners`: points that were stated twice, which the line reaches."""

    points: tuple[Point, ...]
    corners: frozenset[Point] = frozenset()

    def edges(self) -> Iterator[frozenset[Point]]:
        """The one that ends in each point, in order."""
        yield from (frozenset(edge) for edge in pairwise((self.points[-1], *self.points)))


def ring_of(text: str) -> Ring:
    """From "x,y x,y": a point that stands twice in a row is a corner."""
    stated = [_point(pair) for pair in text.split()]
    corners = frozenset(one for one, other in pairwise(stated) if one == other)
    return Ring(tuple(dict.fromkeys(stated)), corners)


def _point(pair: str) -> Point:
    x, y = (round(float(one) * GRAIN) for one in pair.split(","))
    return x, y


def owners_of(lands: Mapping[str, Iterable[Ring]]) -> Owners:
    """Edge -> whose border it is: one at a shore, two where they meet."""
    found: dict[frozenset[Point], set[str]] = defaultdict(set)
    for owner, rings in lands.items():
        for ring in rings:
            for edge in ring.edges():
                found[edge].add(owner)
    return {edge: frozenset(names) for edge, names in found.items()}


def lines_of(ring: Ring, owners: Owners) -> list[tuple[Point, ...]]:
    """The ring's lines, each from one end to the next: two neighbours have the same, in opposite directions. A ring
    without an end begins in the middle of an edge."""
    points = ring.points
    sides = [owners[edge] for edge in ring.edges()]
    ends = [at for at, one in enumerate(points) if one in ring.corners or sides[at] != sides[(at + 1) % len(points)]]
    if not ends:
        start = _middle(points[-1], points[0])
        return [(start, *points, start)]
    turned = points[ends[0] :] + points[: ends[0] + 1]
    cuts = [at - ends[0] for at in ends] + [len(points)]
    return [turned[low : high + 1] for low, high in pairwise(cuts)]


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) // 2, (one[1] + other[1]) // 2


def stops_of(line: Sequence[Point]) -> list[Point]:
    """Where a line's pieces end: half-way between its points, and at its end. Piece n bends towards point n + 1."""
    inner = line[1:-1]
    return [*(_middle(one, other) for one, other in pairwise(inner)), line[-1]]


def path_of(rings: Iterable[Ring], owners: Owners, origin: Point = (0, 0)) -> str:
    """The rings as one path, in whole twentieths from `origin`. A hole is a ring within another (`evenodd`)."""
    return "".join(_closed(lines_of(ring, owners), origin) for ring in rings)


def _closed(lines: Sequence[Sequence[Point]], origin: Point) -> str:
    return f"M{_numbers(_from(lines[0][0], origin))}{''.join(map(_line, lines))}z"


def _line(line: Sequence[Point]) -> str:
    """After the first piece each bends as the mirror of the one before it: only where it ends is told."""
    start, towards = line[:2]
    if len(line) == 2:
        return f"l{_numbers(_from(towards, start))}"
    stops = stops_of(line)
    first = f"q{_numbers(_from(towards, start) + _from(stops[0], start))}"
    return first + "".join(f"t{_numbers(_from(stop, before))}" for before, stop in pairwise(stops))


def _from(point: Point, origin: Point) -> Point:
    return point[0] - origin[0], point[1] - origin[1]


def _numbers(numbers: Iterable[int]) -> str:
    """Parted by a minus where there is one."""
    return " ".join(map(str, numbers)).replace(" -", "-")
