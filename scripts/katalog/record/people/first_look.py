"""The texts of a record -> those of them that may tell of a person; the others need no closer look.

Most texts hold nothing that could: asked of all of a record at once, that costs a tenth of asking one by one. Nothing
that a closer look would find is passed over (a test compares the two), but what is let through may be blameless.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from katalog.record.people import mailboxes, numbers
from katalog.record.people.plain import is_nearly_ordinary
from katalog.record.people.reading import COMPILED
from katalog.record.people.words import Words, is_one_word
from katalog.record.problem import DataPath

# Stands between two texts: no word, number or mailbox reaches over it.
_BETWEEN = " x "


class FirstLook:
    """Keeps in mind which texts are blameless, and which words are no sign: both stand in many records."""

    def __init__(self, words: Words, *, addresses: str, is_told: Callable[[DataPath, str], bool]) -> None:
        """`addresses` is the field without names; `is_told` is the closer look at a text in its place."""
        self._words, self._addresses, self._is_told = words, addresses, is_told
        self._blameless: set[str] = set()
        self._blameless_addresses: set[str] = set()
        self._signs: set[str] = set()
        self._genitives: set[str] = set()
        self._no_signs: set[str] = set()

    def suspects(self, stem: str, data: Mapping[str, Any]) -> set[str]:
        """Those of a record's texts, the file's name among them, that tell of a person, in this place or another."""
        prose, addresses = self._gathered(data)
        prose.append(stem)
        new, led = set(prose) - self._blameless, set(addresses) - self._blameless_addresses
        told = {text for text in self._told_in(new) if self._is_told((), text)} if new else set[str]()
        told_led = {text for text in led if self._is_led(text)}
        self._blameless |= new - told
        self._blameless_addresses |= led - told_led
        return told | told_led

    def _is_led(self, text: str) -> bool:
        is_suspect = not is_nearly_ordinary(text) or self._has_number_or_mailbox(text)
        return is_suspect and self._is_told((self._addresses,), text)

    def _gathered(self, data: Mapping[str, Any]) -> tuple[list[str], list[str]]:
        """The texts in addresses' fields, and all others: as `entry.walk_texts`, without the way to each."""
        prose: list[str] = []
        addresses: list[str] = []
        waiting: list[Any] = [data]
        for value in waiting:  # grows as we go
            inner = value
            if type(value) is dict:
                inner = value.values()
                if type(value.get(self._addresses)) is str:
                    addresses.append(value[self._addresses])
                    inner = [one for key, one in value.items() if key != self._addresses]
            for one in inner:
                kind = type(one)
                if kind is str:
                    prose.append(one)
                elif kind is dict or kind is list:
                    waiting.append(one)
        return prose, addresses

    def _told_in(self, texts: Collection[str]) -> Iterator[str]:
        joined = _BETWEEN.join(texts)
        if not is_nearly_ordinary(joined):
            odd = {text for text in texts if not is_nearly_ordinary(text)}
            yield from odd
            texts = [text for text in texts if text not in odd]
            joined = _BETWEEN.join(texts)
        plain = self._words.plain.text(joined)
        if numbers.has_long_number(plain) or mailboxes.may_hold_one(plain):
            yield from (text for text in texts if self._has_number_or_mailbox(text))
        if "://" in plain:  # an address is taken out before names are looked for, and what is left reads otherwise
            yield from (text for text in texts if "://" in text)
        yield from self._with_signs(texts, plain)

    def _has_number_or_mailbox(self, text: str) -> bool:
        plain = self._words.plain.text(text)
        return numbers.has_long_number(plain) or mailboxes.may_hold_one(plain)

    def _with_signs(self, texts: Collection[str], joined: str) -> Iterator[str]:
        """Those with what `names` is alerted by, and what a name begins at."""
        lower = joined.lower()
        signs = self._signs_in(lower)
        if signs or _is_sure(lower):
            yield from (text for text in texts if self._has_sign(text.lower(), signs))
        within = COMPILED["inre_versal"].search
        if within(joined):
            yield from (text for text in texts if within(text))

    def _has_sign(self, lower: str, signs: set[str]) -> bool:
        if _is_sure(lower):
            return True
        told = COMPILED["bokstaver"].findall(lower)
        found = signs.intersection(told)
        # A first name's genitive (`finns`) is no sign but beside a name in one word.
        return not found <= self._genitives or (bool(found) and any(self._is_whole(word) for word in told))

    def _is_whole(self, word: str) -> bool:
        return is_one_word(self._words.plain.word(word), self._words)

    def _signs_in(self, lower: str) -> set[str]:
        told = set(COMPILED["bokstaver"].findall(lower)) - self._no_signs
        for word in told - self._signs:
            (self._signs if self._is_sign(word) else self._no_signs).add(word)
        return told & self._signs

    def _is_sign(self, word: str) -> bool:
        bare = word if word.isascii() else self._words.plain.word(word)
        if bare in self._words.leading or word in self._words.leading:
            return True
        if bare in self._words.alerting or word in self._words.alerting:
            self._genitives.add(word)
            return True
        return False


def _is_sure(lower: str) -> bool:
    """What `SURE_ENDINGS` ends a word with, here anywhere in one."""
    return "sson" in lower or "sdotter" in lower
