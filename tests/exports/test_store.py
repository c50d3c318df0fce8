"""What lies on the disk while exports go through it: the same parts in the same order, also by turns."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalog.exports.store import Store, joined, pieces

_ROWS = [(b"a1", b"", b"a3" * 200_000), (b"", b"b2", b"b3"), (b"c1" * 300_000, b"c2", b"")]


@pytest.mark.parametrize("has_folder", [True, False])
def test_each_part_of_every_row_comes_back_in_order(has_folder: bool, tmp_path: Path) -> None:
    store = Store(map(joined, _ROWS), width=3, folder=tmp_path if has_folder else None)
    assert len(store) == len(_ROWS)
    assert list(zip(*(store.parts(number) for number in range(3)), strict=True)) == _ROWS
    assert list(store.parts(2)) == [row[2] for row in _ROWS]
    del store
    assert not list(tmp_path.iterdir())


def test_there_may_be_no_rows() -> None:
    store = Store([], width=2)
    assert len(store) == 0
    assert list(store.parts(1)) == []


def test_pieces_are_the_rows() -> None:
    rows = [b"%d;" % number for number in range(1, 334)]
    assert b"".join(pieces(rows)) == b"".join(rows)
    assert len(list(pieces(rows))) < 10
    assert list(pieces([])) == []
