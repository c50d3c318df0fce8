"""How hard a text is to read, and which word was meant."""

from __future__ import annotations

import pytest

from katalog.record.suggest import closest, fold, spellings
from katalog.record.text import lix, sentences, words_in


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("   \n ", []),
        ("En mening utan punkt", ["En mening utan punkt"]),
        ("Ring oss. Kom hit! Vill du?", ["Ring oss.", "Kom hit!", "Vill du?"]),
        ("En rad\nen rad till", ["En rad", "en rad till"]),
        ("Öppet kl. 9", ["Öppet kl.", "9"]),
        ("Kostar 3.50 kr", ["Kostar 3.50 kr"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Åk till ön – i dag!", ["Åk", "till", "ön", "i", "dag"]),
        ("café-kök och e-post", ["café-kök", "och", "e-post"]),
        ("8–10 personer, kl 09:30", ["8", "10", "personer", "kl", "09:30"]),
        ("** - …", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_in(text) == words


def test_lix_is_words_per_sentence_plus_percent_of_long_words() -> None:
    assert lix("") == 0.0
    assert lix("- - -") == 0.0
    assert lix("Vi bor nu här.") == 4.0
    assert lix("Vi bor nu här. Du kan gå.") == 3.5
    # Four words, two of them longer than six letters, one sentence: 4 + 50.
    assert lix("Snickeriet har verkstad här.") == 54.0
    assert lix("Sexord") == 1.0, "six letters are not long"


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Målgrupp", "malgrupp"), (" Café & Kök ", "cafe-&-kok"), ("vad_du_gör", "vad-du-gor"), ("", "")],
)
def test_fold(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("malgrup", "malgrupp"),
        ("Målgrupp", "malgrupp"),
        ("vad du gör", "vad_du_gor"),
        ("vadgor", "vad_du_gor"),
        ("favoritfärg", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_closest_name(word: str, meant: str | None) -> None:
    assert closest(word, spellings(["malgrupp", "vad_du_gor", "plats"])) == meant
