"""Paths -> files as read, on all cores; and, for a process that lives on and checks again and again, files as they were
read last while nobody has touched them.

Input: paths, what is planned for some of them, how reports name them. Output: `Loaded`s, in order.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any

from katalog.cores import chunks, run_all
from katalog.record.load import Loaded, load_bytes, load_file

CHUNK = 1000  # files; fewer are read faster here than by a process of their own
Told = Callable[[int, int], None]  # how many pieces are read, of how many
_Seen = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Loading:
    """Reads files; what is planned for one stands in its place."""

    planned: Mapping[Path, bytes | None]
    folder: Path
    root: Path | None

    def all(self, paths: Sequence[Path], told: Told | None = None) -> list[Loaded]:
        parts = chunks(paths, CHUNK)
        return list(chain(*run_all(self.load, parts, (lambda done: told(done, len(parts))) if told else None)))

    def load(self, paths: Sequence[Path]) -> list[Loaded]:
        seen: dict[str, str] = {}
        found = ((path, shown_from(path, self.root), self.planned.get(path)) for path in paths)
        files = [load_file(p, shown, self.folder) if raw is None else load_bytes(raw, shown) for p, shown, raw in found]
        for file in files:
            _share_texts(file.data, seen)
        return files


@dataclass(frozen=True, slots=True)
class ReadBefore:
    """Files by path, each with its time, size and place on the disk when it was read."""

    held: dict[Path, tuple[_Seen, Loaded]] = field(default_factory=dict)

    def load(self, paths: Sequence[Path], read: Callable[[Sequence[Path]], list[Loaded]]) -> list[Loaded]:
        """The files of `paths`; `read` reads those that were touched. What is gone is forgotten."""
        seen = {path: _seen(path) for path in paths}
        touched = [path for path in paths if path not in self.held or seen[path] != self.held[path][0]]
        new = {path: (seen[path], file) for path, file in zip(touched, read(touched), strict=True)}
        now = {path: new.get(path) or self.held[path] for path in paths}
        self.held.clear()
        self.held.update(now)
        return [file for _, file in now.values()]


def shown_from(path: Path, root: Path | None) -> str:
    """How reports name a file."""
    return (path.relative_to(root) if root else path).as_posix()


def _seen(path: Path) -> _Seen:
    """Asked before the file is read: one that changes meanwhile is read once more the next time."""
    try:
        told = os.stat(path)  # noqa: PTH116  # thousands of times while somebody waits
    except OSError:
        return 0, 0, 0
    return told.st_mtime_ns, told.st_size, told.st_ino


def _share_texts(value: Any, seen: dict[str, str]) -> Any:
    """`value`, with equal texts as one: records say the same words again and again, and every process has a copy."""
    if isinstance(value, str):
        return seen.setdefault(value, value)
    if isinstance(value, dict):
        for key, inner in value.items():
            value[key] = _share_texts(inner, seen)
    elif isinstance(value, list):
        value[:] = [_share_texts(inner, seen) for inner in value]
    return value
