"""Valid records made by chance out of the schema, and the same each time; as files, with comments; and places in them.

Nobody is meant by what stands in them.
"""

from __future__ import annotations

import copy
import random
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from katalog.record.characters import FORBIDDEN
from katalog.record.emit import emit_record
from katalog.record.entry import Context, Entry
from katalog.record.load import load_bytes
from katalog.record.problem import DataPath, Fault
from katalog.record.rules import RULES
from katalog.record.schema import Json, Schema, constants, kinds_of
from katalog.record.shape import Shape
from tests.support import CASES, IDAG

IDS = ("fall", "granne")  # the record itself, and its neighbour
_WORDS = (
    "Snickra", "måla", "möbler", "odla", "tillsammans", "fika", "verkstad", "klockan 9:30", "på plan\u00a02", "c#",
    "rum #3", "kök: bak", "50 %", "(helst)", "”citat”", '"raka"', "it's", "50 kr/dag", "– och", "-", "A & B", "é",
    "\u0141ódź", "日本語", "عربي", "\U0001f600", "\U0001f469\u200d\U0001f373", "½", "[ja]", "{nej}", "a|b", "*", "true",
    "null", "2026-01-01", "1e3", "x" * 40, "back\\slash", "e\u0301", "0x1F", "a: b", "x #y", "\u2009tunt", "~",
    "@hemma", "`så`", "%", "!viktigt", "Ål",
)  # fmt: skip
_FIRST = (
    "",
    "",
    "",
    "",
    "- ",
    "# ",
    ": ",
    "? ",
    "'",
    '"',
    "” ",
    "* ",
    "[",
    "{",
    "& ",
    "! ",
    "%",
    "@",
    "| ",
    "> ",
    "1 ",
    "\u00a0",
)
_ADDRESSES = (
    "https://exempel.se", "https://exempel.se/a_b?c=1&d=%C3%A5#e", "http://exempel.se/å–ö", "https://exempel.se/a-_-b",
    "https://exempel.se/½", "https://exempel.se/ﬁ/", "https://exempel.se/#a:b", "https://exempel.se/a\u2011b",
)  # fmt: skip
_TELEPHONES = (
    "08-465 004 00",
    "08 465 004 00",
    "+46 8 465 004 00",
    "08 - 465 004 00",
    "08--465 004 00",
    "08-465  004 00",
)
_TIMES = ("00:00", "08:30", "09:00", "12:00", "15:45", "23:59")


class Making:
    """Makes values of the schema's fields."""

    def __init__(self, schema: Schema, seed: int, neighbour: str = IDS[1]) -> None:
        self.schema = schema
        self.neighbour = neighbour
        self.chance = random.Random(seed)  # noqa: S311  # nothing secret: the same records each time
        self.judge = Judge(schema, neighbour)

    def record(self) -> dict[str, Any]:
        """A record without faults: a field that has one is made anew or left out."""
        while True:
            data = self.group(self.schema.full, self.chance.choice((0.1, 0.3, 0.7)))
            for _ in range(4):
                faults = self.judge.faults(data)
                if not faults:
                    return data
                data = self.mended(data, {str(fault.path[0]) for fault in faults if fault.path})

    def mended(self, data: Json, faulty: set[str]) -> Json:
        required = self.schema.full["required"]
        kept = {name: value for name, value in data.items() if name not in faulty}
        return kept | {name: self.field(name) for name in required if name in faulty}

    def field(self, name: str) -> Any:
        return self.value(self.schema.fields[name])

    def value(self, rule: Json) -> Any:
        values = constants(rule)
        if values is not None:
            return self.chance.choice(values)["const"]
        kind = self.chance.choice(kinds_of(rule))
        if kind == "object":
            return self.group(rule, 0.6)
        if kind == "array":
            return self.rows(rule)
        return self.number(rule, kind) if kind in ("integer", "number") else self.plain(rule, kind)

    def group(self, rule: Json, share: float) -> Json:
        names = [
            name
            for name in rule["properties"]
            if name in rule.get("required", ()) or self.chance.random() < share
        ]  # fmt: skip
        for way in [self.chance.choice(rule["anyOf"])["required"]] if "anyOf" in rule else []:
            names += [name for name in way if name not in names]
        for name, needs in rule.get("dependentRequired", {}).items():
            names += [need for need in needs if name in names and need not in names]
        names = names or [self.chance.choice(list(rule["properties"]))]
        return {name: self.value(rule["properties"][name]) for name in names}

    def rows(self, rule: Json) -> list[Any]:
        found: list[Any] = []
        for _ in range(self.chance.randint(1, 4)):
            row = self.value(rule["items"])
            found += [] if row in found else [row]
        return found

    def number(self, rule: Json, kind: str) -> float:
        low, high = rule.get("minimum", 0), rule.get("maximum", 1000)
        whole = self.chance.choice((low, high, self.chance.randint(low, min(high, low + 40)), min(high, 2020)))
        return float(whole + 0.5) if kind == "number" and whole < high and self.chance.random() < 0.3 else int(whole)

    def plain(self, rule: Json, kind: str) -> Any:
        if kind == "boolean":
            return self.chance.random() < 0.5
        if rule.get("format") == "date":
            return f"{self.chance.randint(2019, 2026)}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"
        if rule.get("x-forslag"):
            return self.neighbour if rule["x-forslag"] == "post" else self.chance.choice(self.schema.full["required"])
        return self.prose(rule) if "x-text" in rule else self.pattern(rule)

    def pattern(self, rule: Json) -> str:
        example = rule["examples"][0]
        pool = _ADDRESSES if "http" in rule["pattern"] else _TELEPHONES if "{5,18}" in rule["pattern"] else ()
        pool = _TIMES if ":[0-5]" in rule["pattern"] else pool
        return str(self.chance.choice(pool or (example,)))

    def prose(self, rule: Json) -> str:
        lines = self.chance.choice((1, 1, 2, 4)) if rule["x-text"] == "stycken" else 1
        gap = self.chance.choice((" ", " ", " ", "  "))
        made = (gap.join(self.chance.choices(_WORDS, k=self.chance.randint(1, 14))) for _ in range(lines))
        text = self.chance.choice(("\n", "\n\n", "\n- ", "\n  ")).join(made)
        text = (
            self.chance.choice(_FIRST) + text + self.chance.choice(("", "", ".", " ", ":", "\n" if lines > 1 else ""))
        )
        return re.sub(FORBIDDEN, "", unicodedata.normalize("NFC", text[: rule.get("maxLength", 500)]))


class Judge:
    """What the command says of a record that has one neighbour, and the form should say too."""

    def __init__(self, schema: Schema, neighbour: str = IDS[1], idag: str = IDAG) -> None:
        self.shape = Shape(schema)
        data = load_bytes((CASES / "granne.yml").read_bytes(), "granne.yml").data or {}
        names = {stem: Entry(path=f"{stem}.yml", folder="farsta", stem=stem, data=data) for stem in (IDS[0], neighbour)}
        context = Context(idag=idag, schema=schema, ids={stem: (entry,) for stem, entry in names.items()})
        self.rules = [(rule, rule.prepare(context)) for rule in RULES if rule.SAID_BY_FORM]

    def told(self, data: Json) -> list[Fault]:
        entry = Entry(path="fall.yml", folder="farsta", stem=IDS[0], data=data)
        found = [(rule, fault) for rule, check in self.rules for fault in check(entry)]
        return [*self.shape.check_record(data), *(fault for rule, fault in found if fault.code in rule.SAID_BY_FORM)]

    def faults(self, data: Json) -> list[Fault]:
        """What stops the record."""
        return [fault for fault in self.told(data) if fault.level == "fel"]


def as_file(data: Json, schema: Schema, chance: random.Random) -> str:
    """The record as `katalog format` lays it out, with comments where they change nothing that is read."""
    lines = emit_record(data, schema).splitlines(keepends=True)
    for _ in range(chance.choice((0, 0, 1, 3, 6))):
        at = chance.randrange(1, len(lines))
        own = "# kommentar\n" if chance.random() < 0.5 else "\n"
        beside = lines[at].removesuffix("\n") + "  # så: säger de\n"
        changed = [*lines[:at], beside, *lines[at + 1 :]] if chance.random() < 0.5 else [*lines[:at], own, *lines[at:]]
        if load_bytes("".join(changed).encode(), "x").data == data:
            lines = changed
    return "".join(lines)


def places_in(value: Any, path: DataPath = ()) -> Iterator[DataPath]:
    """Every key and every row of a record."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from places_in(one, (*path, key))


def changed_at(data: Json, path: DataPath, value: Any) -> Json:
    """A copy with another value there; without it when `value` is None."""
    copied: Any = copy.deepcopy(data)
    holder = copied
    for step in path[:-1]:
        holder = holder[step]
    if value is None:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    made: Json = copied
    return made


def rule_at(schema: Schema, path: DataPath) -> Json:
    rule = schema.full
    for step in path:
        rule = rule["items"] if isinstance(step, int) else rule["properties"][step]
    return rule
