"""Words of the records and names of the concepts -> columns of the index. Input and output: plain values for
`search.py`. What a card shows is not sent again: `docs/assets/js/search/texts.js` reads it from the card; phrases and
what single words name follow from the names: `phrases.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from katalog.browser.fold import Language
from katalog.browser.numbers import ALPHABET, encode
from katalog.browser.search_words import Concept
from katalog.record.model import Record
from katalog.record.schema import Json

Texts = Mapping[str, Mapping[int, int]]
_SURE = ("starkt", "bra", "svagt")
_OTHER_NAMES = ("alias", "ord")
_MOST_SHARED = 25


def beside_cards(
    texts: Texts, records: Sequence[Record], language: Language, parts: Sequence[str]
) -> dict[str, dict[int, int]]:
    """`texts` (word -> document -> bits of parts) without what the name and the first sentence on a card tell."""
    name, tells = (1 << parts.index(part) for part in ("namn", "gor"))
    left = {word: dict(docs) for word, docs in texts.items()}
    for doc, part, text in _shown(records, name, tells):
        for word in language.words(text):
            if word in left and doc in left[word]:
                left[word][doc] &= ~part
    held = {word: {doc: mask for doc, mask in docs.items() if mask} for word, docs in left.items()}
    return {word: docs for word, docs in held.items() if docs}


def _shown(records: Sequence[Record], name: int, tells: int) -> Iterator[tuple[int, int, str]]:
    for doc, record in enumerate(records):
        yield doc, name, record.namn
        yield doc, tells, record.sammanfattning


def word_columns(texts: Texts) -> dict[str, str]:
    """Words in order, each without what it shares with the beginning of the one before (a capital letter counts it);
    how many documents each stands in; the gaps between those, words of few documents first; and for each its parts,
    one letter. Apart they cost a sixth less when compressed than side by side."""
    words = sorted(texts)
    docs = {word: sorted(texts[word].items()) for word in words}
    order = sorted(words, key=lambda word: len(docs[word]))  # equal ones stay in order
    return {
        "ord": "".join(_unshared(words)),
        "antalen": encode(len(docs[word]) for word in words),
        "poster": encode(gap for word in order for gap in _gaps([doc for doc, _ in docs[word]])),
        "delar": "".join(ALPHABET[mask] for word in order for _, mask in docs[word]),  # six parts at most
    }


def _unshared(words: Sequence[str]) -> Iterator[str]:
    before = ""
    for word in words:
        shared = next((at for at, (a, b) in enumerate(zip(word, before, strict=False)) if a != b),
                      min(len(word), len(before)))  # fmt: skip
        shared = min(shared, _MOST_SHARED)
        yield ALPHABET[shared] + word[shared:]
        before = word


def _gaps(docs: Sequence[int]) -> Iterator[int]:
    return (doc - last - 1 for doc, last in zip(docs, (-1, *docs), strict=False))


def name_lines(concepts: Sequence[Concept]) -> str:
    """What concepts are called beside their titles, a line for each: aliases, then everyday words."""
    return "\n".join("\t".join("|".join(_named(concept, kind)) for kind in _OTHER_NAMES) for concept in concepts)


def _named(concept: Concept, wanted: str) -> list[str]:
    return [" ".join(name.split()) for kind, name in concept.names if kind == wanted]


def sayings(concepts: Sequence[Concept], language: Language) -> list[list[Any]]:
    """What readers say, and what it means: concepts by how surely, words to look for, questions to read it as. What is
    empty at the end is left out."""
    number = {concept.key: at for at, concept in enumerate(concepts)}
    rows = []
    for entry in language.source["fraser"]:
        links = [[number[key] for key in entry.get(sure, ())] for sure in _SURE]
        row = ["|".join(entry["sager"]), *links, list(entry.get("ord", ())), list(entry.get("lases", ()))]
        while not row[-1]:
            row.pop()
        rows.append(row)
    return rows


def beside_concepts(facets: Sequence[Json], concepts: Sequence[Json]) -> list[Json]:
    """Facets, whose values do not say again what the concept of the same field and value says: its number, in the
    place of the value (`begrepp`), stands for its title, value and records."""
    number = {(row["falt"], row["varde"], row["titel"], row["mangd"]): at for at, row in enumerate(concepts)}
    return [{**facet, "varden": [_beside(facet["id"], value, number) for value in facet["varden"]]} for facet in facets]


def _beside(facet: str, value: Json, number: Mapping[tuple[str, str, str, int], int]) -> Json:
    at = number.get((facet, value["id"], value["titel"], value["mangd"]))
    if at is None:
        return value
    return {"begrepp": at, **{key: one for key, one in value.items() if key not in {"id", "titel", "mangd"}}}
