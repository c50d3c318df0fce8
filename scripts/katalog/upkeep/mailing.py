"""A folder of letters: new ones take the place of former ones, files of others stay.

Input: the folder, name -> text of the letters. Output: what to write and remove. A list beside the letters knows which
files are ours and how they were when we wrote them: what somebody has written or changed since is never lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from katalog.edit.files import Changes

LIST = ".katalog-brev"  # SHA-256 and name, a line each, as `sha256sum --check` reads them


class NotOursError(Exception):
    """A letter would replace a file that was not written, or has been changed, by somebody else; the message tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailing:
    """`removed` former letters are among the changes; those in `kept` are no longer due but changed by hand."""

    changes: Changes
    removed: int
    kept: tuple[Path, ...]


def plan_mailing(folder: Path, letters: Mapping[str, str]) -> Mailing:
    """Raises NotOursError before anything is changed."""
    former = _listed(folder)
    new = {name: text.encode() for name, text in letters.items()}
    for name, raw in new.items():
        if _digest(folder / name) not in (None, former.get(name), _sha256(raw)):
            raise NotOursError(
                f"{folder / name} är skriven eller ändrad av någon annan. Flytta den eller välj en annan mapp."
            )
    over = [name for name in former if name not in new]
    gone = [name for name in over if _digest(folder / name) == former[name]]
    kept = [name for name in over if _digest(folder / name) not in (None, former[name])]
    lines = "".join(f"{_sha256(raw)}  {name}\n" for name, raw in sorted(new.items()))
    written: dict[Path, bytes | None] = {folder / name: raw for name, raw in new.items()}
    written |= {folder / LIST: lines.encode()} | {folder / name: None for name in gone}
    return Mailing(changes=written, removed=len(gone), kept=tuple(folder / name for name in kept))


def _listed(folder: Path) -> dict[str, str]:
    """Name -> SHA-256; names that lead out of the folder are nobody's."""
    try:
        lines = (folder / LIST).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    found = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    return {name: digest for name, digest in found.items() if Path(name).name == name}


def _digest(path: Path) -> str | None:
    try:
        return _sha256(path.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None


def _sha256(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()
