"""Swedish in small: how a day is written, and in which order words stand."""

from __future__ import annotations

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
           "november", "december")  # fmt: skip


def swedish_date(date: str) -> str:
    """`2026-11-03` -> `3 november 2026`."""
    year, month, day = date.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


# Swedish alphabetical order without the machine's locale: å, ä, ö come after z.
_ORDER = str.maketrans({"å": "{a", "ä": "{b", "ö": "{c", "é": "e", "ü": "y", "-": " "})


def sort_key(name: str) -> str:
    """Key that puts names in Swedish alphabetical order, upper and lower case alike."""
    return name.lower().translate(_ORDER)
