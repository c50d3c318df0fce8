"""The form and the command agree, at the sizes that are promised: 10,000 texts, as many records with faults, and 1,000
valid ones besides those of the catalogue."""

from __future__ import annotations

import pytest

from katalog.record.schema import Schema
from tests.browser.form import agreement
from tests.browser.form.conftest import Engine, engine

__all__ = ["engine"]  # the form's fixture, for the tests below
TEXTS, RECORDS, SEED = 10_000, 1_000, 1_014


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    return agreement.yaml_texts(TEXTS, SEED)


def test_ten_thousand_texts_are_read_alike_or_refused(
    engine: Engine, texts: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(capsys, *agreement.told_of_reading(engine, texts))


def test_what_either_writes_the_other_reads(
    engine: Engine, texts: dict[str, list[str]], schema: Schema, capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(capsys, agreement.told_of_writing(engine, [text for own in texts.values() for text in own], schema))


def test_ten_thousand_odd_records_are_judged_alike(
    engine: Engine, schema: Schema, capsys: pytest.CaptureFixture[str]
) -> None:
    _tell(capsys, agreement.told_of_checks(engine, schema, TEXTS, SEED))


def test_no_untouched_record_proposes_a_change(
    engine: Engine, schema: Schema, capsys: pytest.CaptureFixture[str]
) -> None:
    files = agreement.files(schema, RECORDS, SEED)
    _tell(capsys, agreement.told_of_untouched(engine, [*agreement.RECORDS, *files]))


def test_a_change_in_one_place_touches_no_other_line(
    engine: Engine, schema: Schema, capsys: pytest.CaptureFixture[str]
) -> None:
    files = agreement.files(schema, RECORDS, SEED + 1)
    _tell(capsys, agreement.told_of_changes(engine, schema, [*agreement.RECORDS, *files], SEED))


def _tell(capsys: pytest.CaptureFixture[str], *told: str) -> None:
    with capsys.disabled():
        print("", *told, sep="\n  ")
