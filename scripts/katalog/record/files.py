"""Which files in the catalogue's folder are records, and which look like one and are never read.

Input: the catalogue's folder. Output: the paths of the records, in order, and a problem for every other file that
somebody may believe is one. A guide for the folder (LÄSMIG.txt, README.md) and what systems leave behind stay in peace.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from katalog.record.moved import FILE as REDIRECTS
from katalog.record.problem import Level, Problem

CODES = {
    "filandelse": "Filens namn slutar inte på .yml",
    "fil-olast": "En fil som ser ut som en post men inte läses",
}
_ENDINGS = (".yml", ".yaml")  # in small letters or capitals: a file that is called so is read, and told to change
_GUIDE = r"(?i)(?:readme|l[äa]s[ _-]?mig)\b.*"
_SYSTEM = frozenset({"thumbs.db", "desktop.ini", "icon\r"})  # what file managers put into folders
_YAML_IN_NAME = r"(?i)\.ya?ml(?![a-zåäö])"
_COPY = r"(?i)(?:~|\.(?:bak|orig|old|rej|sw[op]|tmp|backup))$"
_DOCUMENT = r"(?i)\.(?:docx?|odt|rtf|pages|xlsx?|ods|pdf)$"
# The first lines of a record, also as JSON; two of them are no accident.
_FIELD = r"(?m)^[ {\"]*(namn|status|insatstyp|omrade|sammanfattning|kallor)\"? ?:"
_FEWEST_FIELDS, _LOOKED_AT_BYTES = 2, 65_536
_RENAME = "Filen läses inte. Poster slutar på .yml. Byt namn så att den heter {name}.yml."
_LEFT = "Filen läses inte: den ser ut som en kopia. Ta bort den, eller flytta den från catalogue/."
_WRONG_KIND = "Filen läses inte. En post är en textfil som slutar på .yml. Skriv in uppgifterna i en sådan."
_HIDDEN = "Filen läses inte: namnet börjar med en punkt. Ta bort punkten först i namnet."
_MISPLACED = "Filen läses inte. Omdirigeringar ligger i catalogue/omdirigeringar.json."
_ENDING = "Filen heter {ending}. Byt namn så att den slutar på .yml."


def is_record_name(name: str) -> bool:
    return name.lower().endswith(_ENDINGS) and not name.startswith(".")


def find_files(folder: Path) -> list[Path]:
    """The record files below `folder`, in a fixed order. What begins with a dot is left out."""
    return in_order(Path(where, name) for where, name in _below(folder) if is_record_name(name))


def in_order(paths: Iterable[Path]) -> list[Path]:
    """As `sorted`, which asks a path for its parts each time that two are compared."""
    return sorted(paths, key=attrgetter("parts"))


def check_ending(path: Path, shown: str) -> Iterator[Problem]:
    """`filandelse`: the file is read, but every other tool looks for .yml."""
    if path.suffix != ".yml":
        yield _problem(shown, "filandelse", "fel", _ENDING.format(ending=path.suffix))


def find_unread(folder: Path) -> dict[Path, tuple[Level, str]]:
    """Every file below `folder` that looks like a record and is not read: how bad it is, and what to do."""
    found: dict[Path, tuple[Level, str]] = {}
    for path in sorted(Path(where, name) for where, name in _below(folder) if not is_record_name(name)):
        told = _judge(path, folder)
        if told and path.is_file():
            found[path] = told
    return found


def _below(folder: Path) -> Iterator[tuple[str, str]]:
    """Files and folders, each as its folder and its name. Raises OSError for a folder that cannot be listed: records in
    it would be lost in silence."""
    for where, folders, names in os.walk(folder, onerror=_raise):
        yield from ((where, name) for name in (*folders, *names))


def _raise(error: OSError) -> None:
    raise error


def check_unread(shown: str, told: tuple[Level, str]) -> Problem:
    """`fil-olast` for one of `find_unread`."""
    return _problem(shown, "fil-olast", *told)


def _judge(path: Path, folder: Path) -> tuple[Level, str] | None:
    name = path.name
    if name.startswith("."):  # what programs leave behind stays in peace, a record does not
        is_record = name.lower().endswith(_ENDINGS) and _holds_a_record(path)
        return ("fel", _HIDDEN) if is_record else None
    if re.fullmatch(_GUIDE, name) or name.lower() in _SYSTEM:
        return None
    if "omdirigering" in name.lower():
        return None if path == folder / REDIRECTS else ("fel", _MISPLACED)
    if re.search(_COPY, name):
        return ("varning", _LEFT) if re.search(_YAML_IN_NAME, name) or _holds_a_record(path) else None
    if re.search(_DOCUMENT, name):
        return "varning", _WRONG_KIND
    if re.search(_YAML_IN_NAME, name) or _holds_a_record(path):
        return "fel", _RENAME.format(name=re.split(_YAML_IN_NAME, name)[0].split(".")[0].strip() or "posten")
    return None


def looks_like_a_record(text: str) -> bool:
    """True for a text with the first fields of a record, each on a line of its own."""
    return len(set(re.findall(_FIELD, text))) >= _FEWEST_FIELDS


def _holds_a_record(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            raw = file.read(_LOOKED_AT_BYTES)
    except OSError:
        return False
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return looks_like_a_record(raw.decode(encoding, "replace"))


def _problem(shown: str, code: str, level: Level, message: str) -> Problem:
    return Problem(path=shown, line=1, column=1, code=code, level=level, message=message)
