"""What is wrong and where.

Two values: a `Fault` is found in data and names its place by the path of keys; a `Problem` is the same with file,
line and column, ready to be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Level = Literal["fel", "varning"]
DataPath = tuple[str | int, ...]
_SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault in one record, placed by `path` (keys and list positions from the top; () is the record itself)."""

    path: DataPath
    code: str
    message: str
    level: Level = "fel"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """A fault with its place in a file. `line` and `column` count from 1, in characters."""

    path: str
    line: int
    column: int
    code: str
    level: Level
    message: str

    @property
    def is_error(self) -> bool:
        return self.level == "fel"


def quoted(value: object) -> str:
    """How a message quotes what the writer wrote: on one line, not endless, and nothing invisible in it."""
    text = str(value)
    clipped = text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"
    return "".join(character if character.isprintable() else "\ufffd" for character in clipped)


def number_text(number: float) -> str:
    """A number as the form writes it (ECMA-262, Number::toString): 1.5e16 with all its digits, 1e-07 as 1e-7."""
    text = repr(number).removesuffix(".0")
    if "e" not in text:
        return text
    exact = Decimal(text)
    mantissa, _, power = text.partition("e")
    return f"{exact:f}" if -6 <= exact.adjusted() < 21 else f"{mantissa}e{int(power):+d}"


def has_errors(problems: list[Problem]) -> bool:
    """True when at least one problem stops the record from being published."""
    return any(problem.is_error for problem in problems)
