"""What each file of a folder was made on, so that one whose ground is still the same need not be made again.

Input: the folder. Output: `Known`: of a name and a ground, the file as it stands, when that is what was made on it.
The notes (`.cache/byggt/`) may be deleted at any time. A note is true whatever has happened to the folder since: it
says that this content follows from this ground; whether the folder holds that content is asked of the folder. One that
cannot be read or is of another version counts as none: then everything is made.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from katalog.exports.rows import NO_ROWS, Rows
from katalog.publish.inputs import note_of
from katalog.publish.laid import Laid, keep

_FIRST = "katalog-grunder 1"
_ROWS = Path(".cache/rader")


@dataclass(frozen=True, kw_only=True)
class Known:
    """`before`: name -> ground and SHA-256 of what was made on it, a text with a space between; `now` what is so after
    the build that is under way. `rows`: what its exports remember of single records."""

    before: Mapping[str, str] = field(default_factory=dict)
    now: dict[str, str] = field(default_factory=dict)
    rows: Rows = NO_ROWS

    def kept(self, out: Path, name: str, ground: str, former: Mapping[str, str]) -> Laid | None:
        """The file, if it was made on this ground and the folder still holds it. `former` is `write.finished`."""
        digest = former.get(name)
        if not digest or self.before.get(name) != f"{ground} {digest}":
            return None
        return keep(out, name, former)

    def add(self, made: Iterable[tuple[str, Laid]]) -> None:
        """`made`: grounds, each with what became of it."""
        self.now.update((laid.name, f"{ground} {laid.digest}") for ground, laid in made)


def known(out: Path) -> Known:
    """What the notes of the folder say."""
    with suppress(OSError, ValueError):
        first, *lines = _notes_of(out).read_text(encoding="utf-8").splitlines()
        if first == _FIRST:
            before = {name: said for said, _, name in (line.partition("  ") for line in lines)}
            return Known(before=before, rows=Rows(_ROWS))
    return Known(rows=Rows(_ROWS))


def remember_grounds(out: Path, found: Known) -> None:
    """Note what `out` was made on, and keep its rows. A disk that is full is no fault: then there is no note."""
    path = _notes_of(out)
    beside = path.with_suffix(f".{os.getpid()}")
    lines = (f"{said}  {name}" for name, said in sorted(found.now.items()))
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text("\n".join((_FIRST, *lines, "")), encoding="utf-8")
        beside.replace(path)
    found.rows.keep()


def _notes_of(out: Path) -> Path:
    return note_of(out).with_suffix(".grunder")
