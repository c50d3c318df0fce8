"""Catalogue -> the search's data and modules, in one folder named by what they hold.

Input: `Derived`, `Vocabularies`, the hand-written pages. Output: relative path -> text.
Private to our own JS: `docs/assets/js/search/` reads it and nothing else may. A change of form raises `format` in
schema/sokord.json and FORMAT in index.js.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from katalog.browser import desk, index_words, languages
from katalog.browser import pages as pages_file
from katalog.browser import search_words as sw
from katalog.browser.cards import card_data, make_cards
from katalog.browser.crisis import crisis_data
from katalog.browser.fold import Language, read_language
from katalog.browser.freshness import FIRST
from katalog.browser.match import Said, conditions, facet_row, old_rows
from katalog.browser.modules import reached, unremarked
from katalog.browser.names import front_coded
from katalog.browser.places import read_places
from katalog.browser.prose import Prose
from katalog.browser.sets import Sets
from katalog.browser.texts import Told, read_told
from katalog.derive.choices import is_past_choice
from katalog.derive.derived import Derived
from katalog.derive.facets import GROUPS, read_facets
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.record.schema import Schema
from katalog.wording.card import Card, closed_mark, example_mark
from katalog.wording.match import match_words

FOLDER = "assets/sok"
# Tells which folder is today's. Pages name only this file, so that they do not change when a record does; the browser
# asks for it anew each time, and all else lies under a name that never means anything else.
POINTER = f"{FOLDER}/nu.json"
_ENTRY = "search/main.js"


def render_search(derived: Derived, vocabularies: Vocabularies, pages: Sequence[Prose]) -> dict[str, str]:
    """Everything the browser loads to search: `assets/sok/nu.json`, and `assets/sok/<hash>/` with the data and every
    module that reads them, in its room: no module of yesterday meets the index of today. The caseworker's table reads
    the same index and lies beside it."""
    data = {**make_data(derived, vocabularies, pages), languages.FILE: make_languages(vocabularies.schema),
            desk.FILE: desk.desk_data(derived, vocabularies)}  # fmt: skip
    modules = {**reached(_ENTRY), **reached(desk.ENTRY)}
    files = {name: _compact(one) for name, one in data.items()} | {name: unremarked(modules[name]) for name in modules}
    folder = f"{FOLDER}/{_fingerprint(files)}"
    name = folder.removeprefix(FOLDER + "/")
    start = _compact({"start": f"{name}/{_ENTRY}", "bord": f"{name}/{desk.ENTRY}"})
    return {POINTER: start, **{f"{folder}/{name}": text for name, text in files.items()}}


def _fingerprint(files: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for name, text in sorted(files.items()):
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:16]


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def make_data(derived: Derived, vocabularies: Vocabularies, pages: Sequence[Prose]) -> dict[str, dict[str, Any]]:
    """What is sent at once, by file; and the pages that may answer (`sidor.json`), which the browser fetches when a
    question asks for them. Index and cards share their sets of records, and are one file: what they say alike is sent
    once."""
    records = derived.by_name(derived.catalogue.records)
    sets = Sets()
    concepts = _concepts(records, vocabularies.schema)
    told = read_told(records, vocabularies.schema)
    cards = make_cards(records, derived, vocabularies)
    index = _index(told, concepts, derived, vocabularies, sets)
    words = _words(told, concepts, cards, vocabularies.schema)
    shown = card_data(cards, vocabularies, read_language(vocabularies.schema), sets)
    return {
        "index.json": {"kort": shown, **index, **words, "mangder": sets.data(len(records))},
        pages_file.FILE: pages_file.pages_data(pages, concepts, vocabularies),
    }


def _concepts(records: Sequence[Record], schema: Schema) -> list[sw.Concept]:
    weights = read_language(schema).source["vikter"]["begrepp"]
    return sw.collect_concepts(records, sw.read_leaves(schema), weights, read_places(schema).words_of)


def _index(
    told: Told,
    concepts: Sequence[sw.Concept],
    derived: Derived,
    vocabularies: Vocabularies,
    sets: Sets,
) -> dict[str, Any]:
    """The data of index.js. Records are numbered by name, the open ones first; which of those come first for being
    confirmed (`forst`: a facet and its value) follows from the reader's day. `forr`: told as something that was."""
    schema, records = vocabularies.schema, told.records
    language = read_language(schema)
    weights = language.source["vikter"]
    areas = {concept.key: number for number, concept in enumerate(concepts)}
    numbers = [sets.add(concept.members) for concept in concepts]
    return {
        "format": language.source["format"],
        "sprak": {key: value for key, value in language.source["sprak"].items() if key != "description"},
        "vikter": weights,
        "utfyllnad": front_coded(language.source["utfyllnad"]),
        "efterled": front_coded(language.words(" ".join(language.source["efterled"]["ord"]))),
        "liktydigt": language.source["liktydigt"],
        **sw.word_lists(concepts, language),
        "stavfel": language.source["stavfel"],
        "reserv": language.source["reserv"]["andelser"],
        "antal": len(records),
        "oppna": sum(not record.is_closed for record in records),
        "forst": FIRST,
        "forr": sets.of(doc for doc, record in enumerate(records) if is_past_choice(record)),
        "forkortningar": " ".join(sw.find_abbreviations(records, concepts, language)),
        "begrepp": index_words.concept_columns(concepts, numbers, language),
        "kallas": index_words.name_lines(concepts),
        "fraser": index_words.sayings(concepts, language),
        "snavt": _narrow(told.narrow, concepts, language, sets),
        "borta": [areas[key] for key in language.source["borta"]["i"]],
        "knappa": sets.of(told.brief),
        "grupper": [{"id": group, "titel": title} for group, title in GROUPS.items()],
        "facetter": index_words.beside_concepts(
            [
                facet_row(facet, Said(facet.of, records), records, sets, derived.idag)
                for facet in read_facets(derived, vocabularies)
            ],
            concepts,
            numbers,
        ),
        "gamla": old_rows(records, sets, derived.idag),
        "svar": match_words(),
        "villkor": conditions(schema),
        "dolda": _hidden(records, vocabularies, sets),
        "sidsvar": pages_file.always(schema),
        "kris": crisis_data(schema),
        "orter": read_places(schema).data(index_words.all_names(concepts), areas, told.here, told.named, sets),
    }


def _words(told: Told, concepts: Sequence[sw.Concept], cards: Sequence[Card], schema: Schema) -> dict[str, Any]:
    """The words of the records, beside those that cards and concepts tell; and small words of other languages that
    are none of them."""
    language = read_language(schema)
    known = told.shown | index_words.known_words(cards, concepts, language)
    return {
        "frammande": front_coded(languages.small_words(schema, {*told.known, *language.source["utfyllnad"]})),
        **index_words.word_columns(told.words, known, len(told.records)),
    }


def make_languages(schema: Schema) -> dict[str, Any]:
    """The data of languages.js, its concepts by the numbers of the index: the same whatever the records say."""
    leaves = sw.read_leaves(schema)
    weights = read_language(schema).source["vikter"]["begrepp"]
    return languages.languages_data(sw.collect_concepts((), leaves, weights), schema)


def _narrow(told: Sequence[int], concepts: Sequence[sw.Concept], language: Language, sets: Sets) -> dict[str, Any]:
    """The concepts that say that a record is not for everyone, and those that say that it is; the beginnings of words
    that say the same in a name or a first sentence, and the records where one stands."""
    number = {concept.key: index for index, concept in enumerate(concepts)}
    said = language.source["snavt"]
    keys = {part: [number[key] for key in said[part]] for part in ("for", "oppet")}
    return {**keys, "ord": said["ord"], "sagt": sets.of(told)}


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
