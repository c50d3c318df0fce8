"""What the loader makes of values: the YAML 1.2 core schema, and nothing changes type behind the writer's back."""

from __future__ import annotations

from typing import Any

import pytest

from katalog.record.characters import lines_of
from katalog.record.load import find_marks, load_bytes


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("Off", "Off"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("2026-01-02", "2026-01-02"),
        ("2026-13-01", "2026-13-01"),
        ("123 47", "123 47"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("=", "="),
        ("'12'", "12"),
        ('"true"', "true"),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("012", 12),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.10", 1.1),
        ("1.", 1),
        ("3.0", 3),
        ("-0.0", 0),
        (".5", 0.5),
        ("1e3", 1000),
        ("1.5e16", 1.5e16),
        ("9007199254740991", 9007199254740991),
        ("9007199254740993", "9007199254740993"),
        ("0xFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFF"),
        ("0o777777777777777777777", "0o777777777777777777777"),
        ("9" * 19, "9" * 19),
        ("1e999", "1e999"),
        ("9" * 40, "9" * 40),
        (".inf", ".inf"),
        (".NaN", ".NaN"),
        ("true", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("null", None),
        ("~", None),
        ("", None),
        ("[]", []),
        ("{}", {}),
        ("[a, 1, {b: no}]", ["a", 1, {"b": "no"}]),
        ("|\n  två\n  rader\n", "två\nrader\n"),
        (">-\n  en\n  rad\n", "en rad"),
        ('"\\u0061\\u030a"', "å"),
    ],
)
def test_values(written: str, value: Any) -> None:
    loaded = load_bytes(f"a: {written}\n".encode(), "x.yml")
    assert loaded.problems == ()
    assert loaded.data == {"a": value}
    assert type(loaded.data["a"]) is type(value)


def test_marks_are_the_places_of_keys_and_items() -> None:
    text = "# kommentar\nnamn: A\nplats:\n  ort: B\ntider:\n  - dag: C\n    vad: D\n  - [E, F]\n"
    assert find_marks(text) == {
        (): (2, 1),
        ("namn",): (2, 1),
        ("plats",): (3, 1),
        ("plats", "ort"): (4, 3),
        ("tider",): (5, 1),
        ("tider", 0): (6, 5),
        ("tider", 0, "dag"): (6, 5),
        ("tider", 0, "vad"): (7, 5),
        ("tider", 1): (8, 5),
        ("tider", 1, 0): (8, 6),
        ("tider", 1, 1): (8, 9),
    }
    assert find_marks("") == {}


def test_lines_end_as_yaml_ends_them() -> None:
    assert lines_of("a\nb\r\nc\rd\u2028e\x0bf") == ["a", "b", "c", "d\u2028e\x0bf"]


@pytest.mark.parametrize(("newline", "mark"), [("\n", b""), ("\r\n", b""), ("\r", b""), ("\r\n", b"\xef\xbb\xbf")])
def test_line_ends_and_bom_do_not_move_the_place(newline: str, mark: bytes) -> None:
    raw = mark + newline.join(["a: 1", "b: 2", "å: 3", "a: 4"]).encode()
    last = load_bytes(raw, "x.yml").problems[-1]
    assert (last.line, last.column, last.code) == (4, 1, "yaml-dubbel-nyckel")


def test_all_duplicate_keys_are_told_and_the_first_value_counts() -> None:
    loaded = load_bytes(b"a: 1\nb: {c: 2, c: 3}\na: 4\na: 5\n", "x.yml")
    assert [(problem.line, problem.column) for problem in loaded.problems] == [(2, 11), (3, 1), (4, 1)]
    assert loaded.data == {"a": 1, "b": {"c": 2}}
