"""Somebody in crisis is met by a calm card: alone for their own wish to die, with records for the bereaved, never for a
loose word; and the same lines stand on a page that needs no script."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from playwright.sync_api import Page

from katalog.derive.crisis import Line, read_lines, tell_unchecked
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.acute import acute_page
from katalog.pages.site import Site
from katalog.record.schema import Schema
from katalog.settings import Settings
from tests.support import PROJECT

ASK = """(questions) => questions.map((question) => {
  const answer = window.motor.search(question);
  return { card: answer.crisis, ids: answer.docs.map((doc) => window.ids[doc]).filter(Boolean) };
})"""
OWN = ["jag vill dö", "orkar inte leva längre", "tänker ta livet av mig", "jag önskar att jag var död",
       "nu vill jag bara somna in och aldrig vakna", "har tabletter hemma och tänker ta allihop",
       "I don't want to live", "quiero morir", "haluan kuolla",
       "أريد أن أموت", "хочу померти", "ክመውት እደሊ"]  # fmt: skip
OTHERS = {
    "min syster tog livet av sig": "efterlevande",
    "förlorade pappa i självmord": "efterlevande",
    "min son säger att han vill dö": "oro",
    "min dotter skär sig": "oro",
    "mamma försökte ta sitt liv": "oro",
    "min dotter har svalt en hel karta tabletter": "oro",
    "min man tänker ta alla sina tabletter": "oro",
    "jag har sparat sömntabletter": "tungt",
    "jag skadar mig själv": "skada",
    "min fru dog i vintras": "sorg",
    "han hotar döda mig, måste ut med barnen i kväll": "vald",
    "min man slår mig": "vald",
    "är rädd för min sambo": "vald",
    "min dotter blir slagen av sin kille": "vald",
    "våld i nära relation": "vald",
    "killen slår mig": "vald",
    "pappa hotar att döda oss": "vald",
    "mannen är våldsam": "vald",
    "familjen vill gifta bort mig": "vald",
    "hedersvåld": "vald",
}
NOT_AT_ALL = ["vill inte leva ensam", "göra slut på missbruket", "jag är dödstrött", "ta tag i mitt liv",
              "hoppa av gymnasiet", "hänga med kompisar", "döda tid", "kaffe", "skära trä", "min hund dog",
              "what can I do", "rädd för min handläggare", "min bror slår på trumma",
              "rädd för att bli hotad om vräkning",
              "de hotar att säga upp mig", "är hotad av uppsägning",
              "han slår in paket åt mig", "det slår mig att jag är ensam", "grannen sparkar boll med mig",
              "min son slår på trummor", "våld i film", "chefen sparkade mig", "blev slagen i tennis",
              "kan inte leva på min pension", "dö",
              "tar många tabletter mot min ångest", "måste ta mina tabletter varje dag",
              "glömmer mina mediciner, ska ta dem två gånger om dagen"]  # fmt: skip


def _ask(engine: Page, *questions: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = engine.evaluate(ASK, list(questions))
    return found


def test_a_persons_own_wish_to_die_gets_the_card_alone(engine: Page) -> None:
    for question, answer in zip(OWN, _ask(engine, *OWN), strict=True):
        assert answer["card"], question
        assert answer["card"]["alone"], question
        assert answer["card"]["lines"][0]["nummer"] == "112", question
        assert answer["ids"] == [], question


def test_others_get_a_card_of_their_own_and_records_follow(engine: Page) -> None:
    for (question, card), answer in zip(OTHERS.items(), _ask(engine, *OTHERS), strict=True):
        assert answer["card"], question
        assert answer["card"]["id"] == card, question
        assert not answer["card"]["alone"], question


def test_the_bereaved_find_those_who_have_been_through_the_same(engine: Page) -> None:
    (answer,) = _ask(engine, "min kusin begick självmord i somras")
    assert answer["ids"][0] == "spes-stockholm"


def test_what_is_denied_or_said_in_passing_is_no_sign(engine: Page) -> None:
    for question, answer in zip(NOT_AT_ALL, _ask(engine, *NOT_AT_ALL), strict=True):
        assert answer["card"] is None, (question, answer["card"])
    (denied,) = _ask(engine, "jag vill inte ta livet av mig men allt är tungt")
    assert not denied["card"]["alone"]


def test_a_card_in_another_language_says_so_to_its_reader(engine: Page) -> None:
    (answer,) = _ask(engine, "chcę umrzeć")
    assert answer["card"]["said"]["lang"] == "pl"
    assert "112" in answer["card"]["said"]["text"]


@pytest.mark.parametrize("word", ["112", "1177"])
def test_the_two_numbers_that_all_know_have_no_date(schema: Schema, word: str) -> None:
    assert next(line for line in read_lines(schema) if line.number == word).is_lasting


def test_the_build_tells_in_one_line_which_lines_nobody_has_rung(schema: Schema) -> None:
    lines = read_lines(schema)
    told = tell_unchecked(lines)
    assert "\n" not in told
    assert all((line.number in told) == line.is_unchecked for line in lines)
    rung = Line(
        id="x", name="X", number="1", text="", is_lasting=False, is_first=False, checked="2026-11-01", sources=()
    )
    assert tell_unchecked([rung]) == ""


def test_the_page_without_a_script_has_every_line_as_a_link(derived: Derived, words: Vocabularies) -> None:
    body = acute_page(Site(derived=derived, words=words, settings=Settings(site_name="Prov", root=PROJECT))).body
    for line in read_lines(words.schema):
        assert f'href="tel:{line.number.replace(" ", "").replace("-", "")}"' in body
        assert line.text in body
        assert all(escape(source.web) in body for source in line.sources)
