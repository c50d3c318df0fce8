"""Where a place has nothing of what is asked for, what else lies there comes after the nearest; the page says so."""

from __future__ import annotations

from playwright.sync_api import Page

from katalog.derive.derived import Derived
from tests.browser.search.test_orter import areas_of, ask_place


def test_what_else_lies_there_comes_after_the_nearest(engine: Page, derived: Derived) -> None:
    answer, wished = ask_place(engine, "snickeri Farsta"), set(ask_place(engine, "snickeri")["ids"])
    assert "farsta" not in areas_of(derived, list(wished))
    others = [name for name in answer["ids"] if name not in wished]
    assert answer["ids"][0] in wished
    assert areas_of(derived, others).count("farsta") >= 3
    assert answer["says"].endswith("Annat i Farsta står också med.")


def test_nothing_is_added_where_the_area_has_it_or_nothing_answers(engine: Page) -> None:
    assert set(ask_place(engine, "samvaro i Skärholmen")["ids"]) <= set(ask_place(engine, "samvaro")["ids"])
    assert ask_place(engine, "tandläkare i Farsta")["ids"] == []


def test_whom_it_is_for_alone_leaves_what_else_lies_there(engine: Page, derived: Derived) -> None:
    """A group is no thing to do: a person asks for whatever there is in her town."""
    answer, wished = ask_place(engine, "nånting i Nynäshamn för psykiskt sjuka"), ask_place(engine, "psykiskt sjuka")
    first = areas_of(derived, answer["ids"][:5])
    assert set(first) == {"nynashamn"} or set(first) == {"annan-kommun"}
    assert set(answer["ids"][:5]) - set(wished["ids"])
    assert answer["says"] == "Annat i Nynäshamn står också med."


def test_what_answers_there_comes_before_what_does_not(engine: Page, derived: Derived) -> None:
    wished = ask_place(engine, "unga")["ids"]
    found = ask_place(engine, "unga i Farsta")["ids"]
    there = [name for name in found if areas_of(derived, [name]) == ["farsta"]]
    answers = [name in wished for name in there]
    assert True in answers
    assert False in answers
    assert answers == sorted(answers, reverse=True)
