"""Files that were found without a fault, remembered by what stands in them: checking them again would find the same.

Input: a file for the notes (the project's `.cache/`, which may be deleted at any time), the schema's folder, the day.
Output: which files need not be held against the schema and their own rules. Only hashes are kept, never data: every
file is still read, and held against the others. Notes of another schema, day, code or library count as none.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from katalog.record.load import Loaded

NOTES = Path(".cache/granskat")
_CODE = Path(__file__).resolve().parent
_SCHEMA_IS_RIGHT = "mallen stämmer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """`key` stands for all that a verdict on one file rests on; `texts` are hashes of files that were faultless."""

    notes: Path
    key: str
    schema_is_right: bool = False
    texts: frozenset[str] = frozenset()

    def knows(self, digest: str) -> bool:
        return digest in self.texts

    def keep(self, texts: Iterable[str], *, is_all: bool, schema_is_right: bool) -> None:
        """Note what was found; with `is_all` files that are gone are forgotten. A note that cannot be written is left:
        then everything is checked next time."""
        now = frozenset(texts) if is_all else self.texts.union(texts)
        right = schema_is_right or (self.schema_is_right and not is_all)
        if (now, right) == (self.texts, self.schema_is_right):
            return
        lines = [self.key, _SCHEMA_IS_RIGHT if right else "", *sorted(now), ""]
        beside = self.notes.with_name(f"{self.notes.name}.{os.getpid()}")
        with suppress(OSError):
            self.notes.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text("\n".join(lines), encoding="utf-8")
            beside.replace(self.notes)


def remembered(root: Path, schema: Path, idag: str) -> Remembered:
    """What `root`'s notes say. Ask before the schema is loaded: one that changes after that is not the one that the
    key stands for, and nobody will ask for that key again."""
    notes, key = root / NOTES, _key(schema, idag)
    with suppress(OSError, ValueError):
        first, right, *texts = notes.read_text(encoding="utf-8").splitlines()
        if first == key:
            return Remembered(notes=notes, key=key, schema_is_right=right != "", texts=frozenset(texts))
    return Remembered(notes=notes, key=key)


def digest_of(file: Loaded) -> str:
    """Of what stands in a file and where it lies: its folder and name are judged, too."""
    return hashlib.sha256(f"{file.path}\0{file.text}".encode(errors="surrogateescape")).hexdigest()


def libraries() -> list[str]:
    """Names and versions of what is installed."""
    places = {Path(place) for place in sys.path if Path(place).is_dir()}
    return sorted(entry.name for place in places for entry in place.glob("*.dist-info"))


def _key(schema: Path, idag: str) -> str:
    hashed = hashlib.sha256()
    for text in (idag, sys.version, *libraries()):
        hashed.update(f"{text}\0".encode())
    for path in (*_files(_CODE, "*.py"), *_files(schema, "*")):
        with suppress(OSError):  # told by whoever reads it
            hashed.update(f"{path}\0{path.stat().st_size}\0".encode())
            hashed.update(path.read_bytes())
    return hashed.hexdigest()


def _files(folder: Path, named: str) -> Iterator[Path]:
    return iter(sorted(path for path in folder.rglob(named) if path.is_file()))
