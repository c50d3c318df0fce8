"""No pattern of the compiler can try a text in so many ways that a command hangs: those of every module when it is
imported, those written where they are used, those of the schema. Times are held in `tests/full/test_worst.py`."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import katalog
from tests.house.backtracking import Degree, degree
from tests.support import PROJECT, SCHEMA

_USES = ("compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")
_FLAGS = {re.IGNORECASE: "i", re.DOTALL: "s", re.MULTILINE: "m"}
# A reference backwards to a name of an element, which the judge cannot follow: judged with any such name in its place.
_BACKWARDS = re.compile(r"\\1|\\2")


def _held(value: Any, depth: int = 4) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        yield from (one for pair in value.items() for part in pair for one in _held(part, depth - 1))
    elif depth and isinstance(value, list | tuple | set | frozenset):
        yield from (one for part in value for one in _held(part, depth - 1))


def _imported() -> Iterator[tuple[str, str, str]]:
    """Module and name, source, flags."""
    for module in pkgutil.walk_packages(katalog.__path__, "katalog."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                for one in _held(value):
                    flags = "".join(letter for flag, letter in _FLAGS.items() if one.flags & flag)
                    yield f"{module.name}.{name}", str(one.pattern), flags


def _written() -> Iterator[tuple[str, str, str]]:
    """Those that stand in a call of `re` as plain text."""
    for path in sorted((PROJECT / "scripts").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _USES:
                is_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
                first = node.args[0] if node.args else None
                if is_re and isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield f"{path.name}:{node.lineno}", first.value, "s"


def _in_schema(value: Any, place: str = "") -> Iterator[tuple[str, str, str]]:
    if isinstance(value, dict):
        for name, one in value.items():
            if name == "pattern" and isinstance(one, str):
                yield place, one, ""
            else:
                yield from _in_schema(one, f"{place}/{name}")
    elif isinstance(value, list):
        for one in value:
            yield from _in_schema(one, place)


def _degree(source: str, flags: str) -> Degree:
    return degree(_BACKWARDS.sub("[a-z]+", source.replace("(?P<", "(?<")), f"u{flags}")


def _exploding(patterns: Iterator[tuple[str, str, str]], least: int) -> list[str]:
    every = list(patterns)
    assert len(every) >= least
    return [f"{where}: {source}" for where, source, flags in every if _degree(source, flags) == Degree.EXPONENTIAL]


def test_no_pattern_of_a_module_explodes() -> None:
    assert _exploding(_imported(), 120) == []


def test_no_pattern_that_is_written_where_it_is_used_explodes() -> None:
    assert _exploding(_written(), 60) == []


def test_no_pattern_of_the_schema_explodes() -> None:
    assert _exploding(_in_schema(SCHEMA.documents), 5) == []


def test_one_that_explodes_would_be_seen() -> None:
    made = (("x", source, "") for source in ("^(?P<a>a+)+$", r"<([a-z]+)>(x*)*</\1>"))
    assert len(_exploding(made, 2)) == 2
