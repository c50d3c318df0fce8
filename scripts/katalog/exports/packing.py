"""Zips whose bytes follow from what they hold alone: fixed times, order and rights. For archives and office files.

Input: names and contents, or an office file as a library wrote it. Output: bytes. Days inside the parts are
the caller's.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_ZIPPED = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can tell
# What readers look for first: OpenDocument 1.3 part 2, 3.3 (stored, so that it can be read without unpacking), OPC.
_MIMETYPE, _TYPES = "mimetype", "[Content_Types].xml"
_LEVEL = 6
_UNIX, _RIGHTS = 3, 0o644 << 16


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of the files, in the order in which they come."""
    return b"".join(packed_pieces((name, (content,)) for name, content in files))


def packed_pieces(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """The zip bit by bit, of contents that come bit by bit."""
    out = _Given()
    with ZipFile(out, "w", compresslevel=_LEVEL) as archive:
        for name, pieces in files:
            with archive.open(_info(name), "w") as entry:
                for piece in pieces:
                    entry.write(piece)
                    yield out.taken()
    yield out.taken()


class _Given(io.RawIOBase):
    """What a zip is written into when nobody can go back in it, as little of it as is not taken yet."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, piece: Any) -> int:
        self.held += piece
        return len(piece)

    def taken(self) -> bytes:
        taken = bytes(self.held)
        self.held.clear()
        return taken


def _info(name: str) -> ZipInfo:
    info = ZipInfo(name, _ZIPPED)
    info.create_system, info.external_attr = _UNIX, _RIGHTS
    info.compress_type = ZIP_STORED if name == _MIMETYPE else ZIP_DEFLATED
    return info


def repacked(raw: bytes, filled: Mapping[str, Callable[[bytes], Iterable[bytes]]] | None = None) -> bytes:
    """An office file with the same parts, whatever day, order and machine its zip was made on; `filled`: what is made
    of a part by its name."""
    with ZipFile(io.BytesIO(raw)) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != _MIMETYPE, name != _TYPES, name))
        read = ((name, archive.read(name)) for name in names)
        parts = ((name, filled[name](part) if filled and name in filled else (part,)) for name, part in read)
        return b"".join(packed_pieces(parts))
