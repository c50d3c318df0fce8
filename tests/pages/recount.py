"""The catalogue counted once more, out of its files and by none of the program's code: plain YAML, plain JSON.

What a number on a page is held to. Every scalar is a text as it is written.
"""

from __future__ import annotations

import datetime
import json
import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from katalog.derive.choices import is_told_as_past
from tests.derive.test_hours import record_of
from tests.support import IDAG, SCHEMA_FOLDER

Data = dict[str, Any]
TODAY = datetime.date.fromisoformat(IDAG)
_CONFIRMED, _PLACES = (0, 1, 180, 365, 366, 700), (0, 30, 31, 90)  # days ago
_YEAR = datetime.timedelta(days=365)


def read_records(catalogue: Path) -> dict[str, Data]:
    return {path.stem: _plain(path) for path in sorted(catalogue.glob("*/*.yml"))}


def _plain(path: Path) -> Data:
    read: Data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # texts alone
    return read


def choices(records: dict[str, Data]) -> dict[str, Data]:
    """What a reader can choose: open, no example, not for staff."""
    return {
        id_: data
        for id_, data in records.items()
        if data["status"] != "avslutad" and data.get("forebild") != "true" and not data.get("for_vem")
    }


def living(records: dict[str, Data]) -> dict[str, Data]:
    """Choices that are not told as something that was. That alone is the program's own reading: no field says it."""
    told = ("sammanfattning", "senast_bekraftad")
    return {
        id_: data
        for id_, data in choices(records).items()
        if not is_told_as_past(record_of(**{key: data[key] for key in told if key in data}))
    }


def is_confirmed(data: Data) -> bool:
    """By somebody within a year."""
    said: str = data.get("senast_bekraftad", "")
    return bool(said) and TODAY - datetime.date.fromisoformat(said) <= _YEAR


@cache
def vocabulary(name: str) -> list[Data]:
    document: Data = json.loads((SCHEMA_FOLDER / "vokabular" / f"{name}.json").read_text(encoding="utf-8"))
    values: list[Data] = document["oneOf"]
    return values


def needs_met(data: Data) -> set[str]:
    return set(data.get("moter_behov", []))


def needs_near(data: Data) -> set[str]:
    """By the rules that the needs name, without those that the record states."""
    near = {
        need["const"]
        for need in vocabulary("behov")
        if any(all(_says(data, one["falt"], one["varden"]) for one in way) for way in need.get("x-nara", []))
    }
    return near - needs_met(data)


def _says(data: Data, field: str, wanted: Iterable[str]) -> bool:
    told = data.get(field, [])
    held = [key for key, answer in told.items() if answer == "ja"] if isinstance(told, dict) else told
    return not set(held).isdisjoint(wanted)


def confirm_some(catalogue: Path, seed: int = 17) -> None:
    """Some records as if their owners had answered, lately and long ago: a number that is right only while nobody is
    confirmed is wrong."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret: the same ones each time
    for path in sorted(catalogue.glob("*/*.yml")):
        text = path.read_text(encoding="utf-8")
        if "\nstatus: okand\n" in text and chance.random() < 0.4:
            path.write_text(re.sub(r"\nstatus: okand\n", "\nstatus: aktiv\n", text) + _answer(chance), encoding="utf-8")


def _answer(chance: random.Random) -> str:
    day, places = (TODAY - datetime.timedelta(days=chance.choice(days)) for days in (_CONFIRMED, _PLACES))
    return (
        f"senast_bekraftad: {day}\nbekraftad_av: Enhetschef, Farsta stadsdelsförvaltning\n"
        f"platslage:\n  lage: {chance.choice(('lediga', 'ko'))}\n  datum: {places}\n"
        f"pris:\n  belopp_kr: {chance.choice((400, 650))}\n  enhet: dag\n  ar: {chance.choice((2024, 2025))}\n"
    )


def pairs_of(values: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((value, other) for value in dict.fromkeys(values) for other in dict.fromkeys(others))
