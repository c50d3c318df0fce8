"""Texts to try the two readers of YAML on: written by a grammar of their own, by chance, and the same each time.

A text is written in the ways that YAML has and people use, each at its right place; `odd` is how often something stands
there that needs judging: a sign where none belongs, a tab, an indent that is off by one. `tests.yaml_damage` damages
texts that there are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

_KEYS = (
    "namn", "status", "tider", "plats", "kallor", "å", "fält två", "a-b", "a.b", "x/y", "10", "2026", "true", "~",
    '"k"', "'l'", '"a: b"', "'it''s'", '"\\u00e5"', "__proto__", "constructor", "toString", "a b  c", "a#b",
    "http://x",
)  # fmt: skip
_ODD_KEYS = (
    "- a", "? k", "<<", "&a k", "*a", "!x k", "", '""', "''", "[a]", "{a: b}", "a: b", "a #b", "”k”", "a\tb", "-",
    ":", "@a", '"k" x', "k ", "a\u00a0", "\u00a0a", "%a", "`a`", "| ", ">", "k" * 600, '"a\\', "'a", "a\u0301",
    "A\u030a", ",a", "]",
)  # fmt: skip
# Numbers, days, yes and no, nothing: in the spellings of YAML 1.1 and 1.2, and beside them.
_TYPED = (
    "1", "0", "-1", "+1", "007", "0o17", "0x1F", "0xff", "017", "0b11", "1_000", "1.0", "-0", "-0.0", "1.5", "+.5",
    ".5", "5.", "1e3", "1E3", "1e+3", "1e-3", "1.5e300", "1e999", "-1e-999", ".inf", "-.INF", ".nan", "685_230.15",
    "190:20:30", "9" * 15, "9" * 16, "9" * 18, "9" * 19, "9007199254740991", "9007199254740993",
    "0o777777777777777777777", "0o8", "0xFFFFFFFFFFFFFFF", "1,5", "1 000", "12 000 kr", "0.1", "1.10", "1e", "e3",
    ".", "..", "+", "1.2.3", "1e1000", "٣", "2026-11-22", "2026-11-22T10:00:00Z", "2026-11-22 10:00:00",
    "2026-1-2 9:05:00", "2026-11-22t10:00:00.5+01:00", "09:30", "9:5", "12:30:45", "2026-13-01", "22/11", "true",
    "True", "TRUE", "tRUE", "false", "False", "yes", "Yes", "no", "NO", "on", "Off", "y", "n", "null", "Null",
    "NULL", "nULL", "~", "none", "nil", "=", "08-465 004 00", "+46 8 465 004 00", "123 47", "1" * 40,
    "0." + "1" * 45,
)  # fmt: skip
_WORDS = (
    "Snickra", "och", "måla", "möbler", "tillsammans", "i", "Farsta", "öppet", "Kom", "som du är",
    "https://exempel.se/a_b", "info@exempel.se", "c#", "a:b", "10:30", "it's", 'säger "hej"', "50 %", "a & b",
    "(x)", "x*y", "–", "…", "”citat”", "å\u00a0ä", "\U0001f600", "\U0001f469\u200d\U0001f373", "\u2600\ufe0f",
    "日本語", "عربي", "𝒜", "½", "e\u0301", "a, b", "a] b", "back\\slash", "a-b", "-a", "?a", ":a", "a|b", "a>b", "!a",
    "%a", "#", "~a", "x" * 90, "constructor", "a{b", "k=v",
)  # fmt: skip
_FIRST_WORDS = (*(word for word in _WORDS if word[0].isalnum()), "”a” b", "-a", ":a", "?a", "(x)", "½", "…", "~a")
_ODD_WORDS = (
    "a: b", "a #b", "- a", "* a", "• a", "a:", ": a", "#a", "&a", "*a", "!a", "@a", "`a", "%a", "[a", "a]", "{a",
    "}", ",", '"', "'", "|", ">", "\t", "\\", "”a”", "’a’", '„a"', "\u200b", "\u2028", "\u2029", "\x85", "\ufeff",
    "\u00ad", "\x07", "\x00", "\u202e", "\ufffd", "\ue000", "\U000e0001", "\U0010ffff", "\u3000", "\ufe0f",
    "\u200d", "---", "...", "<<<<<<<", "=======", "? a", "-", "\u00a0#a", "\t#a", "\u2009", "<<: *a", "--- a",
    "{a: b}", "[a, b]",
)  # fmt: skip
_ESCAPES = (
    "\\n", "\\t", '\\"', "\\\\", "\\/", "\\ ", "\\u00e5", "\\x41", "\\U0001F600", "\\_", "\\r", "\\u0301",
)  # fmt: skip
_ODD_ESCAPES = (
    "\\a", "\\0", "\\e", "\\N", "\\L", "\\P", "\\u200b", "\\ud83d\\ude00", "\\ud800", "\\x1", "\\q", "\\u00E",
    "\\U00110000", "\\'", "\\\t", "\\x85", "\\uFEFF", "\\U0001F469\\u200d\\U0001F373", "\\u200d", "\\", "\\x",
)  # fmt: skip
_TAILS = ("",) * 8 + ("  # kommentar", " #x", "   ", "\t", "\t# c", " # å: ”ä” - [x]")
_BREAKS = ("\n",) * 12 + ("\r\n",) * 3 + ("\r",)
_GAPS = (" ",) * 12 + ("  ", "   ", "\t", " \t ")
_INDENTS = (2,) * 8 + (1, 3, 4, 4, 8)
_DEEPEST = 4


def grown(count: int, seed: int) -> Iterator[str]:
    """`count` texts: half of them without anything odd, the others with less or more of it."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret: the same texts each time
    for _ in range(count):
        yield _Text(chance, chance.choice((0, 0, 0, 0.004, 0.02, 0.08))).whole()


class _Text:
    """One text on its way. Several lines are given without their ends."""

    def __init__(self, chance: random.Random, odd: float) -> None:
        self.chance = chance
        self.odd = odd

    def is_odd(self) -> bool:
        return self.chance.random() < self.odd

    def one(self, usual: Sequence[str], odd: Sequence[str]) -> str:
        return self.chance.choice(odd if self.is_odd() else usual)

    def whole(self) -> str:
        before = self.one(
            ("",), ("---", "%YAML 1.2", "--- # x", "--- a: b", "---\t", "...", "- a", "a", " ", "<<<<<<< a")
        )
        after = self.one(
            ("",), ("...", "---", "--- b: 1", "... # x", "... : 1", "\t", "}", "- a", "  # x", "=======", "a")
        )
        lines = [before, *self.between(0), *self.mapping(0, 0), *self.between(0), after]
        end = self.chance.choice(_BREAKS)
        text = end.join(line for line in lines if line) if self.chance.random() < 0.5 else end.join(lines)
        text += self.chance.choice((end, end, end, end, "", " ", end + end, end + "  "))
        text = text.replace(end, self.chance.choice(_BREAKS), 1) if self.is_odd() else text
        return ("\ufeff" if self.is_odd() else "") + text

    def between(self, indent: int) -> Iterator[str]:
        """Lines that say nothing to YAML."""
        while self.chance.random() < 0.12:
            pad = " " * indent
            yield self.one(
                ("", "", "   ", "# kommentar", f"{pad}# a: b", f"{pad}  # - x", "#"), ("\t", "\t# x", "\u00a0")
            )

    def at(self, indent: int) -> str:
        return " " * max(0, indent + (self.chance.choice((-1, 1)) if self.is_odd() else 0))

    def deeper(self, indent: int) -> int:
        return indent + self.chance.choice(_INDENTS)

    def mapping(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        names: list[str] = []
        for number in range(self.chance.randint(1, 4)):
            name = self.one(_KEYS, _ODD_KEYS)
            if name in names and not self.is_odd():
                continue
            names.append(name)
            head = self.at(indent) + name + self.one(("",) * 20 + (" ", "  "), ("\t", " \n", "\u00a0")) + ":"
            lines += [*(self.between(indent) if number else ()), *self.value(head, indent, depth, True)]
        return lines

    def rows(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for number in range(self.chance.randint(1, 3)):
            dash = self.at(indent) + self.one("-", ("–", "*", "•", "-a", "-\u00a0", "-\t"))
            lines += [*(self.between(indent) if number else ()), *self.row(dash, indent, depth)]
        return lines

    def row(self, dash: str, indent: int, depth: int) -> list[str]:
        if depth >= _DEEPEST or self.chance.random() > 0.45:
            return self.value(dash, indent, depth, False)
        gap = self.chance.choice((1, 1, 1, 1, 2, 3))
        build = self.mapping if self.chance.random() < 0.75 else self.rows
        lines = build(indent + 1 + gap, depth + 1)
        return [dash + " " * gap + lines[0].lstrip(" "), *lines[1:]]

    def value(self, head: str, indent: int, depth: int, is_field: bool) -> list[str]:
        """What follows a key or a dash, from the line on which it stands."""
        kind = self.chance.random()
        if kind < 0.25 and depth < _DEEPEST:
            return self.nested(head, indent, depth, is_field)
        gap = self.one(_GAPS, ("", "\u00a0", "\t", " &a ", " !!str ", " !x ", " &b !y ", "  \u2003"))
        if kind < 0.33:
            return [head + self.chance.choice(_TAILS)]
        first, *more = self.prose(indent) if kind < 0.45 else self.scalar(indent)
        return [head + gap + first, *more]

    def nested(self, head: str, indent: int, depth: int, is_field: bool) -> list[str]:
        first = head + self.chance.choice(_TAILS)
        if self.chance.random() < 0.5:
            return [first, *self.between(indent), *self.mapping(self.deeper(indent), depth + 1)]
        is_level = is_field and self.chance.random() < 0.4
        return [first, *self.between(indent), *self.rows(indent if is_level else self.deeper(indent), depth + 1)]

    def scalar(self, indent: int) -> list[str]:
        make = self.chance.choice(
            (self.typed, self.typed, self.plain, self.plain, self.quoted, self.quoted, self.brackets)
        )
        lines = make(indent)
        lines[-1] += self.one(_TAILS, ("#x", " x", ",", "]", '"', " :", " - x", "\u00a0#"))
        return lines

    def typed(self, _indent: int) -> list[str]:
        return [self.chance.choice(_TYPED)]

    def words(self, most: int) -> str:
        more = (self.one(_WORDS, _ODD_WORDS) for _ in range(self.chance.randint(0, most)))
        return " ".join((self.one(_FIRST_WORDS, _ODD_WORDS), *more))

    def plain(self, indent: int) -> list[str]:
        return [self.words(4), *(self.more(self.words(4), indent) for _ in range(self.further()))]

    def further(self) -> int:
        return self.chance.choice((0, 0, 0, 0, 1, 2, 3))

    def more(self, text: str, indent: int) -> str:
        """A further line of a text, or an empty one before it."""
        at = " " * self.deeper(indent) if not self.is_odd() else self.at(indent)
        return self.chance.choice((at + text, at + text, at + text, "", "   ")) + self.chance.choice(
            ("", "", "", " ", "  ")
        )

    def quoted(self, indent: int) -> list[str]:
        quote = self.chance.choice("\"'")
        lines = [self.in_quotes(quote), *(self.more(self.in_quotes(quote), indent) for _ in range(self.further()))]
        if quote == '"' and lines[1:] and self.chance.random() < 0.3:
            lines[0] += self.chance.choice(("\\", " \\", "\\ "))
        return [quote + lines[0], *lines[1:-1], lines[-1] + quote] if lines[1:] else [quote + lines[0] + quote]

    def in_quotes(self, quote: str) -> str:
        pieces = []
        for _ in range(self.chance.randint(0, 5)):
            word = self.one(_WORDS, _ODD_WORDS).replace(quote, "''" if quote == "'" else '\\"')
            word = word.replace("back\\", "back") if quote == '"' else word
            is_escape = quote == '"' and self.chance.random() < 0.25
            pieces.append(self.one(_ESCAPES, _ODD_ESCAPES) if is_escape else word)
        return self.chance.choice((" ", " ", "", "  ", "\t")).join(pieces)

    def brackets(self, indent: int) -> list[str]:
        """A list or a group in brackets, mostly on one line."""
        is_group = self.chance.random() < 0.2
        items = [self.item(is_group) for _ in range(self.chance.randint(0, 4))]
        comma = self.chance.choice((", ", ", ", ",", " , ", f",\n{' ' * self.deeper(indent)}"))
        edge = self.chance.choice(("", "", "", " "))
        text = edge + comma.join(items) + self.one(("",) * 6 + (",",), (",,", " #x", "\n", ": b")) + edge
        return f"{{{text}}}".split("\n") if is_group else f"[{text}]".split("\n")

    def item(self, is_group: bool) -> str:
        word = self.chance.choice(
            (self.one(_TYPED, _ODD_WORDS), self.one(_WORDS, _ODD_WORDS), "a b", '"a, b"', "'it''s'")
        )
        word = (
            self.chance.choice(("[a, b]", "{a: 1}", "a: 1", "-", "?", '"a":b', "? a : b", "*a"))
            if self.is_odd()
            else word
        )
        return f"{self.chance.choice(_KEYS)}: {word}" if is_group else word

    def prose(self, indent: int) -> list[str]:
        """Long prose after | or >: its head with or without signs, and its lines."""
        inner = self.deeper(indent)
        told = str(inner - indent) if self.chance.random() < 0.25 and inner - indent < 10 else ""
        signs = [self.chance.choice(("", "", "-", "+")), told]
        self.chance.shuffle(signs)
        head = self.chance.choice("|>") + "".join(signs) + self.one(_TAILS, ("#x", " x", "0", "++", "12", "- -"))
        lines = [self.prose_line(inner) for _ in range(self.chance.randint(1, 5))]
        return [head, *lines, *("" for _ in range(self.chance.choice((0, 0, 0, 1, 2))))]

    def prose_line(self, inner: int) -> str:
        pad = " " * inner
        if self.is_odd():
            return self.chance.choice(
                (pad[1:] + "x", " " * (inner + 2), "\t", pad + "\t", "# x", "--- x", pad + " ", "...")
            )
        lead = self.chance.choice(("",) * 5 + ("  ", "- ", "# ", "a: "))
        return self.chance.choice(("", " " * (inner - 1), *[pad + lead + self.words(5)] * 6)) + self.chance.choice(
            ("", "", " ")
        )
