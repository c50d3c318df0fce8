"""Brings a folder up to date with a set of files: changed ones only, gone ones last, a marker at the very end.

New content is first laid in a folder of its own (`lay`, also from several processes at once) and moved into place when
everything is ready (`finish`), so that a fault on the way leaves the folder as it was. A reader of the folder never
sees half a file, and deploying can refuse a folder whose marker is missing or wrong (`inspect_folder`).

Only what an earlier build wrote is ever removed or replaced: a list of names with their hashes stands beside the
marker. The list holds old and new names from before the first file is moved until after the last one is gone, so
that a build which is ended on the way leaves nothing that the next one does not know as its own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path, PurePosixPath

from katalog.publish.laid import NEW, Laid, digest_of, is_inside, lay
from katalog.publish.lock import alone_in

MARKER = ".katalog"
NAMES = ".katalog-filer"  # SHA-256 and name, a line each, as `sha256sum --check` reads them
_BESIDE = ".del"  # a text of ours that is being written
_OWN = frozenset(name + ending for name in (MARKER, NAMES) for ending in ("", _BESIDE))


class NotOursError(Exception):
    """The folder holds files that no build wrote, and which this one would replace or already should not touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many files were new or changed, left as they were, and removed; and the names of those that are not ours."""

    changed: int
    unchanged: int
    removed: int
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a folder holds beside what the last finished build wrote. `files` is how many that build wrote, None when no
    build has been finished there."""

    files: int | None
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Every file of the last build is there as it was written. Files of others do not matter."""
        return self.files is not None and not self.missing and not self.changed


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make `folder` hold `files` (relative path -> content) and the marker. Raises OSError when it cannot, NotOursError
    when somebody else's files are in the way."""
    with opened(folder):
        return finish(folder, [lay(folder, name, content) for name, content in files.items()])


@contextmanager
def opened(folder: Path) -> Iterator[None]:
    """A place in `folder` for files that are being made. What was laid and not finished is thrown away at the end.

    Raises NotOursError when the folder holds something and no build ever wrote there, BusyError when another build is
    at work there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with alone_in(folder), _named(folder):
            refuse_foreign(folder)
            shutil.rmtree(folder / NEW, ignore_errors=True)
            (folder / NEW).mkdir(parents=True)
            try:
                yield
            finally:
                shutil.rmtree(folder / NEW, ignore_errors=True)
    finally:
        with suppress(OSError):
            folder.rmdir()  # only when it is empty: a first build that failed leaves nothing


@contextmanager
def _named(folder: Path) -> Iterator[None]:
    """A disk that is full is told by the system without a name: the folder tells which disk."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = str(folder)
        raise


def refuse_foreign(folder: Path) -> None:
    """Raises NotOursError when the folder holds something and no build ever wrote there."""
    if folder.exists() and not _is_ours(folder):
        raise NotOursError(f"{folder} innehåller filer som inget bygge har skrivit. Välj en tom mapp eller en ny.")


def finish(folder: Path, files: Iterable[Laid]) -> Written:
    """Move what was laid into place, remove what earlier builds wrote and this one did not, and write the marker.

    Raises NotOursError, before anything is changed, when a new file would take the place of somebody else's.
    """
    laid = sorted(files, key=attrgetter("name"))  # once: what is sorted below is in order then
    digests = {file.name: file.digest for file in laid}
    former = _listed(folder)
    foreign = _foreign(folder, former, {file.name for file in laid if not file.is_changed})
    _refuse_to_replace(foreign, digests)
    removed = _swap(folder, former, digests)
    changed = sum(file.is_changed for file in laid)
    return Written(changed=changed, unchanged=len(digests) - changed, removed=removed, foreign=foreign)


def renew(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Some files of a finished site anew, or new beside the others, which stand as they are. False, and nothing is
    done, when no build has been finished there or a file of somebody else is in the way."""
    with opened(folder):
        former = finished(folder)
        if not former or any(os.path.lexists(folder / name) for name in files.keys() - former.keys()):
            return False
        laid = [lay(folder, name, content) for name, content in files.items()]
        _swap(folder, former, {**former, **{file.name: file.digest for file in laid}})
        return True


def _swap(folder: Path, former: Mapping[str, str], digests: Mapping[str, str]) -> int:
    """What was laid to its place, with what goes away; how many that were."""
    new = [item for item in digests.items() if former.get(item[0]) != item[1]]
    _replace_text(folder / NAMES, _lines([*former.items(), *new]))
    (folder / MARKER).unlink(missing_ok=True)
    _move(folder / NEW, folder)
    removed = _remove(folder, former.keys() - digests.keys())
    _replace_text(folder / NAMES, _lines(digests.items()))
    _replace_text(folder / MARKER, f"{_hash(digests)}\n")
    return removed


def finished(folder: Path) -> Mapping[str, str]:
    """Name -> SHA-256 of what the last build wrote, nothing when that build was ended on the way."""
    listed, marker = _listed(folder), folder / MARKER
    is_finished = marker.is_file() and marker.read_text(encoding="utf-8").strip() == _hash(listed)
    return listed if is_finished else {}


def inspect_folder(folder: Path) -> Found:
    """Hold `folder` against what the last finished build wrote there."""
    listed = _listed(folder)
    foreign = _foreign(folder, listed, frozenset())
    if not finished(folder):
        return Found(files=None, foreign=foreign)
    digests = {name: digest_of(folder / name) for name in listed}
    return Found(
        files=len(listed),
        missing=tuple(name for name, digest in digests.items() if digest is None),
        changed=tuple(name for name, digest in digests.items() if digest not in (None, listed[name])),
        foreign=foreign,
    )


def _is_ours(folder: Path) -> bool:
    """True when a build wrote there, finished or not, or when nothing is there to lose."""
    names = {entry.name for entry in os.scandir(folder)}
    return NAMES in names or names <= {NEW} or bool(_listed(folder))


def _listed(folder: Path) -> dict[str, str]:
    """Name -> SHA-256 of what builds wrote here. A list that leads out of the folder is nobody's: then nothing is."""
    try:
        lines = (folder / NAMES).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return _listed_before(folder)
    found = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    return found if all(is_inside(name) for name in found) else {}


def _listed_before(folder: Path) -> dict[str, str]:
    """The files of a folder that was written before there was a list, when it is just as it was written."""
    marker = folder / MARKER
    if not marker.is_file():
        return {}
    digests = {name: digest_of(folder / name) or "" for name in _files(folder)}
    return digests if marker.read_text(encoding="utf-8").strip() == _hash(digests) else {}


def _foreign(folder: Path, former: Mapping[str, str], same: Iterable[str]) -> tuple[str, ...]:
    """Names of the files that no build wrote, `same` (what stands there already as we want it) left out."""
    known = {*former, *same}
    return tuple(sorted(name for name in _files(folder) if name not in known))


def _refuse_to_replace(foreign: Sequence[str], new: Mapping[str, str]) -> None:
    if not foreign:
        return
    folders = {parent.as_posix() for name in new for parent in PurePosixPath(name).parents}
    for name in foreign:
        above = (parent.as_posix() for parent in PurePosixPath(name).parents)
        if name in new or name in folders or any(parent in new for parent in above):
            raise NotOursError(f"{name} är inte skriven av något bygge och skulle skrivas över. Flytta filen först.")


def _files(folder: Path) -> Iterator[str]:
    """Relative names of all files below `folder` but our own notes; links to folders count as files."""
    left = [""]
    while left:
        above = left.pop()
        with suppress(OSError), os.scandir(f"{folder}/{above}") as entries:  # asks less of the disk than `os.walk`
            for entry in entries:
                name = above + entry.name
                if entry.is_dir(follow_symlinks=False):
                    left += () if name == NEW else (f"{name}/",)
                elif name not in _OWN:
                    yield name


def _lines(digests: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests))


def _hash(digests: Mapping[str, str]) -> str:
    """SHA-256 over the sorted names and the hashes of their contents."""
    lines = (f"{name}\0{digest}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _replace_text(path: Path, text: str) -> None:
    """Write a file of our own as a whole or not at all."""
    beside = path.with_name(path.name + _BESIDE)
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _move(source: Path, target: Path) -> None:
    """All below `source` to its place below `target`: whole folders where there is none yet, else file by file."""
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        new, old = Path(entry.path), target / entry.name
        if entry.is_dir() and old.is_dir():
            _move(new, old)
            continue
        if old.is_dir():
            shutil.rmtree(old)  # holds only what we wrote: else the build was refused
        elif entry.is_dir():
            old.unlink(missing_ok=True)
        os.replace(new, old)  # noqa: PTH105  # the one call that is atomic on every system


def _remove(folder: Path, names: Iterable[str]) -> int:
    """Also the folders that are empty then. A name below what is now a file, or that is gone, counts as removed."""
    gone = sorted(names)
    for name in gone:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            (folder / name).unlink()
        for parent in (folder / name).parents:
            if parent == folder:
                break
            with suppress(OSError):
                parent.rmdir()
    return len(gone)
