"""The rule about people, measured: names of places that it must leave alone, and people whom it must find."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest

from katalog.record.entry import walk_texts
from katalog.record.load import load_bytes
from katalog.record.people.words import FILE, Words, load_words, read_words
from katalog.record.problem import Fault
from katalog.record.rules.persondata import check_text
from tests.support import CASES, CATALOGUE, SCHEMA_FOLDER

NAMES = CASES / "namn"
MOST_FALSE_ALARMS = 0.005


def _lines(name: str) -> list[str]:
    lines = (NAMES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


PLACES = _lines("platser.txt")
PEOPLE = [[part.strip(" ") for part in line.split(" | ", 2)] for line in _lines("manniskor.txt")]
BLAMELESS = [line.split(" | ", 1) for line in _lines("oskyldiga.txt")]


@pytest.fixture(scope="module")
def people_words() -> Words:
    return load_words(SCHEMA_FOLDER)


@pytest.fixture(scope="module")
def without_accepted() -> Words:
    raw = json.loads((SCHEMA_FOLDER / FILE).read_text(encoding="utf-8"))
    return read_words({**raw, "godkanda": []})


def _told(field: str, text: str, words: Words) -> list[Fault]:
    return list(check_text(tuple(field.split(".")), text, words))


@pytest.mark.parametrize(("code", "field", "text"), PEOPLE, ids=[" ".join(row) for row in PEOPLE])
def test_a_person_is_found_in_every_spelling(code: str, field: str, text: str, people_words: Words) -> None:
    assert [fault.code for fault in _told(field, text, people_words)] == [f"persondata-{code}"]


@pytest.mark.parametrize(("field", "text"), BLAMELESS, ids=[" ".join(row) for row in BLAMELESS])
def test_what_only_looks_like_a_person_is_left_alone(field: str, text: str, people_words: Words) -> None:
    assert _told(field, text, people_words) == []


@pytest.mark.parametrize("sentence", ["{}", "Vi håller till i {} på onsdagar.", "Kontakta {} för mer information."])
def test_names_of_places_are_seldom_taken_for_people(sentence: str, without_accepted: Words) -> None:
    """Measured without the list of accepted names."""
    assert len(PLACES) == len(set(PLACES)) >= 2000
    wrong = [
        p for p in PLACES if any(f.level == "fel" for f in _told("anmarkning", sentence.format(p), without_accepted))
    ]
    assert len(wrong) < MOST_FALSE_ALARMS * len(PLACES), wrong


def test_no_true_record_is_blamed_with_or_without_the_accepted_names(
    people_words: Words, without_accepted: Words
) -> None:
    for record in CATALOGUE.rglob("*.yml"):
        for path, text in walk_texts(load_bytes(record.read_bytes(), record.name).data or {}):
            assert list(check_text(path, text, people_words)) == []
            assert [fault for fault in check_text(path, text, without_accepted) if fault.level == "fel"] == []


def test_every_accepted_name_says_why_and_is_needed(people_words: Words, without_accepted: Words) -> None:
    raw = json.loads((SCHEMA_FOLDER / FILE).read_text(encoding="utf-8"))
    for entry in raw["godkanda"]:
        assert set(entry) == {"namn", "skal"}
        assert len(entry["skal"]) > 8
        for text in (entry["namn"], f"Kontakta {entry['namn']}.", f"{entry['namn']}s lokal"):
            assert _told("anmarkning", text, people_words) == []


def test_every_format_character_of_unicode_is_dropped_and_every_digit_read(people_words: Words) -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]
    formats = [c for c in every if unicodedata.category(c) == "Cf"]
    digits = [c for c in every if unicodedata.category(c) == "Nd"]
    dashes = [c for c in every if unicodedata.category(c) == "Pd"]
    spaces = [c for c in every if unicodedata.category(c) in ("Zs", "Zl", "Zp")]
    assert {people_words.plain.text(f"a{c}b") for c in formats} == {"ab"}
    assert [people_words.plain.text(c) for c in digits] == [str(unicodedata.decimal(c)) for c in digits]
    assert {people_words.plain.text(c) for c in dashes} == {"-"}
    assert {people_words.plain.text(f"a{c}b") for c in spaces} == {"a b"}


def test_word_lists_are_folded_sorted_and_without_repeats() -> None:
    raw = json.loads((SCHEMA_FOLDER / FILE).read_text(encoding="utf-8"))
    for name in ("fornamn", "fornamn_strikta", "fornamn_ord", "efternamn", "titlar", "platsord", "efter"):
        assert raw[name] == sorted(set(raw[name])), name
    assert set(raw["fornamn_strikta"]) | set(raw["fornamn_ord"]) <= set(raw["fornamn"])


def test_a_long_text_of_nothing_but_separators_takes_no_time(people_words: Words) -> None:
    """Patterns that let any number of separators stand must not try them in every order."""
    for piece in (
        "0 ",
        "+46" + " " * 2000,
        "19" + "-" * 2000,
        "a.",
        "1 ",
        "(a)",
        "Anna ",
        "anna.",
        "8112 ",
        "Anna",
        "anna-",
        "a@a",
        "Anna von ",
    ):
        assert len(_told("anmarkning", piece * (60_000 // len(piece)), people_words)) <= 4
