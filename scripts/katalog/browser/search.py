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

from katalog.browser import index_words, languages
from katalog.browser import search_words as sw
from katalog.browser.crisis import crisis_data
from katalog.browser.fold import Language, read_language
from katalog.browser.freshness import FIRST, basis_row, trust_data
from katalog.browser.match import conditions, facet_row, old_rows
from katalog.browser.modules import reached
from katalog.browser.numbers import Sets, encode
from katalog.browser.pages import pages_data
from katalog.browser.places import read_places
from katalog.browser.prose import Prose
from katalog.derive.derived import Derived
from katalog.derive.facets import GROUPS, read_facets
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.wording.card import Card, CardRow, card_labels, closed_mark, example_mark, make_card
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
        "kort.json": _compact(make_cards(derived, vocabularies)),
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
    texts = sw.collect_texts(records, leaves, language, list(weights["delar"]))
    sets = Sets()
    rows = [_concept_row(concept, sets) for concept in concepts]
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
        "forkortningar": sw.find_abbreviations(records, concepts, language),
        "begrepp": rows,
        "kallas": index_words.name_lines(concepts),
        "fraser": index_words.sayings(concepts, language),
        "snavt": _narrow(concepts, language),
        "grupper": [{"id": group, "titel": title} for group, title in GROUPS.items()],
        "facetter": index_words.beside_concepts(
            [facet_row(facet, records, sets, derived.idag) for facet in read_facets(derived, vocabularies)],
            rows,
        ),
        "gamla": old_rows(records, sets, derived.idag),
        "svar": match_words(),
        "villkor": conditions(vocabularies.schema),
        "dolda": _hidden(records, vocabularies, sets),
        "sidsvar": pages_data(pages, concepts, vocabularies),
        "kris": crisis_data(vocabularies.schema),
        "orter": places.data(areas, sw.place_texts(records, leaves), language, sets),
        "frammande": " ".join(languages.small_words(vocabularies.schema, {*texts, *language.source["utfyllnad"]})),
        **index_words.word_columns(index_words.beside_cards(texts, records, language, list(weights["delar"]))),
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


def make_cards(derived: Derived, vocabularies: Vocabularies) -> dict[str, Any]:
    """The data of the cards in columns; their marks follow from the sets of what is hidden."""
    records = derived.by_name(derived.catalogue.records)
    cards = [make_card(vocabularies, record, derived.trust[record.id], derived.idag) for record in records]
    rows = [{row.label: row for row in card.rows} for card in cards]
    trust = [tuple(_without_giver(card)) for card in cards]
    distinct = list(dict.fromkeys(trust))
    return {
        "id": "\n".join(card.id for card in cards),
        "adress": "verksamhet/{id}/",
        "rubrik": "\n".join(card.heading for card in cards),
        "text": "\n".join(card.text for card in cards),
        "rader": [_card_row(label, [held.get(label) for held in rows]) for label in card_labels(vocabularies)],
        "tillitsord": trust_data(),
        "tilliter": distinct,
        "tillit": encode(_places(trust, distinct)),
    }


def _without_giver(card: Card) -> list[str | int | bool]:
    """What a card's trust rests on; who confirmed it is not told there."""
    confirmed, _, *rest = basis_row(card.trust)
    return [confirmed, "", *rest]


def _card_row(label: str, rows: Sequence[CardRow | None]) -> dict[str, Any]:
    """A row of every card: each value once, and for every record the places of those it has among them. A place is
    doubled; the last of a record has one added. A record without any has the place of no text at all. `borjar` and
    `slutar`: the first day on which a value is told, and the first on which it is told no more."""
    held = [_dated(row) if row else [("", "", "")] for row in rows]
    distinct = list(dict.fromkeys(value for values in held for value in values))
    places = (_places(values, distinct) for values in held)
    marked = [2 * place + (left == 0) for found in places for left, place in enumerate(found, 1 - len(found))]
    starts = [[place, start] for place, (_, start, _) in enumerate(distinct) if start]
    ends = [[place, end] for place, (*_, end) in enumerate(distinct) if end]
    days = {"borjar": starts, "slutar": ends}
    texts = [text for text, *_ in distinct]
    return {"etikett": label, "varden": texts, "nummer": encode(marked), **{k: v for k, v in days.items() if v}}


def _dated(row: CardRow) -> list[tuple[str, str, str]]:
    """Each value with the first day on which it is told, and the first on which it is not ("": always)."""
    return [*((text, "", row.ends) for text in row.values), *((text, day, row.ends) for day, text in row.later)]


def _places(values: Sequence[Hashable], distinct: Sequence[Hashable]) -> list[int]:
    at = {value: place for place, value in enumerate(distinct)}
    return [at[value] for value in values]
