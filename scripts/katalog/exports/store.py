"""What exports make of each record and go through several times: on the disk meanwhile, since thousands of records at
once would take more memory than all else.

Input: rows, each of so many parts put together (`joined`). Output: `Store`: one part of every row, one at a time.
"""

from __future__ import annotations

import struct
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

_MANY = 100
_BLOCK = 1 << 18  # bytes that are read and written at once


def joined(parts: Sequence[bytes]) -> bytes:
    """Parts as one row: their sizes, then what they hold."""
    return b"".join((struct.pack(f"<{len(parts)}I", *map(len, parts)), *parts))


def pieces(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Many rows at once: what takes them (a zip, a file) takes as long for one."""
    left = iter(rows)
    while piece := b"".join(islice(left, _MANY)):
        yield piece


class Store:
    """`width`: of how many parts each row is; `folder`: where there is room, None for where the system has it."""

    def __init__(self, rows: Iterable[bytes], width: int, folder: Path | None = None) -> None:
        self._file = TemporaryFile(buffering=_BLOCK, dir=folder)  # noqa: SIM115  # as long as the store is there
        weakref.finalize(self, self._file.close)
        self._width, self._ends = width, array("Q", (0,))
        sizes = struct.Struct(f"<{width}I")
        for row in rows:
            self._file.write(memoryview(row)[sizes.size :])
            for size in sizes.unpack_from(row):
                self._ends.append(self._ends[-1] + size)

    def __len__(self) -> int:
        return (len(self._ends) - 1) // self._width

    def parts(self, number: int) -> Iterator[bytes]:
        """The part of that number of every row, in order."""
        for at in range(number, len(self._ends) - 1, self._width):
            start, end = self._ends[at : at + 2]
            self._file.seek(start)
            yield self._file.read(end - start)
