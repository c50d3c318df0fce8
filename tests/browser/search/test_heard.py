"""Words that are written as they sound, or nearly as a name is, and words that only look like what they are not."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

_READ = """(text) => {
  const { docs, near, unknown, concepts } = motor.search(text);
  return { docs: docs.map((doc) => ids[doc]), near, unknown,
    concepts: concepts().map((at) => index.begrepp[at].titel) };
}"""


def read(engine: Page, question: str) -> dict[str, Any]:
    found: dict[str, Any] = engine.evaluate(_READ, question)
    return found


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("danns", "Musik, teater, kultur"),  # "dansn..." begins so
        ("sysselsetning", "Sysselsättning"),  # and not what is left when -ning is cut off
        ("skitsofreni", "Psykisk funktionsnedsättning"),  # two sounds away, and not "skits" and "fre"
        ("deprision", "Psykisk ohälsa"),  # as many s as one likes
    ],
)
def test_what_sounds_like_a_word_is_that_word(engine: Page, written: str, meant: str) -> None:
    assert meant in read(engine, written)["concepts"]


def test_a_place_is_known_by_its_sound_though_the_letters_begin_it(engine: Page) -> None:
    assert read(engine, "kafé bagarmosen")["docs"] == read(engine, "kafé bagarmossen")["docs"]


def test_what_only_sounds_a_little_alike_is_unknown(engine: Page) -> None:
    """One letter changed, two more that sound alike: "bingo" is too far from it."""
    assert read(engine, "pinkod")["unknown"] == ["pinkod"]


@pytest.mark.parametrize("question", ["fauntin house", "fauntin house götgatan"])
def test_a_name_is_known_by_the_word_beside_the_misspelt_one(engine: Page, question: str) -> None:
    assert read(engine, question)["docs"][0] == "fountain-house-stockholm"


def test_a_word_beside_no_name_stays_unknown(engine: Page) -> None:
    assert read(engine, "fauntin kafé")["unknown"] == ["fauntin"]


@pytest.mark.parametrize(("dotless", "meant"), [("angest", "Psykisk ohälsa"), ("angesten", "Psykisk ohälsa")])
def test_a_need_of_one_word_is_known_without_its_dots(engine: Page, dotless: str, meant: str) -> None:
    assert meant == read(engine, dotless)["concepts"][0]


def test_another_word_without_dots_is_no_need(engine: Page) -> None:
    """ "Ältar" and "altan" have one stem."""
    assert read(engine, "ältar")["concepts"]
    assert read(engine, "altan")["concepts"] == []


def test_what_a_word_ends_with_is_what_it_is_about(engine: Page) -> None:
    assert read(engine, "bibliotekskort")["docs"]
    assert read(engine, "bibliotekskort pinkod")["docs"] == []


def test_a_way_in_beside_an_unknown_errand_is_no_answer(engine: Page) -> None:
    assert read(engine, "lss")["docs"]
    assert read(engine, "korttidsvistelse lss")["docs"] == []


def test_an_ordinary_word_that_names_something_does_so_in_every_form(engine: Page) -> None:
    assert read(engine, "kompisar")["docs"] == read(engine, "kompis")["docs"] != []


def test_papers_are_not_fathers(engine: Page) -> None:
    assert "Personligt ombud" in read(engine, "hjälp med papperna")["concepts"]
    assert "Personligt ombud" not in read(engine, "min pappa behöver hjälp")["concepts"]


def test_a_word_is_not_crumbled_into_letters(engine: Page) -> None:
    """Not "c ert i fikat"."""
    assert read(engine, "certifikat")["unknown"] == ["certifikat"]


def test_a_word_ends_with_its_last_part_and_not_with_an_ending_that_looks_like_it(engine: Page) -> None:
    """The word "förening" has no ending "-ing"."""
    assert read(engine, "hjärnskadeförening")["docs"][0] == "hjarnskadeforbundet-hjarnkraft"


def test_whom_it_is_for_carries_no_errand_that_belongs_elsewhere(engine: Page) -> None:
    assert read(engine, "hemtjänst till min pappa som är 84")["docs"] == []
