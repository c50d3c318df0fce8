"""One language, two readers: the form reads, writes, checks and changes as the command does. Each of these holds for
some texts and records here and for all that is promised in tests/full/test_agreement.py."""

from __future__ import annotations

import pytest

from katalog.record.schema import Schema
from tests.browser.form import agreement
from tests.browser.form.conftest import Engine
from tests.browser.form.reading import differences, read_many

SEED = 14
WHOLE = """\
namn: Snickeriet
status: okand
platser:
  antal: 12
kontakt:
  telefon: 08-465 004 00
  webb: https://exempel.se
anmarkning:
  - Ring först.
"""


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


@pytest.mark.parametrize(
    "changed",
    [
        ("webb: https://exempel.se", "webb: https://exempel.se/å–ö"),
        ("webb: https://exempel.se", "webb: https://exempel.se/½/a_-_b"),
        ("telefon: 08-465 004 00", "telefon: 08 - 465 004 00"),
        ("namn: Snickeriet", 'namn: "Snickeriet "'),
        ("namn: Snickeriet", "namn: Snickeriet\tFarsta"),
        ("- Ring först.", "- text: Ring först."),
        ("antal: 12", "antal: 12.0"),
        ("antal: 12", "antal: 0xC"),
    ],
)
def test_what_the_form_would_write_otherwise_stays_until_it_is_touched(
    changed: tuple[str, str], engine: Engine
) -> None:
    assert changed[0] in WHOLE
    agreement.told_of_untouched(engine, [WHOLE, WHOLE.replace(*changed), "\ufeff" + WHOLE.replace(*changed)])


@pytest.mark.parametrize(
    "written", ["plats: {}", "plats: { }  # tom", '"plats" : {}', "lista: [{}]", "antal: 9007199254740993"]
)
def test_what_either_writes_is_read_by_both(written: str, engine: Engine) -> None:
    assert list(differences(engine, [written])) == []
    assert ("data" in read_many(engine, [written])[0]) is ("[{" not in written)


def test_a_change_in_one_place_touches_no_other_line(engine: Engine, schema: Schema) -> None:
    agreement.told_of_changes(engine, schema, agreement.files(schema, 60, SEED + 1), SEED)
