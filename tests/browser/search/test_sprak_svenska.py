"""Swedish is not read as another language: no word that a page or a record of the catalogue says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from playwright.sync_api import Page

from tests.browser.search.test_sprak import ASK
from tests.support import CATALOGUE, PROJECT

# Which of `words` are read as another language, each asked alone. The modules below the search, which is slower.
FOREIGN = """async ([folder, words]) => {
  const [{ makeMatcher }, { makeLexicon }, { makeReader }, { makeLanguages }] = await Promise.all(
    ["matches", "lexicon", "question", "languages"].map((name) => import(`/${folder}search/${name}.js`)));
  const matcher = makeMatcher(window.index, window.index.language);
  const lexicon = makeLexicon(window.index, window.index.language, matcher);
  const { tokenise, readUnits } = makeReader(window.index, window.index.language, matcher, lexicon);
  const languages = makeLanguages(window.index, tokenise, readUnits);
  languages.learn(await (await fetch(`/${folder}sprak.json`)).json());
  return words.filter((word) => languages.read(word)?.language);
}"""
# A comment, code, an address.
_NO_TEXT = re.compile(r"^#.*|```.*?```|`[^`]*`|<[^>]*>|\S*(?://|@|\w\.(?:se|com|org|nu)\b)\S*", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
ENGLISH = {"Disabled"}  # what a source is called
ABOUT_CODE = {"utveckling", "drift"}


def _words(texts: Iterable[str]) -> list[str]:
    return sorted({word for text in texts for word in _WORD.findall(_NO_TEXT.sub(" ", text))})


def test_no_word_of_a_page_is_another_language(engine: Page, folder: str) -> None:
    pages = [path for path in PROJECT.glob("docs/*.md") if path.stem not in ABOUT_CODE]
    words = _words(path.read_text(encoding="utf-8") for path in pages)
    assert len(words) > 800
    assert engine.evaluate(FOREIGN, [folder, words]) == []


def test_no_word_of_a_record_is_another_language(engine: Page, folder: str) -> None:
    words = _words(path.read_text(encoding="utf-8") for path in CATALOGUE.glob("*/*.yml"))
    assert len(words) > 3000
    assert set(engine.evaluate(FOREIGN, [folder, words])) <= ENGLISH


def test_another_language_is_seen_where_a_word_is_none_in_swedish(engine: Page, folder: str) -> None:
    asked = ["cooking", "praca", "kahvila", "I like art", "my dog", "robota", "leña", "masennus"]
    assert engine.evaluate(FOREIGN, [folder, asked]) == asked


def test_a_swedish_word_does_not_mean_what_it_means_in_another_language(engine: Page, folder: str) -> None:
    asked = ["han dog", "min pappa dog nyligen", "maken dog", "han dog\u00a0hastigt", "sorg"]
    *told, grief = engine.evaluate(ASK, [folder, asked])
    for died in told:
        assert not died["language"]
        assert set(grief["concepts"]) <= set(died["concepts"])


def test_a_swedish_compound_is_no_word_of_another_language(engine: Page, folder: str) -> None:
    assert engine.evaluate(FOREIGN, [folder, ["naturgrupp", "depressionsgrupp", "yogapass", "gitarrkurs"]]) == []


def test_a_word_of_both_finds_and_no_language_is_told(engine: Page, folder: str) -> None:
    for question, answer in zip(["museum", "art"], engine.evaluate(ASK, [folder, ["museum", "art"]]), strict=True):
        assert answer["found"], question
        assert answer["language"] == ""
