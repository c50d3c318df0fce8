"""One language, two readers: the form reads, writes, checks and changes as the command does. Each of these holds for
some texts and records here and for all that is promised in tests/full/test_agreement.py."""

from __future__ import annotations

import pytest

from katalog.record.schema import Schema
from tests.browser.form import agreement
from tests.browser.form.conftest import Engine

SEED = 14


def test_texts_are_read_as_the_command_reads_them_or_refused(
    engine: Engine, schema: Schema, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = agreement.yaml_texts(600, SEED)
    told = [*agreement.told_of_reading(engine, texts)]
    told.append(agreement.told_of_writing(engine, [text for own in texts.values() for text in own[::2]], schema))
    with capsys.disabled():
        print("", *told, sep="\n  ")


def test_odd_records_are_judged_as_the_command_judges_them(engine: Engine, schema: Schema) -> None:
    agreement.told_of_checks(engine, schema, 300, SEED)


def test_an_untouched_record_proposes_no_change(engine: Engine, schema: Schema) -> None:
    agreement.told_of_untouched(engine, [*agreement.RECORDS, *agreement.files(schema, 60, SEED)])


def test_a_change_in_one_place_touches_no_other_line(engine: Engine, schema: Schema) -> None:
    agreement.told_of_changes(engine, schema, agreement.files(schema, 60, SEED + 1), SEED)
