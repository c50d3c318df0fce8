"""Swedish in small: how a day is written, and in which order words stand."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip


def swedish_date(date: str) -> str:
    """`2026-11-03` -> `3 november 2026`."""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def thousands(number: int) -> str:
    """`20000` -> `20 000`, with a space that does not break."""
    return f"{number:,}".replace(",", "\u00a0")


# Swedish alphabetical order without the machine's locale: å, ä, ö come after z, and letters that Swedish does not have
# stand where Svenska Akademiens ordlista puts them. Those that Unicode takes apart (é, ñ, š) need no line here.
_ORDER = str.maketrans({
    "{": " ", "å": "{a", "ä": "{b", "ö": "{c", "æ": "{b", "ø": "{c", "ő": "{c", "ü": "y", "ű": "y",
    "ß": "ss", "œ": "oe", "þ": "th", "ð": "d", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n",
})  # fmt: skip
_BETWEEN = re.compile(r"[^0-9a-z{]+")
_NO_LETTER = "\U0010ffff"  # after every letter there is
DIGITS, OTHERS = "0–9", "Övriga"
_AFTER_Z = {"a": "Å", "b": "Ä", "c": "Ö"}


@lru_cache(maxsize=20_000)
def sort_key(name: str) -> str:
    """Key that puts names in Swedish alphabetical order, upper and lower case alike. What is neither letter nor digit
    counts as a space, and not at all in the beginning."""
    ordered = unicodedata.normalize("NFKC", name).lower().translate(_ORDER)
    if ordered.isascii():
        return _BETWEEN.sub(" ", ordered).strip() or _NO_LETTER
    bare = (c for c in unicodedata.normalize("NFKD", ordered) if not unicodedata.combining(c))
    return " ".join("".join(_letter(c) for c in bare).split()) or _NO_LETTER


def _letter(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return str(digit) if digit is not None else character if character.isalpha() or character == "{" else " "


def initial(name: str) -> str:
    """The heading that a name stands under in an alphabetical list: a Swedish letter, `DIGITS` or `OTHERS`. Names in
    order of `sort_key` come heading by heading: both look at the same first letter."""
    key = sort_key(name)
    if key[0].isdecimal():
        return DIGITS
    if key[0] == "{":
        return _AFTER_Z[key[1]]
    return key[0].upper() if key[0].isascii() else OTHERS
