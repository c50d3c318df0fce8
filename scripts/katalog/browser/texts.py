"""What records say -> the words of the index, and what else follows from their texts: each is folded once, for all.

Input: records in the order of their numbers, `Schema`. Output: `Told`, for `search.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from katalog.browser.fold import Language, read_language
from katalog.browser.places import Named, read_places
from katalog.browser.search_words import Leaf, collect_concepts, read_leaves
from katalog.record.model import Record
from katalog.record.places import Place
from katalog.record.schema import Schema, is_reference

_NOTE, _FEW_NOTES = "not", 1
_GROUP = "vem_for"
_FIRST_SENTENCE = ("sammanfattning",)
_SHOWN = ("namn",), _FIRST_SENTENCE  # on cards: the browser knows all their words
_WHERE, _TELLS = ("plats", "namn"), ("gor", "mer")


class Text(NamedTuple):
    """One text of a record. `size`: its letters; `words`: folded, in order."""

    leaf: Leaf
    size: int
    words: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`records` in the order of their numbers. `words`: word -> record number -> bits of the parts it stands in, but
    for what cards show; `known`: every word that the index has; `shown`: the words of names and first sentences.
    Records: `narrow` are those that say there that they are for some alone, `brief` those that tell little of what one
    does; place -> those that lie there, by what they say, and those that name it (`here`, `named`)."""

    records: Sequence[Record]
    words: Mapping[str, Mapping[int, int]]
    known: Collection[str]
    shown: set[str]
    narrow: Sequence[int]
    brief: Sequence[int]
    here: Mapping[str, Sequence[int]]
    named: Mapping[str, Sequence[int]]


def read_told(records: Sequence[Record], schema: Schema) -> Told:
    language, leaves, places = read_language(schema), read_leaves(schema), read_places(schema)
    words = Words(leaves, language, list(language.source["vikter"]["delar"]), beside=_SHOWN)
    shown, here, named = _Shown(language), Named(places, language), Named(places, language)
    brief, least = [], language.source["knappt"]["tecken"]
    for doc, said in enumerate(read_texts(records, leaves, language)):
        words.add(doc, said)
        shown.add(doc, said)
        here.add(doc, _words_of(_own(said, _WHERE)))
        telling = _own(said, _TELLS)
        named.add(doc, _words_of(telling))
        if sum(text.size + 1 for text in telling) <= least:  # with a space between them
            brief.append(doc)
    return Told(
        records=records,
        words=words.sought(),
        known=words.known,
        shown=shown.words,
        narrow=shown.narrow,
        brief=brief,
        here=here.docs,
        named=named.docs,
    )


def read_texts(records: Sequence[Record], leaves: Iterable[Leaf], language: Language) -> Iterator[list[Text]]:
    """The texts of each record. Another record is said by its name."""
    told = [leaf for leaf in leaves if leaf.weight in language.source["vikter"]["delar"]]
    values, names = attrgetter(*(leaf.path[0] for leaf in told)), {record.id: record.namn for record in records}
    for record in records:
        stated = [leaf for leaf, value in zip(told, values(record), strict=True) if value]  # most say nothing
        said = [(leaf, names.get(text, text) if is_reference(leaf.node) else text)
                for leaf in stated for text in leaf.values(record)]  # fmt: skip
        folded = language.words_of_each([text for _, text in said])
        yield [Text(leaf, len(text), words) for (leaf, text), words in zip(said, folded, strict=True)]


def _own(said: Iterable[Text], weights: Collection[str]) -> list[Text]:
    """What a record says itself, not by the names of others."""
    return [text for text in said if text.leaf.weight in weights and not is_reference(text.leaf.node)]


def _words_of(texts: Iterable[Text]) -> list[str]:
    return [word for text in texts for word in text.words]


class Words:
    """Word -> record number -> bits of the `parts` it stands in, but for those of the places `beside`."""

    def __init__(
        self, leaves: Sequence[Leaf], language: Language, parts: Sequence[str], *, beside: Collection[Place] = ()
    ) -> None:
        self.known: set[str] = set()
        self._found: dict[str, dict[int, int]] = defaultdict(dict)
        self._note = 1 << parts.index(_NOTE) if _NOTE in parts else 0
        self._telling = _group_words(leaves, language)
        self._bits = {leaf.path: 1 << parts.index(leaf.weight) for leaf in leaves if leaf.weight in parts}
        self._sought = _sought_at([leaf for leaf in leaves if leaf.path in self._bits], leaves, language)
        self._beside = beside

    def add(self, doc: int, said: Sequence[Text]) -> None:
        """One record, after all with lower numbers."""
        own, note = dict[str, int](), self._note
        for leaf, _, words in said:
            if bit := self._bits.get(leaf.path):
                for word in filter(self._sought[leaf.path].__getitem__, words):
                    own[word] = own.get(word, 0) | bit
        self.known.update([word for word, mask in own.items() if mask != note])
        for leaf, _, words in said:
            if leaf.path in self._beside:
                own |= {word: own[word] & ~self._bits[leaf.path] for word in words if word in own}
        for word, mask in own.items():
            if mask:
                self._found[word][doc] = mask

    def sought(self) -> Mapping[str, Mapping[int, int]]:
        """What was found, when all records are added. Notes tell foremost what a source says and when. What many of
        them say ("årsredovisning") is nothing that anybody looks for; what hardly any other says (a name) is."""
        note, left = self._note, {}
        for word, docs in self._found.items():
            is_usual = word not in self._telling and sum(bool(mask & note) for mask in docs.values()) > _FEW_NOTES
            kept = {doc: mask & ~note for doc, mask in docs.items() if mask != note} if is_usual else docs
            if kept:
                left[word] = kept
        self.known.update(left)
        return left


class _Sought(dict[str, bool]):
    """Word -> whether it is looked for, reckoned when it is met first: the same few words stand in most records."""

    def __init__(self, silent: Collection[str], idle: Collection[str], language: Language) -> None:
        super().__init__(dict.fromkeys(silent, False))
        self._idle, self._stem = idle, language.stem

    def __missing__(self, word: str) -> bool:
        self[word] = found = not self._idle or self._stem(word) not in self._idle
        return found


def _sought_at(told: Iterable[Leaf], leaves: Sequence[Leaf], language: Language) -> dict[Place, _Sought]:
    """What is looked for at each place: in a name everything, in a first sentence all but the smallest words."""
    fillers = (*language.source["utfyllnad"], *language.source["nekande"]["ord"])
    idle, made = _idle_stems(leaves, language), cache(lambda silent, stems: _Sought(silent, stems, language))
    return {
        leaf.path: made(
            () if leaf.weight == "namn" else fillers,
            frozenset() if leaf.path == _FIRST_SENTENCE else idle.get(leaf.weight, frozenset()),
        )
        for leaf in told
    }


def _idle_stems(leaves: Sequence[Leaf], language: Language) -> dict[str, frozenset[str]]:
    """By part of the record, stems that find nothing there: ordinary words that name nothing. In what one does those
    that a need is told with still count."""
    source = language.source
    concepts = collect_concepts((), leaves, source["vikter"]["begrepp"])
    naming = {stem for concept in concepts for _, name in concept.names for stem in language.stems(name)}
    ordinary = frozenset(language.stems(" ".join(source["vanliga"]["ord"]))) - naming
    said = {stem for need in source["fraser"] for text in need["sager"] for stem in language.stems(text)}
    return {_TELLS[0]: ordinary - said, **dict.fromkeys((_TELLS[1], _NOTE), ordinary)}


def _group_words(leaves: Iterable[Leaf], language: Language) -> set[str]:
    """Single words that name for whom something is: they say much in notes too."""
    groups = collect_concepts((), leaves, {_GROUP: 1})
    names = (language.words(name) for concept in groups for _, name in concept.names)
    return {word for word, *others in names if not others}


class _Shown:
    """The words of names and first sentences, and the records where one of them says that not everyone may come."""

    def __init__(self, language: Language) -> None:
        self.words: set[str] = set()
        self.narrow: list[int] = []
        self._starts = tuple(language.source["snavt"]["ord"])
        self._telling: set[str] = set()

    def add(self, doc: int, said: Iterable[Text]) -> None:
        own = {word for leaf, _, words in said if leaf.path in _SHOWN for word in words}
        new = own - self.words
        self.words |= new
        self._telling.update(word for word in new if word.startswith(self._starts))
        if not own.isdisjoint(self._telling):
            self.narrow.append(doc)
