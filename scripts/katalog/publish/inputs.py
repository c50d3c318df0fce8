"""What a folder's last build was made from: while all of that is the same, nothing has to be made again.

Input: the project's folder and the day. Output: one number for everything that a build reads, and notes in
`.cache/byggt/` that say which number a folder was built from. The notes may be deleted at any time. One that cannot be
read, is of another version, or whose folder is no longer as it was left, counts as none: then everything is built.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from katalog.publish.history import history_state
from katalog.publish.project_file import NAME as SETTINGS_FILE
from katalog.publish.write import MARKER, Found, inspect_folder
from katalog.record.remembered import libraries

_FORMAT = 1
_NOTES = Path(".cache/byggt")
_FOLDERS = ("catalogue", "docs", "schema", "scripts")
_RECORDS = "catalogue/"
# The package and its templates, where they are not the project's own: below another folder than its `scripts`.
_CODE = Path(__file__).resolve().parents[2]
_OWN = ("katalog", "theme")
_VARIABLE = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|(\S+))")
_NAME = re.compile(r"[A-Za-z_]\w*")
_MADE = "__pycache__"


@dataclass(frozen=True, slots=True)
class Inputs:
    """`digest` is the SHA-256 of everything a build reads, `frame` that of all but the records; `newest` when the
    latest of those files was changed (nanoseconds): a file that changes while a build reads it may have the old content
    again at the end."""

    digest: str
    newest: int
    frame: str


@dataclass(frozen=True, slots=True)
class Before:
    """A build that need not be made: how it was told then, and the folder as it is now."""

    records: int
    told: Sequence[str]
    found: Found


def read_inputs(root: Path, idag: str, frame: str, *wished: str) -> Inputs | None:
    """`frame`: the generator of it; `wished`: how the site is to be laid, in words. None when a file cannot be read:
    whoever builds will tell why."""
    records, rest = hashlib.sha256(), hashlib.sha256()
    newest = 0
    try:
        for text in (idag, frame, sys.version, *libraries(), *_environment(root)):
            _add(rest, text.encode())
        _add(records, history_state(root).encode())  # of the records: no page of the frame tells of it
        for name, path in _files(root):
            hashed = records if name.startswith(_RECORDS) else rest
            _add(hashed, name.encode(errors="surrogateescape"))
            content, changed = _read(path)
            _add(hashed, content)
            newest = max(newest, changed)
    except OSError:
        return None
    of_frame = rest.hexdigest()
    for content in (records.digest(), *map(str.encode, wished)):
        _add(rest, content)
    return Inputs(rest.hexdigest(), newest, of_frame)


def built_before(out: Path, inputs: Inputs) -> Before | None:
    """The build that made `out` of the same inputs, if the folder still holds all of it and nothing of it changed."""
    try:
        note = json.loads(note_of(out).read_text(encoding="utf-8"))
        wanted = {"format": _FORMAT, "av": inputs.digest, "marke": (out / MARKER).read_text(encoding="utf-8")}
        if any(note[name] != value for name, value in wanted.items()):
            return None
        records, told = int(note["poster"]), [str(line) for line in note["sagt"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    found = inspect_folder(out)
    return Before(records, told, found) if found.is_whole else None


def remember(out: Path, inputs: Inputs, records: int, told: Sequence[str]) -> None:
    """Note what `out` was built from. A disk that is full is no fault of the site's: then there is no note."""
    note = {"format": _FORMAT, "av": inputs.digest, "poster": records, "sagt": list(told)}
    path = note_of(out)
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        note["marke"] = (out / MARKER).read_text(encoding="utf-8")
        beside.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)


def note_of(out: Path) -> Path:
    """Where what is known of a folder is noted, below the project's."""
    name = hashlib.sha256(os.fsencode(out.resolve())).hexdigest()[:16]
    return _NOTES / f"{name}.json"


def _add(hashed: hashlib._Hash, content: bytes) -> None:
    """With its length, so that nothing moves from one file to the next unseen."""
    hashed.update(b"%d:" % len(content))
    hashed.update(content)


def _read(path: str) -> tuple[bytes, int]:
    """What a file holds and when it was changed; thousands of files in half of the time that `Path` takes."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return file.readall(), os.fstat(file.fileno()).st_mtime_ns


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """Name and path of every file that a build may read, in order."""
    yield SETTINGS_FILE, str(root / SETTINGS_FILE)
    folders = {(root / name).resolve(): name for name in _FOLDERS}
    if (root / "scripts").resolve() != _CODE:
        folders |= {_CODE / name: f"code/{name}" for name in _OWN}
    for folder, name in folders.items():
        for place, inside, files in os.walk(folder):
            inside[:] = sorted(one for one in inside if one != _MADE)
            yield from ((f"{name}{place[len(str(folder)) :]}/{file}", f"{place}/{file}") for file in sorted(files))


def _environment(root: Path) -> Iterator[str]:
    """The variables that the settings name, with their values."""
    for listed, single in _VARIABLE.findall((root / SETTINGS_FILE).read_text(encoding="utf-8")):
        for name in _NAME.findall(listed or single):
            yield f"{name}={os.environ.get(name)}"
