"""The words on the command line -> the files or folders of the catalogue that they name, or what is wrong with a word.

A word is an id, a file or a folder. What is named and would not be read is wrong use, never passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from katalog.commands.options import CATALOGUE, path_here
from katalog.edit.files import UnknownIdError, find_record
from katalog.record.files import find_files, is_record_name


class NotWantedError(Exception):
    """A word that names no record; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was written, and as a path seen from the project's folder."""

    said: str
    path: Path


def word_here(word: str) -> Word:
    """As argparse wants a type."""
    return Word(word, path_here(word))


def wanted_paths(words: Sequence[Word]) -> list[Path]:
    """Each word's file or folder. Raises NotWantedError for the first that names none."""
    return [_wanted(word.said, word.path) for word in words]


def _wanted(word: str, path: Path) -> Path:
    if not path.exists() and not path.is_symlink():
        return _by_id(word)
    inside = CATALOGUE.resolve()
    place = path.parent.resolve() / path.name  # a link counts as lying where it stands
    if inside != path.resolve() and inside not in place.parents:
        raise NotWantedError(f"{word} ligger inte i catalogue/. Skriv ett id, eller en fil eller mapp där.")
    if path.is_dir() and not find_files(path):
        raise NotWantedError(f"I {word} finns ingen post. Poster slutar på .yml och ligger i catalogue/.")
    if not path.is_dir() and not is_record_name(path.name):
        why = "namnet börjar med en punkt" if path.name.startswith(".") else "en post slutar på .yml"
        raise NotWantedError(f"{word} läses inte: {why}. Byt namn på filen.")
    return path


def _by_id(word: str) -> Path:
    if "/" in word or word.lower().endswith((".yml", ".yaml")):
        raise NotWantedError(f"{word} finns inte. Skriv ett id, eller sökvägen till en fil eller mapp i catalogue/.")
    try:
        return find_record(CATALOGUE, word)
    except UnknownIdError as error:
        raise NotWantedError(str(error)) from None
