"""A day, a month or a year as somebody writes it by hand -> as a record holds it.

Input: text. Output: ISO, or the text as it is when it cannot be one thing only.
"""

from __future__ import annotations

import datetime
import re

from katalog.derive.swedish import MONTHS

_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{1,2})[\s/.-]+(\d{4})", re.ASCII)  # day first, as Swedes write it
_WORDS = re.compile(r"(?:(\d{1,2})(?:\s*:?e)?\s+)?([a-z]{3,9})\.?\s+(\d{4})", re.ASCII)
_BEFORE = re.compile(r"(?:sedan|från|i|den|år)\s+")


def read_day(text: str) -> str:
    """`26 november 2026`, `26/11 2026` and `20261126` as `2026-11-26`."""
    found = _read(text)
    return found if len(found) == 10 else text


def read_since(text: str) -> str:
    """As `read_day`; `september 2026` as `2026-09`, and a year as it is."""
    found = _read(text)
    return found or text


def is_day(text: str) -> bool:
    return _ISO.fullmatch(text) is not None and len(text) == 10 and bool(_existing(text))


def is_since(text: str) -> bool:
    """A year, a month or a day that there is, as ISO writes it."""
    is_iso = re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", text, re.ASCII)
    return is_iso is not None and bool(_existing(f"{text}-01-01"[:10]))


def _read(text: str) -> str:
    """ "" for what is no day, month or year, or may be two."""
    plain = text.strip().lower().rstrip(".")
    while begun := _BEFORE.match(plain):
        plain = plain[begun.end() :]
    if is_since(plain):
        return plain
    if found := _ISO.fullmatch(plain):
        return _existing("-".join(found.groups()))
    if found := _NUMBERS.fullmatch(plain):
        return _existing(f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}")
    if found := _WORDS.fullmatch(plain):
        months = [number for number, name in enumerate(MONTHS, 1) if name.startswith(found[2])]
        return _of_words(found[1], months, found[3])
    return ""


def _of_words(day: str | None, months: list[int], year: str) -> str:
    if len(months) != 1:
        return ""
    month = f"{year}-{months[0]:02}"
    return _existing(f"{month}-{int(day):02}") if day else month


def _existing(day: str) -> str:
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        return ""
