"""The rule about people: command and form on 10,000 generated texts, equal to the last letter of every message."""

from __future__ import annotations

from katalog.record.people.words import load_words
from tests.browser.form.conftest import Engine, engine
from tests.people_texts import records, told_by_command
from tests.support import SCHEMA_FOLDER

__all__ = ["engine"]  # the form's fixture, for the test below


def test_both_engines_find_the_same_people_in_ten_thousand_texts(engine: Engine) -> None:
    words = load_words(SCHEMA_FOLDER)
    for record in records(10_000, seed=10):
        assert engine.call("people", record) == told_by_command(record, words)
