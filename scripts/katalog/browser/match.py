"""What records tell of each facet, as sets of record numbers: the data of the browser's half of the matching engine.

Input: facets, records in the order of their numbers. Output: plain values for the search's index. Read by
docs/assets/js/match/ alone; a change of form raises `format` in schema/sokord.json.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from katalog.browser.numbers import encode
from katalog.browser.sets import Sets
from katalog.derive.facet_kinds import Of
from katalog.derive.facets import Facet, no_changes
from katalog.derive.match import old_from, year_of
from katalog.record.model import Record
from katalog.record.schema import Json, Schema
from katalog.record.schema_files import CONDITIONS


def facet_row(facet: Facet, said: Said, records: Sequence[Record], sets: Sets, idag: str) -> dict[str, Any]:
    """`sluten`: the records that hold nothing but what they name. Age is not reckoned in: it follows from the reader's
    day (`gamla`). `said`: what the records say of it."""
    row: dict[str, Any] = {
        "id": facet.id,
        "titel": facet.title,
        "grupp": facet.group,
        "fraga": facet.ask,
        "varden": _value_rows(facet, said, sets),
        **({"sluten": sets.of(said.closed)} if said.closed else {}),
        **({"alla": True} if facet.needs_all else {}),
        **({} if facet.ages else {"aldras": False}),
        **({"egennamn": True} if facet.are_names else {}),
    }
    expiring = _expiring(facet, records, idag)
    return {**row, "gar_ut": expiring} if expiring else row


def _value_rows(facet: Facet, said: Said, sets: Sets) -> list[dict[str, Any]]:
    """`mangd`: those that say so; `kan`: those that may, by why; `nej`: those that say no."""
    rows = []
    for value in facet.values:
        yes, no = said.yes.get(value.id, ()), said.no.get(value.id, ())
        kinds = [[kind, sets.of(docs)] for kind, docs in sorted(said.maybe.get(value.id, {}).items())]
        rows.append({
            "id": value.id, "titel": value.label, "mangd": sets.of(yes), **({"kan": kinds} if kinds else {}),
            **({"nej": sets.of(no)} if no else {}), **({"forr": value.former} if value.former else {}),
            **({"vid": True} if value.is_wide else {}), **({"dold": True} if value.is_hidden else {}),
        })  # fmt: skip
    return rows


class Said:
    """Value -> the records that say it, say no to it, or may, by why: gone through once, not once a value. `closed` are
    those that hold nothing but what they name."""

    def __init__(self, of: Of, records: Iterable[Record]) -> None:
        self.yes: dict[str, list[int]] = defaultdict(list)
        self.no: dict[str, list[int]] = defaultdict(list)
        self.maybe: dict[str, dict[str, list[int]]] = {}
        self.closed: list[int] = []
        for doc, record in enumerate(records):
            told = of(record)
            for value in told.yes:
                self.yes[value].append(doc)
            for value in told.no:
                self.no[value].append(doc)
            for value in told.maybe.keys() - told.yes if told.maybe else ():
                self.maybe.setdefault(value, {}).setdefault(told.maybe[value], []).append(doc)
            if told.is_closed:
                self.closed.append(doc)


def old_rows(records: Sequence[Record], sets: Sets, idag: str) -> list[list[Any]]:
    """[first day on which they are too old ("": they are), the year that their words are from, the records], in order
    of days: a clock that is behind brings nothing back."""
    docs: dict[tuple[str, str], list[int]] = {}
    for doc, record in enumerate(records):
        day = old_from(record)
        if day is not None:
            docs.setdefault(("" if day <= idag else day, year_of(record)), []).append(doc)
    return [[day, year, sets.of(found)] for (day, year), found in sorted(docs.items())]


def conditions(schema: Schema) -> Json:
    """Words of a question that mean a choice (schema/villkor.json), "|" between them."""
    source: Json = schema.documents[CONDITIONS]
    rows = [{**one, "sager": "|".join(one["sager"])} for one in source["villkor"]]
    return {**{key: "|".join(source[key]) for key in ("bredvid", "forbi")}, "villkor": rows}


def _expiring(facet: Facet, records: Sequence[Record], idag: str) -> list[list[Any]]:
    """What happens after the day of the build, in order of days: [first day, the value that is left, the value that
    takes its place (-1: none), the records], values by their places."""
    if facet.changes is no_changes:
        return []
    place: dict[str | None, int] = {None: -1, **{value.id: at for at, value in enumerate(facet.values)}}
    docs: dict[tuple[str, int, int], list[int]] = {}
    for doc, record in enumerate(records):
        for change in facet.changes(record):
            if change.date > idag:
                docs.setdefault((change.date, place[change.before], place[change.after]), []).append(doc)
    return [[*key, encode(_gaps(found))] for key, found in sorted(docs.items())]


def _gaps(numbers: Sequence[int]) -> list[int]:
    return [number - before for number, before in zip(numbers, (0, *numbers), strict=False)]
