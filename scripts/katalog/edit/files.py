"""Find a record's file, check what it is about to become, and write it all or not at all.

Input: ids from the command line, new bytes. Output: problems, or changed files on disk.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from katalog.record import moved, suggest
from katalog.record.check import check_catalogue
from katalog.record.files import find_files
from katalog.record.problem import Problem
from katalog.record.schema import Schema

REDIRECTS = moved.FILE
_NEW_FILE_MODE = 0o644
Changes = Mapping[Path, bytes | None]  # None: the file goes away


class UnknownIdError(Exception):
    """No record has the id; the message says what the clerk may have meant."""


class BrokenRedirectsError(UnknownIdError):
    """The file of former ids is broken; the message names it."""


def find_record(folder: Path, word: str) -> Path:
    """The file of the record that `word` names, by id or by path. Raises UnknownIdError."""
    wanted = Path(word).stem if word.endswith(".yml") else word
    files = {path.stem: path for path in find_files(folder)}
    if wanted in files:
        return files[wanted]
    new = load_redirects(folder).get(wanted)
    if new in files:
        raise UnknownIdError(f"{wanted} heter numera {new}. Skriv det i stället.")
    near = suggest.closest(wanted, suggest.spellings(files))
    cure = f"Menade du {near}?" if near else "Id är filens namn utan .yml."
    raise UnknownIdError(f"Det finns ingen post med id {wanted}. {cure}")


def load_redirects(folder: Path) -> dict[str, str]:
    """Old id -> the id it has now. Raises BrokenRedirectsError when nobody can tell what stands in the file."""
    path = folder / REDIRECTS
    if not path.exists():
        return {}
    try:
        pairs = moved.read_pairs(path.read_text(encoding="utf-8-sig"))
    except ValueError:
        pairs = None
    if pairs is None:
        raise BrokenRedirectsError(f"{path.as_posix()} går inte att läsa. Kör katalog validate och rätta filen först.")
    return dict(pairs)


def redirects_text(redirects: Mapping[str, str]) -> bytes:
    return (json.dumps(dict(sorted(redirects.items())), ensure_ascii=False, indent=2) + "\n").encode()


def check_changes(folder: Path, schema: Schema, idag: str, changes: Changes) -> list[Problem]:
    """The problems that the changed files would have, and the errors that all others would have then but not today."""
    if not changes:
        return []
    after = check_catalogue(folder, schema, idag, instead=changes).problems
    changed = {path.as_posix() for path in changes}
    elsewhere = {problem for problem in after if problem.path not in changed and problem.is_error}
    if elsewhere:
        elsewhere -= set(check_catalogue(folder, schema, idag).problems)
    return sorted([*(problem for problem in after if problem.path in changed), *elsewhere])


def write_changes(changes: Changes) -> None:
    """Write every new file beside its place, then put all in place, then remove what goes away. Raises OSError, with
    the file's name and nothing changed, when there is no room or no right to write."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for path, raw in changes.items():
            if raw is not None:
                waiting.append((_write_beside(path, raw), path))
        for temporary, path in waiting:
            temporary.replace(path)
    finally:
        for temporary, _path in waiting:
            temporary.unlink(missing_ok=True)
    for path, raw in changes.items():
        if raw is None:
            path.unlink()


def _write_beside(path: Path, raw: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        return _filled(handle, Path(name), raw, path)
    except OSError as error:
        error.filename = str(path)  # a full disk is told without a name, and ours for the temporary file helps nobody
        raise


def _filled(handle: int, temporary: Path, raw: bytes, path: Path) -> Path:
    """The temporary file, with the content on the disk and the rights that `path` has; or none at all."""
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else _NEW_FILE_MODE)
    except OSError:
        temporary.unlink()
        raise
    return temporary
