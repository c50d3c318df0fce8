"""Texts to try the rule about people on: pieces of names, numbers and mailboxes put together by chance, and the same
each time.

Nobody is meant by them. Shared by the quick comparison of the two engines and the full one.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

from katalog.record.entry import walk_texts
from katalog.record.people.words import FILE, Words
from katalog.record.rules.persondata import check_text
from tests.support import CASES, SCHEMA_FOLDER

FIELDS = ("anmarkning", "bekraftad_av", "webb")
_GAPS = (
    *(" ",) * 4, "", "-", "–", "\u2011", "\u2212", ", ", ". ", ".", "/", "\u00a0", "\u200b", "\u00ad", "\n", " (", ") ",
    "_", "** ", ": ", " och ", "  ", "\u2003", "'", "’", "\u0301", "@", " (a) ", " at ",
)  # fmt: skip
_ODD = (
    "å", "A\u030a", "ı", "İ", "ß", "ﬁ", "\uff21nna", "\u0410nna", "Σ", "ǅ", "½", "²", "Ⅷ", "\u0663", "\uff11", "𝟘",
    "𝐀nna",
    "\U0001f600", "\u202e", "e\u0301", "ᾈ", "ŉ", "中村", "محمد", "\u0378", "\u2800", "S:t", "XII:s", "O'Brien",
)  # fmt: skip
_NUMBERS = ("811218", "9876", "19", "20", "12", "18", "070", "174", "06", "05", "+46", "(0)", "0046", "0", "7", "2019")
_MORE = (
    "exempel.se", "info", "a", "A", "K.", "von", "af", "de", "AB", "ANNA", "SVENSSON", "svensson", "https://", "Xavel",
    "Qvarnlöt", "på", "i", "är", "vår", "Maria", "Ungdom", "Mc", "Svenssons", "Annas", "e",
)  # fmt: skip
_NOT_WORDS = ("description", "tecken", "nollor", "bokstaver", "godkanda")


def texts(count: int, seed: int) -> list[str]:
    """`count` texts of one to eight pieces each, and whole names of people and places changed in a place."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret: the same texts each time
    raw = json.loads((SCHEMA_FOLDER / FILE).read_text(encoding="utf-8"))
    listed = [words for name, words in raw.items() if name not in _NOT_WORDS]
    listed += [
        [entry["namn"] for entry in raw["godkanda"]],
        _ODD,
        _NUMBERS,
        _MORE,
        _MORE,
        raw["fornamn"],
        raw["efternamn"],
    ]
    people = [line.rpartition(" | ")[2] for line in _lines("manniskor.txt")]
    whole = [*_lines("platser.txt"), *people * (2000 // len(people))]
    return [_mutated(chance, whole) if chance.random() < 0.3 else _joined(chance, listed) for _ in range(count)]


def _lines(name: str) -> list[str]:
    return (CASES / "namn" / name).read_text(encoding="utf-8").splitlines()[1:]


def _joined(chance: random.Random, listed: Sequence[Sequence[str]]) -> str:
    text = ""
    for _ in range(chance.randint(1, 8)):
        word = chance.choice(chance.choice(listed))
        cased = chance.choice((word, word.capitalize(), word.capitalize(), word.upper()))
        text += cased + chance.choice(_GAPS)
    return text


def _mutated(chance: random.Random, whole: Sequence[str]) -> str:
    text = chance.choice(whole)
    at = chance.randrange(len(text) + 1)
    put = chance.choice((chance.choice(_GAPS), chance.choice(_ODD), "", text[at : at + 1].swapcase()))
    return text[:at] + put + text[at + chance.randint(0, 1) :]


def records(count: int, seed: int, size: int = 500) -> list[dict[str, list[str]]]:
    """The texts in records of `size` in each field, so that a browser judges many at a time."""
    every = texts(count, seed)
    parts = [every[at : at + size] for at in range(0, len(every), size)]
    return [{FIELDS[index % len(FIELDS)] if index % 2 else FIELDS[0]: part} for index, part in enumerate(parts)]


def told_by_command(record: dict[str, list[str]], words: Words) -> list[list[Any]]:
    """Path, code, message and whether it is a warning, as the form's engine gives them."""
    found = [fault for path, text in walk_texts(record) for fault in check_text(path, text, words)]
    return [[list(fault.path), fault.code, fault.message, fault.level == "varning"] for fault in found]
