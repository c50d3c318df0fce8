"""The first look at a record's texts passes over nothing that a closer look at each of them would find."""

from __future__ import annotations

import json
import random
import re
import unicodedata

import pytest

from katalog.record.entry import Check, Context, Entry, walk_texts
from katalog.record.people.words import FILE, Words, load_words
from katalog.record.problem import Fault
from katalog.record.rules.persondata import ADDRESS_FIELD, ALONE_FIELD, check_text, prepare
from katalog.record.schema import Schema
from tests.people_texts import texts
from tests.support import CASES, SCHEMA_FOLDER

_FIELDS = ("sammanfattning", "anmarkning", ALONE_FIELD, ADDRESS_FIELD)


def _lines(name: str) -> list[list[str]]:
    lines = (CASES / "namn" / name).read_text(encoding="utf-8").splitlines()
    return [line.split(" | ", 2) for line in lines if line and not line.startswith("#")]


_PEOPLE = [(field, text) for _code, field, text in _lines("manniskor.txt")]
_BLAMELESS = [
    *(text for _field, text in _lines("oskyldiga.txt")),
    *(name for [name] in _lines("platser.txt")[::10]),
    *("Du snickrar. Fika finns.", "https://exempel.se/Anna", "08-508 00 000", ""),
]


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words(SCHEMA_FOLDER)


def _check(schema: Schema) -> Check:
    return prepare(Context(idag="2026-11-26", schema=schema, ids={}))


def _closely(entry: Entry, words: Words) -> list[Fault]:
    said = [((), entry.stem), *walk_texts(entry.data)]
    return [fault for path, text in said for fault in check_text(path, text, words)]


def _entry(data: dict[str, object], stem: str = "snickeriet") -> Entry:
    return Entry(path="catalogue/farsta/snickeriet.yml", folder="farsta", stem=stem, data=data)


def test_texts_by_chance_are_told_as_one_by_one(schema: Schema, words: Words) -> None:
    """Records of a few texts each, most of them blameless, and one check that remembers what it has seen."""
    chance = random.Random(41)  # noqa: S311  # nothing secret: the same records each time
    every, check, found = texts(4000, 41), _check(schema), 0
    for _ in range(2500):
        data: dict[str, list[str]] = {}
        for _ in range(chance.randint(1, 8)):
            text = chance.choice(every if chance.random() < 0.2 else _BLAMELESS)
            data.setdefault(chance.choice(_FIELDS), []).append(text)
        entry = _entry(dict(data), chance.choice(("snickeriet", "anna-svensson", "lokal-5")))
        closely = _closely(entry, words)
        assert list(check(entry)) == closely, data
        found += len(closely)
    assert found > 500


@pytest.mark.parametrize("around", ["{}", "Fika finns. {} Vi ses.", "Kom!\n\n{}"])
def test_every_known_person_is_let_through(around: str, schema: Schema, words: Words) -> None:
    for field, name in _PEOPLE:
        first, *rest = field.split(".")
        text = around.format(name)
        entry = _entry({"namn": "Snickeriet", first: {rest[0]: text} if rest else text, "kommun": ["Stockholm"]})
        assert list(_check(schema)(entry)) == _closely(entry, words), name


@pytest.mark.parametrize(
    "text",
    [
        "Annahttps://exempel.se Nyberghttps://exempel.se",
        "Rummet heter AnnaNyberg.",
        "vår handläggare Xavel Qvarnlöt",
        "Xavel Qvarnlötsson",
    ],
)
def test_a_name_with_a_single_sign_is_let_through(text: str, schema: Schema, words: Words) -> None:
    """An address between names, a capital inside a word, a title with accents, the ending of a surname."""
    entry = _entry({"sammanfattning": text})
    assert list(_check(schema)(entry)) == _closely(entry, words) != []


def test_what_was_blameless_as_prose_is_told_where_a_lone_name_counts(schema: Schema) -> None:
    check = _check(schema)
    fields = ("sammanfattning", ADDRESS_FIELD, ALONE_FIELD)
    told = [[fault.code for fault in check(_entry({field: "K. Qvarnlöt"}))] for field in fields * 2]
    assert told == [[], [], ["persondata-namn"]] * 2


def test_common_characters_are_folded_as_all_of_the_folding_would() -> None:
    """Prose is full of these, and asking every pattern about them would take half the time of the look."""
    raw = json.loads((SCHEMA_FOLDER / FILE).read_text(encoding="utf-8"))
    for text in ("Kom!\n\n10–12 platser", "Maria’s – ”kafé”\n", "–\n’"):
        folded = unicodedata.normalize("NFKC", text)
        for pattern, to in raw["tecken"]:
            folded = re.sub(pattern, to, folded)
        assert load_words(SCHEMA_FOLDER).plain.text(text) == folded != text


@pytest.mark.parametrize(
    "text", ["Fika finns.", "finns annalindberg", "Finns Annalindberg", "Annas finns", "i maj finns"]
)
def test_a_first_name_in_the_genitive_is_no_sign_alone(text: str, schema: Schema, words: Words) -> None:
    entry = _entry({"sammanfattning": text})
    assert list(_check(schema)(entry)) == _closely(entry, words)
