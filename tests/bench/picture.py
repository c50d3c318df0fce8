"""What builds cost against the number of records -> a picture (SVG), both axes by powers of ten.

Input: label -> number of records -> seconds. Output: the text of one picture, that needs nothing but itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import ceil, floor, log10

Series = Mapping[str, Mapping[int, float]]
_WIDTH, _HEIGHT = 760, 480
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 250, 50, 60  # around the drawing; the names stand to the right of it
_COLOURS = ("#1b4f8a", "#b3541e", "#2e7d32", "#7b1fa2", "#00838f", "#c62828", "#5d4037")
_APART = 18  # between two names


def picture(series: Series, title: str) -> str:
    sizes = sorted({size for one in series.values() for size in one})
    seconds = [value for one in series.values() for value in one.values()]
    across, up = _Axis(sizes, _LEFT, _WIDTH - _RIGHT), _Axis(seconds, _HEIGHT - _BOTTOM, _TOP)
    parts = [*_grid(across, up, sizes), *_lines(series, across, up)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        f'font-size="13"><rect width="100%" height="100%" fill="#fff"/>'
        f'<text x="{_LEFT}" y="24" font-size="16">{escape(title)}</text>{"".join(parts)}</svg>\n'
    )


class _Axis:
    """Values by powers of ten, from `start` to `end` (pixels)."""

    def __init__(self, values: Sequence[float], start: float, end: float) -> None:
        self._low, self._high = floor(log10(min(values))), max(ceil(log10(max(values))), floor(log10(min(values))) + 1)
        self._start, self._end = start, end

    def at(self, value: float) -> float:
        part = (log10(value) - self._low) / (self._high - self._low)
        return round(self._start + part * (self._end - self._start), 1)

    @property
    def powers(self) -> list[float]:
        return [10.0**power for power in range(self._low, self._high + 1)]


def _grid(across: _Axis, up: _Axis, sizes: Sequence[int]) -> Iterator[str]:
    for value in up.powers:
        y = up.at(value)
        yield f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" stroke="#ddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{value:g} s</text>'
    for size in sizes:
        x = across.at(size)
        yield f'<path d="M{x} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#ddd"/>'
        yield f'<text x="{x}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">{size:,}</text>'
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    yield f'<text x="{middle}" y="{_HEIGHT - 14}" text-anchor="middle">records</text>'


def _lines(series: Series, across: _Axis, up: _Axis) -> Iterator[str]:
    """Each with its name beside its end; names that would stand on each other are moved apart."""
    ends = sorted(series, key=lambda label: -series[label][max(series[label])])
    below = float(_TOP)
    for number, label in enumerate(ends):
        points = [(across.at(size), up.at(value)) for size, value in sorted(series[label].items())]
        colour = _COLOURS[number % len(_COLOURS)]
        below = max(below + _APART, points[-1][1]) if number else max(below, points[-1][1])
        path = " ".join(f"{x},{y}" for x, y in points)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield "".join(f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}"/>' for x, y in points)
        yield f'<text x="{_WIDTH - _RIGHT + 12}" y="{below + 4}" fill="{colour}">{escape(label)}</text>'
