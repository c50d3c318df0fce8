"""A folded text (`plain`) -> its words, and what each of them is: a first name, a surname, a place, a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from katalog.record.people.words import Words, is_surname

_LETTER = r"[^\W\d_]"
# `S:t`, `XII:s` and `sms:a` are one word; so are `Lars-Åke` and `O'Brien`.
PATTERNS = {
    "ord": rf"{_LETTER}+(?:[-']{_LETTER}+)*(?::[a-zåäö]{{1,3}}(?!{_LETTER}))?",
    "inom_namn": r'[ _*"”“»«]{1,6}',
    "efter_initial": r'\.?[ _*"”“»«]{0,6}',
    "losare": r"[\W_]{1,6}",
    "smeknamn": r""" ?[(\[{'’–—-]["”“'’]? ?""",
    "smeknamn_slut": r""" ?["”“'’]?[)\]}'’–—-] ?""",
    "efternamn_forst": r",? ?",
    "efter_titel": r'[:,]?[ _*"”“»«]{1,6}|:',
    "bokstaver": rf"{_LETTER}+",
    "inre_versal": r"[a-zåäöéü][A-ZÅÄÖÉÜ]",
    "romersk": r"[IVXLCDM]+(?::s)?",
}
COMPILED = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}
_SHORT_SHOUT = 5  # letters: so long may an abbreviation be


class Token(NamedTuple):
    text: str
    folded: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        text = self.text
        return text[:1].isupper() or (not text.isalpha() and any(p[:1].isupper() for p in re.split("[-']", text)))

    @property
    def is_shout(self) -> bool:
        return len(self.text) > 1 and self.text == self.text.upper()

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.is_capital


class Reading:
    """One text, read as words. Positions are indexes of words; what lies outside the text is nothing at all."""

    def __init__(self, text: str, words: Words) -> None:
        self.text = text
        self.words = words
        self.tokens = tuple(_tokens(text, words))
        self.folded = frozenset([token.folded for token in self.tokens])
        self._accepted = self._find_accepted()
        parts = [(at, _parts(token)) for at, token in enumerate(self.tokens) if at not in self._accepted]
        # The words that are a known first name, or a surname; of a double name one part is enough.
        self.firsts = frozenset([at for at, names in parts if not words.first.isdisjoint(names)])
        self.surnames = frozenset([at for at, names in parts if any(is_surname(name, words) for name in names)])
        self.houses: frozenset[int] = frozenset()  # the words of places' names; `names` finds them first

    def __len__(self) -> int:
        return len(self.tokens)

    def _find_accepted(self) -> frozenset[int]:
        """The words that belong to an accepted name; the last may be in the genitive."""
        found: set[int] = set()
        if self.folded.isdisjoint(self.words.accepted):
            return frozenset()
        for at, token in enumerate(self.tokens):
            for phrase in self.words.accepted.get(token.folded, ()):
                if self.says(phrase, at):
                    found.update(range(at, at + len(phrase)))
        return frozenset(found)

    def says(self, phrase: tuple[str, ...], at: int) -> bool:
        """These words stand here, the last perhaps in the genitive."""
        told = [token.folded for token in self.tokens[at : at + len(phrase)]]
        return len(told) == len(phrase) and (*told[:-1], told[-1].removesuffix("s")) in (phrase, _bare(phrase))

    def joins(self, kind: str, at: int) -> bool:
        """What stands between word `at` and the next is of this kind."""
        if not 0 <= at < len(self) - 1:
            return False
        return COMPILED[kind].fullmatch(self.text, self.tokens[at].end, self.tokens[at + 1].start) is not None

    def shown(self, first: int, last: int) -> str:
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def is_first(self, at: int) -> bool:
        return at in self.firsts

    def is_genitive_first(self, at: int) -> bool:
        folded = self.tokens[at].folded
        bare = folded.removesuffix("s")
        is_known = bare != folded and bare in self.words.first and bare not in self.words.strict
        return is_known and at not in self._accepted

    def is_strict(self, at: int) -> bool:
        """A first name that is a thing as well: Rosa, Saga."""
        known = [part for part in _parts(self.tokens[at]) if part in self.words.first]
        return bool(known) and all(part in self.words.strict for part in known)

    def is_word(self, at: int) -> bool:
        """A first name that is an ordinary word in lower case or in capitals: per, stig."""
        token = self.tokens[at]
        return token.folded in self.words.common or token.folded in self.words.strict

    def is_surname(self, at: int) -> bool:
        return at in self.surnames

    def surname_after(self, at: int) -> int | None:
        """A known surname that stands near, perhaps past one word or two set apart: `Lena (Lelle) Karlsson`,
        `Lena (född Berg) Karlsson`, `Lena 'Lelle' Karlsson`."""
        last = at + 1 if self.joins("smeknamn_slut", at + 1) else at + 2
        is_apart = self.joins("smeknamn", at) and self.joins("smeknamn_slut", last)
        if is_apart and self.is_surname(last + 1) and (last == at + 1 or self.joins("inom_namn", at + 1)):
            return last + 1
        return at + 1 if self.joins("losare", at) and self.is_surname(at + 1) else None

    def is_like_surname(self, at: int) -> bool:
        folded = self.tokens[at].folded.removesuffix("s")
        return self.is_surname(at) or (len(folded) > 4 and folded.endswith(self.words.surname_endings))

    def may_be_surname(self, at: int) -> bool:
        token = self.tokens[at]
        return (
            at not in self._accepted
            and token.is_capital
            and len(token.text) > 1
            and token.folded not in self.words.not_surnames
            and token.folded not in self.words.bodies
            and not self.is_numeral(at)
        )

    def is_numeral(self, at: int) -> bool:
        return COMPILED["romersk"].fullmatch(self.tokens[at].text) is not None

    def is_tie(self, at: int) -> bool:
        return self.tokens[at].folded in self.words.ties

    def is_title(self, at: int) -> bool:
        return self.tokens[at].folded in self.words.titles

    def is_address(self, at: int) -> bool:
        return self.tokens[at].folded in self.words.address

    def is_genitive(self, at: int) -> bool:
        return self.tokens[at].text.lower().endswith(("s", "x", "z"))

    def is_place(self, at: int) -> bool:
        """The word itself names a place, a house or a firm: Dahlbergsgatan, Skola."""
        lower = self.tokens[at].text.lower()
        return (
            lower.removesuffix("s").endswith(self.words.place_endings)
            or lower in self.words.places
            or lower in self.words.firms
        )

    def is_of_place(self, at: int) -> bool:
        """What follows word `at` makes it a place's name: `Nymans plats`, `Maria kyrka`, `Hanssons gamla skola`."""
        nxt = at + 1
        if self.joins("inom_namn", at) and self.tokens[nxt].folded in self.words.between:
            nxt += 1
        if not (self.joins("inom_namn", nxt - 1) and self.joins("inom_namn", at)):
            return False
        token = self.tokens[nxt]
        lower = token.text.lower()
        bare = lower.removesuffix("s")
        is_named = self.is_genitive(at)
        if lower.endswith(self.words.places) or bare.endswith(self.words.places):
            return is_named or token.is_capital or not self.is_surname(at)
        if lower.endswith(self.words.places_after_s) or bare.endswith(self.words.places_after_s):
            return is_named
        return token.is_capital and lower in self.words.firms

    def is_body(self, at: int) -> bool:
        """Part of an organisation's or a place's name rather than of a person's."""
        token = self.tokens[at]
        return (
            at in self._accepted
            or at in self.houses
            or token.folded in self.words.bodies
            or token.folded in self.words.not_surnames
            or (token.is_shout and len(token.text) <= _SHORT_SHOUT)
            or (self.is_genitive(at) and not self.is_first(at) and not self.is_surname(at))
            or self.is_place(at)
            or self.is_of_place(at)
        )

    def comes_after(self, at: int, kind: frozenset[str]) -> bool:
        """The word before is one of these: `Sankta Katarina`, `Stiftelsen Erik Ek`, `Stiftelsen Karin och Erik Ek`."""
        if at > 2 and self.tokens[at - 1].folded == "och":
            at -= 2
        return self.joins("inom_namn", at - 1) and self.tokens[at - 1].folded in kind


def _tokens(text: str, words: Words) -> Iterator[Token]:
    for match in COMPILED["ord"].finditer(text):
        folded = words.plain.word(match[0]).removesuffix(":s")
        yield Token(match[0], folded, *match.span())


def _bare(phrase: tuple[str, ...]) -> tuple[str, ...]:
    return (*phrase[:-1], phrase[-1].removesuffix("s"))


def _parts(token: Token) -> list[str]:
    return token.folded.split("-")
