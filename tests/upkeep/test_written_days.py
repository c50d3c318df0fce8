"""Days as people write them by hand."""

from __future__ import annotations

import pytest

from katalog.upkeep.written_days import is_day, is_since, read_day, read_since


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-26", "2026-11-26"),
        ("20261126", "2026-11-26"),
        ("26 november 2026", "2026-11-26"),
        ("den 3 sept. 2026.", "2026-09-03"),
        ("26/11 2026", "2026-11-26"),
        ("26.11.2026", "2026-11-26"),
        ("3:e maj 2026", "2026-05-03"),
        ("26/11", "26/11"),
        ("november 2026", "november 2026"),
        ("30 februari 2026", "30 februari 2026"),
        ("3 ju 2026", "3 ju 2026"),
        ("3 jun 2026", "2026-06-03"),
        ("i går", "i går"),
        ("", ""),
    ],
)
def test_a_day(text: str, day: str) -> None:
    assert read_day(text) == day
    assert is_day(day) is (len(day) == 10 and day[4] == "-")


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("2026", "2026"),
        ("sedan 2026", "2026"),
        ("i september 2026", "2026-09"),
        ("2026-09", "2026-09"),
        ("3/9 2026", "2026-09-03"),
        ("i höstas", "i höstas"),
        ("2026-13", "2026-13"),
        ("mar 2026", "2026-03"),
        ("ma 2026", "ma 2026"),
    ],
)
def test_since_when(text: str, since: str) -> None:
    assert read_since(text) == since
    assert is_since(since) is (since[:2] == "20" and since != "2026-13")
