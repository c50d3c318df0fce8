"""What the browser puts together of cards, names and the rest is what Python found in the records."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from katalog.browser.fold import Language, read_language
from katalog.browser.index_words import sayings
from katalog.browser.search_words import collect_concepts, read_leaves
from katalog.derive.derived import Derived
from katalog.record.schema import Schema
from tests.searched import words_found

Places = dict[str, dict[str, int]]
READ = """() => Object.fromEntries(index.words.map((word, at) => [word, Object.fromEntries(
  [...index.docs.slice(index.starts[at], index.starts[at + 1])].map((doc, i) =>
    [doc, index.masks[index.starts[at] + i]]))]))"""
# What the words of a title name, as far as each is a title's only word.
NAMED = """(titles) => titles.filter(([title, concept]) => {
  const kinds = Object.keys(index.vikter.sorter).length;
  const at = index.words.indexOf(title.toLowerCase());
  return at < 0 || !index.links[at].some((link) => Math.floor(link / kinds) === concept);
})"""


@pytest.fixture(scope="session")
def language(schema: Schema) -> Language:
    return read_language(schema)


def test_every_word_stands_where_python_found_it(engine: Page, derived: Derived, schema: Schema) -> None:
    records = derived.by_name(derived.catalogue.records)
    found = words_found(records, schema)
    read: Places = engine.evaluate(READ)
    wanted = {word: {str(doc): mask for doc, mask in docs.items()} for word, docs in found.items()}
    assert {word: docs for word, docs in read.items() if docs} == wanted


def test_what_many_notes_say_is_not_looked_for(derived: Derived, schema: Schema, language: Language) -> None:
    """But what few of them say is, and for whom something is."""
    records = derived.by_name(derived.catalogue.records)
    parts = list(language.source["vikter"]["delar"])
    note = 1 << parts.index("not")
    found = words_found(records, schema)
    in_notes = {word: sum(bool(mask & note) for mask in docs.values()) for word, docs in found.items()}
    assert in_notes.get("källan", 0) == 0
    assert in_notes["autism"] > 2
    assert max(in_notes.values()) < len(records) / 10


def test_ordinary_words_are_not_looked_for_in_descriptions(
    derived: Derived, schema: Schema, language: Language
) -> None:
    """But in a name and in what a card shows they are, and in what one does where a need is told with them."""
    records = derived.by_name(derived.catalogue.records)
    parts = list(language.source["vikter"]["delar"])
    more = 1 << parts.index("mer")
    found = words_found(records, schema)
    assert not any(mask & more for word in ("sedan", "alternativ") for mask in found.get(word, {}).values())
    assert any(mask & more for mask in found["psykiatri"].values())


def test_what_is_said_twice_is_sent_once(schema: Schema, language: Language) -> None:
    """In other words of the same meaning, in another order, or with more words; but who denies says something else."""
    said = {"sager": ["prata med folk", "folk, prata", "snacka med människor", "prata ofta med folk", "fika",
                      "inte prata med folk"]}  # fmt: skip
    other = replace(language, source={**language.source, "fraser": [said]})
    ((told, *_), *_) = sayings(collect_concepts((), read_leaves(schema), language.source["vikter"]["begrepp"]), other)
    assert told.split("|") == ["prata med folk", "fika", "inte prata folk"]


def test_the_browser_cuts_every_word_as_python_does(engine: Page, language: Language) -> None:
    pairs: list[list[str]] = engine.evaluate("() => index.words.map((word) => [word, ord.stem(word)])")
    assert [(word, stem) for word, stem in pairs if language.stem(word) != stem] == []
    assert all(before < after for (before, _), (after, _) in pairwise(pairs))


def test_a_title_of_one_word_names_its_concept(engine: Page) -> None:
    titles = engine.evaluate("() => index.begrepp.map(({ titel }, at) => [titel, at])")
    single = [[title, at] for title, at in titles if title.isalpha()]
    assert len(single) > 50
    assert engine.evaluate(NAMED, single) == []
