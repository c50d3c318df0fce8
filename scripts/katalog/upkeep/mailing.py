"""A folder of letters: those of today, and below it those sent before that nobody has answered; files of others stay.

Input: the folder, name -> text of the letters, and which former ones are waited for. Output: what to write and remove.
A list beside the letters knows which files are ours and how they were when we wrote them: what somebody has written or
changed since is never lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from katalog.edit.files import Changes

LIST = ".katalog-brev"  # SHA-256 and name, a line each, as `sha256sum --check` reads them
EARLIER = "tidigare"  # the folder of letters that have been sent and are waited for


class NotOursError(Exception):
    """A letter would replace a file that was not written, or has been changed, by somebody else; the message tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """`removed` counts the letters that nobody asks or waits for any more; the files in `kept` are such ones, but
    changed by hand."""

    changes: Changes
    removed: int
    kept: tuple[Path, ...]


def plan_mailing(folder: Path, letters: Mapping[str, str], waiting: Mapping[str, bool]) -> Mailing:
    """`waiting` names letters, without ending, that are still to be answered; True for one of today, which stays where
    it is. Raises NotOursError before anything is changed."""
    former = _listed(folder)
    found = {name: _read(folder / name) for name in former if name not in letters}
    ours = {name: raw for name, raw in found.items() if raw is not None and _sha256(raw) == former[name]}
    moved = {_place(name, waiting): raw for name, raw in ours.items() if Path(name).stem in waiting}
    new = {name: text.encode() for name, text in letters.items()} | moved
    _refuse_others(folder, new, former)
    gone = [name for name in ours if name not in new]
    kept = [name for name, raw in found.items() if raw is not None and name not in ours]
    lines = "".join(f"{_sha256(raw)}  {name}\n" for name, raw in sorted(new.items()))
    written: dict[Path, bytes | None] = {folder / name: raw for name, raw in new.items()}
    written |= {folder / LIST: lines.encode()} | {folder / name: None for name in gone}
    return Mailing(
        changes=written,
        removed=len({Path(name).stem for name in gone} - {Path(name).stem for name in new}),
        kept=tuple(folder / name for name in kept if Path(name).stem not in waiting),
    )


def _place(name: str, waiting: Mapping[str, bool]) -> str:
    """Where a letter that is waited for lies."""
    path = Path(name)
    return name if waiting[path.stem] else f"{EARLIER}/{path.name}"


def _refuse_others(folder: Path, new: Mapping[str, bytes], former: Mapping[str, str]) -> None:
    for name, raw in new.items():
        there = _read(folder / name)
        if there is not None and _sha256(there) not in (former.get(name), _sha256(raw)):
            raise NotOursError(
                f"{folder / name} är skriven eller ändrad av någon annan. Flytta den eller välj en annan mapp."
            )


def _listed(folder: Path) -> dict[str, str]:
    """Name -> SHA-256; names that lead out of the folder are nobody's."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    found = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    return {name: digest for name, digest in found.items() if Path(name).name == name.removeprefix(f"{EARLIER}/")}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
