"""QR codes: each module is the library's, whatever the address, and the drawing is that symbol."""

from __future__ import annotations

import re

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from katalog.pages.codes import code_svg
from katalog.pages.quick_codes import QUIET, modules_of

_STROKE = re.compile(r"M(\d+) (\d+)\.5h(\d+)")


def _library(text: str) -> list[bytes]:
    code = segno.make(text.encode(), mode="byte", error="m", micro=False, boost_error=False, mask=3)
    return [bytes(row) for row in code.matrix]


@pytest.mark.parametrize("length", [0, 1, 12, 13, 14, 15, 26, 42, 62, 84, 85, 105, 106, 107, 122, 152, 180, 181, 400])
def test_every_size_is_the_librarys(length: int) -> None:
    text = ("https://exempel.se/verksamhet/" + "abcdefghij-" * 40)[: length + 1]
    assert list(modules_of(text)) == _library(text)


@given(st.text(min_size=1, max_size=60))
def test_every_text_is_the_librarys(text: str) -> None:
    assert list(modules_of(text)) == _library(text)


def test_the_drawing_is_the_symbol() -> None:
    text = "https://exempel.se/verksamhet/misa-it/"
    rows = modules_of(text)
    drawn = [bytearray(len(rows)) for _ in rows]
    for x, y, run in ((int(n) for n in found) for found in _STROKE.findall(code_svg(text))):
        drawn[y - QUIET][x - QUIET : x - QUIET + run] = b"\1" * run
    assert [bytes(row) for row in drawn] == list(rows)
    assert f'viewBox="0 0 {len(rows) + 8} {len(rows) + 8}"' in code_svg(text)
