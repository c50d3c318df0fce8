"""What git knows of the catalogue's files: read once for a build, and handed on as data.

Input: the project's folder. Output: `History`, or what stands for it among a build's inputs. Names and messages of
those who committed are never read.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from katalog.exports.history import NO_HISTORY, Event, Happened, History
from katalog.record.model import Catalogue

# The same answer whatever stands in the user's own settings; a clone that lacks files must not fetch them.
_GIT = ("git", "-c", "core.quotePath=false", "-c", "log.showSignature=false")
_ENVIRONMENT = {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
_STATE = ("rev-parse", "--is-shallow-repository", "HEAD")
_LOG = ("log", "--format=%x00%cs", "--patch", "--unified=0", "--no-renames", "--no-color", "--no-ext-diff",
        "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", "HEAD", "--", "catalogue")  # fmt: skip
_NEXT = "diff --git "
_STATUS = re.compile(r"([+-])status: *[\"']?([a-z]+)")
_CLOSED = "avslutad"


@dataclass(slots=True)
class _FileChange:
    """What one commit did to one file."""

    stem: str
    is_new: bool = False
    is_gone: bool = False
    statuses: dict[str, str] = field(default_factory=dict)  # "-": before, "+": after

    @property
    def event(self) -> Event:
        """Of a file that was there before."""
        was, now = self.statuses.get("-"), self.statuses.get("+")
        if was == now or _CLOSED not in (was, now):
            return "andrad"
        return "stangd" if now == _CLOSED else "oppnad"


def history_state(root: Path) -> str:
    """The newest commit, and whether those before it are there; empty when there is no history to read."""
    return _git(root, *_STATE) or ""


def read_history(root: Path, catalogue: Catalogue, idag: str) -> History:
    """What happened to each record of the catalogue until `idag`, by what it is called today. Files that are gone for
    good are left out: what was taken away shall stay away."""
    state = history_state(root).split()
    if state[:1] != ["false"]:
        return NO_HISTORY if state[:1] != ["true"] else History(extent="grund")
    told = _git(root, *_LOG)
    if not told:
        return NO_HISTORY
    known = catalogue.by_id
    everything = _happened(told.split("\n"), catalogue.moved)
    found = {happened for happened in everything if happened.day <= idag and happened.id in known}
    in_order = sorted(found, key=lambda one: (one.id, one.event, one.former or ""))
    return History(extent="hel", happened=tuple(sorted(in_order, key=lambda one: one.day, reverse=True)))


def _happened(lines: Iterable[str], moved: Mapping[str, str]) -> Iterator[Happened]:
    for day, changes in _commits(lines):
        gone = {change.stem: change for change in changes if change.is_gone}
        for change in changes:
            if not change.is_gone:
                yield _told(day, change, gone, moved)


def _told(day: str, change: _FileChange, gone: Mapping[str, _FileChange], moved: Mapping[str, str]) -> Happened:
    """A file that is gone and one that came are one record when they have one id, or when the catalogue says that the
    one leads on to the other. What merely looks alike is not: git would guess."""
    now = moved.get(change.stem, change.stem)
    if change.stem in gone:  # only laid in another folder
        change.statuses = {**gone[change.stem].statuses, **change.statuses}
        return Happened(day=day, id=now, event=change.event)
    former = next((stem for stem in gone if moved.get(stem) == now), None)
    if change.is_new:
        return Happened(day=day, id=now, event="flyttad" if former else "ny", former=former)
    return Happened(day=day, id=now, event=change.event)


def _commits(lines: Iterable[str]) -> Iterator[tuple[str, list[_FileChange]]]:
    """Day and changes of each commit, out of `git log --patch`."""
    day, changes = "", list[_FileChange]()
    for line in lines:
        if line.startswith("\0"):
            yield day, changes
            day, changes = line[1:], []
        elif line.startswith(_NEXT):
            changes.append(_FileChange(PurePosixPath(line).stem))
        elif changes:
            _read(line, changes[-1])
    yield day, changes


def _read(line: str, change: _FileChange) -> None:
    """One line of what stands about a file."""
    if found := _STATUS.match(line):
        change.statuses.setdefault(found[1], found[2])
    elif line.startswith("new file mode "):
        change.is_new = True
    elif line.startswith("deleted file mode "):
        change.is_gone = True


def _git(root: Path, *words: str) -> str | None:
    """What git says; None where there is no git, no repository or no commit."""
    try:
        words_of_ours, environment = [*_GIT, *words], {**os.environ, **_ENVIRONMENT}
        done = subprocess.run(words_of_ours, cwd=root, env=environment, capture_output=True, check=False)  # noqa: S603
    except OSError:
        return None
    return done.stdout.decode(errors="replace") if done.returncode == 0 else None
