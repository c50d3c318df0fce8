"""catalogue/omdirigeringar.json: the ids that records had before, so that a reader with an old link comes right.

Input: the catalogue's folder. Output: old id -> the id it has now, and what is wrong with the file.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path

from katalog.record.problem import Problem, quoted

FILE = "omdirigeringar.json"
CODES = {"omdirigering": "En omdirigering leder fel"}
# What the form on the web says too (docs/assets/js/record/identity.js): an id that once was another record's.
TAKEN = "{id} är id för en post som finns. Ta bort raden, eller byt namn på posten."
_FORM = "Filen ska vara {} med gammalt id och nytt id, som katalog rename skriver den."


def check_moved(folder: Path, ids: Collection[str]) -> tuple[dict[str, str], list[Problem]]:
    """The redirects that lead right, and a problem (`omdirigering`) for each that does not. No file: none."""
    path = folder / FILE
    if not path.exists():
        return {}, []
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}, [_problem(path, _FORM)]
    if not isinstance(document, dict) or not all(isinstance(new, str) for new in document.values()):
        return {}, [_problem(path, _FORM)]
    problems = [_problem(path, message) for message in _wrong(document, ids)]
    return {old: new for old, new in document.items() if new in ids and old not in ids}, problems


def _wrong(moved: dict[str, str], ids: Collection[str]) -> Iterator[str]:
    for old, new in moved.items():
        if new not in ids:
            yield f"{quoted(old)} leder till {quoted(new)}, som inte finns. Rätta id:t, eller ta bort raden."
        if old in ids:
            yield TAKEN.format(id=quoted(old))


def _problem(path: Path, message: str) -> Problem:
    return Problem(path=path.as_posix(), line=1, column=1, code="omdirigering", level="fel", message=message)
