"""Catalogue -> the search's data and modules, in one folder named by what they hold.

Input: `Derived`, `Vocabularies`, the hand-written pages. Output: relative path -> text.
Private to our own JS: `docs/assets/js/search/` reads it and nothing else may. A change of form raises `format` in
schema/sokord.json and FORMAT in index.js.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from katalog.browser import search_words as sw
from katalog.browser.fold import Language, read_language
from katalog.browser.modules import reached
from katalog.browser.search_words import Page
from katalog.derive.derived import Derived
from katalog.derive.facets import GROUPS, Facet, read_facets
from katalog.derive.freshness import Freshness
from katalog.derive.swedish import swedish_date
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record

__all__ = ["FOLDER", "POINTER", "Page", "render_search"]

FOLDER = "assets/sok"
# Tells which folder is today's. Pages name only this file, so that they do not change when a record does; the browser
# asks for it anew each time, and all else lies under a name that never means anything else.
POINTER = f"{FOLDER}/nu.json"
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_ENTRY = "search/main.js"


def render_search(derived: Derived, vocabularies: Vocabularies, pages: Sequence[Page]) -> dict[str, str]:
    """Everything the browser loads to search: `assets/sok/nu.json`, and `assets/sok/<hash>/` with `index.json`,
    `kort.json` and every module that reads them, in its room: no module of yesterday meets the index of today."""
    files = {
        "index.json": _compact(make_index(derived, vocabularies, pages)),
        "kort.json": _compact(make_cards(derived, pages)),
        **reached(_ENTRY),
    }
    folder = f"{FOLDER}/{_fingerprint(files)}"
    start = _compact({"start": f"{folder.removeprefix(FOLDER + '/')}/{_ENTRY}"})
    return {POINTER: start, **{f"{folder}/{name}": text for name, text in files.items()}}


def _fingerprint(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:16]


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def encode(numbers: Iterable[int]) -> str:
    """Whole numbers as text; index.js tells the form."""
    letters: list[str] = []
    for number in numbers:
        rest = number
        while rest > 31:
            letters.append(_ALPHABET[32 + rest % 32])
            rest //= 32
        letters.append(_ALPHABET[rest])
    return "".join(letters)


class _Sets:
    """Sets of record numbers, each written once: a concept and a facet's value often hold the same records."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[int, ...], int] = {}
        self.lines: list[str] = []

    def add(self, members: Sequence[tuple[int, bool]]) -> int:
        """The number of the set; the bit tells whether it is the record's main value."""
        key = tuple(doc for doc, _ in members)
        if key not in self.numbers:
            self.numbers[key] = len(self.lines)
            gaps = zip(members, (-1, *key), strict=False)
            self.lines.append(encode((doc - before) * 2 + is_first for (doc, is_first), before in gaps))
        return self.numbers[key]


def make_index(derived: Derived, vocabularies: Vocabularies, pages: Sequence[Page]) -> dict[str, Any]:
    """The data of index.js. Records are numbered in the site's own order, so that equal hits stand in it."""
    records = derived.in_order(derived.catalogue.records)
    language = read_language(vocabularies.schema.folder)
    weights = language.source["vikter"]
    leaves = sw.read_leaves(vocabularies.schema)
    concepts = sw.collect_concepts(records, leaves, weights["begrepp"])
    texts = sw.collect_texts(records, pages, leaves, language, list(weights["delar"]))
    sets = _Sets()
    return {
        "format": language.source["format"],
        "sprak": {key: value for key, value in language.source["sprak"].items() if key != "description"},
        "vikter": weights,
        "utfyllnad": language.source["utfyllnad"],
        "liktydigt": language.source["liktydigt"],
        "stavfel": language.source["stavfel"],
        "reserv": language.source["reserv"]["andelser"],
        "antal": len(records),
        "sidor": len(pages),
        "forkortningar": sw.find_abbreviations(records, concepts, language),
        "begrepp": [_concept_row(concept, sets) for concept in concepts],
        **_phrases(concepts, language),
        "behov": [entry["sager"][0] for entry in language.source["fraser"] if "lases" not in entry],
        "grupper": [{"id": group, "titel": title} for group, title in GROUPS.items()],
        "facetter": [_facet_row(facet, records, sets) for facet in read_facets(derived, vocabularies)],
        "dolda": _hidden(records, sets),
        "kort_rader": _card_rows(vocabularies),
        **_words(texts, concepts, language),
        "mangder": "\n".join(sets.lines),
    }


def _concept_row(concept: sw.Concept, sets: _Sets) -> dict[str, Any]:
    return {"mangd": sets.add(concept.members), "klass": concept.weight, "titel": concept.title, "falt": concept.field,
            "varde": concept.key.partition("/")[2]}  # fmt: skip


def _phrases(concepts: Sequence[sw.Concept], language: Language) -> dict[str, Any]:
    """Phrases by their stems, and each meaning once: many phrases say the same."""
    number = {concept.key: index for index, concept in enumerate(concepts)}
    meanings: dict[sw.Phrase, int] = {}
    found = sorted(sw.collect_phrases(concepts, language).items())
    keys = {key: meanings.setdefault(phrase, len(meanings)) for key, phrase in found}
    rows = [
        {"begrepp": [[number[name], kind] for name, kind in phrase.links], "ord": phrase.words,
         "lases": phrase.reads, "text": phrase.is_text}
        for phrase in meanings
    ]  # fmt: skip
    return {"fraser": keys, "betydelser": rows}


def _facet_row(facet: Facet, records: Sequence[Record], sets: _Sets) -> dict[str, Any]:
    members: dict[str, list[tuple[int, bool]]] = {value.id: [] for value in facet.values}
    for doc, record in enumerate(records):
        for value in frozenset(facet.of(record)):
            members[value].append((doc, True))
    values = [{"id": v.id, "titel": v.label, "mangd": sets.add(members[v.id])} for v in facet.values]
    return {"id": facet.id, "titel": facet.title, "grupp": facet.group, "varden": values}


def _hidden(records: Sequence[Record], sets: _Sets) -> list[dict[str, Any]]:
    """What a search leaves out until the reader asks for it."""
    closed = [(doc, True) for doc, record in enumerate(records) if record.is_closed and not record.forebild]
    examples = [(doc, True) for doc, record in enumerate(records) if record.forebild]
    return [
        {"id": "forebild", "en": "exempel från en annan kommun", "flera": "exempel från andra kommuner",
         "marke": "Exempel från en annan kommun", "mangd": sets.add(examples)},
        {"id": "stangd", "en": "stängd verksamhet", "flera": "stängda verksamheter", "marke": "Stängd",
         "mangd": sets.add(closed)},
    ]  # fmt: skip


def _card_rows(vocabularies: Vocabularies) -> list[str]:
    """The facets whose values stand on a card, in order (x-facett: kort)."""
    noted = {
        name: node["x-facett"].get("kort") for name, node in vocabularies.schema.fields.items() if "x-facett" in node
    }
    return [name for name, order in sorted(noted.items(), key=lambda item: item[1] or 0) if order]


def _words(
    texts: Mapping[str, Mapping[int, int]], concepts: Sequence[sw.Concept], language: Language
) -> dict[str, str]:
    """Every word once, with the documents it stands in and the concepts it names, line by line. The parts of the
    documents stand for themselves, one letter each: mixed with the numbers they cost a sixth more when compressed."""
    links = _links(concepts, language)
    lines, postings, parts, named = [], [], [], []
    for word in sorted({*texts, *links}):
        plain, stem = language.plain(word), language.stem(word)
        lines.append(word if plain.startswith(stem) else f"{word} {stem}")
        docs = sorted(texts.get(word, {}).items())
        before = (-1, *(doc for doc, _ in docs))
        postings.append(encode(doc - last for (doc, _), last in zip(docs, before, strict=False)))
        parts += [_ALPHABET[mask] for _, mask in docs]  # six parts at most: one letter each
        named.append(encode(sorted(links.get(word, ()))))
    return {"ord": "\n".join(lines), "poster": "\n".join(postings), "delar": "".join(parts),
            "begreppsord": "\n".join(named)}  # fmt: skip


def _links(concepts: Sequence[sw.Concept], language: Language) -> dict[str, set[int]]:
    """Word -> concepts that it names, each number with its kind of name."""
    kinds = list(language.source["vikter"]["sorter"])
    links: dict[str, set[int]] = {}
    for number, concept in enumerate(concepts):
        for kind, words in sw.name_words(concept, language):
            if len(words) == 1:
                links.setdefault(words[0], set()).add(number * len(kinds) + kinds.index(kind))
    return links


def card_freshness(record: Record, fresh: Freshness) -> tuple[str, str, str]:
    """(level, words, date of the last confirmation or "") as a card tells it, shorter than on the record's page."""
    if fresh.date:
        return fresh.level, f"{fresh.label} {swedish_date(fresh.date)}", fresh.date
    since = f"Uppgifter från {record.uppgifter_fran}" if record.uppgifter_fran else "Uppgifterna saknar årtal"
    return fresh.level, f"{fresh.label}. {since}.", ""


def make_cards(derived: Derived, pages: Sequence[Page]) -> dict[str, Any]:
    """The data of the cards in columns: what does not follow from the facets' sets."""
    records = derived.in_order(derived.catalogue.records)
    told = [card_freshness(record, derived.freshness[record.id]) for record in records]
    levels = list(dict.fromkeys(told))
    number = {level: index for index, level in enumerate(levels)}
    return {
        "id": "\n".join(record.id for record in records),
        "adress": "verksamhet/{id}/",
        "rubrik": "\n".join(record.namn for record in records),
        "text": "\n".join(record.sammanfattning for record in records),
        "aktualitet": [number[fresh] for fresh in told],
        "aktualiteter": levels,
        "sidor": [[page.address, page.title] for page in pages],
    }
