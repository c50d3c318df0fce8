"""The kinds of facets that one annotation makes (`x-facett`): the choices of a field, and what a record tells of them.

`varde`: one vocabulary value. `lista`: several. `grupper`: objects that hold a value under `nyckel`. `veckodag`: the
same, where a value may stand for several days. `ja-nej`: an object of yes and no. `spann`: from and to, against the
ranges in `varden`. `belopp`: sums of money, against those in `varden`. What silence means says `annat`.

Input: a field's node in the schema. Output: for `facets`, the only one that may use it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from katalog.derive.match import Kind, Told
from katalog.record.model import Record, is_stated
from katalog.record.schema import Json, constants

Of = Callable[[Record], Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One choice. `id` is what stands in the address of a search, `former` what stood there before. A record with a
    value that `is_wide` may answer to others too; what `is_hidden` is no choice, and kept for addresses alone."""

    id: str
    label: str
    former: tuple[str, ...] = ()
    is_wide: bool = False
    is_hidden: bool = False


def _constants(node: Json) -> list[Json]:
    found = constants(node)
    if found is None:
        raise ValueError("x-facett needs a vocabulary here")
    return found


def labels(node: Json) -> tuple[Value, ...]:
    return tuple(
        Value(
            id=value["const"],
            label=value["title"],
            former=_former(value),
            is_wide="x-kan-vara" in value,
            is_hidden="x-inget-val" in value,
        )
        for value in _constants(node)
    )


def _former(value: Json) -> tuple[str, ...]:
    return tuple(former["slug"] for former in value.get("x-forr", ()))


def _wide(node: Json) -> Mapping[str, frozenset[str]]:
    """Value -> the others that it may be too (`x-kan-vara`: all, or values and kinds of values)."""
    listed = _constants(node)

    def others(value: Json) -> Iterator[str]:
        named = value["x-kan-vara"]
        for other in listed:
            if other is not value and (named is True or not {other["const"], other.get("x-slag")}.isdisjoint(named)):
                yield other["const"]

    return {value["const"]: frozenset(others(value)) for value in listed if "x-kan-vara" in value}


_SILENT = Told()
_MOST_KEPT = 1024  # of the lists of one field: many records name the same values


def _stated(yes: Iterable[str], note: Json, wide: Mapping[str, frozenset[str]], likely: Iterable[str] = ()) -> Told:
    """What a list of values tells. Naming something closes it, where the schema says that naming is complete."""
    said = frozenset(yes)
    if not (said or likely):
        return _SILENT  # most records, of most facets
    open_to = frozenset().union(*(wide.get(value, frozenset()) for value in said)) - said
    maybe: dict[str, Kind] = dict.fromkeys(open_to, "vid")
    maybe |= dict.fromkeys(frozenset(likely) - said, "tolkad")
    return Told(yes=said, maybe=maybe, is_closed=bool(said) and note["annat"] == "inte")


def _value(name: str, node: Json, note: Json) -> tuple[tuple[Value, ...], Of]:
    wide, values = _wide(node), labels(node)
    told = {value.id: _stated((value.id,), note, wide) for value in values}
    return values, lambda record: told.get(getattr(record, name), _SILENT)


def _list(name: str, node: Json, note: Json) -> tuple[tuple[Value, ...], Of]:
    wide = _wide(node["items"])

    @lru_cache(_MOST_KEPT)
    def told(values: tuple[str, ...]) -> Told:
        return _stated(values, note, wide)

    return labels(node["items"]), lambda record: told(getattr(record, name))


def _groups(name: str, node: Json, note: Json) -> tuple[tuple[Value, ...], Of]:
    """A row without the key may be about any value, and leaves all of them open."""
    key: str = note["nyckel"]

    def of(record: Record) -> Told:
        rows = getattr(record, name)
        if not rows:
            return _SILENT
        stated = [row.get(key) for row in rows if is_stated(row)]
        likely = [row[key] for row in rows if key in row and not is_stated(row)]
        told = _stated([value for value in stated if value], note, {}, likely)
        return replace(told, is_closed=told.is_closed and all(stated))

    return labels(node["items"]["properties"][key]), of


def _weekday(name: str, node: Json, note: Json) -> tuple[tuple[Value, ...], Of]:
    several: Mapping[str, list[str]] = note["flera"]
    values, written = _groups(name, node, note)

    def of(record: Record) -> Told:
        told = written(record)
        if not told.yes:
            return told
        return replace(told, yes=frozenset(one for day in told.yes for one in several.get(day, (day,))))

    return tuple(value for value in values if value.id not in several), of


def _yes_no(name: str, node: Json, _note: Json) -> tuple[tuple[Value, ...], Of]:
    """Each question for itself: an answer to one says nothing of another."""

    def of(record: Record) -> Told:
        answers: Mapping[str, str] = getattr(record, name) or {}
        if not answers:
            return _SILENT
        return Told(
            yes=frozenset(key for key, answer in answers.items() if answer == "ja"),
            no=frozenset(key for key, answer in answers.items() if answer == "nej"),
        )

    return tuple(Value(id=key, label=part["title"]) for key, part in node["properties"].items()), of


def _span(name: str, _node: Json, note: Json) -> tuple[tuple[Value, ...], Of]:
    """A range that the record's limits cover fits, one that they cut may. No limits at all: nothing is said."""
    ranges: list[Json] = note["varden"]

    def of(record: Record) -> Told:
        span: Mapping[str, Any] = getattr(record, name) or {}
        if not span:
            return _SILENT
        low, high = span.get("fran", 0), span.get("till", 10**6)
        met = [part for part in ranges if part["fran"] <= high and low <= part["till"]]
        yes = frozenset(part["id"] for part in met if low <= part["fran"] and part["till"] <= high)
        cut: dict[str, Kind] = {part["id"]: "del" for part in met if part["id"] not in yes}
        return Told(yes=yes, maybe=cut, is_closed=True)

    return tuple(Value(id=part["id"], label=part["titel"]) for part in ranges), of


def _amount(name: str, _node: Json, note: Json) -> tuple[tuple[Value, ...], Of]:
    """Sums within a value's limits fit. One beyond them, or not told, leaves the value open: who knows what it is
    for."""
    ranges: list[Json] = note["varden"]

    def of(record: Record) -> Told:
        rows = getattr(record, name)
        sums = [row.get(note["nyckel"]) for row in rows]
        held = [part["id"] for part in ranges if sums and all(_is_within(one, part) for one in sums)]
        return Told(yes=frozenset(held))

    return tuple(Value(id=part["id"], label=part["titel"]) for part in ranges), of


def _is_within(amount: float | None, part: Json) -> bool:
    return amount is not None and part["fran"] <= amount <= part["till"]


KINDS: Mapping[str, Callable[[str, Json, Json], tuple[tuple[Value, ...], Of]]] = {
    "varde": _value,
    "lista": _list,
    "grupper": _groups,
    "veckodag": _weekday,
    "ja-nej": _yes_no,
    "spann": _span,
    "belopp": _amount,
}
