"""Words of a question that mean a choice: what is read, what is left to look for, and that every choice there is."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from katalog.derive.derived import Derived
from katalog.derive.facets import read_facets
from katalog.derive.vocabulary import Vocabularies
from katalog.record.schema import Schema
from tests.browser.search.conftest import HOST

# 26 November 2026, the day of the tests' catalogue, is a Thursday.
READ = """async ([modules, text, literal]) => {
  const { makeConditions } = await import(`${modules}search/conditions.js`);
  const { rest, found } = makeConditions(index).read(text, new Set(literal));
  return [rest, found.map(({ words, chosen }) => [words, Object.fromEntries(chosen)])];
}"""
Reading = tuple[str, list[tuple[str, dict[str, list[str]]]]]


def _read(engine: Page, folder: str, text: str, literal: tuple[str, ...] = ()) -> Reading:
    rest, found = engine.evaluate(READ, [f"{HOST}{folder}", text, list(literal)])
    return rest, [(words, chosen) for words, chosen in found]


@pytest.mark.parametrize(
    ("text", "rest", "chosen"),
    [
        ("snickeri på tisdagar", "snickeri", [{"tider": ["tisdag"]}]),
        ("vad är öppet i morgon", "", None),
        ("konst ikväll", "konst", None),
        ("lunch i helgen", "lunch", [{"tid": ["helg"]}]),
        ("musik gratis lördag", "musik", [{"kostnad_for_dig": ["gratis"]}, {"tider": ["lordag"]}]),
        ("keramik i liten grupp", "keramik i", [{"tillganglighet": ["liten-grupp"]}]),
        ("vävning utan remiss", "vävning", [{"ingang": ["drop-in", "egen-anmalan", "sol-utan-behovsprovning"]}]),
        ("i daglig verksamhet", "i daglig verksamhet", []),
        ("helgjobb", "helgjobb", []),
        ("vräkt i fredags", "vräkt i fredags", []),
        ("trött sedan förra måndagen", "trött sedan förra måndagen", []),
        ("", "", []),
    ],
)
def test_a_condition_is_read_and_the_wish_stays(
    text: str, rest: str, chosen: list[dict[str, Any]] | None, engine: Page, folder: str
) -> None:
    left, found = _read(engine, folder, text)
    assert left == rest
    assert len(found) == 1 if chosen is None else [one for _, one in found] == chosen


def test_days_count_from_the_readers_own(engine: Page, folder: str) -> None:
    day = engine.evaluate("() => index.day")
    days = ("mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag")
    weekday = engine.evaluate("(day) => (new Date(day).getUTCDay() + 6) % 7", day)
    assert _read(engine, folder, "i dag")[1] == [("i dag", {"tider": [days[weekday]]})]
    assert _read(engine, folder, "i morgon kväll")[1][0][1] == {"tid": ["kvall"], "tider": [days[(weekday + 1) % 7]]}


def test_words_that_the_reader_wants_as_words_are_left(engine: Page, folder: str) -> None:
    assert _read(engine, folder, "gratis musik", ("gratis",)) == ("gratis musik", [])
    assert _read(engine, folder, "gratis musik lördag", ("gratis",))[0] == "gratis musik"


def test_every_choice_that_words_mean_can_be_made(schema: Schema, derived: Derived, words: Vocabularies) -> None:
    values = {facet.id: [value.id for value in facet.values] for facet in read_facets(derived, words)}
    for condition in schema.documents["villkor.json"]["villkor"]:
        for name, chosen in condition.get("val", {}).items():
            assert set(chosen) <= set(values[name]), condition["sager"]
        assert all(len(values[name]) == 7 for name in condition.get("veckodag", {})), "Monday first, a week long"
