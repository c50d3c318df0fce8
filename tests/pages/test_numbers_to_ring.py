"""Where a page asks a reader to ring a number, a press rings it; and the drawing of a hand-written page is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from katalog.wording.card import NO_PICTURE, PICTURES
from tests.support import PROJECT

_DOCS = PROJECT / "docs"
_TEMPLATES = PROJECT / "scripts" / "theme" / "katalog"
_ASKED = re.compile(r"\b[Rr]ing:? (?:\d|\{\{)")
_LINKED = re.compile(r"\[[^\]]*\]\(tel:[^)]*\)|<a href=\"tel:.*?</a>", re.DOTALL)
_OWN = "decisions"  # for those who build, and no pages
PAGES = [path for path in sorted(_DOCS.rglob("*.md")) if _OWN not in path.parts]


@pytest.mark.parametrize("path", [*PAGES, *sorted(_TEMPLATES.glob("*.html"))], ids=lambda path: path.name)
def test_a_number_to_ring_is_a_link(path: Path) -> None:
    left = _LINKED.sub("", path.read_text(encoding="utf-8"))
    assert _ASKED.findall(left) == []


def test_some_pages_ask_to_ring() -> None:
    assert sum("](tel:" in path.read_text(encoding="utf-8") for path in PAGES) >= 2


def test_a_drawing_in_a_page_is_one_that_the_build_makes() -> None:
    named = [re.findall(r'<use href="([^"]*)"', path.read_text(encoding="utf-8")) for path in PAGES]
    assert [address for found in named for address in found] == [f"../{PICTURES}#{NO_PICTURE}"]
