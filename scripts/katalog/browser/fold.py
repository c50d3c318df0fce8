"""Text -> words as the search compares them: folded, stemmed, without diacritics.

Input: `schema/sokord.json` (the only statement of endings, spellings and letters) and any text. Output: words. The
index goes out with the same statement, and `docs/assets/js/search/words.js` reads it: tests/cases/sok/ord.json proves
that both sides agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.record.schema import Schema
from katalog.record.schema_files import SEARCH_WORDS

Json = Mapping[str, Any]
_WORD = re.compile(r"[0-9a-zà-öø-ÿ]+")
_BETWEEN = "\0"  # stands in no text (`record/characters.py`), and folding changes neither it nor anything across it


@dataclass(frozen=True, kw_only=True)
class Language:
    """What Swedish does to words, as far as a search box needs to know. `source` is the whole document. `endings` stand
    by their last letter, in order."""

    source: Json
    invisible: re.Pattern[str]
    spellings: tuple[tuple[str, str], ...]
    letters: Mapping[int, str]
    rare: re.Pattern[str]
    bare: Mapping[int, str]
    endings: Mapping[str, Sequence[tuple[str, str, int]]]
    doubled: str

    def words(self, text: str) -> list[str]:
        """The folded words of a text, in order: lower case, one spelling, only Swedish letters (and é) and digits; a
        ligature or a wide letter is the letters it stands for. What nobody sees (a soft hyphen) parts no word."""
        return _WORD.findall(self._folded(text))

    def words_of_each(self, texts: Sequence[str]) -> list[list[str]]:
        """`words` of some texts that are short: to fold one long text is quicker."""
        if not texts:
            return []
        return [_WORD.findall(folded) for folded in self._folded(_BETWEEN.join(texts)).split(_BETWEEN)]

    def _folded(self, text: str) -> str:
        seen = self.invisible.sub("", text)
        lowered = unicodedata.normalize("NFKC", seen).lower()
        if self.rare.search(lowered):  # quicker than to look up each letter
            lowered = lowered.translate(self.letters)
        for written, meant in self.spellings:
            lowered = lowered.replace(written, meant)
        return lowered

    def plain(self, word: str) -> str:
        """A folded word as typed on a keyboard without å, ä, ö and é."""
        return word.translate(self.bare)

    def stem(self, word: str) -> str:
        """A folded word without its ending, in plain letters. The first ending that leaves enough is taken."""
        for ending, instead, least in self.endings.get(word[-1:], ()):
            if word.endswith(ending) and len(word) - len(ending) >= least:
                return self.plain(self._undouble(word[: len(word) - len(ending)]) + instead)
        return self.plain(self._undouble(word))

    def _undouble(self, word: str) -> str:
        """`rumm` (from rummet) -> `rum`: Swedish writes m and n once at the end of a word."""
        return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] in self.doubled else word

    def stems(self, text: str) -> tuple[str, ...]:
        return tuple(self.stem(word) for word in self.words(text))


def read_language(schema: Schema) -> Language:
    """What sokord.json says. Raises ValueError or KeyError when the checkout is broken."""
    return make_language(schema.documents[SEARCH_WORDS])


def make_language(source: Json) -> Language:
    language = source["sprak"]
    letters = str.maketrans(dict(_pairs(language["bokstaver"])))
    return Language(
        source=source,
        invisible=re.compile(f"[{language['osynligt']}]"),
        spellings=_pairs(language["stavning"]),
        letters=letters,
        rare=re.compile(f"[{re.escape(''.join(map(chr, letters)))}]"),
        bare=str.maketrans(dict(_pairs(language["utan_prickar"]))),
        endings=_by_last_letter(language["andelser"]),
        doubled=language["dubbeltecknas_inte"],
    )


def _by_last_letter(rows: Iterable[tuple[str, str, int]]) -> dict[str, list[tuple[str, str, int]]]:
    found: dict[str, list[tuple[str, str, int]]] = {}
    for ending, instead, least in rows:
        found.setdefault(ending[-1], []).append((ending, instead, least))
    return found


def _pairs(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((written, meant) for written, meant in rows)
