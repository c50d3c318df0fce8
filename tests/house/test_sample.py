"""A part of many cases is the same part every time, and the whole is there for who asks for it."""

from __future__ import annotations

import pytest

from tests import sample
from tests.sample import by_turns, some

CASES, WAYS = range(7), ["light", "dark"]


def test_a_part_begins_with_the_first_and_each_case_has_one_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "ALL", False)
    assert some(CASES, 3) == [0, 3, 6]
    assert [case for case, _ in by_turns(CASES, WAYS)] == list(CASES)
    assert {way for _, way in by_turns(CASES, WAYS)} == set(WAYS)


def test_the_whole_has_every_case_in_every_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "ALL", True)
    assert some(CASES, 3) == list(CASES)
    assert sorted(by_turns(CASES, WAYS)) == sorted((case, way) for case in CASES for way in WAYS)
