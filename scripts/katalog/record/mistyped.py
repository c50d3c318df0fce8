"""A value of the wrong kind, or with a character that looks like another -> the cure that fits what was written.

Input: the value, and the kind or pattern that the schema asks for. Output: the name of a text in `said.TEXTS` and what
fills it in. `DATA` is the same statement for the form on the web (docs/assets/js/record/mistyped.js).
"""

from __future__ import annotations

import re
from typing import Any

from katalog.record.characters import BULLETS, COLONS, DASHES, SPACES, WIDE, name_of

Cure = tuple[str, dict[str, object]]
_SPACE, _DASH, _COLON, _BULLET = ("".join(odd) for odd in (SPACES, DASHES, COLONS, BULLETS))
# One number among other words: what stands before, the number (in groups of three, or not), its decimals, what follows.
_NUMBER = rf"^([^0-9]*?)([0-9]{{1,3}}(?:[ .'{_SPACE}][0-9]{{3}})+|[0-9]+)(?:([.,])([0-9]+))?([^0-9]*)$"
_TWO_NUMBERS = r"^[^0-9]*([0-9]+)[^0-9]+([0-9]+)[^0-9]*$"
# Wanted kind -> what a text in its place looks like, and the text that tells. The group is the character at fault.
_TEXT_FOR = {
    "array": (
        (f"^([{_DASH}{_BULLET}])", "streck-annat"),
        (f"^-([{_SPACE}])", "streck-mellanslag"),
        (r"^(-)[^ \-]", "streck-utan"),
    ),
    "object": (
        (rf"^[\w\-]+:([{_SPACE}])", "kolon-mellanslag"),
        (rf"^[\w\-]+ ?([{_COLON}])", "kolon-annat"),
        (r"^[\w\-]+(:)[^ /]", "kolon-utan"),
    ),
}
# Looks like -> is meant, and how a message calls that. Wide forms (U+FF01-FF5E) all lie equally far from the ordinary.
_MEANT = {
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys(COLONS, ":"),
    **{character: chr(ord(character) - 0xFEE0) for character in WIDE},
}
_CALLED = {" ": "ett vanligt mellanslag", "-": "ett bindestreck (-)", ":": "ett kolon (:)"}
_MEANT_TABLE = str.maketrans(_MEANT)
_ODD = f"[{''.join(_MEANT)}]"
DATA = {
    "tal": _NUMBER,
    "tva_tal": _TWO_NUMBERS,
    "text_for": _TEXT_FOR,
    "menade": _MEANT,
    "kallas": _CALLED,
    "tecken": {character: name_of(character) for character in (*_MEANT, *BULLETS)},
}


def text_for(kind: str, value: str) -> Cure | None:
    """A text where a list or a group of fields should be: most often one character in it is to blame."""
    for pattern, name in _TEXT_FOR.get(kind, ()):
        found = re.search(pattern, value)
        if found:
            return name, {"fel": name_of(found[1])}
    return None


def text_for_number(kind: str, value: str) -> Cure | None:
    """A text where a number should be, `kind` being `integer` or `number`."""
    found = re.search(_NUMBER, value)
    if found is None:
        two = re.search(_TWO_NUMBERS, value)
        return ("tal-ett", {"tal": two[1]}) if two else None
    before, digits, point, decimals, after = (part or "" for part in found.groups())
    whole = "".join(digit for digit in digits if digit.isdecimal())
    is_whole = not decimals.strip("0")
    if kind == "integer" and not is_whole:
        return "tal-helt", {"tal": whole}
    number = whole if kind == "integer" or is_whole else f"{whole}.{decimals}"
    if before.strip() or after.strip():
        return ("tal-bara", {"tal": number}) if not before.strip().endswith("-") else None
    name = "tal-punkt" if point == "," else "tal-ihop" if whole != digits else "tal-utan-citat"
    return name, {"tal": number}


def lookalike(value: str, pattern: str) -> Cure | None:
    """The first character that looks like the right one, when nothing else is wrong: the eye finds no fault then."""
    odd = re.search(_ODD, value)
    if odd is None or not re.search(pattern, value.translate(_MEANT_TABLE)):
        return None
    return "forvaxlat", {"tecken": name_of(odd[0]), "ratt": _CALLED.get(_MEANT[odd[0]], _MEANT[odd[0]])}


def fits_quoted(value: Any, pattern: str | None) -> bool:
    """True when a number would be right as it stands, between quotes."""
    is_whole = isinstance(value, int) or value == int(value)
    return pattern is None or (is_whole and re.search(pattern, str(int(value))) is not None)
