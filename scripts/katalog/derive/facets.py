"""The choices that narrow a list, read out of the schema, and what each record answers to them.

Input: `Vocabularies` and `Derived`. Output: `Facet`s in order, the values of a record, counts by brute force (the
browser counts with bitsets; a test holds the two together).

A facet of a known kind is one annotation, `x-facett: {slag, grupp}`, on a top-level property of the schema:
`varde` (one vocabulary value), `lista` (several), `grupper` (objects that hold a value under `nyckel`), `veckodag`
(the same, where values in `flera` mean several days), `ja-nej` (an object of yes and no), `spann` (from and to,
falling into the ranges in `varden`). What follows from several fields stands in the table DERIVED. The schema's
`x-facetter` is the order of them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from katalog.derive.derived import Derived
from katalog.derive.freshness import (
    FRESHNESS_LABELS,
    Change,
    are_places_current,
    freshness_changes,
    places_changes,
)
from katalog.derive.laws import laws_of
from katalog.derive.nearness import held_in
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record, is_stated
from katalog.record.schema import Json, constants

Values = frozenset[str]
Answers = Mapping[str, Values]
State = Mapping[str, Values]
Of = Callable[[Record], Iterable[str]]
Changes = Callable[[Record], Iterable[Change]]
_MORNING_END, _LUNCH_END, _EVENING = "12:00", "13:00", "17:00"  # what goes on after lunch goes on in the afternoon
# The groups of facets in order; a group with a title is folded until the reader opens it.
GROUPS = {"alla": "", "handlaggare": "För handläggare"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One choice. `id` is what stands in the address of a search, `former` what stood there before."""

    id: str
    label: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Facet:
    """A question with its choices. `of` gives the choices that a record answers to; none means unknown. `changes` tells
    when an answer expires, in order, also what has happened already."""

    id: str
    title: str
    group: str
    values: tuple[Value, ...]
    of: Of
    changes: Changes = lambda _record: ()


def read_facets(derived: Derived, vocabularies: Vocabularies) -> tuple[Facet, ...]:
    """Every facet: those that the schema names and those of DERIVED, group by group in the order of `x-facetter`; what
    is not named there comes last in its group. Raises ValueError for a name there that is no facet."""
    fields, order = vocabularies.schema.fields, vocabularies.schema.full["x-facetter"]
    noted = {name: node["x-facett"] for name, node in fields.items() if "x-facett" in node}
    found = [_KINDS[note["slag"]](name, fields[name], note) for name, note in noted.items()]
    found += [facet(derived, vocabularies) for facet in DERIVED]
    unknown = set(order) - {facet.id for facet in found}
    if unknown:
        raise ValueError(f"x-facetter in the schema names what is no facet: {', '.join(sorted(unknown))}")
    groups, place = list(GROUPS), {name: number for number, name in enumerate(order)}
    return tuple(sorted(found, key=lambda facet: (groups.index(facet.group), place.get(facet.id, len(place)))))


def _of_field(name: str, node: Json, note: Json, values: tuple[Value, ...], of: Of) -> Facet:
    title: str = note["titel"] if "titel" in note else node["title"]
    return Facet(id=name, title=title, group=note["grupp"], values=values, of=of)


def _labels(node: Json) -> tuple[Value, ...]:
    found = constants(node)
    if found is None:
        raise ValueError("x-facett needs a vocabulary here")
    return tuple(Value(id=value["const"], label=value["title"], former=_former(value)) for value in found)


def _former(value: Json) -> tuple[str, ...]:
    return tuple(former["slug"] for former in value.get("x-forr", ()))


def _value(name: str, node: Json, note: Json) -> Facet:
    def of(record: Record) -> Iterable[str]:
        value: str | None = getattr(record, name)
        return (value,) if value is not None else ()

    return _of_field(name, node, note, _labels(node), of)


def _list(name: str, node: Json, note: Json) -> Facet:
    return _of_field(name, node, note, _labels(node["items"]), lambda record: getattr(record, name))


def _groups(name: str, node: Json, note: Json) -> Facet:
    key: str = note["nyckel"]

    def of(record: Record) -> Iterable[str]:
        return [group[key] for group in getattr(record, name) if key in group and is_stated(group)]

    return _of_field(name, node, note, _labels(node["items"]["properties"][key]), of)


def _weekday(name: str, node: Json, note: Json) -> Facet:
    several: Mapping[str, list[str]] = note["flera"]
    written = _groups(name, node, note)

    def of(record: Record) -> Iterator[str]:
        for day in written.of(record):
            yield from several.get(day, (day,))

    return replace(written, values=tuple(value for value in written.values if value.id not in several), of=of)


def _yes_no(name: str, node: Json, note: Json) -> Facet:
    def of(record: Record) -> Iterable[str]:
        return [key for key, answer in (getattr(record, name) or {}).items() if answer == "ja"]

    values = tuple(Value(id=key, label=part["title"]) for key, part in node["properties"].items())
    return _of_field(name, node, note, values, of)


def _span(name: str, node: Json, note: Json) -> Facet:
    """A record without limits fits every range: the schema says that no limit is written as nothing."""
    ranges: list[Json] = note["varden"]

    def of(record: Record) -> Iterable[str]:
        span: Mapping[str, Any] = getattr(record, name) or {}
        low, high = span.get("fran", 0), span.get("till", 10**6)
        return [part["id"] for part in ranges if part["fran"] <= high and low <= part["till"]]

    return _of_field(name, node, note, tuple(Value(id=part["id"], label=part["titel"]) for part in ranges), of)


_KINDS: Mapping[str, Callable[[str, Json, Json], Facet]] = {
    "varde": _value,
    "lista": _list,
    "grupper": _groups,
    "veckodag": _weekday,
    "ja-nej": _yes_no,
    "spann": _span,
}


def _freshness(derived: Derived, _vocabularies: Vocabularies) -> Facet:
    values = tuple(Value(id=level, label=label) for level, label in FRESHNESS_LABELS.items())
    return Facet(id="aktualitet", title="Hur aktuellt", group="alla", values=values,
                 of=lambda record: (derived.freshness[record.id].level,), changes=freshness_changes)  # fmt: skip


def _time_of_day(_derived: Derived, _vocabularies: Vocabularies) -> Facet:
    """From the times: before noon, afternoon, evening (from 17), weekend."""
    values = (Value(id="formiddag", label="Förmiddag"), Value(id="eftermiddag", label="Eftermiddag"),
              Value(id="kvall", label="Kväll"), Value(id="helg", label="Helg"))  # fmt: skip

    def of(record: Record) -> Iterator[str]:
        for time in record.tider:
            if time.get("dag") in ("lordag", "sondag", "alla-dagar"):
                yield "helg"
            start, end = time.get("fran"), time.get("till")
            if start and start < _MORNING_END:
                yield "formiddag"
            if start and _is_afternoon(start, end or start):
                yield "eftermiddag"
            if (start and start >= _EVENING) or (end and end > _EVENING):
                yield "kvall"

    return Facet(id="tid", title="Tid på dagen", group="alla", values=values, of=of)


def _places(derived: Derived, vocabularies: Vocabularies) -> Facet:
    """What a record says of free places, as long as it may be told (30 days)."""
    node = vocabularies.schema.fields["platslage"]["properties"]["lage"]

    def of(record: Record) -> Iterable[str]:
        stated = record.platslage
        return (stated["lage"],) if stated and are_places_current(stated["datum"], derived.idag) else ()

    return Facet(id="ledigt", title="Plats just nu", group="handlaggare", values=_labels(node), of=of,
                 changes=places_changes)  # fmt: skip


def _is_afternoon(start: str, end: str) -> bool:
    return start < _EVENING and (start >= _MORNING_END or end > _LUNCH_END)


def _parts(_derived: Derived, vocabularies: Vocabularies) -> Facet:
    """Parts of the support: what the record states, and what follows from its type."""
    node = vocabularies.schema.fields["komponent"]
    return Facet(id="komponent", title=node["title"], group="handlaggare", values=_labels(node["items"]),
                 of=lambda record: held_in(record, "komponent", vocabularies))  # fmt: skip


# A word in the laws of a vocabulary (x-lag) -> the choice it stands for.
_LAWS = {"SoL": ("sol", "Socialtjänstlagen (SoL)"), "LSS": ("lss", "LSS"), "Finsam": ("finsam", "Finsam-lagen"),
         "skollagen": ("skollagen", "Skollagen"), "Arbetsförmedlingen": ("af", "Arbetsförmedlingens regler"),
         "LOV": ("lov", "Lagen om valfrihet (LOV)")}  # fmt: skip


def _laws(_derived: Derived, vocabularies: Vocabularies) -> Facet:
    def of(record: Record) -> Iterator[str]:
        for law in laws_of(record, vocabularies):
            yield from (id_ for word, (id_, _) in _LAWS.items() if word in law)

    values = tuple(Value(id=id_, label=label) for id_, label in _LAWS.values())
    return Facet(id="lag", title="Beslut och lag", group="handlaggare", values=values, of=of)


DERIVED: tuple[Callable[[Derived, Vocabularies], Facet], ...] = (
    _freshness,
    _time_of_day,
    _places,
    _parts,
    _laws,
)


def answers_of(record: Record, facets: Iterable[Facet]) -> Answers:
    """What one record answers to every facet."""
    return {facet.id: frozenset(facet.of(record)) for facet in facets}


def is_match(row: Answers, state: State, *, but: str | None = None) -> bool:
    """Several values in a facet widen, several facets narrow. `but` names a facet to leave out of account."""
    return all(facet == but or not chosen or row[facet] & chosen for facet, chosen in state.items())


def count_values(rows: Iterable[Answers], facets: Iterable[Facet], state: State) -> dict[str, dict[str, int]]:
    """For each choice how many rows it would give, given what is chosen in the other facets."""
    listed = list(rows)
    counts: dict[str, dict[str, int]] = {}
    for facet in facets:
        left = [row[facet.id] for row in listed if is_match(row, state, but=facet.id)]
        counts[facet.id] = {value.id: sum(value.id in held for held in left) for value in facet.values}
    return counts
