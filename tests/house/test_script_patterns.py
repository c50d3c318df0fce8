"""No pattern of the site's scripts can try a text in so many ways that the tab hangs: written here or sent as data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from katalog.browser.form import engine_data
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.schema import Schema
from tests.house.backtracking import Degree, degree
from tests.support import PROJECT

SCRIPTS = PROJECT / "docs" / "assets" / "js"
# Text that is no code, then a pattern: where a value may begin, a slash begins one.
_TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'"
    r"|(?P<before>[(,=:\[!&|?{};+]|return|^)\s*/(?P<source>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[*])"
    r"(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])*)/(?P<flags>[a-z]*)",
    re.DOTALL | re.MULTILINE,
)


def literals(text: str) -> Iterator[tuple[str, str]]:
    """The patterns written in a script, each with its flags."""
    for found in _TOKEN.finditer(text):
        if found["source"]:
            yield found["source"], found["flags"]


def _written() -> list[tuple[str, str, str]]:
    return [
        (path.relative_to(SCRIPTS).as_posix(), *found)
        for path in sorted(SCRIPTS.rglob("*.js"))
        for found in literals(path.read_text(encoding="utf-8"))
    ]


def _sent(data: Any, key: str = "") -> Iterator[str]:
    """The patterns in the form's data: the schema's, those about people, and what no file may hold."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _sent(value, "pattern" if key == "monster" else name)
    elif isinstance(data, list):
        for value in data:
            yield from _sent(value)
    elif key in ("pattern", "forbjudna"):
        yield data


@pytest.mark.parametrize(("path", "source", "flags"), _written())
def test_a_written_pattern_is_linear(path: str, source: str, flags: str) -> None:
    assert degree(source, flags) == Degree.LINEAR, path


def test_a_sent_pattern_never_explodes(schema: Schema) -> None:
    sources = set(_sent(engine_data(read_vocabularies(schema))))
    assert len(sources) > 8
    assert {source for source in sources if degree(source, "u") == Degree.EXPONENTIAL} == set()


def test_patterns_are_found_where_they_stand() -> None:
    found = list(literals('const a = b / c / d; f(/x[/]y/gu, "/no/"); // /no/\nreturn /z\\/+/;'))
    assert found == [("x[/]y", "gu"), ("z\\/+", "")]
    assert len(_written()) > 30


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("^(a+)+$", 3), ("^(a*)*$", 3), ("^(?:a|a)*$", 3), ("^(?:a|ab?c?|b)*$", 3), ("^(a|b|ab)*c", 3),
        (r"^\[((?:\s*(?:[^\s,]+[^,]*)\s*,?)*)\]$", 3), ("^(?:[a-z]+[0-9]?)*$", 3), ("x(?=(a+)+b)", 3),
        ("^a*a*$", 2), (r"\s+$", 2), (r"\s+#.*$", 2), (r"^.*,.*,$", 2), ("a+b", 2),
        ("a+", 1), ("^(?:a+b)*$", 1), ("[^a-z]+", 1), (r"^[a-z0-9]+(-[a-z0-9]+)*$", 1), ("^-+|_+", 1),
        (r"^(?:-|\.)(?:[ \t]|$)", 1), (r"^\d{4}-\d\d$", 1), (r"\d{4}", 1), ("x|y*", 1), (r"^\p{L}+$", 1),
        ("^(?:[ -]{0,3}[0-9])*$", 1), ("^(?:[ -]{0,3} ?[0-9])*$", 3),
    ],
)  # fmt: skip
def test_the_judge_knows_patterns_whose_degree_is_known(source: str, expected: int) -> None:
    assert degree(source, "u") == Degree(expected)
