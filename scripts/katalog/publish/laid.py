"""One file of the folder that is to be, laid ready in a place of its own in it until the build is finished (`write`).

Input: the folder, a name and the content, whole or in pieces. Output: what lies there, as name, hash and size.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

NEW = ".katalog-ny"  # inside the folder: the same file system, and no right to write elsewhere is needed
Content = bytes | Iterable[bytes]  # whole, or in pieces that need not be in memory at once


class Laid(NamedTuple):
    """One file of the folder that is to be: its name, SHA-256 and bytes, and whether it is new or changed. A tuple:
    tens of thousands come from other processes, which takes a dataclass twice as long."""

    name: str
    digest: str
    is_changed: bool
    size: int


def lay(folder: Path, name: str, content: Content) -> Laid:
    """Lay one file ready, unless the folder holds it already."""
    if not is_inside(name):
        raise ValueError(f"{name!r} leads out of the site's folder")
    if not isinstance(content, bytes):
        return _lay_pieces(folder, name, content)
    is_changed = _read(folder, name) != content
    if is_changed:
        with _new_file(f"{folder}/{NEW}/{name}") as file:
            file.write(content)
    return Laid(name, hashlib.sha256(content).hexdigest(), is_changed, len(content))


def _lay_pieces(folder: Path, name: str, pieces: Iterable[bytes]) -> Laid:
    """As `lay`, piece by piece; what the folder holds already is known only afterwards."""
    new = folder / NEW / name
    digest, size = write_file(new, pieces)
    is_changed = digest_of(folder / name) != digest
    if not is_changed:
        new.unlink()
    return Laid(name, digest, is_changed, size)


def write_file(path: Path, content: Content) -> tuple[str, int]:
    """One file where it shall lie, with the folders above it. Its SHA-256 and size in bytes."""
    hashed, size = hashlib.sha256(), 0
    with _new_file(str(path)) as file:
        for piece in (content,) if isinstance(content, bytes) else content:
            hashed.update(piece)
            size += file.write(piece)
    return hashed.hexdigest(), size


def _new_file(path: str) -> IO[bytes]:
    """Open to be written, with the folders above it: there already for most, so they are not asked for first."""
    try:
        return open(path, "wb")  # noqa: PTH123
    except FileNotFoundError:
        _make(path.rpartition("/")[0])
        return open(path, "wb")  # noqa: PTH123


def _make(folder: str) -> None:
    """Only the last is missing, most often."""
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        pass  # another process was quicker


def keep(folder: Path, name: str, former: Mapping[str, str]) -> Laid | None:
    """A file that stands as it was written, so that its content need not be made again. `former` is `finished`."""
    digest = former.get(name)
    content = _read(folder, name) if digest else None
    if digest is None or content is None or hashlib.sha256(content).hexdigest() != digest:
        return None
    return Laid(name, digest, False, len(content))


def content_of(folder: Path, file: Laid) -> bytes:
    """What was laid, from where it lies until the build is finished."""
    return (folder / NEW / file.name if file.is_changed else folder / file.name).read_bytes()


def is_inside(name: str) -> bool:
    if name and name[0] != "/" and ".." not in name:  # nearly all
        return True
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts


def digest_of(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _read(folder: Path, name: str) -> bytes | None:
    """None where there is no such file. Half of the time of `Path.read_bytes`, for tens of thousands of them."""
    try:
        with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123
            return file.readall()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
