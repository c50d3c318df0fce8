"""Browsers that cannot look back in a pattern find what the others find."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.browser.form.test_start import LACKS

_PIECES = [
    "Ring", "ring oss", "inte ", "inte att ", "skriv till ", "slipper ringa ", "a", "1", "9", "0", "70", " ", "-",
    "19850101", "info (at) x.se", "@", "exempel.se", "\u200d", "\U0001f469", "\ufe0f", "#", "\xad", "å", "Mejla", "en ",
    "8", "på", "x", "\n", "_", "(", ".",
]  # fmt: skip
_COMPARE = """async ([sources, texts]) => {
  const { Looking } = await import("/assets/js/core/pattern.js");
  const told = (text, pattern) => JSON.stringify([
    [...text.matchAll(pattern)].map((one) => [one.index, [...one].filter(Boolean)]),
    text.search(pattern), text.replace(pattern, "_")]);
  const wrong = [];
  for (const source of sources) for (const text of texts) {
    if (told(text, new RegExp(source, "gu")) !== told(text, new Looking(source, "gu"))) wrong.push([source, text]);
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def blank(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}assets/favicon.svg")
    yield page
    page.close()


def _sources(data: dict[str, Any]) -> list[str]:
    return [
        *data["persondata"]["monster"].values(),
        *data["regelord"]["kontakt"]["monster"].values(),
        data["form"]["forbjudna"],
    ]


@given(texts=st.lists(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join), min_size=200, max_size=200))
@settings(max_examples=5)
def test_what_is_looked_at_by_us_is_found_as_the_browser_finds_it(
    texts: list[str], blank: Page, form_words: dict[str, Any]
) -> None:
    assert blank.evaluate(_COMPARE, [_sources(form_words), texts]) == []


def test_every_sent_pattern_can_be_made_without_looking_back(
    browser: Browser, address: str, form_words: dict[str, Any]
) -> None:
    page = browser.new_page()
    page.add_init_script(LACKS["lookbehind"])
    page.goto(f"{address}assets/favicon.svg")
    made = page.evaluate(
        """async (sources) => {
          const { Looking, makePattern } = await import("/assets/js/core/pattern.js");
          return sources.map((source) => makePattern(source, "gu") instanceof Looking);
        }""",
        _sources(form_words),
    )
    page.close()
    assert made == ["(?<" in source for source in _sources(form_words)]
    assert sum(made) > 4
