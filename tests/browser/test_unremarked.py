"""The modules of the search go out without their remarks, and with everything else as it is written."""

from __future__ import annotations

import pytest

from katalog.browser.desk import ENTRY
from katalog.browser.modules import reached, unremarked

MODULES = {**reached("search/main.js"), **reached(ENTRY)}


@pytest.mark.parametrize("name", sorted(MODULES))
def test_only_remarks_are_left_out(name: str) -> None:
    written, sent = MODULES[name].splitlines(), unremarked(MODULES[name]).splitlines()
    assert len(sent) < len(written)
    for line in written:
        if sent and line == sent[0]:
            sent.pop(0)
        else:
            assert line.lstrip().startswith(("//", "/**", "*")), line
    assert sent == []


def test_what_stands_beside_code_stays() -> None:
    module = '/** A. */\nconst a = /** @type {B} */ (b); // why\n/** @type {B} */ (c).d();\n// e\nconst f = "// g";\n'
    assert unremarked(module) == (
        'const a = /** @type {B} */ (b); // why\n/** @type {B} */ (c).d();\nconst f = "// g";\n'
    )
