"""The reckoning of a week once more, minute by minute: what docs/assets/js/week/reckon.js is held to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from random import Random
from typing import Any

Pass = dict[str, Any]
Week = dict[str, Any]
_DAYS = range(7)


def made_weeks(number: int, seed: int = 15) -> list[Week]:
    """Weeks with few places and crowded days, so that much collides; "" is what is no place."""
    chance = Random(seed)  # noqa: S311  # weeks, no secrets
    return [_made(chance) for _ in range(number)]


def _made(chance: Random) -> Week:
    ids = ["a", "b", "c", "d", ""][: chance.randint(1, 5)]
    areas = {one: {"number": chance.randint(0, 2), "isKnown": chance.random() < 0.8} for one in ids if one}
    passes = [_pass(chance, ids) for _ in range(chance.randint(0, 24))]
    return {"passes": passes, "areas": areas}


def _pass(chance: Random, ids: Sequence[str]) -> Pass:
    start = chance.choice([0, *[480] * 9]) + chance.randrange(0, 600, chance.choice([1, 5, 30]))
    end = min(1440, start + chance.choice([5, 30, 45, 60, 120, 960]))
    return {"id": chance.choice(ids), "day": chance.choice([0, 0, 1, 1, 2, 3, 4, 5, 6]), "from": start, "to": end}


def reckoned(week: Week) -> Week:
    """What the script is to say of a week."""
    passes = week["passes"]
    by_day = [len(_minutes(passes, day, {p["id"] for p in passes if p["id"]})) for day in _DAYS]
    ids = list(dict.fromkeys(p["id"] for p in passes))
    places = {one: sum(len(_minutes(passes, day, {one})) for day in _DAYS) if one else 0 for one in ids}
    return {
        "totals": {"byDay": by_day, "week": sum(by_day)},
        "byPlace": places,
        "clashes": sorted(_clashes(passes, ids), key=lambda c: (c["day"], c["from"], c["to"])),
        "moves": list(_moves(passes, week["areas"])),
    }


def _minutes(passes: Sequence[Pass], day: int, ids: set[str]) -> set[int]:
    """The minutes of a day that some places take, each once."""
    held = [range(p["from"], p["to"]) for p in passes if p["day"] == day and p["id"] in ids]
    return {minute for one in held for minute in one}


def _clashes(passes: Sequence[Pass], ids: Sequence[str]) -> Iterator[Pass]:
    for day in _DAYS:
        for one, other in combinations(ids, 2):
            both = _minutes(passes, day, {one}) & _minutes(passes, day, {other})
            for start, end in _runs(both):
                yield {"day": day, "from": start, "to": end, "ids": [one, other]}


def _runs(minutes: set[int]) -> Iterator[tuple[int, int]]:
    """First minute of each run, and the first after it."""
    starts = sorted(minute for minute in minutes if minute - 1 not in minutes)
    ends = sorted(minute + 1 for minute in minutes if minute + 1 not in minutes)
    return zip(starts, ends, strict=True)


def _moves(passes: Sequence[Pass], areas: dict[str, Any]) -> Iterator[Pass]:
    for day in _DAYS:
        held = sorted((p for p in passes if p["day"] == day and p["id"]), key=lambda p: (p["from"], p["to"]))
        for before, after in pairwise(held):
            there, here = areas[before["id"]], areas[after["id"]]
            is_known = there["isKnown"] and here["isKnown"]
            is_same = before["id"] == after["id"] or (is_known and there["number"] == here["number"])
            if after["from"] >= before["to"] and not is_same:
                yield {
                    "day": day,
                    "at": after["from"],
                    "ids": [before["id"], after["id"]],
                    "gap": after["from"] - before["to"],
                    "isKnown": is_known,
                }
