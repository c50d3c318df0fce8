"""Words: folding and stemming, by Python. The same cases run in Chromium in test_motor.py."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import Any

import pytest

from katalog.browser.fold import Language, read_language
from katalog.record.schema import Schema
from tests.support import CASES

WORDS: dict[str, Any] = json.loads((CASES / "sok/ord.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def language(schema: Schema) -> Language:
    return read_language(schema)


@pytest.mark.parametrize("group", WORDS["samma_stam"], ids=lambda group: group[0])
def test_inflected_forms_share_a_stem(language: Language, group: list[str]) -> None:
    assert len({language.stems(word) for word in group}) == 1


@pytest.mark.parametrize("pair", WORDS["olika_stam"], ids="-".join)
def test_other_words_do_not(language: Language, pair: list[str]) -> None:
    assert language.stems(pair[0]) != language.stems(pair[1])


@pytest.mark.parametrize(("word", "plain"), WORDS["utan_prickar"])
def test_plain_letters(language: Language, word: str, plain: str) -> None:
    assert [language.plain(part) for part in language.words(word)] == [plain]


@pytest.mark.parametrize(("text", "words"), WORDS["ord"])
def test_words_of_a_text(language: Language, text: str, words: list[str]) -> None:
    assert language.words(text) == words


def test_every_format_character_is_dropped(language: Language) -> None:
    """As far as this Python's Unicode knows them; a later one may hold more."""
    format_characters = (chr(n) for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) == "Cf")
    assert [f"U+{ord(one):04X}" for one in format_characters if language.words(f"kani{one}ner") != ["kaniner"]] == []
