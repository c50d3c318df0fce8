"""A regular expression of JavaScript -> the automaton whose states are its characters (Glushkov's).

Input: a pattern's source. Output: which of its characters may follow which, and in how many ways.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import product

# One of every kind of character that our patterns tell apart; two that no pattern tells apart count as one.
SAMPLES = (*map(chr, [*range(0x09, 0x0E), *range(0x20, 0x7F)]),
           *"åÅé\u00a0\u00ad\u0301\u0663\u2009\u2010\u2013\u2028\u200d\u20e3\ue000\ufe0f\U0001f600")  # fmt: skip
MANY = 4  # a repetition of more than so many counts as endless
Chars = frozenset[int]
_ALL: Chars = frozenset(range(len(SAMPLES)))


@dataclass(kw_only=True)
class _Part:
    """A part of a pattern: which of its characters may come first and last, and in how many ways it may be empty.
    `clean_last`: after these nothing can fail any more."""

    is_nullable: bool = False
    is_sure: bool = False  # nullable, and without a condition that may fail
    is_anchored: bool = False
    first: Counter[int] = field(default_factory=Counter)
    last: Counter[int] = field(default_factory=Counter)
    clean_last: frozenset[int] = frozenset()


class Automaton:
    """The characters of a pattern, and which may follow which, in how many ways."""

    def __init__(self, source: str, flags: str = "") -> None:
        self.source, self.at, self.flags = source, 0, flags
        self.chars: list[Chars] = []
        self.follow: Counter[tuple[int, int]] = Counter()
        self.inner: list[_Part] = []
        self.whole = self._either()
        if self.at != len(source):
            raise ValueError(f"{source} at {self.at}")

    def _either(self) -> _Part:
        parts = [self._sequence()]
        while self._take("|"):
            parts.append(self._sequence())
        return _Part(
            is_nullable=any(part.is_nullable for part in parts),
            is_sure=any(part.is_sure for part in parts),
            is_anchored=all(part.is_anchored for part in parts),
            first=sum((part.first for part in parts), Counter()),
            last=sum((part.last for part in parts), Counter()),
            clean_last=frozenset().union(*(part.clean_last for part in parts)),
        )

    def _sequence(self) -> _Part:
        whole = _Part(is_nullable=True, is_sure=True)
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            whole = self._joined(whole, self._repeated())
        return whole

    def _joined(self, one: _Part, other: _Part) -> _Part:
        self._link(one.last, other.first)
        return _Part(
            is_nullable=one.is_nullable and other.is_nullable,
            is_sure=one.is_sure and other.is_sure,
            is_anchored=one.is_anchored or (not one.first and other.is_anchored),
            first=one.first + (other.first if one.is_nullable else Counter()),
            last=other.last + (one.last if other.is_nullable else Counter()),
            clean_last=other.clean_last | (one.clean_last if other.is_sure else frozenset()),
        )

    def _link(self, one: Counter[int], other: Counter[int]) -> None:
        for (a, ways), (b, more) in product(one.items(), other.items()):
            self.follow[a, b] += ways * more

    def _repeated(self) -> _Part:
        start = self.at
        part = self._atom()
        fewest, most = self._times()
        if most > MANY:
            self._link(part.last, part.first)
        elif most > 1:
            part = self._written_out(part, start, fewest, most)
        return self._optional(part) if fewest == 0 and (most == 1 or most > MANY) else part

    def _written_out(self, part: _Part, start: int, fewest: int, most: int) -> _Part:
        """A repetition as the atom once for each time, with characters of its own: a{1,3} is a(a(a)?)?."""
        after = self.at
        times = [part]
        for _ in range(most - 1):
            self.at = start
            times.append(self._atom())
        self.at = after
        whole = _Part(is_nullable=True, is_sure=True)
        for number in reversed(range(most)):
            whole = self._joined(times[number], whole)
            whole = whole if number < fewest else self._optional(whole)
        return whole

    @staticmethod
    def _optional(part: _Part) -> _Part:
        return _Part(is_nullable=True, is_sure=True, first=part.first, last=part.last, clean_last=part.clean_last)

    def _times(self) -> tuple[int, int]:
        """How often the atom before comes."""
        endless = MANY + 1
        found = (1, 1)
        if self._take("*"):
            found = (0, endless)
        elif self._take("+"):
            found = (1, endless)
        elif self._take("?"):
            return self._lazy((0, 1))
        elif self.source[self.at : self.at + 1] == "{" and self.source[self.at + 1 : self.at + 2].isdigit():
            end = self.source.index("}", self.at)
            low, comma, high = self.source[self.at + 1 : end].partition(",")
            self.at = end + 1
            found = (int(low), int(high) if high else endless if comma else int(low))
        return self._lazy(found)

    def _lazy(self, found: tuple[int, int]) -> tuple[int, int]:
        if found != (1, 1):
            self._take("?")
        return found

    def _take(self, text: str) -> bool:
        is_here = self.source.startswith(text, self.at)
        self.at += len(text) if is_here else 0
        return is_here

    def _atom(self) -> _Part:
        if self._take("("):
            return self._group()
        if self._take("^"):
            return _Part(is_nullable=True, is_anchored="m" not in self.flags)
        if self._take("$") or self._take(r"\b") or self._take(r"\B"):
            return _Part(is_nullable=True)
        chars = self._class() if self._take("[") else self._single()
        self.chars.append(chars)
        place = len(self.chars) - 1
        only = Counter({place: 1})
        return _Part(first=only, last=only, clean_last=frozenset({place}))

    def _group(self) -> _Part:
        is_condition = any(self._take(sign) for sign in ("?=", "?!", "?<=", "?<!"))
        if not is_condition and not self._take("?:") and self._take("?<"):
            self.at = self.source.index(">", self.at) + 1
        inner = self._either()
        if not self._take(")"):
            raise ValueError(f"{self.source} at {self.at}")
        if not is_condition:
            return inner
        self.inner.append(inner)  # its own loops are in `follow`, joined to nothing
        return _Part(is_nullable=True)

    def _single(self) -> Chars:
        if self.source[self.at] == "\\":
            return self._escape()
        if self._take("."):
            return _ALL if "s" in self.flags else frozenset(n for n in _ALL if SAMPLES[n] not in "\n\r\u2028")
        self.at += 1
        return _only(self.source[self.at - 1])

    def _class(self) -> Chars:
        is_negated = self._take("^")
        found: set[int] = set()
        while not self._take("]"):
            first, chars = self._member()
            if self.source[self.at] == "-" and self.source[self.at + 1] != "]" and first:
                self.at += 1
                last, _ = self._member()
                chars = frozenset(n for n in _ALL if first <= SAMPLES[n] <= last)
            found |= chars
        return _ALL - found if is_negated else frozenset(found)

    def _member(self) -> tuple[str, Chars]:
        """A member of a class: the character when it is only one, and the samples that it stands for."""
        start = self.at
        if self.source[start] != "\\":
            self.at += 1
            return self.source[start], _only(self.source[start])
        chars = self._escape()
        return self.character, chars

    def _escape(self) -> Chars:
        sign = self.source[self.at + 1]
        self.at += 2
        self.character = ""
        if sign in "pP":
            end = self.source.index("}", self.at)
            name = self.source[self.at + 1 : end]
            self.at = end + 1
            return _such(lambda ch: unicodedata.category(ch).startswith(name), sign == "p")
        if sign.lower() in _KINDS:
            return _such(_KINDS[sign.lower()], sign.islower())
        if sign.isdigit() and sign != "0":
            raise ValueError("a reference backwards cannot be judged")
        self.character = self._point(sign)
        return _only(self.character)

    def _point(self, sign: str) -> str:
        if sign == "u" and self._take("{"):
            end = self.source.index("}", self.at)
            digits, self.at = self.source[self.at : end], end + 1
            return chr(int(digits, 16))
        size = {"u": 4, "x": 2}.get(sign, 0)
        if size:
            self.at += size
            return chr(int(self.source[self.at - size : self.at], 16))
        return {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "0": "\0"}.get(sign, sign)


_KINDS: dict[str, Callable[[str], bool]] = {
    "s": lambda ch: ch.isspace() or ch == "\ufeff",
    "d": lambda ch: "0" <= ch <= "9",
    "w": lambda ch: ch.isascii() and (ch.isalnum() or ch == "_"),
}


def _such(kind: Callable[[str], bool], wanted: bool) -> Chars:
    return frozenset(n for n in _ALL if kind(SAMPLES[n]) == wanted)


def _only(ch: str) -> Chars:
    return frozenset({SAMPLES.index(ch)}) if ch in SAMPLES else frozenset()
