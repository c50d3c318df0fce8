"""Catalogue -> what the search knows: where the records' words stand, concepts of the vocabularies, phrases of readers.

Input: `Derived`, `Vocabularies`, `Language`. Output: plain values for `search.py`, the only one that may use them.
The schema says what is searched: `x-sok` on a text names its part of the record (namn, gor, ...), on a vocabulary
the weight of its concepts (amne, trakt, ...); schema/sokord.json gives the weights.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from katalog.browser.fold import Language
from katalog.browser.names import front_coded
from katalog.record.model import Record, stated_at
from katalog.record.places import EACH, Place
from katalog.record.schema import Json, Schema, constants

# Written with at least two capitals and at most five letters: SoL, LSS, OSA, IPS, AF. Found as whole words only.
_ABBREVIATION = re.compile(r"\b(?=\w*[A-ZÅÄÖ]\w*[A-ZÅÄÖ])[A-Za-zÅÄÖåäö]{2,5}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A searched place in a record."""

    path: Place
    weight: str
    node: Json

    def values(self, record: Record) -> list[Any]:
        if not getattr(record, self.path[0]):
            return []  # most say nothing
        return [value for value in stated_at(record, self.path) if value is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A value of a searched vocabulary. `names` are (kind, text): kind is titel, alias or ord. `members` are record
    numbers in order, each with whether it is the record's first value. `heading`: what it stands under among many
    choices, else ""."""

    key: str
    field: str
    weight: str
    title: str
    heading: str
    question: str
    names: tuple[tuple[str, str], ...]
    members: tuple[tuple[int, bool], ...]


def read_leaves(schema: Schema) -> list[Leaf]:
    """Every searched place, in the schema's order."""
    return [leaf for name, node in schema.fields.items() for leaf in _leaves(node, (name,))]


def _leaves(node: Json, path: Place) -> Iterator[Leaf]:
    if "x-sok" in node:
        inner = (*path, EACH) if node["type"] == "array" else path
        yield Leaf(path=inner, weight=node["x-sok"], node=node["items"] if node["type"] == "array" else node)
        return
    if node.get("type") == "array":
        yield from _leaves(node["items"], (*path, EACH))
    for name, part in node.get("properties", {}).items():
        yield from _leaves(part, (*path, name))


def collect_concepts(
    records: Sequence[Record],
    leaves: Iterable[Leaf],
    weights: Mapping[str, Any],
    more_words: Callable[[str], Iterable[str]] = lambda _: (),
) -> list[Concept]:
    """Every value of every searched vocabulary, also those that no record has. `more_words`: what a value, by its key,
    is called beside what its vocabulary says."""
    concepts: list[Concept] = []
    for leaf in leaves:
        if leaf.weight in weights:
            members = _members(records, leaf)
            concepts += [_concept(leaf, value, members, more_words) for value in _values(leaf.node)]
    return concepts


def _values(node: Json) -> list[Json]:
    """Constants of a vocabulary, or the questions of a yes-and-no object."""
    listed = constants(node)
    return listed if listed is not None else [{"const": key, **part} for key, part in node["properties"].items()]


def _members(records: Sequence[Record], leaf: Leaf) -> dict[str, dict[int, bool]]:
    """Value -> the records that have it. One that holds others (weekdays) puts its records in each."""
    within = {value["const"]: value.get("x-dagar", ()) for value in constants(leaf.node) or ()}
    found: dict[str, dict[int, bool]] = defaultdict(dict)
    for doc, record in enumerate(records):
        for position, value in enumerate(leaf.values(record)):
            for slug in (value,) if isinstance(value, str) else [key for key in value if value[key] == "ja"]:
                for one in (slug, *within.get(slug, ())):
                    found[one].setdefault(doc, position == 0)
    return found


def _concept(
    leaf: Leaf, value: Json, members: Mapping[str, Mapping[int, bool]], more_words: Callable[[str], Iterable[str]]
) -> Concept:
    field = leaf.node.get("x-vokabular", leaf.path[0])
    key = f"{field}/{value['const']}"
    former = [place["namn"] for place in value.get("x-forr", ())]
    names = [("titel", value["title"]), *(("alias", name) for name in (*value.get("x-alias", ()), *former)),
             *(("ord", name) for name in (*value.get("x-ord", ()), *more_words(key)))]  # fmt: skip
    if "x-lag" in value:
        names.append(("alias", value["x-lag"]))
    return Concept(
        key=key,
        field=leaf.path[0],
        weight=leaf.weight,
        title=value["title"],
        heading=value.get("x-rubrik", ""),
        question=leaf.node.get("title", ""),
        names=tuple(names),
        members=tuple(members.get(value["const"], {}).items()),
    )


def word_lists(concepts: Iterable[Concept], language: Language) -> dict[str, Any]:
    """What the search knows of words that name nothing: sounds, near synonyms, ordinary words, denials, ages."""
    source = language.source
    naming = {word for concept in concepts for _, name in concept.names for word in language.words(name)}
    told = {word for entry in source["fraser"] for said in entry["sager"] for word in language.words(said)}
    return {
        "likord": "\n".join(" ".join(dict.fromkeys(language.stems(" ".join(group)))) for group in source["likord"]),
        "vanliga": front_coded(_one_of_each(language.words(" ".join(source["vanliga"]["ord"])), naming, language)),
        "annat": [
            front_coded(_elsewhere(language.words(" ".join(source["annat"]["ord"])), naming | told, language)),
            " ".join(map("".join, map(language.words, source["annat"]["ihop"]))),
        ],
        "bort": [front_coded(set(source["langt_bort"]["ord"]) - naming), source["langt_bort"]["inte_efter"]],
        "nekande": source["nekande"]["ord"],
        "ejnekande": source["nekande"]["inte_fore"],
        "nekgrans": source["nekande"]["grans"],
        "nekundantag": source["nekande"]["inte_i_behov"],
        "ovilja": [source["nekande"][key] for key in ("ovilja", "ovilja_vid")],
        "bestammer": source["nekande"]["bestammer"],
        "narstaende": {key: value for key, value in source["narstaende"].items() if key != "description"},
        "ljud": source["ljud"]["byten"],
        "aldrar": {key: value for key, value in source["aldrar"].items() if key != "description"},
    }


def _elsewhere(words: Iterable[str], naming: Collection[str], language: Language) -> Iterator[str]:
    """Stems of what people ask about and that is not here. One that a name or a need shares is meant only as it is
    written: who wants Hantverk does not ask for a hantverkare, nor who hears "röster" where to "rösta"."""
    named = {language.stem(word) for word in naming}
    for word in words:
        stem = language.stem(word)
        yield word if stem in named and word not in naming else stem


def _one_of_each(words: Iterable[str], naming: Collection[str], language: Language) -> Iterator[str]:
    """Of words that differ by their ending alone one is enough, if none names anything."""
    stems: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        (stem,) = language.stems(word)
        if word in naming or stem not in stems:
            yield word
        stems.add(stem)


def find_abbreviations(records: Iterable[Record], concepts: Iterable[Concept], language: Language) -> list[str]:
    """Abbreviations in names of records and concepts, folded: they are found as whole words only."""
    texts = [*(record.namn for record in records), *(name for concept in concepts for _, name in concept.names)]
    return sorted({word for text in texts for short in _ABBREVIATION.findall(text) for word in language.words(short)})
