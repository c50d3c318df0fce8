"""Words of other languages as they are bent: each language says itself how, in schema/andra-sprak.json."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.search.test_sprak import ASK

BENT = {
    "a last letter that changes before an ending": ("ar", "مدرستي", "insatstyp/vuxenutbildning"),
    "an ending after three letters": ("ar", "كتبي", "inriktning/bokvard"),
    "an ending joined by a narrow space": ("fa", "کتاب‌هایم", "inriktning/bokvard"),
    "vowels that change within the word": ("ti", "ክሰፍዩ", "inriktning/textil"),
    "letters that sound alike": ("ti", "አውቲዝም", "malgrupp/autism"),
    "a letter written once": ("so", "makhayad dadka", "inriktning/cafe-kok"),
    "a compound": ("fi", "mielenterveystyöpajoille", "malgrupp/psykisk-ohalsa"),
    "an ending instead of another": ("es", "nado con amigos", "inriktning/friskvard"),
    "a stem that changes": ("pl", "praca dla osób uzależnionych", "malgrupp/beroende"),
    "an ending of a verb": ("uk", "вишиваючи", "inriktning/textil"),
}
# Each question: what it tells, none of it said by one word alone.
ASKED = {
    "praca dla osób uzależnionych": {"insatstyp/supported-employment", "malgrupp/beroende"},
    "مساعدة في العثور على عمل بعد مرض طويل": {"insatstyp/supported-employment", "malgrupp/langtidssjukskriven"},
    "työpaja mielenterveyskuntoutujille": {"insatstyp/arbetstraning", "malgrupp/psykisk-funktionsnedsattning"},
    "vertaistukiryhmä masennus": {"insatstyp/kamratstod", "malgrupp/psykisk-ohalsa"},
    "clases de sueco para recién llegados": {"insatstyp/spraktraning", "malgrupp/nyanlanda"},
}
# Begin as a word of another language, and are Swedish or nothing.
ALIKE = ["lektion", "bergskedja", "bakgata", "gatsten", "opinion", "kontakt", "biljon", "motto", "radium"]


@pytest.mark.parametrize("how", BENT)
def test_a_word_is_known_as_it_is_bent(engine: Page, folder: str, how: str) -> None:
    language, question, concept = BENT[how]
    (answer,) = engine.evaluate(ASK, [folder, [question]])
    assert answer["language"] == language
    assert concept in answer["concepts"]


@pytest.mark.parametrize("question", ASKED)
def test_all_that_a_question_tells_is_understood(engine: Page, folder: str, question: str) -> None:
    (answer,) = engine.evaluate(ASK, [folder, [question]])
    assert ASKED[question] <= set(answer["concepts"])
    assert answer["found"]


@pytest.mark.parametrize(
    ("question", "other"),
    [("długo szukam pracy", "dług"), ("довго шукаю роботу", "борг")],
)
def test_a_small_word_is_not_the_beginning_of_another(engine: Page, folder: str, question: str, other: str) -> None:
    debt, work, told = engine.evaluate(ASK, [folder, [other, question.split(" ", 1)[1], question]])
    assert told["concepts"] == work["concepts"]
    assert told["concepts"] != debt["concepts"]


def test_roots_that_are_alike_are_told_apart_by_how_they_are_written(engine: Page, folder: str) -> None:
    dog, club = engine.evaluate(ASK, [folder, ["ከልቢ", "ክለብ"]])
    assert "inriktning/djur-lantbruk" in dog["concepts"]
    assert "inriktning/djur-lantbruk" not in club["concepts"]
    assert "insatstyp/traffpunkt" in club["concepts"]


def test_a_word_that_only_begins_alike_is_no_other_language(engine: Page, folder: str) -> None:
    for question, answer in zip(ALIKE, engine.evaluate(ASK, [folder, ALIKE]), strict=True):
        assert answer["language"] is None, question


@pytest.mark.parametrize("question", ["do I keep my benefits", "czy stracę zasiłek", "what does it cost"])
def test_a_page_answers_what_it_would_answer_in_swedish(engine: Page, folder: str, question: str) -> None:
    waits = engine.evaluate(
        """async ([folder, question]) => {
      const { makeSearch } = await import(`/${folder}search/search.js`);
      const search = makeSearch(window.index);
      search.learn(await (await fetch(`/${folder}sprak.json`)).json());
      return search.search(question).waits;
    }""",
        [folder, question],
    )
    assert waits
