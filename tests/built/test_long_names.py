"""A record's name with a long word, on a phone: the word is whole, nothing reaches out of the page, and the name is the
page's largest heading."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from katalog.record.load import load_bytes
from tests.built.conftest import NOON
from tests.sample import some
from tests.support import CATALOGUE

_LONG = 12  # letters: from more than this a name is set smaller on a phone (verksamhet.html)
_WHOLE = 18  # letters: a name with a longer word has no room on a phone, and is parted as other headings are
_MEASURED = """() => {
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const name = document.querySelector("h1");
  const words = [...name.firstChild.data.matchAll(/[^\\s-]+/g)].map(({ 0: word, index }) => {
    const range = document.createRange();
    range.setStart(name.firstChild, index);
    range.setEnd(name.firstChild, index + word.length);
    return [word, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size];
  });
  return {
    name: size(name),
    largest: Math.max(...[...document.querySelectorAll("h2")].map(size)),
    out: document.documentElement.scrollWidth - innerWidth,
    words,
  };
}"""


def _names() -> dict[str, str]:
    """Id -> name of the records with a long word in theirs, the longest first."""
    named = ((path.stem, (load_bytes(path.read_bytes(), "").data or {})["namn"]) for path in CATALOGUE.rglob("*.yml"))
    found = {stem: name for stem, name in named if _longest(name) > _LONG}
    return dict(sorted(found.items(), key=lambda item: (-_longest(item[1]), item[0])))


def _longest(name: str) -> int:
    return max(len(word) for word in name.replace("-", " ").split())


@pytest.mark.parametrize("stem", some(list(_names()), 6))
def test_a_long_word_of_a_name_is_whole_on_a_phone(stem: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.clock.set_fixed_time(NOON)
    page = context.new_page()
    page.goto(f"{address}verksamhet/{stem}/")
    seen = page.evaluate(_MEASURED)
    context.close()
    assert seen["out"] <= 0
    assert seen["name"] >= seen["largest"]
    if _longest(_names()[stem]) <= _WHOLE:
        assert [word for word, lines in seen["words"] if lines > 1] == []


def test_some_names_are_long(built: Path) -> None:
    """Else the test above would say nothing; and they are marked as such."""
    stem = list(_names())[-1]
    assert '<h1 class="langt-ord">' in (built / "verksamhet" / stem / "index.html").read_text(encoding="utf-8")
