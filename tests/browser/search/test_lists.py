"""Lists of numbers, words in order and ids come out of the browser's half as they went into Python's."""

from __future__ import annotations

import random

import pytest
from playwright.sync_api import Page

from katalog.browser.fold import Language, read_language
from katalog.browser.lists import pack
from katalog.browser.names import beside_heading, front_coded
from katalog.browser.sets import Sets, column
from katalog.record.schema import Schema

UNPACK = """async ([folder, packed, size]) => {
  const { unpack } = await import(`/${folder}core/lists.js`);
  const { starts, numbers } = unpack(packed, size);
  return [...starts.slice(1)].map((end, i) => [...numbers.slice(starts[i], end)]);
}"""
SETS = """async ([folder, sent, size, numbers]) => {
  const { readSets, setColumn } = await import(`/${folder}search/sets.js`);
  const sets = readSets(sent, size);
  return setColumn(numbers).map((number) => {
    const { docs, first } = sets.of(number);
    return docs.map((doc, i) => [doc, first[i]]);
  });
}"""
NAMES = """async ([folder, coded, ids]) => {
  const { frontCoded, besideHeading } = await import(`/${folder}search/names.js`);
  return [frontCoded(coded), ids.map(([told, heading]) => besideHeading(told, ord.words(heading).map(ord.plain)))];
}"""


@pytest.fixture(scope="module")
def language(schema: Schema) -> Language:
    return read_language(schema)


def _drawn(rng: random.Random, size: int) -> list[list[int]]:
    """Lists of all lengths, many of them much like another."""
    made: list[list[int]] = [[], list(range(size))]
    for _ in range(100):
        near = set(rng.choice(made)) ^ set(rng.sample(range(size), min(size, 3)))
        fresh = rng.sample(range(size), rng.choice((0, 1, 2, 3, 4, size // 2, rng.randint(0, size))) % (size + 1))
        made.append(sorted(near if rng.random() < 0.5 else fresh))
    return made


@pytest.mark.parametrize("size", [1, 2, 3, 5, 64, 417, 3000])
def test_lists_come_back_as_they_were(engine: Page, folder: str, size: int) -> None:
    lists = _drawn(random.Random(size), size)  # noqa: S311
    assert engine.evaluate(UNPACK, [folder, pack(lists, size), size]) == lists


def test_the_worked_example_of_the_statement(engine: Page, folder: str) -> None:
    lists = [[1, 2, 4, 5], [1, 2, 4]]
    assert engine.evaluate(UNPACK, [folder, pack(lists, 6), 6]) == lists


def test_sets_keep_which_values_are_main_ones(engine: Page, folder: str) -> None:
    sets = Sets()
    wanted = [[(0, True), (2, False), (3, True)], [(1, True)], [], [(0, True), (2, True), (3, True)], [(4, False)]]
    numbers = [sets.exactly(members) for members in wanted]
    assert sets.of([0, 2, 3]) == numbers[0], "the same records are one set, unless the main values count"
    found = engine.evaluate(SETS, [folder, sets.data(5), 5, column([*numbers, numbers[0]])])
    assert [[tuple(one) for one in members] for members in found] == [*wanted, wanted[0]]


def test_words_and_ids_come_back(engine: Page, folder: str, language: Language) -> None:
    words = ["abc", "abcdef", "abd", "b", "åka", "åkare", "9", "x" * 40, "x" * 41]
    pairs = [("afasiforeningen-stockholms-lan", "Afasiföreningen i Stockholms län"), ("ame-jobb", "Arbete"),
             ("kafe-a-b", "Kafé"), ("odlingen", "Odlingen"), ("p-00001", "Öppet hus & kafé")]  # fmt: skip
    told = [[beside_heading(name, heading, language), heading] for name, heading in pairs]
    assert told[0][0] == "ACD"
    assert told[3][0] == ""
    found, ids = engine.evaluate(NAMES, [folder, front_coded(words), told])
    assert (found, ids) == (sorted(words), [name for name, _ in pairs])
