"""A change told in the browser is what `katalog review` tells: the same rows, words and sentences."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from katalog.derive.vocabulary import Vocabularies
from tests.browser.form.changes import Pair, changes, reviewed
from tests.browser.form.conftest import Engine
from tests.support import IDAG

_TELL = """async ([raw, pairs, today]) => {
  const data = JSON.parse(raw);
  const { tellChange } = await import("/assets/js/record/telling.js");
  return pairs.map(([before, after]) => tellChange(before, after, { data, today, nameOf: (id) => id }));
}"""
NUMBER = 400


def _told(engine: Engine, pairs: list[tuple[dict[str, Any] | None, dict[str, Any]]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = engine.page.evaluate(_TELL, [engine.raw, pairs, IDAG])
    return found


def test_many_changes_are_told_alike(engine: Engine, words: Vocabularies, tmp_path: Path) -> None:
    pairs: list[Pair] = changes(NUMBER)
    told = _told(engine, [*pairs])
    asked = list(reviewed(pairs, tmp_path, words))
    assert len(asked) > NUMBER * 0.9
    assert sum(len(one["rows"]) for one in asked) > NUMBER
    assert [(one["at"], told[one["at"]]) for one in asked] == [
        (one["at"], {"rows": one["rows"], "seen": one["seen"]}) for one in asked
    ]


def test_every_field_is_told_as_new(engine: Engine, words: Vocabularies, tmp_path: Path) -> None:
    """A new record has all of its fields before the reader, none of them as a change."""
    afters = [after for _, after in changes(60)]
    for told, after in zip(_told(engine, [(None, after) for after in afters]), afters, strict=True):
        assert len(told["rows"]) == len(after)
        assert all(row["after"] and not row["before"] for row in told["rows"])
        assert told["seen"][0].startswith("En ny sida och ett nytt kort:")


def test_two_records_of_one_name_are_told_apart_by_their_ids(engine: Engine) -> None:
    before, after = {"del_av": "linden"}, {"del_av": "linden-farsta"}
    told = engine.page.evaluate(_TELL.replace("(id) => id", "() => 'Linden'"), [engine.raw, [(before, after)], IDAG])
    assert told[0]["rows"] == [{"title": "Del av", "before": ["linden"], "after": ["linden-farsta"]}]
