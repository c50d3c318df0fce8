"""Words, names and ids -> less text: a word in order without what it shares with the one before, a name by what is
called so, an id by its heading.

`docs/assets/js/search/names.js` reads them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from katalog.browser.fold import Language
from katalog.browser.numbers import ALPHABET

_MOST_SHARED = _CAPITALS = 26


def front_coded(words: Iterable[str]) -> str:
    """Words in order, each without what it shares with the beginning of the one before: a capital letter counts it."""
    return "".join(_unshared(sorted(set(words))))


def _unshared(words: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in words:
        shared = next((at for at, (a, b) in enumerate(zip(word, before, strict=False)) if a != b),
                      min(len(word), len(before)))  # fmt: skip
        shared = min(shared, _MOST_SHARED - 1)
        yield ALPHABET[shared] + word[shared:]
        before = word


def beside_called(names: Iterable[str], known: Sequence[Sequence[str]]) -> Iterator[str]:
    """Names, each "" where it is the next of what `known` holds for it; one further on there moves on to it.
    Names of one owner share one list."""
    places: dict[int, int] = {}
    for name, own in zip(names, known, strict=True):
        at = places.get(id(own), 0)
        found = own.index(name, at) if name in own[at:] else -1
        yield "" if found == at else name
        places[id(own)] = found + 1 if found >= 0 else at


def beside_heading(name: str, heading: str, language: Language) -> str:
    """An id ("afasiforeningen-stockholms-lan") as the words of its heading ("Afasiföreningen i Stockholms län"): a
    capital letter for each by its place ("ACD"), other words as they are; nothing when it is the whole heading."""
    own = [language.plain(word) for word in language.words(heading)][:_CAPITALS]
    parts = name.split("-")
    if parts == own:
        return ""
    told = ""
    for part in parts:
        word = ALPHABET[own.index(part)] if part in own else part
        told += f"-{word}" if told and part not in own and not told[-1].isupper() else word
    return told
