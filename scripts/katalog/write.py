"""Brings a folder up to date with a set of files: changed ones only, gone ones last, a marker at the very end.

New content is first laid in a folder of its own (`lay`, also from several processes at once) and moved into place when
everything is ready (`finish`), so that a fault on the way leaves the folder as it was. A reader of the folder never
sees half a file, and deploying can refuse a folder whose marker is missing or wrong.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MARKER = ".katalog"
_NEW = ".katalog-ny"  # inside the folder: the same file system, and no right to write elsewhere is needed


@dataclass(frozen=True, slots=True)
class Laid:
    """One file of the folder that is to be: its name, the SHA-256 of its content, and whether it is new or changed."""

    name: str
    digest: str
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many files were new or changed, left as they were, and removed."""

    changed: int
    unchanged: int
    removed: int


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make `folder` hold exactly `files` (relative path -> content) and the marker. Raises OSError when it cannot."""
    with opened(folder):
        return finish(folder, [lay(folder, name, content) for name, content in files.items()])


@contextmanager
def opened(folder: Path) -> Iterator[None]:
    """Room for new files in `folder`. What was laid and not finished is thrown away at the end."""
    shutil.rmtree(folder / _NEW, ignore_errors=True)
    (folder / _NEW).mkdir(parents=True)
    try:
        yield
    finally:
        shutil.rmtree(folder / _NEW, ignore_errors=True)
        with suppress(OSError):
            folder.rmdir()  # only when it is empty: a first build that failed leaves nothing


def lay(folder: Path, name: str, content: bytes) -> Laid:
    """Lay one file ready, unless the folder holds it already."""
    is_changed = not _holds(folder / name, content)
    if is_changed:
        _write(folder / _NEW / name, content)
    return Laid(name, hashlib.sha256(content).hexdigest(), is_changed)


def finish(folder: Path, files: Iterable[Laid]) -> Written:
    """Move what was laid into place, remove all else, and write the marker."""
    digests = {file.name: file.digest for file in files}
    changed = sum(file.is_changed for file in files)
    (folder / MARKER).unlink(missing_ok=True)
    _move(folder / _NEW, folder)
    removed = _remove_others(folder, digests)
    (folder / MARKER).write_text(f"{_hash(digests)}\n", encoding="utf-8")
    return Written(changed=changed, unchanged=len(digests) - changed, removed=removed)


def is_whole(folder: Path) -> bool:
    """True when the folder is what the last finished build wrote."""
    marker = folder / MARKER
    if not marker.is_file():
        return False
    files = [path for path in folder.rglob("*") if path.is_file() and path != marker]
    digests = {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return marker.read_text(encoding="utf-8").strip() == _hash(digests)


def _hash(digests: Mapping[str, str]) -> str:
    """SHA-256 over the sorted names and the hashes of their contents."""
    lines = (f"{name}\0{digest}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _move(source: Path, target: Path) -> None:
    """All below `source` to its place below `target`: whole folders where there is none yet, else file by file."""
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        new, old = Path(entry.path), target / entry.name
        if entry.is_dir() and old.is_dir():
            _move(new, old)
            continue
        if old.is_dir():
            shutil.rmtree(old)
        elif entry.is_dir():
            old.unlink(missing_ok=True)
        os.replace(new, old)  # noqa: PTH105  # the one call that is atomic on every system


def _remove_others(folder: Path, names: Mapping[str, object]) -> int:
    """Also folders that are empty then: the walk comes to a folder after all that lies in it."""
    removed = 0
    for place, _, files in os.walk(folder, topdown=False):
        inside = place[len(str(folder)) + 1 :]
        for name in files:
            if f"{inside}/{name}".lstrip("/") not in names:
                Path(place, name).unlink()
                removed += 1
        with suppress(OSError):
            Path(place).rmdir()
    return removed
