"""Words: folding and stemming, by Python. The same cases run in Chromium in test_motor.py."""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from katalog.browser.fold import Language, read_language

ROOT = Path(__file__).parents[3]
CASES: dict[str, Any] = json.loads((ROOT / "tests/cases/sok/ord.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def language() -> Language:
    return read_language(ROOT / "schema")


@pytest.mark.parametrize("group", CASES["samma_stam"], ids=lambda group: group[0])
def test_inflected_forms_share_a_stem(language: Language, group: list[str]) -> None:
    assert len({language.stems(word) for word in group}) == 1


@pytest.mark.parametrize("pair", CASES["olika_stam"], ids="-".join)
def test_other_words_do_not(language: Language, pair: list[str]) -> None:
    assert language.stems(pair[0]) != language.stems(pair[1])


@pytest.mark.parametrize(("word", "plain"), CASES["utan_prickar"])
def test_plain_letters(language: Language, word: str, plain: str) -> None:
    assert [language.plain(part) for part in language.words(word)] == [plain]


@pytest.mark.parametrize(("text", "words"), CASES["ord"])
def test_words_of_a_text(language: Language, text: str, words: list[str]) -> None:
    assert language.words(text) == words


def test_every_format_character_is_dropped(language: Language) -> None:
    """As far as this Python's Unicode knows them; a later one may hold more."""
    format_characters = (chr(n) for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) == "Cf")
    assert [f"U+{ord(one):04X}" for one in format_characters if language.words(f"kani{one}ner") != ["kaniner"]] == []
