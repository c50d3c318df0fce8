"""Rows that exports remember: made once for a ground, and never believed when the file is not whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from katalog.exports.rows import NO_ROWS, Rows

_GROUNDS = ["a", "b", "c"]


def _made(rows: Rows, grounds: list[str]) -> tuple[list[bytes], list[int]]:
    """The rows, and the places of those that had to be made."""
    asked: list[int] = []

    def make(at: int) -> bytes:
        asked.append(at)
        return f"rad {grounds[at]}\n".encode()

    return list(rows.made("prov", grounds, make)), asked


def test_a_row_is_made_once_for_its_ground(tmp_path: Path) -> None:
    rows = Rows(tmp_path / "rader")
    assert _made(rows, _GROUNDS) == ([b"rad a\n", b"rad b\n", b"rad c\n"], [0, 1, 2])
    rows.keep()
    assert _made(rows, ["c", "ny", "a"]) == ([b"rad c\n", b"rad ny\n", b"rad a\n"], [1])
    assert _made(rows, _GROUNDS)[1] == []  # what was not kept took nobody's place
    rows.keep()
    assert _made(rows, ["ny"])[1] == [0]  # what the last one did not ask for is forgotten


def test_nothing_is_remembered_without_a_folder() -> None:
    assert _made(NO_ROWS, _GROUNDS)[1] == [0, 1, 2]
    NO_ROWS.keep()


@pytest.mark.parametrize("spoil", [
    lambda whole: whole[:-30],
    lambda whole: whole[:20],
    lambda whole: whole[:0],
    lambda whole: whole.replace(b"katalog-rader 1", b"katalog-rader 0"),
    lambda whole: whole.replace(b"rad a", b"rad x").replace(b"rad b", b"rad x").replace(b"rad c", b"rad x"),
    lambda whole: whole[:-20] + b"x" * 20,
    lambda whole: whole[:-20] + b"%020d" % 10**9,
])  # fmt: skip
def test_a_file_that_is_not_whole_counts_as_none(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    rows = Rows(tmp_path)
    _made(rows, _GROUNDS)
    rows.keep()
    file = tmp_path / "prov"
    file.write_bytes(spoil(file.read_bytes()))
    assert _made(rows, _GROUNDS) == ([b"rad a\n", b"rad b\n", b"rad c\n"], [0, 1, 2])


def test_a_disk_that_takes_nothing_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "rader").write_bytes(b"a file where the folder would be")
    rows = Rows(tmp_path / "rader")
    assert _made(rows, _GROUNDS)[0] == [b"rad a\n", b"rad b\n", b"rad c\n"]
    rows.keep()
