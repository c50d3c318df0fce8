"""What the whole catalogue holds, counted: by every vocabulary, ages, sums, results, contacts and how old it all is.

Input: `Derived` and `Vocabularies`. Output: plain data (texts, numbers, lists, mappings), for the site's pages and for
whoever reads them as JSON. Counted are records that a reader can choose, each once for a value; what is only likely is
left out, and what nobody says stands as unknown, never as no.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress
from typing import Any

from katalog.derive.choices import is_choice
from katalog.derive.derived import Derived
from katalog.derive.freshness import are_places_current
from katalog.derive.outcomes import outcomes
from katalog.derive.swedish import sort_key
from katalog.derive.trust import STEP_LABELS
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record, is_stated, stated_at
from katalog.record.places import EACH, Place
from katalog.record.schema import Json

Table = dict[str, Any]
Values = Callable[[Record], Iterable[Hashable]]
FORMAT = 1
UNKNOWN = ""  # the row of those that say nothing
_UNKNOWN_LABEL = "Uppgift saknas"
_YES_NO = "ja-nej"
# Those that have it are none to choose, and are counted for themselves; units stand with their sums.
_LEFT_OUT = frozenset({"for_vem", "enhet"})
_COUNTED = {"antal": "Verksamheter", "bekraftade": "Varav bekräftade"}
_ANSWERED = {"ja": "Ja", "nej": "Nej", "okant": "Uppgift saknas"}
_AGES = {"hela": "Hela åldersgruppen", "del": "En del av den", "inte": "Inte", "okant": "Uppgift saknas"}
_SUMS = {"antal": "Uppgifter", "lagst_kr": "Lägst, kronor", "hogst_kr": "Högst, kronor"}
_AMOUNT = "belopp_kr"


def statistics_of(derived: Derived, words: Vocabularies) -> dict[str, Any]:
    """`format`, `datum`, `poster` (how many of each kind), `tabeller` in the order of the record's fields, and
    `resultat`. A table has `id`, `grupp` (the part of the record that it is of), `titel`, `kolumner` (key -> heading)
    and `rader` (`id`, `etikett` and a number for each key)."""
    records = derived.catalogue.records
    choices = sorted((one for one in records if is_choice(one)), key=lambda one: (sort_key(one.namn), one.id))
    return {
        "format": FORMAT,
        "datum": derived.idag,
        "poster": {
            "alla": len(records),
            "att_valja": len(choices),
            "bekraftade": sum(derived.trust[one.id].is_confirmed for one in choices),
            "stangda": sum(one.is_closed for one in records),
            "exempel": sum(one.forebild for one in records),
            "for_personal": sum(bool(one.for_vem) for one in records),
        },
        "tabeller": _in_order(_Counting(derived, words, choices).tables(), words),
        "resultat": outcomes(choices),
    }


def _in_order(tables: Iterable[Table], words: Vocabularies) -> list[Table]:
    """By part of the record, then as its fields stand."""
    groups = [group.id for group in words.groups]
    return sorted(tables, key=lambda table: groups.index(table["grupp"]))


class _Counting:
    """One count of some records, table by table."""

    def __init__(self, derived: Derived, words: Vocabularies, records: Sequence[Record]) -> None:
        self._derived, self._words, self._records = derived, words, records
        self._fields: Mapping[str, Json] = words.schema.fields
        self._are_confirmed = [derived.trust[record.id].is_confirmed for record in records]

    def tables(self) -> Iterator[Table]:
        for place, node in self._words.schema.places.items():
            if node.get("x-vokabular") not in (None, _YES_NO) and _LEFT_OUT.isdisjoint(place):
                yield self._vocabulary(place, node["x-vokabular"])
            if place == ("alder",):
                yield self._ages()
            if len(place) == 1 and node.get("x-facett", {}).get("slag") == _YES_NO:
                yield self._answers(place[0])
            if place == ("kontakt",):
                yield self._contacts()
            if place[-1] == _AMOUNT:
                yield self._sums(place)
        yield self._trust()
        yield self._years()

    def _counted(self, id_: str, field: str, title: str, labels: Mapping[str, str], values: Values) -> Table:
        """How many hold each value, how many of those are confirmed, and how many hold none."""
        held = [tuple(dict.fromkeys(values(record))) or (UNKNOWN,) for record in self._records]
        all_ = Counter(chain.from_iterable(held))
        confirmed = Counter(chain.from_iterable(compress(held, self._are_confirmed)))
        rows = [
            {"id": slug, "etikett": label, "antal": all_[slug], "bekraftade": confirmed[slug]}
            for slug, label in {**labels, UNKNOWN: _UNKNOWN_LABEL}.items()
        ]
        return self._table(id_, field, title, _COUNTED, rows)

    def _table(
        self, id_: str, field: str, title: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
    ) -> Table:
        group = self._fields[field]["x-grupp"]
        return {"id": id_, "grupp": group, "titel": title, "kolumner": dict(columns), "rader": list(rows)}

    def _title(self, place: Place) -> str:
        """`Väg in: Gäller för` where a part of a field is counted."""
        own = self._words.title(place[0])
        parts = [name for name in place[1:] if name != EACH]
        return f"{own}: {self._words.schema.places[place]['title']}" if parts else own

    def _vocabulary(self, place: Place, name: str) -> Table:
        labels = {slug: term.label for slug, term in self._words.terms(name).items()}

        def values(record: Record) -> Iterable[Hashable]:
            if not getattr(record, place[0]) or (place[0] == "platslage" and not self._is_place_current(record)):
                return ()  # most say nothing
            return [value for value in stated_at(record, place) if value is not None]

        return self._counted(
            "-".join(name for name in place if name != EACH), place[0], self._title(place), labels, values
        )

    def _is_place_current(self, record: Record) -> bool:
        """What is said of free places is told for a month."""
        return record.platslage is not None and are_places_current(record.platslage["datum"], self._derived.idag)

    def _answers(self, field: str) -> Table:
        rows = []
        for name, part in self._fields[field]["properties"].items():
            told = Counter((getattr(one, field) or {}).get(name, "okant") for one in self._records)
            rows.append({"id": name, "etikett": part["title"], **{key: told[key] for key in _ANSWERED}})
        return self._table(field, field, self._words.title(field), _ANSWERED, rows)

    def _ages(self) -> Table:
        """Against the ranges of the search."""
        rows = []
        for part in self._fields["alder"]["x-facett"]["varden"]:
            told = Counter(_age_answer(record, part["fran"], part["till"]) for record in self._records)
            rows.append({"id": part["id"], "etikett": part["titel"], **{key: told[key] for key in _AGES}})
        return self._table("alder", "alder", self._words.title("alder"), _AGES, rows)

    def _contacts(self) -> Table:
        labels = {name: part["title"] for name, part in self._fields["kontakt"]["properties"].items()}
        return self._counted(
            "kontakt", "kontakt", self._words.title("kontakt"), labels, lambda record: record.kontakt or ()
        )

    def _sums(self, place: Place) -> Table:
        """The sums of a field, each with its unit and its year: sums of different years are not compared."""
        field = place[0]
        found: dict[tuple[str, str, str], list[float]] = {}
        for record in self._records:
            value = getattr(record, field)
            for row in value if isinstance(value, tuple) else [value] if value else []:
                if _AMOUNT in row and is_stated(row):
                    key = (row.get("slag", ""), row.get("enhet", ""), str(row.get("ar", "")))
                    found.setdefault(key, []).append(row[_AMOUNT])
        rows = [
            {"id": "-".join(key), "etikett": self._sum_label(place, *key), "antal": len(sums),
             "lagst_kr": min(sums), "hogst_kr": max(sums)}
            for key, sums in sorted(found.items())
        ]  # fmt: skip
        return self._table(f"{field}-kronor", field, f"{self._words.title(field)}: kronor", _SUMS, rows)

    def _sum_label(self, place: Place, kind: str, unit: str, year: str) -> str:
        names = {name: self._words.schema.places.get((*place[:-1], name), {}) for name in ("slag", "enhet")}
        said = [
            self._words.label(names[name]["x-vokabular"], value)
            for name, value in (("slag", kind), ("enhet", unit))
            if value
        ]
        return ", ".join([*said, year or "okänt år"])

    def _trust(self) -> Table:
        labels = {str(step): label for step, label in STEP_LABELS.items()}
        trust = self._derived.trust
        table = self._counted(
            "sakerhet", "senast_bekraftad", "Hur säkert det är", labels, lambda record: [trust[record.id].step]
        )
        return {**table, "rader": [row for row in table["rader"] if row["id"] != UNKNOWN]}

    def _years(self) -> Table:
        """The year of the last confirmation, else of the newest source that stands for the whole record, else the year
        that the record gives."""
        years = {one.id: self._year(one) for one in self._records}
        labels = {year: year for year in sorted({year for year in years.values() if year}, reverse=True)}
        return self._counted(
            "uppgifternas-ar", "uppgifter_fran", "Uppgifternas år", labels,
            lambda record: [years[record.id]] if years[record.id] else [],
        )  # fmt: skip

    def _year(self, record: Record) -> str:
        basis = self._derived.trust[record.id].basis
        return basis.confirmed[:4] or str(basis.newest.year or "")


def _age_answer(record: Record, low: int, high: int) -> str:
    """Whether a range of ages is let in: whole, in part, or not. Without limits nobody has said."""
    if not record.alder:
        return "okant"
    own_low, own_high = record.alder.get("fran", 0), record.alder.get("till", high)
    if own_low > high or own_high < low:
        return "inte"
    return "hela" if own_low <= low and own_high >= high else "del"
