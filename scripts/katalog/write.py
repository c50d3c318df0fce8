"""Brings a folder up to date with a set of files: changed ones only, gone ones last, a marker at the very end.

A reader of the folder never sees half a file, and deploying can refuse a folder whose marker is missing or wrong.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MARKER = ".katalog"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many files were new or changed, left as they were, and removed."""

    changed: int
    unchanged: int
    removed: int


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make `folder` hold exactly `files` (relative path -> content) and the marker. Raises OSError when it cannot."""
    marker = folder / MARKER
    marker.unlink(missing_ok=True)
    _clear_the_way(folder, files)
    changed = sum(_write_if_changed(folder / name, content) for name, content in sorted(files.items()))
    removed = _remove_others(folder, files)
    _write(marker, f"{file_list_hash(files)}\n".encode())
    return Written(changed=changed, unchanged=len(files) - changed, removed=removed)


def file_list_hash(files: Mapping[str, bytes]) -> str:
    """SHA-256 over the sorted names and the hashes of their contents."""
    total = hashlib.sha256()
    for name, content in sorted(files.items()):
        total.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return total.hexdigest()


def is_whole(folder: Path) -> bool:
    """True when the folder is what the last finished build wrote."""
    marker = folder / MARKER
    if not marker.is_file():
        return False
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder) if path != marker}
    return marker.read_text(encoding="utf-8").strip() == file_list_hash(files)


def _clear_the_way(folder: Path, files: Mapping[str, bytes]) -> None:
    """A file where a folder must be goes first, and a folder where a file must be."""
    folders = {parent.as_posix() for name in files for parent in PurePosixPath(name).parents}
    for path in list(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name in files and path.is_dir():
            shutil.rmtree(path)
        elif name in folders and path.is_file():
            path.unlink()


def _write_if_changed(path: Path, content: bytes) -> bool:
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, content)
    return True


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.ny")
    temporary.write_bytes(content)
    os.replace(temporary, path)  # noqa: PTH105  # the one call that is atomic on every system


def _remove_others(folder: Path, files: Mapping[str, bytes]) -> int:
    gone = [path for path in _files(folder) if path.relative_to(folder).as_posix() not in files]
    for path in gone:
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return len(gone)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
