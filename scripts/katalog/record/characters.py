"""The characters of a file before anything is parsed: which are refused, what they are called, and where a position
lies.

Input: a file's text. Output: line, column, code and message of what may not stand in it, and the names that other
messages use for characters that look like ordinary ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_MOST_TOLD = 100  # of one kind of bad character; a file may hold nothing else
# First and last code point, and what a message calls them. Unicode 14.0: the general category Cf (format characters),
# Default_Ignorable_Code_Point (DerivedCoreProperties.txt: nothing is drawn), what is drawn as a blank though it is no
# space, line breaks that editors do not show as such, private use, and code points that are no characters. Not the
# unassigned ones: what is unassigned to one Python is a new emoji to the next.
_RANGES = (
    (0x00, 0x08, "styrtecken"), (0x0B, 0x0C, "styrtecken"), (0x0E, 0x1F, "styrtecken"), (0x7F, 0x9F, "styrtecken"),
    (0xAD, 0xAD, "mjukt bindestreck"), (0x34F, 0x34F, "osynligt fogtecken"),
    (0x600, 0x605, "osynligt tecken"), (0x61C, 0x61C, "tecken som vänder läsriktningen"),
    (0x6DD, 0x6DD, "osynligt tecken"), (0x70F, 0x70F, "osynligt tecken"),
    (0x890, 0x891, "osynligt tecken"), (0x8E2, 0x8E2, "osynligt tecken"),
    (0x115F, 0x1160, "tomt tecken"), (0x17B4, 0x17B5, "osynligt tecken"), (0x180B, 0x180F, "osynligt tecken"),
    (0x200B, 0x200B, "mellanslag utan bredd"), (0x200C, 0x200C, "osynlig åtskiljare"),
    (0x200E, 0x200F, "tecken som vänder läsriktningen"), (0x2028, 0x2029, "dold radbrytning"),
    (0x202A, 0x202E, "tecken som vänder läsriktningen"), (0x2060, 0x2060, "osynligt fogtecken"),
    (0x2061, 0x2065, "osynligt tecken"), (0x2066, 0x2069, "tecken som vänder läsriktningen"),
    (0x206A, 0x206F, "osynligt tecken"), (0x2800, 0x2800, "tomt tecken"), (0x3164, 0x3164, "tomt tecken"),
    (0xE000, 0xF8FF, "tecken för eget bruk"), (0xFDD0, 0xFDEF, "tecken som inte finns"),
    (0xFE00, 0xFE0D, "variantväljare"), (0xFEFF, 0xFEFF, "märke för bytesordning (BOM)"),
    (0xFFA0, 0xFFA0, "tomt tecken"),
    (0xFFF0, 0xFFFB, "osynligt tecken"), (0xFFFC, 0xFFFC, "plats för en bild"), (0xFFFD, 0xFFFD, "förlorat tecken"),
    (0xFFFE, 0xFFFF, "tecken som inte finns"), (0x110BD, 0x110BD, "osynligt tecken"),
    (0x110CD, 0x110CD, "osynligt tecken"), (0x13430, 0x1343F, "osynligt tecken"), (0x1BCA0, 0x1BCA3, "osynligt tecken"),
    (0x1D173, 0x1D17A, "osynligt tecken"),
    *((plane + 0xFFFE, plane + 0xFFFF, "tecken som inte finns") for plane in range(0x10000, 0xE0000, 0x10000)),
    (0xE0000, 0xE007F, "osynlig etikett"), (0xE0080, 0xE0FFF, "variantväljare"),
    (0xE1000, 0x10FFFF, "tecken för eget bruk"),
)  # fmt: skip
_JOINER, _VARIANTS = "\u200d", "\ufe0e\ufe0f"
# What may be a part of an emoji sequence (emoji-data.txt: Extended_Pictographic, and the skin tones among them).
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_KEYCAP = "\u20e3"  # 1 + U+FE0F + U+20E3 is a key with a number
# Everything that is refused. Every character stands as itself, so that a browser's RegExp reads it too. Not compiled
# here: that takes as long as reading ten records, and hardly any file has something that it must be asked of.
FORBIDDEN = (
    f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last, _name in _RANGES)}]"
    f"|(?<![{_EMOJI}{_VARIANTS}]){_JOINER}|{_JOINER}(?![{_EMOJI}])"
    f"|(?<![{_EMOJI}0-9#*])[{_VARIANTS}]|(?<=[0-9#*])[{_VARIANTS}](?!{_KEYCAP})"
)
# Characters that look like those that a file is written with: what they are called, and what should stand there.
SPACES = {
    "\u00a0": "hårt mellanslag",
    "\u202f": "smalt hårt mellanslag",
    "\u3000": "brett mellanslag",
    **dict.fromkeys(
        "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f", "smalt mellanslag"
    ),
}
DASHES = {
    "\u2010": "typografiskt bindestreck",
    "\u2011": "hårt bindestreck",
    "\u2212": "minustecken",
    "\uff0d": "brett bindestreck",
    **dict.fromkeys("\u2012\u2013\u2014\u2015", "tankstreck"),
}
COLONS = {"\uff1a": "brett kolon", "\ufe55": "litet kolon", "\u2236": "kvottecken", "\ua789": "kolonlik bokstav"}
WIDE = dict.fromkeys("\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff20\uff0e", "brett tecken")
BULLETS = dict.fromkeys("\u2022\u00b7\u25aa\u25ab\u25a0\u25cf\u25cb\u25e6\u2023\u2219\u2043\u25ba\u2192", "punkt")
CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b"
ANGLED = "\u00ab\u00bb\u2039\u203a"  # » «, the quotes of Swedish books
# All but what nearly every text is made of: where this finds nothing, nothing is forbidden. It is a tenth of the work.
_UNUSUAL = re.compile("[^\t\n\r -~\u00a1-\u00ac\u00ae-\u02ff\u2013\u2014\u2018-\u201e]")
_NAMES = {
    **SPACES, **DASHES, **COLONS, **WIDE, **BULLETS, _JOINER: "osynlig sammanfogare",
    **dict.fromkeys(_VARIANTS, "variantväljare"), **dict.fromkeys(CURLY, "böjt citattecken"),
    **dict.fromkeys(ANGLED, "vinkelformat citattecken"),
}  # fmt: skip
_TAB_INDENT = r"(?m)^ *\t"
_SPACE_INDENT = f"(?m)^ *[{''.join(SPACES)}]"  # as FORBIDDEN
# git-merge(1), "How conflicts are presented": seven marks at the beginning of a line.
_MERGE_MARK = r"(?m)^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)"
Told = tuple[int, int, str, str]


def is_usual(text: str) -> bool:
    """True for a text that `FORBIDDEN` finds nothing in, as nearly every text."""
    return _UNUSUAL.search(text) is None


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them: a break is CR LF, CR or LF and nothing else."""
    return re.split("\r\n|\r|\n", text)


def is_refused_first(text: str) -> bool:
    """True for a text that may not begin a line as it stands: with a space of another kind, or a mark of a merge."""
    return text[:1] in SPACES or re.match(_MERGE_MARK, text) is not None


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of the character at `index`."""
    lines = lines_of(text[:index])
    return len(lines), len(lines[-1]) + 1


def name_of(character: str) -> str:
    """`U+00A0 hårt mellanslag`: how a message names a character that nobody can see, or that looks like another."""
    point = ord(character)
    refused = (name for first, last, name in _RANGES if first <= point <= last)
    return f"U+{point:04X} {_NAMES.get(character) or next(refused, 'okänt tecken')}"


def forbidden_message(character: str) -> str:
    if character == "\ufffd":
        return f"{name_of(character)}: här stod en bokstav som gick förlorad. Skriv in den på nytt."
    return f"{name_of(character)} får inte stå i en post. Ta bort det, och skriv om ordet om det behövs."


def bad_characters(text: str) -> list[Told]:
    """Line, column, code (`yaml-tecken`, `yaml-tabb`, `yaml-sammanslagning`) and message of what may not stand in a
    file, in order."""
    unusual = [] if is_usual(text) else [*_forbidden(text), *_space_indents(text)]
    return sorted([*unusual, *_tab_indents(text), *_merge_marks(text)])


def _forbidden(text: str) -> Iterator[Told]:
    for match in islice(re.finditer(FORBIDDEN, text), _MOST_TOLD):
        yield *place_of(text, match.start()), "yaml-tecken", forbidden_message(match[0])


def _tab_indents(text: str) -> Iterator[Told]:
    if "\t" not in text:
        return
    for match in islice(re.finditer(_TAB_INDENT, text), _MOST_TOLD):
        message = "Raden är indragen med tabb. Byt tabben mot mellanslag, två för varje nivå."
        yield *place_of(text, match.end() - 1), "yaml-tabb", message


def _space_indents(text: str) -> Iterator[Told]:
    for match in islice(re.finditer(_SPACE_INDENT, text), _MOST_TOLD):
        message = f"Raden är indragen med {name_of(match[0][-1])}. Byt mot vanliga mellanslag, två för varje nivå."
        yield *place_of(text, match.end() - 1), "yaml-tecken", message


def _merge_marks(text: str) -> Iterator[Told]:
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return
    for match in islice(re.finditer(_MERGE_MARK, text), _MOST_TOLD):
        message = f"Märket {match[0]} är kvar från en sammanslagning i git. Behåll den ena texten och ta bort märkena."
        yield *place_of(text, match.start()), "yaml-sammanslagning", message
