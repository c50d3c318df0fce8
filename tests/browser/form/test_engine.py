"""The form's engine and the command's: same verdict, codes, messages and places, case by case."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error

from katalog.record.entry import Context, Entry
from katalog.record.load import load_bytes
from katalog.record.problem import Fault
from katalog.record.rules import RULES, persondata
from katalog.record.schema import Schema
from katalog.record.shape import Shape
from tests.browser.form.conftest import Engine
from tests.sample import some
from tests.support import CASES, CATALOGUE, IDAG, SCHEMA_CODES, read_expected

RECORDS = sorted(CATALOGUE.rglob("*.yml"))


def _loadable() -> list[Path]:
    cases = sorted((CASES / "invalid").glob("*.yml")) + sorted((CASES / "valid").glob("*.yml"))
    return [case for case in cases if load_bytes(case.read_bytes(), "x").data is not None]


LOADABLE = _loadable()


def _data(path: Path) -> dict[str, Any]:
    data = load_bytes(path.read_bytes(), path.name).data
    assert data is not None
    return data


def _command(data: dict[str, Any], shape: Shape, schema: Schema) -> list[Fault]:
    """What the command says of a record that has one neighbour, and the form should say too."""
    entry = Entry(path="fall.yml", folder="farsta", stem="fall", data=data)
    other = Entry(path="granne.yml", folder="farsta", stem="granne", data=_data(CASES / "granne.yml"))
    context = Context(idag=IDAG, schema=schema, ids={"fall": (entry,), "granne": (other,)})
    found = [(rule, fault) for rule in RULES for fault in rule.prepare(context)(entry)]
    return [*shape.check_record(data), *(fault for rule, fault in found if fault.code in rule.SAID_BY_FORM)]


def _form(data: dict[str, Any], engine: Engine, ids: Sequence[str] | None = ("fall", "granne")) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = engine.call("check", data, {"id": "fall", "ids": ids, "today": IDAG})
    return found


def _told(faults: list[Fault]) -> list[tuple[str, str, str]]:
    return sorted((str(list(fault.path)), fault.code, fault.message) for fault in faults)


@pytest.mark.parametrize("case", LOADABLE, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_both_engines_say_the_same(case: Path, engine: Engine, shape: Shape, schema: Schema) -> None:
    data = _data(case)
    form = sorted((str(fault["path"]), fault["code"], fault["message"]) for fault in _form(data, engine))
    assert form == _told(_command(data, shape, schema))


def test_the_cases_are_many_and_cover_every_code_of_the_schema_and_of_people(shape: Shape, schema: Schema) -> None:
    faulty = [faults for case in LOADABLE if (faults := _command(_data(case), shape, schema))]
    assert len(faulty) >= 60
    assert {fault.code for faults in faulty for fault in faults} >= set(persondata.CODES)


def test_the_form_is_silent_only_where_no_rule_says_that_it_tells(engine: Engine) -> None:
    said = SCHEMA_CODES.union(*(rule.SAID_BY_FORM for rule in RULES))
    invalid = [case for case in LOADABLE if case.parent.name == "invalid"]
    codes = {case.stem: {line.split()[1] for line in read_expected(case.with_suffix(".expected"))} for case in invalid}
    silent = {case.stem for case in invalid if not _form(_data(case), engine)}
    assert silent == {stem for stem, told in codes.items() if not told & said}


def test_no_rule_says_more_than_it_has() -> None:
    for rule in RULES:
        assert rule.SAID_BY_FORM.issubset(rule.CODES), rule.__name__


def test_a_reference_is_not_judged_before_the_records_are_known(engine: Engine) -> None:
    data = {**_data(CASES / "granne.yml"), "del_av": "finns-inte", "nasta_steg": ["fall"]}
    assert [fault["code"] for fault in _form(data, engine, None)] == ["referens-sjalv"]
    assert {fault["code"] for fault in _form(data, engine)} == {"referens-sjalv", "referens-okand"}


@pytest.mark.parametrize("record", some(RECORDS, 3), ids=lambda path: path.stem)
def test_record_is_read_checked_and_written_back_byte_for_byte(record: Path, engine: Engine) -> None:
    text = record.read_text(encoding="utf-8")
    data = _data(record)
    assert engine.call("read", text) == data
    assert _form(data, engine, [path.stem for path in RECORDS]) == []
    assert engine.call("write", data) == text


@pytest.mark.parametrize("case", LOADABLE, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_what_the_form_writes_is_what_the_command_reads(case: Path, engine: Engine) -> None:
    data = _data(case)
    written = load_bytes(engine.call("write", data).encode(), "x")
    if not any(problem.code == "yaml-tecken" for problem in written.problems):
        assert written.data == data


COMMENTED = """\
# yaml-language-server: $schema=../../schema/verksamhet.schema.json
# Hela filen har en förklaring.
namn: Snickeriet  # så skriver de själva

status: okand
insatstyp: [traffpunkt]
omrade: farsta
sammanfattning: 'Snickra och måla möbler
  tillsammans med andra.'
# Tiderna kommer från dörren.
tider:
- dag: mandag   # jämna veckor
  fran: "09:00"
- dag: tisdag
  # osäkert
  fran: "10:00"
kontakt:
    telefon: 08-465 004 00   # växeln
    webb: https://exempel.se
uppgifter_fran: 2024 # enligt källan
kallor:
  - titel: Årsredovisning 2019
# slut
"""


def _changed(old: str, new: str) -> list[str]:
    """The lines of a diff without its context."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def _mended(engine: Engine, text: str, data: dict[str, Any]) -> str:
    answer = engine.call("mend", text, data)
    assert load_bytes(answer["text"].encode(), "x").data == data
    assert not answer["isWhole"]
    return str(answer["text"])


def test_two_changed_values_are_two_lines_of_diff_and_comments_stay(engine: Engine) -> None:
    data = load_bytes(COMMENTED.encode(), "x").data
    assert data is not None
    data["kontakt"]["telefon"] = "08-465 004 09"
    data["tider"][0]["fran"] = "08:30"
    assert _changed(COMMENTED, _mended(engine, COMMENTED, data)) == [
        '-  fran: "09:00"', "+  fran: 08:30",
        "-    telefon: 08-465 004 00   # växeln", "+    telefon: 08-465 004 09   # växeln",
    ]  # fmt: skip


@pytest.mark.parametrize("change", ["add", "remove", "first", "row", "rows", "list", "text", "group", "crlf"])
def test_a_correction_changes_only_what_it_must(change: str, engine: Engine) -> None:
    text = COMMENTED.replace("\n", "\r\n") if change == "crlf" else COMMENTED
    data = load_bytes(COMMENTED.encode(), "x").data
    assert data is not None
    expected = {
        "add": ["+namn_forr:", "+  - Linden"],
        "remove": ["-uppgifter_fran: 2024 # enligt källan"],
        "first": ["-- dag: mandag   # jämna veckor", "+- dag: onsdag   # jämna veckor"],
        "row": ["+- dag: fredag"],
        "rows": ["-- dag: mandag   # jämna veckor", '-  fran: "09:00"'],
        "list": ["-insatstyp: [traffpunkt]", "+insatstyp:", "+  - traffpunkt", "+  - kom-igang"],
        "text": [
            "-sammanfattning: 'Snickra och måla möbler",
            "-  tillsammans med andra.'",
            '+sammanfattning: "Ny: text."',
        ],
        "group": ["+    epost: info@exempel.se"],
        "crlf": ["-status: okand", "+status: vilande"],
    }
    if change == "add":
        data["namn_forr"] = ["Linden"]
    elif change == "remove":
        del data["uppgifter_fran"]
    elif change == "first":
        data["tider"][0]["dag"] = "onsdag"
    elif change == "row":
        data["tider"].append({"dag": "fredag"})
    elif change == "rows":
        del data["tider"][0]
    elif change == "list":
        data["insatstyp"].append("kom-igang")
    elif change == "text":
        data["sammanfattning"] = "Ny: text."
    elif change == "group":
        data["kontakt"]["epost"] = "info@exempel.se"
    else:
        data["status"] = "vilande"
    assert _changed(text, _mended(engine, text, data)) == expected[change]


def test_every_record_can_be_corrected_in_one_line(engine: Engine) -> None:
    for path in RECORDS:
        text = path.read_text(encoding="utf-8")
        data = {**_data(path), "status": "planerad"}
        assert _changed(text, _mended(engine, text, data)) == [f"-status: {_data(path)['status']}", "+status: planerad"]


@pytest.mark.parametrize(
    "text", ["namn: &a x\n", "namn: {a: 1}\n", "\tnamn: x\n", "a: b: c\n", "- namn\n", "namn: !x y\n"]
)
def test_what_cannot_be_read_safely_is_written_anew_and_said(text: str, engine: Engine) -> None:
    answer = engine.call("mend", text, {"namn": "Nytt"})
    assert answer["isWhole"]
    assert load_bytes(answer["text"].encode(), "x").data == {"namn": "Nytt"}


def test_valid_cases_are_read_as_the_command_reads_them(engine: Engine) -> None:
    cases = sorted((CASES / "valid").glob("*.yml"))
    refused = 0
    for case in cases:
        try:
            assert engine.call("read", case.read_text(encoding="utf-8")) == _data(case), case.stem
        except Error:
            refused += 1
    assert refused <= len(cases) // 20
