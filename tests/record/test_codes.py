"""Codes are permanent, written one way, declared once, and told by the module that declares them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from katalog.pages.reference import EXAMPLES
from katalog.record import check, files, load, moved, schema_files, schema_notes, schema_sense, shape, thousands
from katalog.record.rules import RULES
from katalog.record.schema import Schema
from tests.record.code_examples import COMMAND, as_text, make_examples
from tests.support import ALL_CODES

MODULES: list[ModuleType] = [
    load,
    shape,
    check,
    thousands,
    files,
    moved,
    schema_files,
    schema_sense,
    schema_notes,
    *RULES,
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.__name__))
def test_codes_have_a_form_and_a_title(module: ModuleType) -> None:
    for code, title in module.CODES.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
        assert title[0].isupper()
        assert len(title) <= 60
        assert not title.endswith(".")


def test_no_code_is_declared_twice() -> None:
    assert sum(len(module.CODES) for module in MODULES) == len(ALL_CODES)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.__name__))
def test_every_code_written_in_a_module_is_declared_there(module: ModuleType) -> None:
    written = set(_codes_written(Path(str(module.__file__))))
    assert written - set(module.CODES) == set()


def test_the_page_of_codes_says_what_the_command_says(schema: Schema) -> None:
    examples = make_examples(schema)
    assert examples.keys() == ALL_CODES
    assert EXAMPLES.read_text(encoding="utf-8") == as_text(examples), f"run {COMMAND}"


def _codes_written(path: Path) -> Iterator[str]:
    """Constants given as `code=`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg == "code":
            yield from (
                str(inner.value)
                for inner in ast.walk(node.value)
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
            )
