"""What the catalogue itself calls a thing finds it; what it does not hold finds nothing, however alike the words."""

from __future__ import annotations

from playwright.sync_api import Page

_KINDS = ["amne", "metod"]


def test_each_title_of_a_concept_with_records_finds_some(engine: Page) -> None:
    """Every field of activity and every way of working that the pages name by a title."""
    titles = engine.evaluate(
        """(kinds) => index.begrepp
          .filter(({ klass, mangd }) => kinds.includes(klass) && index.set(mangd).docs.length)
          .map(({ titel }) => titel)""",
        _KINDS,
    )
    assert "Hantverk" in titles
    assert engine.evaluate("(titles) => titles.filter((one) => !motor.search(one).docs.length)", titles) == []


def test_what_belongs_elsewhere_finds_nothing_though_a_title_is_like_it(engine: Page) -> None:
    assert engine.evaluate("motor.search('hantverk').docs.length") > 0
    assert engine.evaluate("motor.search('hantverkare').docs.length") == 0
