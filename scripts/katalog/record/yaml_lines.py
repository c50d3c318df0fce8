"""The lines around a place that YAML could not read -> what most likely went wrong there, and how it is mended.

Input: the lines of a file and the place that libyaml names, which is often where it noticed and not where the fault
is. Output: line, column and message, or None when the lines tell nothing more than libyaml does. Here lines and
columns count from 0; `yaml_words` turns them into places.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from katalog.record.characters import ANGLED, BULLETS, COLONS, CURLY, DASHES, SPACES, name_of

Cause = tuple[int, int, str]
_SPACE, _DASH, _COLON = ("".join(odd) for odd in (SPACES, DASHES, COLONS))
_BULLETS, _QUOTES = "".join(BULLETS), CURLY + ANGLED
_FIELD = re.compile(r"(?P<lead> *(?:- +)*)(?P<key>[^\s:#\"'\[{}\]-][^\s:]*) ?:(?=\s|$)")
_FILLED_FIELD = re.compile(rf"{_FIELD.pattern}\s+(?!#)(?![|>])\S")
_COMMENT = re.compile(r"(?<=\S) +#")
_ITEM = re.compile(r" *-(?:\s|$)")
_BLOCK = re.compile(r"[|>][-+]?\s*$")
_OF_KEY = r"^ *(?:- +)*[\w.-]+"
# Pattern -> message. The group is the character at fault; {fel} is its name. The first hit counts.
_ODD = (
    (re.compile(rf"^ *([{_DASH}{_BULLETS}])"), "Raden börjar med {fel}. Skriv bindestreck (-) och mellanslag."),
    (re.compile(rf"^ *(\*)[ {_SPACE}]"), "Raden börjar med *. Skriv bindestreck (-) och mellanslag."),
    (re.compile(rf"^ *-([{_SPACE}])"), "Efter strecket står {fel}. Byt det mot ett vanligt mellanslag."),
    (re.compile(rf"{_OF_KEY}:([{_SPACE}])"), "Efter kolonet står {fel}. Byt det mot ett vanligt mellanslag."),
    (re.compile(rf"{_OF_KEY}[ {_SPACE}]?([{_COLON}])"), "Kolonet är {fel}. Skriv ett vanligt kolon (:)."),
    (re.compile(rf"{_OF_KEY}([{_SPACE}])+:"), "Före kolonet står {fel}. Ta bort det."),
    (re.compile(rf"{_OF_KEY}:[ ]+([{_QUOTES}])"), "Citattecknen är inte raka. Byt till \" runt hela texten."),
    (re.compile(rf"^ *- +([{_QUOTES}])"), "Citattecknen är inte raka. Byt till \" runt hela texten."),
    (re.compile(rf"[:-] +[\"'][^\"']*([{_QUOTES}]) *$"), "Citattecknet i slutet är ett annat. Skriv samma som först."),
    (re.compile(r"^ *(-)[^\s-]"), "Ett mellanslag saknas efter strecket. Skriv - och sedan värdet."),
    (re.compile(rf"{_OF_KEY}(:)[^\s/:]"), "Ett mellanslag saknas efter kolonet. Skriv namn: värde."),
)  # fmt: skip
_NO_COLON = (
    "Ett kolon saknas efter fältnamnet. Skriv namn: värde. Hör raden till texten ovanför: dra in den mer än den."
)
_DEEPER = "Raden är indragen med {har} mellanslag men {vad} ovanför med {ska}. På samma nivå dras rader in lika långt."
_CONTINUES = "Raden är indragen som en fortsättning på texten ovanför. Ett fält dras in lika långt som fälten ovanför."
_FIRST = "Den första raden är indragen. Ta bort mellanslagen före den."
_HASH = "Allt efter # räknas som en kommentar, så texten tar slut här. Sätt hela texten inom citattecken."
_EARLY = "Ett citattecken slutar för tidigt. Sätt hela texten inom enkla citattecken (')."
_OPEN = "Citattecknet här har inget slut. Lägg till ett sist i texten."
_COMMA = "Ett komma står efter värdet. Ta bort det."
_NO_NAME = "Före kolonet fattas fältets namn. Skriv namn: värde, eller ta bort raden."
_BLANK = "Den tomma raden har fler mellanslag än texten under den. Ta bort mellanslagen."
_ENDS = "Raden ... avslutar posten. Ta bort den."


def look(phrase: str, lines: Sequence[str], line: int, column: int) -> Cause | None:
    """`phrase` is libyaml's; `line` and `column` are what it names."""
    if line >= len(lines):
        return None
    for words, judge in _JUDGES:
        if words in phrase:
            return judge(lines, line, column)
    return None


def _odd(lines: Sequence[str], line: int) -> Cause | None:
    """A character that looks right and is another, at the beginning of the line or about its colon."""
    for pattern, message in _ODD:
        found = pattern.search(lines[line])
        if found:
            return line, found.start(1), message.format(fel=name_of(found[1]))
    return None


def _above(lines: Sequence[str], line: int) -> int | None:
    """The nearest line above that holds more than a comment."""
    return next((n for n in range(line - 1, -1, -1) if lines[n].strip() and lines[n].lstrip()[0] != "#"), None)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _no_colon(lines: Sequence[str], line: int, column: int) -> Cause | None:
    return _odd(lines, line) or _bracketed(lines, line) or (line, _indent(lines[line]), _NO_COLON)


def _bracketed(lines: Sequence[str], line: int) -> Cause | None:
    """Quotes, brackets and block marks have causes of their own, which libyaml's words tell well enough."""
    return (line, _indent(lines[line]), _EARLY) if re.match(r" *[\"']", lines[line]) else None


def _odd_colon(lines: Sequence[str], line: int, column: int) -> Cause | None:
    """A colon where none may stand. When it is the line's own, the line above has none, or this one is indented."""
    own = _FIELD.match(lines[line])
    if own is None or own.end() <= column:
        return _odd(lines, line)
    above = _above(lines, line)
    if above is None:
        return _odd(lines, line)
    odd = _odd(lines, above)
    if odd:
        return odd
    if _FIELD.match(lines[above]):
        return _indented(lines, line, above)
    before = _above(lines, above)
    if before is not None and _FILLED_FIELD.match(lines[before]) and _indent(lines[before]) < _indent(lines[above]):
        return line, _indent(lines[line]), _CONTINUES
    return above, _indent(lines[above]), _NO_COLON


def _indented(lines: Sequence[str], line: int, above: int) -> Cause | None:
    """Where the field of the line above begins is where this one should."""
    field = _FIELD.match(lines[above])
    wanted = len(field["lead"]) if field else _indent(lines[above])
    has, what = _indent(lines[line]), "fältet" if field else "raden"
    return (line, has, _DEEPER.format(har=has, vad=what, ska=wanted)) if has != wanted else None


def _no_field(lines: Sequence[str], line: int, column: int) -> Cause | None:
    """Something else than a field stands where one should."""
    text = lines[line]
    if text[:column].strip():
        return (line, column, _COMMA) if text[column] == "," else _after_quote(lines, line, column)
    odd = _odd(lines, line)
    above = _above(lines, line)
    if odd or above is None:
        return odd
    long = next((n for n in range(above + 1, line) if len(lines[n]) > _indent(text)), None)
    if long is not None and _BLOCK.search(lines[above]):
        return long, 0, _BLANK
    comment = _COMMENT.search(lines[above])
    if comment and not _FIELD.match(text):
        return above, comment.end() - 1, _HASH
    if text.startswith(":", _indent(text)):
        return line, _indent(text), _NO_NAME
    return _indented(lines, line, above) if _FIELD.match(text) or _ITEM.match(text) else None


def _after_quote(lines: Sequence[str], line: int, column: int) -> Cause | None:
    """Text goes on after a quote: it ended too early, or it is the beginning of this line's and one above is open."""
    before = lines[line][:column].rstrip()
    quote = before[-1]
    if quote not in "\"'":
        return None
    if before.count(quote) % 2 == 0:
        return line, column, _EARLY
    opened = next((n for n in range(line - 1, -1, -1) if lines[n].count(quote) % 2), None)
    return (opened, lines[opened].index(quote), _OPEN) if opened is not None else (line, column, _EARLY)


def _no_dash(lines: Sequence[str], line: int, column: int) -> Cause | None:
    above = _above(lines, line)
    odd = _odd(lines, line)
    if odd or above is None or not _FIELD.match(lines[line]):
        return odd
    return _indented(lines, line, above)


def _unclosed(lines: Sequence[str], line: int, column: int) -> Cause | None:
    odd = _odd(lines, line)
    if odd:
        return odd
    comment = _COMMENT.search(lines[line], column)
    if lines[line][column : column + 1] in ("[", "{") and comment:
        return line, comment.end() - 1, _HASH
    return None


def _before_first(lines: Sequence[str], line: int, column: int) -> Cause | None:
    first = next((n for n in range(line) if lines[n].strip() and lines[n].lstrip()[0] != "#"), None)
    ends = next((n for n in range(line) if lines[n].rstrip() == "..."), None)
    if ends is not None:
        return ends, 0, _ENDS
    return (first, 0, _FIRST) if first is not None and _indent(lines[first]) > _indent(lines[line]) else None


def _any(lines: Sequence[str], line: int, column: int) -> Cause | None:
    return _odd(lines, line)


_Judge = Callable[[Sequence[str], int, int], "Cause | None"]
_JUDGES: tuple[tuple[str, _Judge], ...] = (
    ("expected ':'", _no_colon),
    ("mapping values are not allowed", _odd_colon),
    ("expected key", _no_field),
    ("expected '-'", _no_dash),
    ("unexpected end of stream", _unclosed),
    ("expected ',' or", _unclosed),
    ("<document start>", _before_first),
    ("alphabetic or numeric character", _any),
    ("cannot start any token", _any),
    ("block sequence entries", _any),
)
