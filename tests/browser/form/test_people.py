"""The rule about people in the browser says what the command says; on many more texts in tests/full."""

from __future__ import annotations

from katalog.record.people.words import load_words
from katalog.record.rules.persondata import CODES
from tests.browser.form.conftest import Engine
from tests.people_texts import FIELDS, records, told_by_command
from tests.support import CASES, SCHEMA_FOLDER


def test_both_engines_find_the_same_people_in_generated_texts(engine: Engine) -> None:
    words = load_words(SCHEMA_FOLDER)
    seen: set[str] = set()
    for record in records(1_500, seed=20261122, size=250):
        told = told_by_command(record, words)
        assert engine.call("people", record) == told
        seen |= {row[1] for row in told}
    assert seen == set(CODES), "texts that never reach a code compare nothing"


def test_both_engines_agree_on_every_name_in_the_lists(engine: Engine) -> None:
    words = load_words(SCHEMA_FOLDER)
    for name in ("platser.txt", "manniskor.txt", "oskyldiga.txt"):
        lines = (CASES / "namn" / name).read_text(encoding="utf-8").splitlines()[1:]
        for field in FIELDS:
            record = {field: [line.rpartition(" | ")[2] for line in lines]}
            assert engine.call("people", record) == told_by_command(record, words)
