"""How long a week is, what collides and where one has to go: the same as reckoned in Python, minute by minute."""

from __future__ import annotations

from typing import Any

from tests.browser.week.conftest import Engine
from tests.browser.week.reckoning import made_weeks, reckoned

_MANY = 1000


def test_the_script_reckons_as_python_does(engine: Engine) -> None:
    weeks = made_weeks(_MANY)
    wanted = [reckoned(week) for week in weeks]
    assert sum(len(week["clashes"]) for week in wanted) > _MANY, "too little collides"
    assert sum(len(week["moves"]) for week in wanted) > _MANY, "too few moves"
    for week, found, right in zip(weeks, engine.call("reckonMany", weeks), wanted, strict=True):
        assert found == right, week


def test_what_overlaps_stands_in_lanes_of_its_own(engine: Engine) -> None:
    days = [_day(week, day) for week in made_weeks(300, seed=7) for day in range(7)]
    for placed in engine.call("lanesMany", days):
        for at, one in enumerate(placed):
            assert 0 <= one["lane"] < one["lanes"]
            for other in placed[:at]:
                if _overlap(one["pass"], other["pass"]):
                    assert (one["lane"], one["lanes"]) != (other["lane"], other["lanes"])
                    assert one["lanes"] == other["lanes"]


def _day(week: dict[str, Any], day: int) -> list[dict[str, Any]]:
    return sorted((one for one in week["passes"] if one["day"] == day), key=lambda one: (one["from"], one["to"]))


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(max(one["from"], other["from"]) < min(one["to"], other["to"]))


def test_lengths_as_people_say_them(engine: Engine) -> None:
    assert engine.call("lengths", [0, 30, 60, 90, 120, 2700]) == [
        *("0 timmar", "30 minuter", "1 timme", "1 timme 30 minuter", "2 timmar", "45 timmar"),
    ]
