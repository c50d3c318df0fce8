"""Texts that load, damaged by chance in a place or three, and the same each time: what a slip of the hand, a merge or a
word processor makes of a record. Most of them still load, which a text of random signs seldom does."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from textwrap import dedent

_SNAGS: tuple[str, ...] = (
    *"[]{},:-?&*!|>'\"%@`#~= \n\t\r\\\u00a0\u2009\u3000\u0085\u2028\u2029\u200b\u00ad\ufeff”’•–\u0301\x00\x07", "\n  ",
    "\n    ", "  ", "\n\n", "\n   \n", "\r\n", " #", "\t#", "\u00a0#", ":\t", "-\t", "- ", ": ", "''", '""', " |",
    " >", "\n---\n", "\n...\n", "\n<<<<<<< a\n", "\n=======\n", "__proto__", "<<: ", "? ", "[a, b]", "{a: b}", "{}",
    "[]", "[,]", "|-", ">+", "|2", "\\ud800", "\\n", "\\", "\U0001f469\u200d\U0001f373", "\u200d", "\ufe0f", "1", "-0",
    "0x1F", "true", "null", "12:30", "9" * 17, "1e999", "1.0", "&a ", "*a", "!!str ", "\U0001f600", "\U000e0001",
    "\ue000", "\ufffd",
)  # fmt: skip
_LINE_ENDS = ("\r\n", "\r", "\n\n")
_ODDS = (1, 1, 1, 2, 3)  # how many places


def damaged(samples: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """`count` texts, each a sample or some lines of one, with a few places changed."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret: the same texts each time
    for _ in range(count):
        text = _part(chance, chance.choice(samples))
        for _ in range(chance.choice(_ODDS)):
            text = chance.choice(_WAYS)(chance, text)
        yield text


def _part(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if chance.random() < 0.4:
        return text
    first = chance.randrange(len(lines)) if lines else 0
    return dedent("".join(lines[first : first + chance.randint(1, 12)]))


def _without_character(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.randint(1, 2) :]


def _twice_character(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at : at + 1] + text[at:]


def _swapped_characters(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :]


def _with_snag(chance: random.Random, text: str) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_SNAGS) + text[at + chance.choice((0, 0, 0, 1)) :]


def _with_snag_at_sign(chance: random.Random, text: str) -> str:
    """Beside a sign that YAML reads: there a slip does most."""
    places = [at for at, sign in enumerate(text) if sign in ":-#'\"[]|>\n"]
    if not places:
        return _with_snag(chance, text)
    at = chance.choice(places) + chance.randint(0, 1)
    return text[:at] + chance.choice(_SNAGS) + text[at + chance.choice((0, 0, 0, 1)) :]


def _without_line(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines)) if lines else 0
    return "".join(lines[:at] + lines[at + 1 :])


def _twice_line(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines)) if lines else 0
    return "".join(lines[: at + 1] + lines[at:])


def _swapped_lines(chance: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    if len(lines) < 2:
        return text
    at = chance.randrange(len(lines) - 1)
    lines[at : at + 2] = lines[at + 1], lines[at]
    return "".join(lines)


def _moved_line(chance: random.Random, text: str) -> str:
    """A line further in or further out."""
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines)) if lines else 0
    by = chance.choice((1, 2, 4, -1, -2))
    lines[at : at + 1] = [" " * by + line if by > 0 else line.removeprefix(" " * -by) for line in lines[at : at + 1]]
    return "".join(lines)


def _other_ends(chance: random.Random, text: str) -> str:
    end = chance.choice(_LINE_ENDS)
    return text.replace("\n", end) if chance.random() < 0.5 else text.replace("\n", end, chance.randint(1, 3))


def _in_quotes(chance: random.Random, text: str) -> str:
    """A value between quotes, which some signs in it do not survive."""
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines)) if lines else 0
    quote = chance.choice(("'", '"', "”"))
    lines[at : at + 1] = [_quoted(line, quote) for line in lines[at : at + 1]]
    return "".join(lines)


def _quoted(line: str, quote: str) -> str:
    head, colon, value = line.rstrip("\n").partition(": ")
    return f"{head}{colon}{quote}{value}{quote}\n" if colon else line


_WAYS: tuple[Callable[[random.Random, str], str], ...] = (
    _without_character, _twice_character, _swapped_characters, _with_snag, _with_snag, _with_snag_at_sign,
    _with_snag_at_sign, _without_line, _twice_line, _swapped_lines, _moved_line, _other_ends, _in_quotes,
)  # fmt: skip
