"""A compound is about its parts at once; beside an errand counts what one would do, and not whom it is for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.search.test_heard import read


@pytest.mark.parametrize(
    "word", ["träningskort", "promenadgrupp", "sykurs", "svetskurs", "hundträff", "drejskiva", "frukostkafé"]
)
def test_a_compound_is_found_where_records_have_all_its_parts(engine: Page, word: str) -> None:
    assert read(engine, word)["docs"]


@pytest.mark.parametrize("word", ["trädgårdstomte", "storstadsregion", "frågeformulär"])
def test_where_none_has_them_all_it_is_a_word_that_nobody_knows(engine: Page, word: str) -> None:
    found = read(engine, word)
    assert found["docs"] == []
    assert found["unknown"] == [word]


def test_what_was_only_written_together_is_read_word_by_word(engine: Page) -> None:
    assert read(engine, "kaféförhemlösa")["docs"]


def test_another_word_for_a_name_finds_as_the_name_does(engine: Page) -> None:
    assert read(engine, "frälsis")["docs"] == read(engine, "frälsningsarmén")["docs"] != []


def test_who_runs_it_stands_beside_a_word_that_nobody_knows(engine: Page) -> None:
    assert read(engine, "fryshuset blåsippor")["docs"] == read(engine, "fryshuset")["docs"]
    assert read(engine, "skansen blåsippor")["docs"] == [], "a place is nobody who runs it"


def test_whom_it_is_for_is_no_answer_to_an_errand(engine: Page) -> None:
    assert read(engine, "adhd")["docs"]
    assert read(engine, "utredning adhd")["docs"] == []
    assert read(engine, "tandläkare kvinnor")["docs"] == []
    assert read(engine, "kamratstöd adhd utredning")["docs"], "what one would do is"


@pytest.mark.parametrize("question", ["akut hemlös", "hör röster", "förvalta", "vill ha kontaktperson"])
def test_no_errand_takes_a_word_that_needs_are_told_with(engine: Page, question: str) -> None:
    assert read(engine, question)["docs"]


def test_a_part_is_no_ordinary_word_there(engine: Page) -> None:
    assert "situation-sthlm" in read(engine, "skrivarcirkel")["docs"], "they write there; it is no circle"


@pytest.mark.parametrize(("word", "said"), [("utbränd", "balans-stockholm"), ("skådespelare", "pralinteatern")])
def test_of_equal_records_those_come_first_that_say_the_same_in_other_words(engine: Page, word: str, said: str) -> None:
    assert said in read(engine, word)["docs"][:5]
