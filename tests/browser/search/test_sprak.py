"""Questions in other languages: understood by the words of the vocabularies, fetched only when they are needed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

from katalog.record.schema import Schema, constants

ASK = """async ([folder, questions]) => {
  const { makeSearch } = await import(`/${folder}search/search.js`);
  window.tolk ??= makeSearch(window.index);
  window.tolk.learn(await (await fetch(`/${folder}sprak.json`)).json());
  return questions.map((question) => {
    const answer = window.tolk.search(question);
    const named = answer.concepts().map((one) => window.index.begrepp[one]);
    const concepts = named.map(({ falt, varde }) => `${falt}/${varde}`);
    return { language: answer.foreign?.language ?? null, concepts, found: answer.docs.length };
  });
}"""
MEANS = {
    "en": ("I would like to learn sewing", "inriktning/textil"),
    "so": ("guri ma haysto", "malgrupp/hemloshet"),
    "ar": ("أعاني من الاكتئاب", "malgrupp/psykisk-ohalsa"),
    "fa": ("نقاشی دوست دارم", "inriktning/konst"),
    "ti": ("ሙዚቃ እደሊ", "inriktning/kultur"),
    "fi": ("etsin puutarhatöitä", "inriktning/tradgard-park"),
    "es": ("quiero trabajar con animales", "inriktning/djur-lantbruk"),
    "uk": ("шукаю роботу", "insatstyp/supported-employment"),
    "pl": ("jestem bezdomny", "malgrupp/hemloshet"),
}
SWEDISH = ["snickeri", "jag vill måla", "träffa folk i Farsta", "arbetsträning", "hantvärk", "kafé", "park",
           "parkeringstillstånd", "musik och dans", "unga med adhd"]  # fmt: skip


@pytest.mark.parametrize("language", MEANS)
def test_a_question_means_what_it_says_in_its_language(engine: Page, folder: str, language: str) -> None:
    question, concept = MEANS[language]
    (answer,) = engine.evaluate(ASK, [folder, [question]])
    assert answer["language"] == language
    assert concept in answer["concepts"]
    assert answer["found"]


@pytest.mark.parametrize("question", ["I have no friends", "tengo soledad", "jestem samotny", "أشعر بالوحدة"])
def test_a_need_is_answered_as_in_swedish(engine: Page, folder: str, question: str) -> None:
    told, swedish = engine.evaluate(ASK, [folder, [question, "ensam"]])
    assert told["language"]
    assert told["concepts"] == swedish["concepts"]
    assert told["found"] == swedish["found"]


def test_a_question_is_led_to_the_pages_of_its_language(engine: Page, folder: str) -> None:
    told = engine.evaluate(
        """async ([folder, questions]) => {
      const { makeSearch } = await import(`/${folder}search/search.js`);
      const search = makeSearch(window.index);
      search.learn(await (await fetch(`/${folder}sprak.json`)).json());
      return questions.map((question) => search.search(question).foreign.page);
    }""",
        [folder, [MEANS["ar"][0], MEANS["fi"][0], MEANS["pl"][0]]],
    )
    assert told == [["ar/", "العربية", "rtl"], ["fi/", "Suomi", "ltr"], None]


def test_particles_and_letters_of_two_forms_are_no_hindrance(engine: Page, folder: str) -> None:
    written = ["والخياطة", "خياطه", "للخياطة"]
    for answer in engine.evaluate(ASK, [folder, written]):
        assert "inriktning/textil" in answer["concepts"]


def test_a_swedish_question_is_read_as_swedish(engine: Page, folder: str) -> None:
    for question, answer in zip(SWEDISH, engine.evaluate(ASK, [folder, SWEDISH]), strict=True):
        assert answer["language"] is None, question


def test_what_only_tells_when_does_not_outweigh_the_wish(engine: Page, folder: str) -> None:
    plain, late = engine.evaluate(ASK, [folder, ["speak Swedish", "speak Swedish in the evening"]])
    assert plain["concepts"] == late["concepts"]


def test_a_swedish_question_needs_no_other_language(engine: Page) -> None:
    waits = engine.evaluate(
        "(all) => all.map((one) => window.motor.waitsForLanguages(one))", ["snickeri i Farsta", "kafé"]
    )
    assert waits == [False, False]
    foreign = ["where can I find work", "أبحث عن عمل", "busco trabajo"]
    assert engine.evaluate("(all) => all.map((one) => window.motor.waitsForLanguages(one))", foreign) == [True] * 3


def test_every_word_goes_out_and_none_of_them_in_the_index(
    files: Mapping[str, str], folder: str, schema: Schema
) -> None:
    data = json.loads(files[f"{folder}sprak.json"])
    words: dict[str, set[str]] = {name: {word for row in tongue["ord"] for word in row[1:]}
                                  for name, tongue in data["tungor"].items()}  # fmt: skip
    for value in constants(schema.vocabularies["inriktning"]) or ():
        said: Mapping[str, Any] = value.get("x-alias-sprak", {})
        assert all(set(listed) <= words[name] for name, listed in said.items())
    assert "столяр" not in files[f"{folder}index.json"]
