"""What a told need is read as, and in which order its records come."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

# The first records of a question, and which of all records are told as something that was, or are hidden by default.
_FIRST = "([text, many]) => motor.search(text).docs.slice(0, many).map((doc) => ids[doc])"
_GONE = """() => [index.forr, ...index.dolda.map(({ mangd }) => mangd)]
  .flatMap((set) => index.set(set).docs.map((doc) => ids[doc]))"""
_CONCEPTS = "(text) => motor.search(text).concepts().map((at) => index.begrepp[at].titel)"


def _first(engine: Page, question: str, many: int = 5) -> list[str]:
    found: list[str] = engine.evaluate(_FIRST, [question, many])
    return found


def test_who_tells_a_need_meets_what_is_there_before_what_was(engine: Page) -> None:
    gone: set[str] = set(engine.evaluate(_GONE))
    assert gone
    assert not gone & set(_first(engine, "jag är ensam och vill träffa folk"))


def test_a_name_that_is_gone_is_still_found_by_its_name(engine: Page) -> None:
    assert _first(engine, "Unga Fenix", 1) == ["unga-fenix"]


@pytest.mark.parametrize("question", ["jag vill hitta på nåt", "sugen på nåt nytt"])
def test_small_words_are_not_other_words_that_only_look_alike(engine: Page, question: str) -> None:
    """Without marks "nåt" is cut as "nätet" is."""
    assert "Hela landet" not in engine.evaluate(_CONCEPTS, question)
    assert "Hela landet" in engine.evaluate(_CONCEPTS, "jag vill vara med på nätet")


def test_where_it_is_said_outvotes_no_need(engine: Page) -> None:
    told: dict[str, Any] = engine.evaluate("""() => {
      const { docs, scores } = motor.search("jag spelar bort alla pengar på nätet");
      const [held] = index.begrepp.filter(({ titel }) => titel === "Missbruk eller beroende");
      return { first: docs[0], held: index.set(held.mangd).docs, score: scores[docs[0]] };
    }""")
    assert told["first"] in told["held"]


def test_a_need_far_between_is_less_than_a_name_that_stands_together(engine: Page) -> None:
    assert "Kafé och kök" in engine.evaluate(_CONCEPTS, "var kan jag få lära mig laga mat")
    assert "Hemlöshet" not in engine.evaluate(_CONCEPTS, "var kan jag få lära mig laga mat")


@pytest.mark.parametrize("word", ["bipolaritet", "autistiska", "depressiv"])
def test_a_word_made_of_another_is_known_by_it(engine: Page, word: str) -> None:
    assert engine.evaluate("(word) => motor.search(word).unknown", word) == []
    assert engine.evaluate("(word) => motor.search(word).docs.length", word) > 0


def test_what_two_needs_say_alike_is_as_sure_as_by_the_surer_one(engine: Page) -> None:
    """A heading among the choices says "att göra något på dagarna" too, and means more by it."""
    first = _first(engine, "något att göra på dagarna")
    assert "aktivitetshuset-sodermalm" in first


def test_who_tells_how_it_is_for_somebody_near_meets_those_for_relatives_sooner(engine: Page) -> None:
    own, near = (_first(engine, f"{who} är alkoholist", 40) for who in ("jag", "min syster"))
    assert near.index("atmiss-anhoriga") < own.index("atmiss-anhoriga")


def test_somebody_near_alone_asks_for_nothing(engine: Page) -> None:
    assert _first(engine, "köpa present till min mamma") == []


@pytest.mark.parametrize("question", ["ett ställe där jag kan vara som jag är", "var kan jag vara som jag är"])
def test_what_counts_as_it_stands_is_found_wherever_it_stands(engine: Page, question: str) -> None:
    """Though one of its words stands before it too."""
    assert "Träffpunkt / öppen verksamhet" in engine.evaluate(_CONCEPTS, question)


def test_what_is_done_without_is_not_what_is_lacked(engine: Page) -> None:
    assert "Arbetslös länge" in engine.evaluate(_CONCEPTS, "jag är utan jobb")[:3]
    assert "Arbetslös länge" not in engine.evaluate(_CONCEPTS, "lätt jobb utan stress")[:3]


@pytest.mark.parametrize("who", ["min man", "min fru", "min mamma", "min pappa", "mina föräldrar"])
def test_who_lives_with_somebody_that_drinks_meets_those_for_relatives(engine: Page, who: str) -> None:
    relatives = set(_first(engine, "anhöriga", 10))
    assert len(relatives & set(_first(engine, f"{who} dricker", 10))) > 2


def test_what_a_need_looks_for_is_marked_as_a_whole_word(engine: Page) -> None:
    marked = "([text, word]) => motor.search(text).isMatch(word)"
    assert engine.evaluate(marked, ["jag orkar inget", "timmar"])
    assert not engine.evaluate(marked, ["jag orkar inget", "skoltimmar"])
    assert not engine.evaluate(marked, ["jag orkar inget", "timjobb"])
    assert engine.evaluate(marked, ["takt", "kontakt"])  # who writes it may mean any word that ends so


def test_one_far_example_is_not_all_that_is_found(engine: Page) -> None:
    assert len(_first(engine, "arbetsprövning bedömning av arbetsförmåga försörjningsstöd", 10)) > 3
    assert _first(engine, "Unga Fenix") == ["unga-fenix"]
