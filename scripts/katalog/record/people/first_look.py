"""The texts of a record -> those of them that may tell of a person; the others need no closer look.

Most texts hold nothing that could: asked of all of a record at once, that costs a fifth of asking one by one. Nothing
that a closer look would find is passed over (a test compares the two), but what is let through may be blameless.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from katalog.record.people import mailboxes, numbers
from katalog.record.people.plain import is_ordinary
from katalog.record.people.reading import COMPILED
from katalog.record.people.words import SURE_ENDINGS, Words
from katalog.record.problem import DataPath

Said = tuple[DataPath, str]
# Stands between two texts: no word, number or mailbox reaches over it.
_BETWEEN = " x "


def suspects(said: Sequence[Said], words: Words, *, alone: str, addresses: str) -> list[Said]:
    """`alone` is the field where a lone name counts, `addresses` the one where no names are looked for."""
    odd = {text for _, text in said if not is_ordinary(text)}
    joined = _BETWEEN.join(text for _, text in said if text not in odd)
    if numbers.has_long_number(joined) or mailboxes.may_hold_one(joined):
        return list(said)
    prose = [text for path, text in said if path[-1:] != (addresses,) and text not in odd]
    told = odd.union(_with_signs(prose, words), _with_addresses(prose))
    return [one for one in said if one[1] in told or one[0][:1] == (alone,)]


def _with_addresses(texts: Sequence[str]) -> Iterator[str]:
    """An address is taken out before names are looked for, and what is left reads otherwise."""
    return (text for text in texts if "://" in text)


def _with_signs(texts: Sequence[str], words: Words) -> Iterator[str]:
    """Those with what `names` is alerted by, in any case and inside a word too."""
    joined = _BETWEEN.join(texts)
    signs = _signs(joined.lower(), words)
    if signs:
        yield from (text for text in texts if any(sign in text.lower() for sign in signs))
    within = COMPILED["inre_versal"].search
    if within(joined):
        yield from (text for text in texts if within(text))


def _signs(lower: str, words: Words) -> set[str]:
    told = set(COMPILED["bokstaver"].findall(lower))
    plain = ((word, words.plain.word(word)) for word in told if not word.isascii())
    accented = {word for word, bare in plain if bare in words.alerting or bare in words.asking}
    endings = (ending for ending in SURE_ENDINGS if ending in lower)
    return accented.union(told & words.alerting, told & words.asking, endings)
