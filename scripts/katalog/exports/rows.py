"""What exports made of single records, kept from one build to the next: most of an export is the same rows again.

Input: a folder (the project's `.cache/rader/`, which may be deleted at any time), and for each row the number of all
that it follows from (`derive/ground.py`). Output: the rows, made or remembered. A file that cannot be read, or a row
that is not whole, counts as none. What a build made is laid beside, and takes the place of what was there when the
build is done and nothing changed on the way.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

_FIRST = b"katalog-rader 1\n"
_NEW = ".ny"
_BLOCK = 1 << 18  # bytes that are read and written at once: rows come mostly in the order in which they lie
_DIGITS = 20  # last in the file: where the list of its rows begins


@dataclass(frozen=True, slots=True)
class Rows:
    """`folder`: None where nothing is remembered."""

    folder: Path | None = None

    def made(self, kind: str, grounds: Sequence[str], make: Callable[[int], bytes]) -> Iterator[bytes]:
        """The row of each ground, in order; `make` is called with the places of those that nobody remembers. To be gone
        through to the end: then what was made is laid ready (`keep`)."""
        with ExitStack() as opened:
            held = _open(self.folder and self.folder / kind, opened)
            new = _New(self.folder and self.folder / f"{kind}{_NEW}", opened)
            for at, ground in enumerate(grounds):
                row = held.row(ground)
                if row is None:
                    row = make(at)
                new.add(ground, row)
                yield row
            new.end()

    @property
    def room(self) -> Path | None:
        """A folder for what is not kept; None for where the system has room."""
        with suppress(OSError):
            if self.folder:
                self.folder.mkdir(parents=True, exist_ok=True)
                return self.folder
        return None

    def keep(self) -> None:
        """What was laid ready is what is remembered from now on."""
        for new in sorted(self.folder.glob(f"*{_NEW}")) if self.folder else ():
            with suppress(OSError):
                new.replace(new.with_suffix(""))


NO_ROWS = Rows()


@dataclass(frozen=True, slots=True)
class _Held:
    """The rows of a file. `places`: ground -> where it begins, its size and checksum."""

    file: IO[bytes] | None = None
    places: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)

    def row(self, ground: str) -> bytes | None:
        place = self.places.get(ground)
        if place is None or self.file is None:
            return None
        start, size, checksum = place
        self.file.seek(start)
        found = self.file.read(size)
        return found if zlib.crc32(found) == checksum else None


def _open(path: Path | None, opened: ExitStack) -> _Held:
    if path is None:
        return _Held()
    try:
        file = opened.enter_context(path.open("rb", buffering=_BLOCK))
        file.seek(-_DIGITS, 2)
        end = file.tell()
        start = int(file.read())
        file.seek(start)
        told = json.loads(file.read(end - start))
        file.seek(0)
        if file.read(len(_FIRST)) != _FIRST:
            return _Held()
        return _Held(file, {ground: (start, size, checksum) for ground, start, size, checksum in told})
    except (OSError, ValueError, TypeError):
        return _Held()


class _New:
    """Rows on their way into a file. A disk that is full is no fault of the export's: then there is no file."""

    def __init__(self, path: Path | None, opened: ExitStack) -> None:
        self._at, self._file = len(_FIRST), _begin(path, opened) if path else None
        self._told: list[tuple[str, int, int, int]] = []
        self._held = bytearray(_FIRST)

    def add(self, ground: str, row: bytes) -> None:
        if self._file:
            self._told.append((ground, self._at, len(row), zlib.crc32(row)))
            self._at += len(row)
            self._hold(row)

    def end(self) -> None:
        """The list of all rows, last."""
        if self._file:
            self._hold(json.dumps(self._told, separators=(",", ":")).encode() + b"%020d" % self._at)
            self._write()

    def _hold(self, content: bytes) -> None:
        self._held += content
        if len(self._held) > _BLOCK:
            self._write()

    def _write(self) -> None:
        try:
            if self._file:
                self._file.write(self._held)
                self._held.clear()
        except OSError:
            self._file = None


def _begin(path: Path, opened: ExitStack) -> IO[bytes] | None:
    """Unbuffered: a disk that is full is told of when something is written, and not when the file is closed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return opened.enter_context(path.open("wb", buffering=0))
    except OSError:
        return None
