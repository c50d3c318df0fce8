"""The frame of the build before, while everything but the records is the same (decision 18).

Input: the folder that the frame lies in, and the number of what it was made from. Output: the frame, if the folder is
byte for byte as it was left. The note beside it (`.cache/ram.json`) may be deleted at any time; one that cannot be read
or is of another version counts as none: then the site generator is asked again.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from katalog.browser.prose import Prose, Section
from katalog.publish.frame import Frame
from katalog.publish.stamp import Shell
from katalog.settings import ContactPoint, Publisher, Settings

_FORMAT = 1


def keep_frame(frame: Frame, key: str) -> None:
    """Note that `frame` was made of what `key` stands for. A disk that is full is no fault: then there is no note."""
    note = {
        "format": _FORMAT,
        "av": key,
        "filer": _hashes(frame.folder),
        "skal": [[depth, shell.pieces] for depth, shell in frame.shells.items()],
        "installningar": asdict(frame.settings) | {"root": ""},
        "sidor": [asdict(prose) for prose in frame.handwritten],
    }
    path = _note_of(frame.folder)
    beside = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        beside.write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)


def kept_frame(folder: Path, key: str) -> Frame | None:
    """The frame in `folder`, if it was made of what `key` stands for and nobody has touched it."""
    try:
        note = json.loads(_note_of(folder).read_text(encoding="utf-8"))
        if (note["format"], note["av"]) != (_FORMAT, key) or note["filer"] != _hashes(folder):
            return None
        return _read(note, folder)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _read(note: dict[str, Any], folder: Path) -> Frame:
    """Raises ValueError, TypeError or KeyError for a note that somebody has changed."""
    return Frame(
        folder=folder,
        shells={depth: Shell(pieces=tuple(pieces)) for depth, pieces in note["skal"]},
        settings=_settings(note["installningar"]),
        handwritten=[_prose(**prose) for prose in note["sidor"]],
    )


def _settings(said: dict[str, Any]) -> Settings:
    """A project that has moved stands where the command runs."""
    parts = {"publisher": Publisher(**said["publisher"]), "contact": ContactPoint(**said["contact"])}
    return Settings(**said | parts | {"root": Path.cwd()})


def _prose(address: str, title: str, sections: list[dict[str, str]]) -> Prose:
    return Prose(address=address, title=title, sections=tuple(Section(**section) for section in sections))


def _note_of(folder: Path) -> Path:
    return folder.with_suffix(".json")


def _hashes(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
