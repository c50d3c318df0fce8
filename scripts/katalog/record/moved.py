"""catalogue/omdirigeringar.json: the ids that records had before, so that a reader with an old link comes right.

Input: the catalogue's folder. Output: old id -> the id it has now, and what is wrong with the file, each at its line.
An address of the site is made of each old id, so nothing but an id by the rule of file names may stand there.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path

from katalog.record.characters import place_of
from katalog.record.entry import is_id
from katalog.record.problem import Problem, quoted

FILE = "omdirigeringar.json"
CODES = {"omdirigering": "En omdirigering leder fel"}
# What the form on the web says too (docs/assets/js/record/identity.js): an id that once was another record's.
TAKEN = "{id} är id för en post som finns. Ta bort raden, eller byt namn på posten."
_FORM = "Filen ska vara {} med gammalt id och nytt id, som katalog rename skriver den."
_BROKEN = "Filen går inte att läsa som JSON här. Jämför raden med de andra: citattecken, kolon och komma."
_ENCODING = "Filen är inte sparad som UTF-8. Spara om filen med kodningen UTF-8."
_NO_ID = "”{id}” är inget id: små bokstäver a–z, siffror och bindestreck. Rätta det, eller ta bort raden."
_TWICE = "{id} står två gånger. Behåll den ena raden och ta bort den andra."
_NO_TARGET = "{old} leder till {new}, som inte finns. Rätta id:t, eller ta bort raden."
_CIRCLE = "{old} leder runt till sig själv. Skriv id:t för en post som finns, eller ta bort raden."
_STRING = r'"(?:[^"\\]|\\.)*"'
_MOST_TOLD = 100
Pair = tuple[str, str]


def check_moved(
    folder: Path, ids: Collection[str], shown: str, *, instead: bytes | None = None
) -> tuple[dict[str, str], list[Problem]]:
    """Old id -> the record it leads to in the end, and a problem (`omdirigering`) at each line that leads nowhere.

    Only what leads right is in the first. No file: none. `shown` is how reports name the file, `instead` what it is
    about to hold. Raises nothing for what the file is or holds.
    """
    path = folder / FILE
    if instead is None and not path.exists():
        return {}, []
    try:
        raw = path.read_bytes() if instead is None else instead
    except OSError:
        return {}, [_problem(shown, (1, 1), _FORM)]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}, [_problem(shown, (1, 1), _ENCODING)]
    try:
        pairs = read_pairs(text)
    except ValueError as error:  # a number of thousands of digits is refused without a place
        return {}, [_problem(shown, place_of(text, getattr(error, "pos", 0)), _BROKEN)]
    if pairs is None:
        return {}, [_problem(shown, (1, 1), _FORM)]
    wanted = follow(dict(pairs), ids)
    faults = islice(_wrong(pairs, wanted, ids), _MOST_TOLD)
    return wanted, [_problem(shown, _key_place(text, number), message) for number, message in faults]


def read_pairs(text: str) -> list[Pair] | None:
    """Old and new id in the order they stand, doubled ones too; None when the file is something else than an object
    of texts. Raises ValueError, most often json.JSONDecodeError."""
    try:
        pairs = json.loads(text, object_pairs_hook=list)
    except RecursionError:
        return None
    if not isinstance(pairs, list) or not text.lstrip().startswith("{"):
        return None
    return pairs if all(isinstance(new, str) for _old, new in pairs) else None


def follow(moved: Mapping[str, str], ids: Collection[str]) -> dict[str, str]:
    """Each old id that leads to a record, over as many steps as it takes, and that is no record's id itself."""
    found: dict[str, str] = {}
    for old in moved:
        if is_id(old) and old not in ids and (end := _end_of(old, moved, ids)):
            found[old] = end
    return found


def _end_of(old: str, moved: Mapping[str, str], ids: Collection[str]) -> str | None:
    seen = {old}
    new = moved[old]
    while new not in ids:
        if new in seen or new not in moved:
            return None
        seen.add(new)
        new = moved[new]
    return new


def _wrong(pairs: list[Pair], right: Mapping[str, str], ids: Collection[str]) -> Iterator[tuple[int, str]]:
    """Number of the pair, and what is wrong with it: one fault a pair."""
    moved, count, told = dict(pairs), Counter(old for old, _new in pairs), set[str]()
    for number, (old, new) in enumerate(pairs):
        if not is_id(old):
            yield number, _NO_ID.format(id=quoted(old))
        elif old in told:
            yield number, _TWICE.format(id=old)
        elif old in ids:
            yield number, TAKEN.format(id=old)
        elif old not in right and count[old] == 1:
            circle = new in moved
            yield number, _CIRCLE.format(old=old) if circle and _is_circle(old, moved) else _lost(old, new, moved)
        told.add(old)


def _is_circle(old: str, moved: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    new = old
    while new in moved and new not in seen:
        seen.add(new)
        new = moved[new]
    return new in seen


def _lost(old: str, new: str, moved: Mapping[str, str]) -> str:
    while new in moved:
        new = moved[new]
    return _NO_TARGET.format(old=old, new=quoted(new))


def _key_place(text: str, number: int) -> tuple[int, int]:
    """Where the pair's old id stands: in an object of texts every second string is a key."""
    found = next(islice(re.finditer(_STRING, text), 2 * number, None))
    return place_of(text, found.start())


def _problem(shown: str, place: tuple[int, int], message: str) -> Problem:
    line, column = place
    return Problem(path=shown, line=line, column=column, code="omdirigering", level="fel", message=message)
