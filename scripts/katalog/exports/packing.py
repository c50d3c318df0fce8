"""Zips whose bytes follow from what they hold alone: fixed times, order and rights. For archives and office files.

Input: names and contents, or an office file as a library wrote it. Output: bytes. Days inside the parts are
the caller's.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_ZIPPED = (1980, 1, 1, 0, 0, 0)  # the first day that a zip can tell
# What readers look for first: OpenDocument 1.3 part 2, 3.3 (stored, so that it can be read without unpacking), OPC.
_MIMETYPE, _TYPES = "mimetype", "[Content_Types].xml"
_LEVEL = 6
_RIGHTS = 0o644 << 16


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of the files, in the order in which they come."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files:
            info = ZipInfo(name, _ZIPPED)
            info.create_system, info.external_attr = 3, _RIGHTS
            info.compress_type = ZIP_STORED if name == _MIMETYPE else ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=_LEVEL)
    return out.getvalue()


def repacked(raw: bytes) -> bytes:
    """An office file with the same parts, whatever day, order and machine its zip was made on."""
    with ZipFile(io.BytesIO(raw)) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != _MIMETYPE, name != _TYPES, name))
        return packed((name, archive.read(name)) for name in names)
