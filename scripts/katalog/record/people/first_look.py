"""The texts of a record -> those of them that may tell of a person; the others need no closer look.

Most texts hold nothing that could: asked of all of a record at once, that costs a fifth of asking one by one. Nothing
that a closer look would find is passed over (a test compares the two), but what is let through may be blameless.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from katalog.record.people import mailboxes, numbers
from katalog.record.people.plain import is_ordinary
from katalog.record.people.reading import COMPILED
from katalog.record.people.words import SURE_ENDINGS, Words
from katalog.record.problem import DataPath

Said = tuple[DataPath, str]
# Stands between two texts: no word, number or mailbox reaches over it.
_BETWEEN = " x "


class FirstLook:
    """Keeps in mind which texts are blameless as prose, and which words are no sign: both stand in many records."""

    def __init__(self, words: Words, *, alone: str, addresses: str) -> None:
        """`alone` is the field where a lone name counts, `addresses` the one where no names are looked for."""
        self._words, self._alone, self._addresses = words, alone, addresses
        self._blameless: set[str] = set()
        self._signs: set[str] = set()
        self._no_signs: set[str] = set()

    def suspects(self, said: Iterable[Said]) -> list[Said]:
        new = [one for one in said if one[1] not in self._blameless or one[0][:1] == (self._alone,)]
        odd = {text for _, text in new if not is_ordinary(text)}
        joined = _BETWEEN.join(text for _, text in new if text not in odd)
        if numbers.has_long_number(joined) or mailboxes.may_hold_one(joined):
            return new
        prose = [text for path, text in new if path[-1:] != (self._addresses,) and text not in odd]
        told = odd.union(self._with_signs(prose), _with_addresses(prose))
        self._blameless.update(text for text in prose if text not in told)
        return [one for one in new if one[1] in told or one[0][:1] == (self._alone,)]

    def _with_signs(self, texts: Sequence[str]) -> Iterator[str]:
        """Those with what `names` is alerted by, in any case and inside a word too."""
        joined = _BETWEEN.join(texts)
        signs = self._signs_in(joined.lower())
        if signs:
            yield from (text for text in texts if any(sign in text.lower() for sign in signs))
        within = COMPILED["inre_versal"].search
        if within(joined):
            yield from (text for text in texts if within(text))

    def _signs_in(self, lower: str) -> set[str]:
        told = set(COMPILED["bokstaver"].findall(lower)).difference(self._no_signs)
        for word in told.difference(self._signs):
            (self._signs if self._is_sign(word) else self._no_signs).add(word)
        return (told & self._signs).union(ending for ending in SURE_ENDINGS if ending in lower)

    def _is_sign(self, word: str) -> bool:
        alerting, asking = self._words.alerting, self._words.asking
        bare = self._words.plain.word(word)
        return word in alerting or bare in alerting or word in asking or bare in asking


def _with_addresses(texts: Sequence[str]) -> Iterator[str]:
    """An address is taken out before names are looked for, and what is left reads otherwise."""
    return (text for text in texts if "://" in text)
