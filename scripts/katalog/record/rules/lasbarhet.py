"""Texterna till läsaren är på enkel svenska.

Varnar för meningar över 20 ord och för LIX över 40 i längre texter. Varnar också för kontorsord som har ett
enklare ord. En varning stoppar ingenting, men läsaren tackar den som skriver om. Ordlistan finns i schema/ordval.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from katalog.record.entry import READER_TEXTS, Check, Context, Entry, texts_in
from katalog.record.problem import DataPath, Fault
from katalog.record.schema import Json
from katalog.record.schema_files import WORD_CHOICES
from katalog.record.text import lix, sentences, words_in

CODES = {
    "lasbarhet-mening": "En mening är lång",
    "lasbarhet-lix": "Texten är svår att läsa",
    "lasbarhet-ord": "Ett ord som läsaren kan ha svårt för",
}
SAID_BY_FORM: frozenset[str] = frozenset()  # advice on how to write stops nobody, and would disturb who is writing
MAX_WORDS = 20
# LIX (C-H Björnsson 1968): 30-40 is medium, like newspapers' lighter texts. Below 40 words it swings too much to mean
# anything: one compound can add ten points.
MAX_LIX, LIX_FROM_WORDS = 40, 40
Texts = tuple[tuple[DataPath, str], ...]  # those for the reader, each with its path


def prepare(context: Context) -> Check:
    hard = _hard_words(context.schema.documents[WORD_CHOICES])
    return lambda entry: _check(tuple(_texts(entry)), hard)


@dataclass(frozen=True, slots=True, kw_only=True)
class HardWords:
    """What finds words that a reader may find hard (its first group is the word's stem), and stem -> a plainer one."""

    pattern: re.Pattern[str]
    cures: Mapping[str, str]


def _hard_words(document: Json) -> HardWords:
    cures = {row["undvik"]: row["skriv"] for row in document["ord"]}
    stems = _any_of(sorted(cures, key=len, reverse=True))
    endings = "en|n|et|t|er|ar|or|na|s|erna|arna|ade|ad|as|ing|ingen"
    return HardWords(pattern=re.compile(rf"(?i)\b({stems})(?:{endings})?\b"), cures=cures)


def _any_of(stems: Sequence[str]) -> str:
    """A pattern for one of them, the first that fits. By their first letter: nearly every word is passed over at it."""
    letters = dict.fromkeys(stem[0].lower() for stem in stems)
    groups = ("|".join(re.escape(stem[1:]) for stem in stems if stem[0].lower() == letter) for letter in letters)
    return "|".join(f"{re.escape(letter)}(?:{rest})" for letter, rest in zip(letters, groups, strict=True))


def _check(texts: Texts, hard: HardWords) -> Iterator[Fault]:
    return chain(_long(texts), _hard(texts, hard), _lix(texts))


def _texts(entry: Entry) -> Iterator[tuple[DataPath, str]]:
    return ((path, text) for key in READER_TEXTS for path, text in texts_in(entry.data, key))


def _long(texts: Texts) -> Iterator[Fault]:
    """The first long sentence of each text."""
    for path, text in texts:
        if len(words_in(text)) <= MAX_WORDS:  # then none of its sentences has more
            continue
        words = next((n for s in sentences(text) if (n := len(words_in(s))) > MAX_WORDS), None)
        if words:
            message = f"En mening i {path[0]} har {words} ord. Dela den: högst {MAX_WORDS} ord i varje mening."
            yield Fault(path=path, code="lasbarhet-mening", message=message, level="varning")


def _hard(texts: Texts, hard: HardWords) -> Iterator[Fault]:
    for path, text in texts:
        for match in hard.pattern.finditer(text):
            message = f"Ordet ”{match[0]}” kan vara svårt. Skriv hellre: {hard.cures[match[1].lower()]}."
            yield Fault(path=path, code="lasbarhet-ord", message=message, level="varning")


def _lix(texts: Texts) -> Iterator[Fault]:
    text = " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for _, text in texts)
    if len(words_in(text)) >= LIX_FROM_WORDS and lix(text) > MAX_LIX:
        message = f"Texterna till läsaren har LIX {lix(text):.0f}. Sikta under {MAX_LIX}: kortare ord och meningar."
        yield Fault(path=("sammanfattning",), code="lasbarhet-lix", message=message, level="varning")
