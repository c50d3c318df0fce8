"""Text from outside -> text that a terminal shows and that does nothing to it: what cannot be seen is named.

Used for all that comes by mail or in a sheet; nothing of it may move the cursor, colour, hide or turn what is read.
"""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[\t\u00a0\u202f\u2000-\u200a\u3000]")
_BREAKS = re.compile("\r\n|[\r\n\u0085\u2028\u2029]")
_MOST_MARKS = 4  # accents on one letter; more would be painted over the lines around it


def visible(text: str) -> str:
    """One line: line breaks become spaces."""
    return _plain(_BREAKS.sub(" ", text))


def visible_lines(text: str) -> list[str]:
    """Each line for itself, without blanks at its end."""
    return [_plain(line).rstrip() for line in _BREAKS.split(text)]


def _plain(line: str) -> str:
    spaced = _BLANKS.sub(" ", line)
    if spaced.isprintable() and spaced.isascii():
        return spaced
    shown, marks = [], 0
    for character in spaced:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        is_plain = character.isprintable() and marks <= _MOST_MARKS
        shown.append(character if is_plain else f"<U+{ord(character):04X}>")
    return "".join(shown)
