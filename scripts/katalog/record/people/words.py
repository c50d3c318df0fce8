"""schema/persondata.json -> the word lists about people, ready to look up in. The form reads the same file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from katalog.record.people.plain import Plain

FILE = "persondata.json"
# How a title or a place's word may be inflected and still be the same.
TITLE_ENDINGS = ("", "n", "en", "s", "ns", "ens", "na", "arna", "erna", "er")
SURE_ENDINGS = ("sson", "ssons", "sdotter")
SHORTEST_SURE = 6  # letters of a word that is a surname by its ending alone


Phrases = dict[str, tuple[tuple[str, ...], ...]]  # by their first word


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Folded words (`Plain.word`), except those of places and firms, where an accent tells a surname (Hallén) from a
    place (hallen)."""

    plain: Plain
    first: frozenset[str]
    strict: frozenset[str]  # first names that are things as well: a name only before a surname
    common: frozenset[str]  # first names that are words in lower case or capitals
    surnames: frozenset[str]
    surname_endings: tuple[str, ...]
    ties: frozenset[str]
    titles: frozenset[str]
    address: frozenset[str]  # fru, herr
    asked: Phrases  # what one says before a name
    small: frozenset[str]  # what may stand between
    places: tuple[str, ...]
    places_after_s: tuple[str, ...]
    place_endings: tuple[str, ...]
    firms: frozenset[str]
    before: frozenset[str]
    before_one: frozenset[str]
    between: frozenset[str]
    not_surnames: frozenset[str]
    bodies: frozenset[str]  # towns, and words that organisations' names begin with
    functions: tuple[str, ...]
    accepted: Phrases
    alerting: frozenset[str]  # a text without any of these holds no name
    asking: frozenset[str]  # those of them that are one only with a capital after
    leading: frozenset[str]  # what a name begins at, or a search for one; in a name of several parts each part


def read_words(raw: dict[str, Any]) -> Words:
    plain = Plain(raw["tecken"], raw["nollor"], raw["bokstaver"])

    def folded(name: str) -> frozenset[str]:
        return frozenset(plain.word("\n".join(raw[name])).split("\n"))  # at once: there are thousands

    titles = frozenset(title + ending for title in folded("titlar") for ending in TITLE_ENDINGS)
    asked = _phrases(folded("efter"))
    first, surnames, address = folded("fornamn"), folded("efternamn"), folded("tilltal")
    names = first | surnames
    return Words(
        plain=plain,
        first=first,
        strict=folded("fornamn_strikta"),
        common=folded("fornamn_ord"),
        surnames=surnames,
        surname_endings=tuple(raw["efternamn_slut"]),
        ties=folded("namnled"),
        titles=titles,
        address=address,
        asked=asked,
        small=folded("smaord"),
        places=tuple(raw["platsord"]),
        places_after_s=tuple(raw["platsord_efter_s"]),
        place_endings=tuple(raw["platsslut"]),
        firms=frozenset(raw["foretagsord"]),
        before=folded("fore"),
        before_one=folded("fore_ensam"),
        between=folded("mellan"),
        not_surnames=folded("inte_efternamn"),
        bodies=folded("verksamhetsord"),
        functions=tuple(sorted(folded("funktionsord"))),
        accepted=_phrases(plain.word(entry["namn"]) for entry in raw["godkanda"]),
        alerting=names | {f"{name}s" for name in names},
        asking=titles | address | {word.split(":")[0] for word in asked},
        leading=_parts_of(names.union(titles, address, asked, [f"{name}s" for name in surnames])),
    )


def _parts_of(words: frozenset[str]) -> frozenset[str]:
    """The words as a text is searched for them: letters alone. Nearly always they are that."""
    if "".join(words).isalpha():
        return words
    return words.union(*(re.findall(r"[^\W\d_]+", word) for word in words if not word.isalpha()))


def load_words(folder: Path) -> Words:
    """persondata.json in the schema folder, read again only when it has changed. Raises OSError or ValueError when the
    checkout is broken."""
    path = folder / FILE
    status = path.stat()
    return _read_file(path.resolve(), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=4)
def _read_file(path: Path, _mtime_ns: int, _size: int) -> Words:
    return read_words(json.loads(path.read_text(encoding="utf-8")))


def _phrases(texts: Iterable[str]) -> Phrases:
    found: Phrases = {}
    for phrase in sorted(tuple(text.split()) for text in texts):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def is_surname(folded: str, words: Words) -> bool:
    """True for what is a surname and nothing else: common ones, and all that end in -sson; the genitive too."""
    return (
        folded in words.surnames
        or (folded.endswith("s") and folded[:-1] in words.surnames)
        or (len(folded) >= SHORTEST_SURE and folded.endswith(SURE_ENDINGS))
    )


_SHORTEST_WORD, _LONGEST_WORD = 9, 40  # letters of a name that is written in one word


def is_together(folded: str, words: Words) -> bool:
    """Is the folded word a whole name: `anna-svensson`, `annasvensson`?"""
    return _is_hyphened(folded, words) or is_one_word(folded, words)


def _is_hyphened(folded: str, words: Words) -> bool:
    first, hyphen, rest = folded.partition("-")
    return hyphen != "" and first in words.first and is_surname(rest.rpartition("-")[2], words)


def is_one_word(folded: str, words: Words) -> bool:
    """Is it a first name and a surname written together?"""
    if not _SHORTEST_WORD <= len(folded) <= _LONGEST_WORD:
        return False
    ends = range(3, len(folded) - 5)
    return any(folded[:end] in words.first and folded[end:] in words.surnames for end in ends)
