"""The form's scripts can be read by browsers from 2020: what is new in the language is not written, and what is new in
the library is given by core/older.js."""

from __future__ import annotations

import re

import pytest

from katalog.browser.modules import FOLDER, reached

SCRIPTS = reached("form/main.js")
GIVEN = ("at", "hasOwn", "replaceAll", "structuredClone", "replaceChildren")
# Syntax, which nobody can give: Safari 14 to 16.3 lack one or more of these.
SYNTAX = {
    "assignment by ?? || &&": r"(?:\?\?|\|\||&&)=",
    "lookbehind": r"\(\?<[!=]",
    "private member": r"\bthis\.#|^\s+#\w+",
    "static block": r"\bstatic\s*\{",
    "top-level await": r"^await\b",
    "flags d and v": r"/[gimsuy]*[dv][gimsuy]*(?:\.|\)|;|,)\s*(?:exec|test)",
}
# Of the library, by name: none of these is given.
LIBRARY = (
    r"\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\("
    r"|Object\.groupBy|Map\.groupBy|Array\.fromAsync|Promise\.withResolvers|AbortSignal\.timeout|crypto\.randomUUID"
    r"|\.(?:isWellFormed|toWellFormed|checkVisibility)\(|new Set\([^)]*\)\.(?:union|intersection|difference)\("
)


def _code(name: str) -> str:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return re.sub(r"/\*.*?\*/|(?m:^\s*//[^\n]*)", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_of_the_form_is_written_in_words_that_older_browsers_know(name: str) -> None:
    code = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', _code(name))  # what is searched for in core/pattern.js is text
    found = {what for what, pattern in SYNTAX.items() if re.search(pattern, code, re.MULTILINE)}
    assert found == set()
    classes = re.findall(r"^(?:export )?class .*?^}", code, re.MULTILINE | re.DOTALL)
    assert [body for body in classes if re.search(r"^  (?:static )?\w+ = ", body, re.MULTILINE)] == []
    assert re.findall(LIBRARY, code) == []


def test_what_is_given_is_given_first() -> None:
    main = (FOLDER / "form" / "main.js").read_text(encoding="utf-8")
    imports = re.findall(r"^import .*$", main, re.MULTILINE)
    assert imports[0] == 'import "../core/older.js";'
    older = _code("core/older.js")
    assert [name for name in GIVEN if f'"{name}"' not in older] == []


def test_the_word_for_modules_finds_the_first_import() -> None:
    """An import for its effect alone is published, too."""
    assert "core/older.js" in SCRIPTS
