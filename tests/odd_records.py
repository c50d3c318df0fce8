"""Records with faults, made by chance out of valid ones, and the same each time: what people get wrong, and what nobody
would write. Nobody is meant by what stands in them."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from katalog.record.emit import emit_record
from katalog.record.load import load_bytes
from katalog.record.problem import DataPath
from katalog.record.schema import Json, Schema
from tests.made_records import places_in
from tests.people_texts import texts

_KINDS: tuple[Any, ...] = (
    None, True, False, 0, 1, 3, -1, 3.5, -0.5, 120, 121, 1989, 2026, 2027, 2100, 2101, 10**7, 10**7 + 1, 10**12, 0.1,
    1e300, 1e-7, 1.5e16, "", " ", "3", "3,5", "12 000 kr", "ca 40", "9–15", "1\u00a0200", "tre", "ja", "nej", "true",
    [], {}, [None], [[]], [{}], ["a"], {"a": 1}, [1, 1], [1, True], [["a"], ["a"]], "- a", "• a", "–a", "-a",
    "- a\n- b", "dag: mandag", "dag：mandag", "dag:mandag", "dag:\u00a0mandag", "2026", 5.25, "-5", "+5", "5.", "1e3",
    "0x1F", "10 till 20", "\u0663",
)  # fmt: skip
_TEXTS = (
    "a\nb", "a\n", "\n", "\u00a0", "…", "-", "Ring oss.", "Ring eller mejla.", "Du behöver inte ringa.",
    "Skriv till oss!", "Mejla.", "Skicka ett mejl.", "ring på klockan", "å" * 15, "x" * 5000, "ord " * 60,
    "2026-02-30", "2026-11-23", "2027-01-01", "2026-1-2", "22 november 2026", "2026\u201311\u201322", "20261122",
    "9999-12-31", "0000-00-00", "2024-02-29", "2023-02-29", "1900-02-29", "\uff19\uff1a00", "9.00", "9:00", "09:60",
    "24:00", "24:01", "25:00", "00:00", "09:00", "08–12", "08-465 00", "08-465 004 00 växel", "０8-465 004 00",
    "+46 (0)8 465 004 00", "exempel.se", "www.exempel.se", "http:/exempel.se", "https://", "https://exempel.se/a b",
    "info@exempel", "info@exempel.se ", "info（at）exempel.se", "123 47", "12347", "123-47", "1234", "12347 Farsta",
    "123\u00a047", "fall", "granne", "grane", "Granne", "granne-", "finns-inte", "x" * 61, "granne, farsta", "tider",
    "Namn", "nam", "sammanfatning", "kallor", "ั", "\u0e31", "İ", "ß", "ﬁ", "STOCKHOLM", "straße", "Σας", "\U0001d4d0",
    "\U0001f600" * 61, "a" * 59 + "\U0001f600b", "\u2009x",
)  # fmt: skip
_KEYS = (
    "kontaktperson", "mobil", "handläggare", "telefonnummer", "e-post", "epost", "Namn", "namn ", "naamn",
    "beskriving", "x", "å", "adress", "webb", "hemsida", "oppettider", "öppettider", "tid", "kontakt_person",
    "ansvarig chef", "kontakter", "constructor", "__proto__", "toString", "länk", "pris_kr", "belopp", "från", "till",
    "fran", "dag", "ort", "galler", "text", "x" * 80, "\u0e31",
)  # fmt: skip
_LOOKALIKES = {
    "-": "–\u2011−",
    " ": "\u00a0\u2009",
    ":": "：∶",
    ".": "．",
    "/": "／",
    "a": "а",
    "0": "０",
    "1": "１",
    "@": "＠",
}
_ODDS = (1, 1, 2, 3, 6)  # how many changes


class Spoiling:
    """Changes valid records in a place or more."""

    def __init__(self, schema: Schema, records: Sequence[Json], seed: int) -> None:
        self.schema = schema
        self.records = records
        self.chance = random.Random(seed)  # noqa: S311  # nothing secret: the same records each time
        self.people = texts(2000, seed)

    def made(self, count: int) -> Iterator[Json]:
        """`count` records as both readers would read them from a file."""
        while count:
            data = copy.deepcopy(self.chance.choice(self.records))
            for _ in range(self.chance.choice(_ODDS)):
                self.chance.choice(_WAYS)(self, data)
            loaded = load_bytes(emit_record(data, self.schema).encode(), "x")
            if loaded.data is not None and not loaded.problems:
                count -= 1
                yield loaded.data

    def place(self, data: Json, kinds: tuple[type, ...] = (object,)) -> tuple[Any, Any] | None:
        """Something in the record: what holds it, and its key there. None where nothing of these kinds is left."""
        found = [(holder_of(data, path), path[-1]) for path in places_in(data)]
        fitting = [(holder, key) for holder, key in found if isinstance(holder[key], kinds)]
        return self.chance.choice(fitting) if fitting else None

    def other_kind(self, data: Json) -> None:
        self.put(data, (object,), lambda _: self.chance.choice(_KINDS))

    def other_text(self, data: Json) -> None:
        self.put(data, (str,), lambda _: self.chance.choice(_TEXTS))

    def person(self, data: Json) -> None:
        self.put(
            data, (str,), lambda old: self.chance.choice((old + " ", "", old[:20])) + self.chance.choice(self.people)
        )

    def slip(self, data: Json) -> None:
        self.put(data, (str,), self.slipped)

    def slipped(self, text: str) -> str:
        at = self.chance.randint(0, max(0, len(text) - 1))
        ways = (
            text[:at] + text[at + 1 :], text[:at] + text[at : at + 1] + text[at:], text.upper(), text.capitalize(),
            text.replace("-", " "), text.replace("-", "_"), text[::-1], text + "-x", f"i {text} och så",
            text.replace("o", "ö"),
        )  # fmt: skip
        return self.chance.choice(ways)

    def lookalike(self, data: Json) -> None:
        self.put(data, (str,), self.alike)

    def alike(self, text: str) -> str:
        usual = self.chance.choice(list(_LOOKALIKES))
        return text.replace(usual, self.chance.choice(_LOOKALIKES[usual]), self.chance.choice((1, -1)))

    def other_number(self, data: Json) -> None:
        numbers = [value for value in _KINDS if isinstance(value, int | float)]
        self.put(data, (int, float), lambda old: self.chance.choice((*numbers, old + 1, -old, old * 1000, old / 8)))

    def put(self, data: Json, kinds: tuple[type, ...], make: Callable[[Any], Any]) -> None:
        found = self.place(data, kinds)
        if found:
            holder, key = found
            holder[key] = make(holder[key])

    def without(self, data: Json) -> None:
        found = self.place(data)
        if found:
            del found[0][found[1]]

    def unknown_key(self, data: Json) -> None:
        holder: Json = self.chance.choice([data, *self.groups(data)])
        name = self.chance.choice((*_KEYS, self.slipped(self.chance.choice(list(self.schema.fields)))))
        holder[name or "x"] = self.chance.choice(_KINDS)

    def renamed_key(self, data: Json) -> None:
        """The value stands under a name that lies near its own."""
        holder: Json = self.chance.choice([data, *self.groups(data)])
        if holder:
            name = self.chance.choice(list(holder))
            holder[self.slipped(name) or "x"] = holder.pop(name)

    def groups(self, data: Json) -> list[Json]:
        found = (holder_of(data, path)[path[-1]] for path in places_in(data))
        return [value for value in found if isinstance(value, dict)]

    def rows(self, data: Json) -> None:
        """A row twice, rows in another order, more rows than there may be, or none."""
        found = self.place(data, (list,))
        if not found:
            return
        rows = found[0][found[1]]
        ways: tuple[Any, ...] = (
            rows * 2,
            rows[::-1],
            [],
            rows * 31,
            [*rows, self.chance.choice(_KINDS)],
            [rows],
            {"0": rows},
            rows[:1] * 3,
        )
        found[0][found[1]] = copy.deepcopy(self.chance.choice(ways))

    def swapped(self, data: Json) -> None:
        """Two values of a group in each other's places: from and to, most often."""
        groups = [group for group in [data, *self.groups(data)] if len(group) > 1]
        if groups:
            group = self.chance.choice(groups)
            one, other = self.chance.sample(list(group), 2)
            group[one], group[other] = group[other], group[one]

    def borrowed(self, data: Json) -> None:
        """A field of another record: dates, states and references then say different things."""
        other = self.chance.choice(self.records)
        name = self.chance.choice(list(other))
        data[name] = copy.deepcopy(other[name])


_WAYS: tuple[Callable[[Spoiling, Json], None], ...] = (
    Spoiling.other_kind, Spoiling.other_kind, Spoiling.other_text, Spoiling.other_text, Spoiling.person, Spoiling.slip,
    Spoiling.slip, Spoiling.lookalike, Spoiling.other_number, Spoiling.without, Spoiling.unknown_key,
    Spoiling.renamed_key, Spoiling.rows, Spoiling.swapped, Spoiling.borrowed,
)  # fmt: skip


def holder_of(data: Json, path: DataPath) -> Any:
    """The group or list that a place lies in."""
    holder: Any = data
    for step in path[:-1]:
        holder = holder[step]
    return holder
