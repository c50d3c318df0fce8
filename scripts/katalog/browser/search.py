"""Catalogue -> the search's data and modules, in one folder named by what they hold.

Input: `Derived`, `Vocabularies`, the hand-written pages. Output: relative path -> text.
Private to our own JS: `docs/assets/js/search/` reads it and nothing else may. A change of form raises `format` in
schema/sokord.json and FORMAT in index.js.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from katalog.browser import languages
from katalog.browser import search_words as sw
from katalog.browser.crisis import crisis_data
from katalog.browser.fold import Language, read_language
from katalog.browser.freshness import FIRST, basis_row, trust_data
from katalog.browser.match import conditions, facet_row, old_rows
from katalog.browser.modules import reached
from katalog.browser.numbers import ALPHABET, Sets, encode
from katalog.browser.places import read_places
from katalog.browser.search_words import Prose
from katalog.derive.derived import Derived
from katalog.derive.facets import GROUPS, read_facets
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.wording.card import Card, card_labels, closed_mark, example_mark, make_card
from katalog.wording.match import match_words

FOLDER = "assets/sok"
# Tells which folder is today's. Pages name only this file, so that they do not change when a record does; the browser
# asks for it anew each time, and all else lies under a name that never means anything else.
POINTER = f"{FOLDER}/nu.json"
_ENTRY = "search/main.js"


def render_search(derived: Derived, vocabularies: Vocabularies, pages: Sequence[Prose]) -> dict[str, str]:
    """Everything the browser loads to search: `assets/sok/nu.json`, and `assets/sok/<hash>/` with `index.json`,
    `kort.json` and every module that reads them, in its room: no module of yesterday meets the index of today."""
    files = {
        "index.json": _compact(make_index(derived, vocabularies, pages)),
        "kort.json": _compact(make_cards(derived, vocabularies, pages)),
        languages.FILE: _compact(make_languages(derived, vocabularies)),
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


def make_index(derived: Derived, vocabularies: Vocabularies, pages: Sequence[Prose]) -> dict[str, Any]:
    """The data of index.js. Records are numbered by name, the open ones first; which of those come first for being
    confirmed (`forst`: a facet and its value) follows from the reader's day."""
    records = derived.by_name(derived.catalogue.records)
    language = read_language(vocabularies.schema)
    weights = language.source["vikter"]
    leaves = sw.read_leaves(vocabularies.schema)
    places = read_places(vocabularies.schema)
    concepts = sw.collect_concepts(records, leaves, weights["begrepp"], places.words_of)
    areas = {concept.key: number for number, concept in enumerate(concepts)}
    texts = sw.collect_texts(records, pages, leaves, language, list(weights["delar"]))
    sets = Sets()
    return {
        "format": language.source["format"],
        "sprak": {key: value for key, value in language.source["sprak"].items() if key != "description"},
        "vikter": weights,
        "utfyllnad": language.source["utfyllnad"],
        "liktydigt": language.source["liktydigt"],
        **sw.word_lists(language),
        "stavfel": language.source["stavfel"],
        "reserv": language.source["reserv"]["andelser"],
        "antal": len(records),
        "oppna": sum(not record.is_closed for record in records),
        "forst": FIRST,
        "sidor": len(pages),
        "forkortningar": sw.find_abbreviations(records, concepts, language),
        "begrepp": [_concept_row(concept, sets) for concept in concepts],
        **_phrases(concepts, language),
        "snavt": _narrow(concepts, language),
        "behov": [entry["sager"][0] for entry in language.source["fraser"] if "lases" not in entry],
        "grupper": [{"id": group, "titel": title} for group, title in GROUPS.items()],
        "facetter": [facet_row(facet, records, sets, derived.idag) for facet in read_facets(derived, vocabularies)],
        "gamla": old_rows(records, sets, derived.idag),
        "svar": match_words(),
        "villkor": conditions(vocabularies.schema),
        "dolda": _hidden(records, vocabularies, sets),
        "kris": crisis_data(vocabularies.schema),
        "orter": places.data(areas, sw.place_texts(records, leaves), language, sets),
        "frammande": " ".join(languages.small_words(vocabularies.schema, {*texts, *language.source["utfyllnad"]})),
        **_words(texts, concepts, language),
        "mangder": "\n".join(sets.lines),
    }


def make_languages(derived: Derived, vocabularies: Vocabularies) -> dict[str, Any]:
    """The data of languages.js, its concepts by the numbers of the index."""
    schema = vocabularies.schema
    leaves = sw.read_leaves(schema)
    weights = read_language(schema).source["vikter"]["begrepp"]
    concepts = sw.collect_concepts(derived.by_name(derived.catalogue.records), leaves, weights)
    return languages.languages_data(concepts, schema)


def _concept_row(concept: sw.Concept, sets: Sets) -> dict[str, Any]:
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


def _narrow(concepts: Sequence[sw.Concept], language: Language) -> dict[str, list[int]]:
    """The concepts that say that a record is not for everyone, and those that say that it is."""
    number = {concept.key: index for index, concept in enumerate(concepts)}
    return {part: [number[key] for key in language.source["snavt"][part]] for part in ("for", "oppet")}


def _hidden(records: Sequence[Record], vocabularies: Vocabularies, sets: Sets) -> list[dict[str, Any]]:
    """What a search leaves out until the reader asks for it."""
    closed = [(doc, True) for doc, record in enumerate(records) if record.is_closed and not record.forebild]
    examples = [(doc, True) for doc, record in enumerate(records) if record.forebild]
    past = {doc for doc, _ in (*closed, *examples)}
    staff = [(doc, True) for doc, record in enumerate(records) if record.for_vem and doc not in past]
    return [
        {"id": "forebild", "en": "exempel från en annan kommun", "flera": "exempel från andra kommuner",
         "marke": example_mark(vocabularies), "mangd": sets.add(examples)},
        {"id": "stangd", "en": "stängd verksamhet", "flera": "stängda verksamheter",
         "marke": closed_mark(vocabularies), "mangd": sets.add(closed)},
        {"id": "personal", "en": "stöd bara för personal", "flera": "stöd bara för personal",
         "marke": vocabularies.label("for-vem", "personal"), "mangd": sets.add(staff)},
    ]  # fmt: skip


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
        parts += [ALPHABET[mask] for _, mask in docs]  # six parts at most: one letter each
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


def make_cards(derived: Derived, vocabularies: Vocabularies, pages: Sequence[Prose]) -> dict[str, Any]:
    """The data of the cards in columns; their marks follow from the sets of what is hidden."""
    records = derived.by_name(derived.catalogue.records)
    cards = [make_card(vocabularies, record, derived.trust[record.id]) for record in records]
    values = [{row.label: row.values for row in card.rows} for card in cards]
    trust = [tuple(_without_giver(card)) for card in cards]
    distinct = list(dict.fromkeys(trust))
    return {
        "id": "\n".join(card.id for card in cards),
        "adress": "verksamhet/{id}/",
        "rubrik": "\n".join(card.heading for card in cards),
        "text": "\n".join(card.text for card in cards),
        "rader": [_card_row(label, [held.get(label, ()) for held in values]) for label in card_labels(vocabularies)],
        "tillitsord": trust_data(),
        "tilliter": distinct,
        "tillit": encode(_places(trust, distinct)),
        "sidor": [[page.address, page.title] for page in pages],
    }


def _without_giver(card: Card) -> list[str | int | bool]:
    """What a card's trust rests on; who confirmed it is not told there."""
    confirmed, _, *rest = basis_row(card.trust)
    return [confirmed, "", *rest]


def _card_row(label: str, held: Sequence[Sequence[str]]) -> dict[str, Any]:
    """A row of every card: each value once, and for every record the places of those it has among them. A place is
    doubled; the last of a record has one added. A record without any has the place of no text at all."""
    filled = [values or ("",) for values in held]
    distinct = list(dict.fromkeys(value for values in filled for value in values))
    places = (_places(values, distinct) for values in filled)
    marked = [2 * place + (left == 0) for found in places for left, place in enumerate(found, 1 - len(found))]
    return {"etikett": label, "varden": distinct, "nummer": encode(marked)}


def _places(values: Sequence[Hashable], distinct: Sequence[Hashable]) -> list[int]:
    at = {value: place for place, value in enumerate(distinct)}
    return [at[value] for value in values]
