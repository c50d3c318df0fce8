"""A block that says that a place has closed -> what its page will say of that, and the source that says so.

Input: `Block` and the day. Output: `Closing`. Who says that a place has closed has not confirmed what its page says
otherwise: so it is a source (`kallor`) for that alone, and the last confirmation stays what it was.
"""

from __future__ import annotations

from typing import Any

from katalog.derive.swedish import MONTHS, swedish_date
from katalog.edit.changes import Closing
from katalog.upkeep.block import Block

_OWN_SOURCE = "egen"


def closing_of(block: Block, idag: str) -> Closing:
    """The remarks stand in the box at the top of the page: since when, then where people go, as it was said."""
    remarks = [f"Verksamheten stängde {since(block.sedan)}."] if block.sedan else []
    remarks += [_as_sentence(block.vart)] if block.vart else []
    told = ["status", "anmarkning"] if remarks else ["status"]
    return Closing(remarks=tuple(remarks), source={**source_of(block, idag), "galler": told})


def source_of(block: Block, idag: str) -> dict[str, Any]:
    """The message as a source of what it says; only its own words tell whose it is."""
    day = block.dag or idag
    who = f"Besked från {block.av}" if block.av else "Besked till katalogen"
    source = {"titel": f"{who}, {swedish_date(day)}", "ar": int(day[:4])}
    return {**source, "slag": _OWN_SOURCE} if block.av else source


def since(text: str) -> str:
    """`2026`, `i september 2026`, `den 3 september 2026`, as it goes on after a verb."""
    year, *rest = text.split("-")
    if not rest:
        return year
    month = f"{MONTHS[int(rest[0]) - 1]} {year}"
    return f"i {month}" if len(rest) == 1 else f"den {int(rest[1])} {month}"


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
