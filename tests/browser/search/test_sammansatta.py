"""Words written together that nobody has listed: they begin with what one does, and end with where one meets."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

_ALIKE = """([compound, part]) => {
  const [read, asked] = [compound, part].map((text) => motor.search(text).docs.slice(0, 40));
  return { found: read.length, shared: read.filter((doc) => asked.includes(doc)).length };
}"""


@pytest.mark.parametrize(
    ("compound", "part"),
    [
        ("bakstuga", "baka"),  # a verb without its a
        ("sykväll", "sy"),  # though it sounds nearly like cykel
        ("vävstol", "väva"),
        ("målarkväll", "måla"),
        ("snickarbod", "snickare"),  # who does something without its e
        ("bagarstuga", "bagare"),
        ("schackklubb", "schack"),  # a last part that says only that one meets
        ("dansgolv", "dans"),
        ("keramikugn", "keramik"),
        ("frukostklubb", "frukost"),
    ],
)
def test_a_compound_is_read_by_its_first_part(engine: Page, compound: str, part: str) -> None:
    told = engine.evaluate(_ALIKE, [compound, part])
    assert told["found"]
    assert told["shared"] > told["found"] / 2


@pytest.mark.parametrize("compound", ["hyresgästförening", "färdtjänstlokal", "skolskjutsgäng", "klubblokal"])
def test_a_first_part_that_names_nothing_here_carries_no_answer(engine: Page, compound: str) -> None:
    assert engine.evaluate("(text) => motor.search(text).docs.length", compound) == 0


@pytest.mark.parametrize(("compound", "part"), [("städjobb", "städ")])
def test_a_first_part_that_names_something_as_it_stands_is_that(engine: Page, compound: str, part: str) -> None:
    first, asked = engine.evaluate(
        "(asked) => asked.map((text) => motor.search(text).docs)", [compound, f"{part} jobb"]
    )
    assert first == asked


@pytest.mark.parametrize(("said", "compound"), [("spela kort", "kortspel")])
def test_who_does_it_is_read_as_what_it_is_called(engine: Page, said: str, compound: str) -> None:
    first, asked = engine.evaluate("(asked) => asked.map((text) => motor.search(text).docs)", [said, compound])
    assert first
    assert first == asked
