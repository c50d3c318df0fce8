"""What a rule looks at: one record as written (`Entry`) among all others (`Context`).

Data may still be wrong in shape: rules read it through `text_of`, `items_of` and `walk_texts`, which pass over
what has the wrong type, because the schema has already reported that. `rules` and `check` depend on this.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from katalog.record.problem import DataPath, Fault
from katalog.record.schema import Schema

# The fields that a reader reads as prose: readability and choice of words are judged here.
READER_TEXTS = ("sammanfattning", "vad_du_gor", "beskrivning", "forsta_steget")


_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_ID_CHARACTERS = 60
# Windows keeps these for devices and saves no file of the name, whatever its ending
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
_DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")


def is_id(text: str) -> bool:
    """True for what may be a record's id; the schema says the same of fields that hold one."""
    return len(text) <= MAX_ID_CHARACTERS and _ID.fullmatch(text) is not None and not is_device(text)


def is_device(text: str) -> bool:
    """True for a word that can be no file's name on Windows: a catalogue with such a file cannot be cloned there."""
    return _DEVICE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file that loaded: `path` as shown in reports, `folder` and `stem` as on disk."""

    path: str
    folder: str
    stem: str
    data: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Context:
    """All entries, the schema and the day (ISO date) that "today" means. `ids` maps id to the entries that claim it."""

    idag: str
    schema: Schema
    ids: Mapping[str, tuple[Entry, ...]]


Check = Callable[[Entry], Iterable[Fault]]  # what a rule makes of one entry


def text_of(data: Mapping[str, Any], key: str) -> str | None:
    """The value when it is text, else None."""
    value = data.get(key)
    return value if isinstance(value, str) else None


def items_of(data: Mapping[str, Any], key: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Position and content of the mappings in a list; whatever else stands there is passed over."""
    value = data.get(key)
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict):
                yield index, item


def texts_in(data: Mapping[str, Any], key: str) -> Iterator[tuple[DataPath, str]]:
    """The texts below one field, each with its path."""
    found: list[tuple[DataPath, str]] = []
    _collect(data.get(key), (key,), found)
    return iter(found)


def walk_texts(data: Mapping[str, Any]) -> Iterator[tuple[DataPath, str]]:
    """Every text of the record, each with its path."""
    found: list[tuple[DataPath, str]] = []
    for key, value in data.items():
        _collect(value, (key,), found)
    return iter(found)


def _collect(value: Any, path: DataPath, found: list[tuple[DataPath, str]]) -> None:
    """Into a list: a generator within a generator hands every text up level by level."""
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            _collect(inner, (*path, key), found)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _collect(inner, (*path, index), found)
