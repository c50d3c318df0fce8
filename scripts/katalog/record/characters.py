"""The characters of a file before anything is parsed: which are refused, and where a position lies. Used by `load`;
`report` shows lines by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_MOST_TOLD = 100  # of one kind of bad character; a file may hold nothing else
# Control characters, line breaks that editors do not show as such, and marks that turn the reading order
# (Unicode TR 36, "bidirectional text spoofing"). A byte order mark is allowed first in the file only.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them: a break is CR LF, CR or LF and nothing else."""
    return re.split("\r\n|\r|\n", text)


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `index`."""
    lines = lines_of(text[:index])
    return len(lines), len(lines[-1]) + 1


def bad_characters(text: str) -> list[tuple[int, int, str, str]]:
    """Line, column, code (`yaml-tecken`, `yaml-tabb`) and message of what may not stand in a file, in order."""
    return sorted([*_invisible(text), *_tabs(text)])


def _invisible(text: str) -> Iterator[tuple[int, int, str, str]]:
    for match in islice(FORBIDDEN.finditer(text), _MOST_TOLD):
        message = f"Ett osynligt tecken (U+{ord(match[0]):04X}) som inte är tillåtet. Ta bort det och skriv om ordet."
        yield *place_of(text, match.start()), "yaml-tecken", message


def _tabs(text: str) -> Iterator[tuple[int, int, str, str]]:
    for match in islice(_TAB_INDENT.finditer(text), _MOST_TOLD):
        message = "Raden är indragen med tabb. Byt tabben mot mellanslag, två för varje nivå."
        yield *place_of(text, match.end() - 1), "yaml-tabb", message
