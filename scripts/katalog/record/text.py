"""Swedish prose: how hard it is to read. Used by the readability rule and by the tests of published pages."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
_WORD = re.compile(r"[A-Za-zÅÄÖåäöÉéÜü0-9][\wÅÄÖåäöÉéÜü:'’/-]*")
_LONG_WORD_LETTERS = 6  # LIX counts words of more than six letters as long (Björnsson, Läsbarhet, 1968)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a new line ends one too."""
    return [part for part in _SENTENCE_END.split(text) if part.strip()]


def words_in(text: str) -> list[str]:
    """The words of a text, compounds with hyphens as one."""
    return _WORD.findall(text)


def lix(text: str) -> float:
    """Words per sentence plus the share of long words in percent. 0.0 for a text without words."""
    words = words_in(text)
    if not words:
        return 0.0
    long = sum(len(word) > _LONG_WORD_LETTERS for word in words)
    return len(words) / max(1, len(sentences(text))) + 100 * long / len(words)
