"""Words of the records and names of the concepts -> columns of the index. Input and output: plain values for
`search.py`. What a card shows is not sent again: `docs/assets/js/search/texts.js` reads it from the card; phrases and
what single words name follow from the names: `phrases.js`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from katalog.browser.fold import Language
from katalog.browser.lists import pack
from katalog.browser.names import beside_heading, front_coded
from katalog.browser.numbers import ALPHABET
from katalog.browser.search_words import Concept
from katalog.browser.sets import column
from katalog.record.schema import Json
from katalog.wording.card import Card

Texts = Mapping[str, Mapping[int, int]]
_SURE = ("starkt", "bra", "svagt")
_OTHER_NAMES = ("alias", "ord")
_AND, _PHRASE = "och", 2  # words of a phrase


def word_columns(texts: Texts, known: Collection[str], size: int) -> dict[str, Any]:
    """Words in order, those that the browser does not know for themselves; the documents that each stands in; and for
    each of those the parts, one letter. Apart they cost a sixth less when compressed than side by side. `known`: the
    words of cards and names, of which only places are sent."""
    words = sorted(texts)
    held = [texts[word] for word in words]
    places = {word: at for at, word in enumerate(sorted(known))}
    return {
        "ord": front_coded(word for word in words if word not in places),
        "kanda": pack([[places[word] for word in words if word in places]], len(places)),
        "poster": pack([list(docs) for docs in held], size),
        "delar": "".join(ALPHABET[mask] for docs in held for mask in docs.values()),  # six parts at most
    }


def known_words(cards: Iterable[Card], concepts: Iterable[Concept], language: Language) -> set[str]:
    """Every word that the rows of cards show, and that concepts are called."""
    shown = {text for card in cards for text in _row_texts(card)}
    called = {name for concept in concepts for _, name in concept.names}
    return {word for text in shown | called for word in language.words(text)}


def _row_texts(card: Card) -> Iterator[str]:
    for row in card.rows:
        yield from row.values
        yield from (text for _, text in row.later)


def concept_columns(concepts: Sequence[Concept], numbers: Sequence[int], language: Language) -> dict[str, Any]:
    """Titles and values by line, the numbers of their sets; class and field for each run of concepts that share them.
    A value is told by its title."""
    runs = [[*key, len(list(run))] for key, run in groupby(concepts, lambda one: (one.weight, one.field))]
    return {
        "titel": "\n".join(concept.title for concept in concepts),
        "varde": "\n".join(beside_heading(_value(concept), concept.title, language) for concept in concepts),
        "mangd": column(numbers),
        "falt": runs,
    }


def _value(concept: Concept) -> str:
    return concept.key.partition("/")[2]


def name_lines(concepts: Sequence[Concept]) -> str:
    """What concepts are called beside their titles, a line for each: aliases, then everyday words."""
    return "\n".join("\t".join("|".join(_named(concept, kind)) for kind in _OTHER_NAMES) for concept in concepts)


def all_names(concepts: Sequence[Concept]) -> list[list[str]]:
    """Each concept's title and what else it is called, in the order in which they are sent."""
    return [[one.title, *(name for kind in _OTHER_NAMES for name in _named(one, kind))] for one in concepts]


def _named(concept: Concept, wanted: str) -> list[str]:
    return [" ".join(name.split()) for kind, name in concept.names if kind == wanted]


def sayings(concepts: Sequence[Concept], language: Language) -> list[list[Any]]:
    """What readers say, and what it means: concepts by how surely, words to look for, questions to read it as. What is
    empty at the end is left out."""
    number = {concept.key: at for at, concept in enumerate(concepts)}
    leading, rows = _leading(language), []
    for entry in language.source["fraser"]:
        links = [[number[key] for key in entry.get(sure, ())] for sure in _SURE]
        said = "|".join(_told_apart(entry["sager"], leading, language))
        row = [said, *links, "|".join(entry.get("ord", ())), list(entry.get("lases", ()))]
        while not row[-1]:
            row.pop()
        rows.append(row)
    return rows + list(_heading_sayings(concepts, language))


def _told_apart(sayings: Sequence[str], leading: Mapping[str, str], language: Language) -> Iterator[str]:
    """The first as it stands, and each other that the browser could not know by another: it knows a saying by its
    stems in any order, near synonyms alike, and a longer one by a shorter that it holds, unless only one denies."""
    small = frozenset(language.source["utfyllnad"])
    told = [_shortly(said, language, small) for said in sayings]
    keys = [_key(said, leading, language, small) for said in told]
    denying = leading[language.stem(language.source["nekande"]["ord"][0])]
    seen: set[frozenset[str]] = set()
    for at, (said, key) in enumerate(zip(told, keys, strict=True)):
        if not at:
            yield sayings[0]
        elif not key or not (key in seen or any(_tells(key, other, denying) for other in keys)):
            yield said
        seen.add(key)


def _key(said: str, leading: Mapping[str, str], language: Language, small: Collection[str]) -> frozenset[str]:
    """What the browser knows a saying by; nothing where it counts as it stands."""
    kept = [word for word in said.split() if word not in small]
    stems = language.stems(" ".join(kept)) if len(kept) >= _PHRASE else ()
    return frozenset(leading.get(stem, stem) for stem in stems)


def _tells(key: frozenset[str], other: frozenset[str], denying: str) -> bool:
    """Is a saying known by another, shorter one?"""
    return len(other) >= _PHRASE and other < key and (denying in other) == (denying in key)


def _leading(language: Language) -> dict[str, str]:
    """Stem -> the one that stands for all that mean nearly the same, as in `phrases.js`."""
    groups = [list(language.stems(" ".join(group))) for group in language.source["likord"]]
    return {stem: group[0] for group in groups for stem in group}


def _shortly(said: str, language: Language, small: Collection[str]) -> str:
    """A saying without small words, in the order that compresses best: the browser knows it by the others, in any
    order. One of which too little is left counts just as it stands."""
    words = language.words(said)
    kept = [word for word in words if word not in small]
    return " ".join(kept if len(kept) > 1 else words)


def _heading_sayings(concepts: Sequence[Concept], language: Language) -> Iterator[list[Any]]:
    """A heading among the choices that tell what one does there is said too, whole or without its verb ("göra med
    händerna", "med händerna"), and means what stands under it."""
    kinds = language.source["vikter"]["rubriker"]
    held: dict[str, list[int]] = {}
    for at, concept in enumerate(concepts):
        if concept.weight in kinds and concept.heading:
            held.setdefault(concept.heading, []).append(at)
    small = frozenset(language.source["utfyllnad"])
    for heading, numbers in held.items():
        said = list(_said(language.words(heading), small))
        if said and len(numbers) > 1:
            yield ["|".join(said), [], numbers]


def _said(words: Sequence[str], small: Collection[str]) -> Iterator[str]:
    """One thing alone: "mat och service" is two. From its last small word on a heading still says what it is about."""
    if _AND in words or len(words) < _PHRASE:
        return
    yield " ".join(words)
    last = max((at for at, word in enumerate(words) if word in small), default=0)
    if 0 < last < len(words) - 1:
        yield " ".join(words[last:])


def beside_concepts(facets: Sequence[Json], concepts: Sequence[Concept], sets: Sequence[int]) -> list[Json]:
    """Facets, whose values do not say again what the concept of the same field and value says: its number, in the
    place of the value (`begrepp`), stands for its title, value and records (`sets`)."""
    number = {(one.field, _value(one), one.title, held): at
              for at, (one, held) in enumerate(zip(concepts, sets, strict=True))}  # fmt: skip
    return [{**facet, "varden": [_beside(facet["id"], value, number) for value in facet["varden"]]} for facet in facets]


def _beside(facet: str, value: Json, number: Mapping[tuple[str, str, str, int], int]) -> Json:
    at = number.get((facet, value["id"], value["titel"], value["mangd"]))
    if at is None:
        return value
    return {"begrepp": at, **{key: one for key, one in value.items() if key not in {"id", "titel", "mangd"}}}
