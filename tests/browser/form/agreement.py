"""The form's reader, writer and checks beside the command's: many texts or records in one call, and what must hold.

`tests/browser/form/test_agreement.py` asks it of some, `tests/full/test_agreement.py` of as many as are promised.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from katalog.edit.layout import format_record
from katalog.record.emit import emit_record
from katalog.record.load import find_marks, load_bytes
from katalog.record.problem import DataPath
from katalog.record.schema import Json, Schema
from tests.browser.form.conftest import Engine
from tests.browser.form.reading import differences, is_read, read_many, same, samples
from tests.made_records import IDS, Judge, Making, as_file, changed_at, places_in, rule_at
from tests.odd_records import Spoiling, holder_of
from tests.support import CATALOGUE, IDAG
from tests.yaml_damage import damaged
from tests.yaml_texts import grown

RECORDS = [path.read_text(encoding="utf-8") for path in sorted(CATALOGUE.rglob("*.yml"))]
# Of the texts that the command reads, the form may refuse this share: of those written in all the ways of YAML (groups
# in brackets, lists in them over several lines, `---`), and of damaged records. Measured 2026-11-26: 0.16 and 0.03.
MOST_REFUSED = {"all ways of YAML": 0.2, "damaged records": 0.08}
_LONGEST_KEY = 100  # characters; PyYAML writes a longer one after `? `, and no field has such a name
_AT_A_TIME = 500


def yaml_texts(count: int, seed: int) -> dict[str, list[str]]:
    """Half of the texts by the grammar, half damaged records and cases, by what they are."""
    half = count // 2
    return {
        "all ways of YAML": list(grown(half, seed)),
        "damaged records": list(damaged([*RECORDS, *samples()], count - half, seed)),
    }


def told_of_reading(engine: Engine, texts: dict[str, list[str]]) -> Iterator[str]:
    """Nothing is read otherwise than by the command. One line for each kind: how much is read, and how much refused."""
    for kind, own in texts.items():
        assert list(differences(engine, own)) == []
        readable = [text for text in own if is_read(text)]
        assert len(readable) > len(own) / 3, "where both refuse nearly all, nothing is compared"
        refused = sum("refused" in answer for answer in read_many(engine, readable))
        assert refused <= MOST_REFUSED[kind] * len(readable), kind
        share = 100 * refused / len(readable)
        yield f"{kind}: {len(own)} texts, the command reads {len(readable)}, the form refuses {share:.1f} % of these"


def told_of_writing(engine: Engine, texts: Sequence[str], schema: Schema) -> str:
    """What the command writes the form reads, and what the form writes the command reads: as the same data."""
    read = [text for text in texts if is_read(text) and not _has_long_key(_data(text))]
    written = [emit_record(_data(text), schema) for text in read]
    tidied = [raw.decode() for text in read if (raw := format_record(text.encode(), "x", schema)[0]) is not None]
    assert len(tidied) == len(read)
    for text, answer in zip([*written, *tidied], read_many(engine, [*written, *tidied]), strict=True):
        assert "data" in answer, (text, answer)
        assert same(answer["data"], _data(text)), text
    for text, own in zip(read, _in_parts(engine, "writeMany", [_data(text) for text in read]), strict=True):
        assert same(_data(own), _data(text)), own
    return f"{len(read)} records written by both and read by the other"


def told_of_checks(engine: Engine, schema: Schema, count: int, seed: int) -> str:
    """The same faults at the same places in the same words."""
    making, judge = Making(schema, seed), Judge(schema)
    valid = [making.record() for _ in range(min(200, count // 4))] + [_data(text) for text in RECORDS[::3]]
    odd = list(Spoiling(schema, valid, seed).made(count))
    faults = 0
    for data, told in zip(odd, _in_parts(engine, "checkMany", odd, _around()), strict=True):
        form = sorted((str(one["path"]), one["code"], one["message"], one.get("isWarning", False)) for one in told)
        command = [(str(list(one.path)), one.code, one.message, one.level == "varning") for one in judge.told(data)]
        apart = [fault for fault in [*form, *command] if (fault in form) != (fault in command)]
        assert apart == [], data
        assert len(form) == len(command), data
        faults += len(form)
    assert faults > count, "records without faults would say nothing"
    return f"{count} records checked by both: {faults} faults, the same"


def files(schema: Schema, count: int, seed: int, neighbour: str = IDS[1]) -> list[str]:
    """Valid records as files, some with comments, line ends of another kind or a mark for the order of bytes."""
    making = Making(schema, seed, neighbour)
    return [_dressed(as_file(making.record(), schema, making.chance), making.chance) for _ in range(count)]


def told_of_untouched(engine: Engine, texts: Sequence[str]) -> str:
    """A record that is opened in the form and left as it is proposes no change."""
    for text, proposed in zip(texts, _in_parts(engine, "untouchedMany", texts), strict=True):
        assert proposed == text
    return f"{len(texts)} records opened and left as they were: no change"


def told_of_changes(engine: Engine, schema: Schema, texts: Sequence[str], seed: int) -> str:
    """One thing changed in each record: the command reads what was meant, and only the lines of that thing differ."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret: the same changes each time
    making = Making(schema, seed)
    changes = [_change(making, chance, _data(text)) for text in texts]
    pairs = [[text, data] for text, (_, data) in zip(texts, changes, strict=True)]
    for text, (path, data), answer in zip(texts, changes, _in_parts(engine, "mendMany", pairs), strict=True):
        assert not answer["isWhole"], (path, text)
        assert _data(answer["text"]) == data, (path, answer["text"])
        first, last = _lines_of(text, _standing(path, text, data))
        old, new = _lines(text), _lines(answer["text"])
        before, after = old[: first - 1], old[last:]
        assert len(before) + len(after) <= len(new), (path, text, answer["text"])
        assert new[: len(before)] == before, (path, text, answer["text"])
        assert new[len(new) - len(after) :] == after, (path, text, answer["text"])
    return f"{len(texts)} records changed in one place: read back as meant, no other line touched"


def _dressed(text: str, chance: random.Random) -> str:
    end, mark = chance.choice(("\n", "\n", "\n", "\r\n", "\r")), chance.choice(("", "", "", "\ufeff"))
    return mark + text.replace("\n", end).removesuffix(chance.choice(("", "", end)))


def _data(text: str) -> Json:
    data = load_bytes(text.encode(), "x").data
    assert data is not None, text
    return data


def _has_long_key(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    is_long = isinstance(value, dict) and any(len(key) > _LONGEST_KEY for key in value)
    return is_long or any(_has_long_key(one) for one in inner)


def _around() -> Json:
    return {"id": IDS[0], "ids": list(IDS), "today": IDAG}


def _in_parts(engine: Engine, name: str, values: Sequence[Any], *more: Any) -> list[Any]:
    parts = (values[first : first + _AT_A_TIME] for first in range(0, len(values), _AT_A_TIME))
    return [answer for part in parts for answer in engine.call(name, list(part), *more)]


def _change(making: Making, chance: random.Random, data: Json) -> tuple[DataPath, Json]:
    """A place of the record, and the record with another value there, or without it."""
    path = chance.choice(list(places_in(data)))
    is_taken_away = chance.random() < 0.2 and len(holder_of(data, path)) > 1
    value = None if is_taken_away else making.value(rule_at(making.schema, path))
    return path, changed_at(data, path, value)


def _standing(path: DataPath, text: str, new: Json) -> DataPath:
    """What has to be written anew: the whole row when its first part goes, which stands beside the dash."""
    holder = holder_of(_data(text), path)
    is_first = len(path) > 1 and isinstance(path[-2], int) and next(iter(holder)) == path[-1]
    return path[:-1] if is_first and path not in places_in(new) else path


def _lines_of(text: str, path: DataPath) -> tuple[int, int]:
    """The lines, from 1, of what stands at `path`: to before the next thing beside or around it."""
    marks = find_marks(text.removeprefix("\ufeff"))
    first = marks[path][0]
    after = (line for place, (line, _) in marks.items() if place[: len(path)] != path and line > first)
    return first, min(after, default=len(_lines(text)) + 1) - 1


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
