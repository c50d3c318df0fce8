"""The choices that narrow a list, read out of the schema, and what each record tells of them.

Input: `Vocabularies` and `Derived`. Output: `Facet`s in order, and what a record tells (`match.Told`), which `match`
judges.

A facet of a known kind is one annotation, `x-facett`, on a top-level property of the schema (`facet_kinds`). It says
too what follows by rule (`regel`), whether all chosen values must hold (`alla_val`), whether age matters (`aldras`) and
what to ask when nothing is known (`fraga`). What follows from several fields stands in the table DERIVED. The schema's
`x-facetter` is the order of them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from katalog.derive.derived import Derived
from katalog.derive.facet_kinds import KINDS, Of, Value, labels
from katalog.derive.freshness import Change, are_places_current, places_changes
from katalog.derive.hours import parts_of
from katalog.derive.laws import laws_of, likely_laws_of
from katalog.derive.match import Kind, Row, Told, is_old
from katalog.derive.nearness import Near, parts_by_type
from katalog.derive.trust import STEP_LABELS, Step, changes_of
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record
from katalog.record.schema import Json

Changes = Callable[[Record], Iterable[Change]]


def no_changes(_record: Record) -> tuple[Change, ...]:
    """Of a facet whose values never expire."""
    return ()


# The groups of facets in order; a group with a title is folded until the reader opens it.
GROUPS = {"alla": "", "handlaggare": "För handläggare"}


@dataclass(frozen=True, kw_only=True)
class Facet:
    """A question with its choices. `of` gives what a record tells, without regard to its age. `changes` tells when a
    value expires, in order, also what has happened already. `ask` follows "Fråga". `needs_all`: every chosen value must
    hold. `ages`: what was said long ago is no plain yes. `are_names`: the values keep their capitals. `says`: what a
    record says of it in few words, where a list of its values would be long."""

    id: str
    title: str
    group: str
    values: tuple[Value, ...]
    of: Of
    changes: Changes = no_changes
    ask: str
    needs_all: bool = False
    ages: bool = True
    are_names: bool = False
    says: Callable[[Record], str] | None = None

    def told(self, record: Record, idag: str) -> Told:
        """What a record tells, on a day."""
        told = self.of(record)
        return replace(told, is_old=True) if self.ages and is_old(record, idag) else told


def read_facets(derived: Derived, vocabularies: Vocabularies) -> tuple[Facet, ...]:
    """Every facet: those that the schema names and those of DERIVED, group by group in the order of `x-facetter`; what
    is not named there comes last in its group. Raises ValueError for a name there that is no facet."""
    fields, order = vocabularies.schema.fields, vocabularies.schema.full["x-facetter"]
    noted = [name for name, node in fields.items() if "x-facett" in node]
    found = [_of_field(name, fields[name], vocabularies) for name in noted]
    found += [facet(derived, vocabularies) for facet in DERIVED]
    unknown = set(order) - {facet.id for facet in found}
    if unknown:
        raise ValueError(f"x-facetter in the schema names what is no facet: {', '.join(sorted(unknown))}")
    groups, place = list(GROUPS), {name: number for number, name in enumerate(order)}
    return tuple(sorted(found, key=lambda facet: (groups.index(facet.group), place.get(facet.id, len(place)))))


def _of_field(name: str, node: Json, vocabularies: Vocabularies) -> Facet:
    note: Json = node["x-facett"]
    values, of = KINDS[note["slag"]](name, node, note)
    rule = note.get("regel")
    return Facet(
        id=name,
        title=note["titel"] if "titel" in note else node["title"],
        group=note["grupp"],
        values=values,
        of=_with_rule(of, rule, vocabularies) if rule else of,
        ask=note["fraga"],
        needs_all=note.get("alla_val", False),
        ages=note.get("aldras", True),
    )


def _with_rule(of: Of, rule: str, vocabularies: Vocabularies) -> Of:
    """What follows by rule is likely, and leaves open what else may hold."""
    kind, make = _RULES[rule]
    values_of = make(vocabularies)

    def told(record: Record) -> Told:
        stated = of(record)
        likely = {value: kind for value in values_of(record) if value not in stated.yes}
        return replace(stated, maybe={**stated.maybe, **likely}) if likely else stated

    return told


_RULES: Mapping[str, tuple[Kind, Callable[[Vocabularies], Callable[[Record], list[str]]]]] = {
    "delar": ("typ", lambda words: partial(parts_by_type, words=words)),
    "nara": ("nara", lambda words: Near(words).needs),
}


# What the choices were called while there were four.
_FORMER: Mapping[Step, tuple[str, ...]] = {"bekraftat": ("bekraftad", "dags"), "fraga": ("obekraftad", "inaktuell")}


def _trust(derived: Derived, _vocabularies: Vocabularies) -> Facet:
    """The three steps. What is closed or an example has none of them."""
    values = tuple(Value(id=step, label=label, former=_FORMER.get(step, ())) for step, label in STEP_LABELS.items())

    by_step = {step: Told(yes=frozenset({step}), is_closed=True) for step in STEP_LABELS}
    past = Told(no=frozenset(STEP_LABELS))

    def of(record: Record) -> Told:
        return by_step.get(derived.trust[record.id].step, past)

    def changes(record: Record) -> list[Change]:
        return changes_of(derived.trust[record.id].basis)

    return Facet(id="aktualitet", title="Så säkert är det", group="alla", values=values, ages=False, of=of,
                 changes=changes, ask="hur säkert det är")  # fmt: skip


def _time_of_day(_derived: Derived, _vocabularies: Vocabularies) -> Facet:
    """From the times (`hours`): before noon, afternoon, evening (from 17), weekend."""
    values = (Value(id="formiddag", label="Förmiddag"), Value(id="eftermiddag", label="Eftermiddag"),
              Value(id="kvall", label="Kväll"), Value(id="helg", label="Helg"))  # fmt: skip

    def of(record: Record) -> Told:
        if not record.tider:
            return Told()
        yes = frozenset(held for time in record.tider for held in parts_of(time))
        hours = {"formiddag", "eftermiddag", "kvall"} if _all_tell(record, "fran") else set()
        weekend = {"helg"} if _all_tell(record, "dag") else set()
        return Told(yes=yes, no=frozenset(hours | weekend) - yes)

    return Facet(id="tid", title="Tid på dagen", group="alla", values=values, of=of, ask="vilka tider det är öppet")


def _all_tell(record: Record, key: str) -> bool:
    return all(key in time for time in record.tider)


def _places(derived: Derived, vocabularies: Vocabularies) -> Facet:
    """What a record says of free places, as long as it may be told (30 days)."""
    node = vocabularies.schema.fields["platslage"]["properties"]["lage"]

    def of(record: Record) -> Told:
        stated = record.platslage
        if not stated or not are_places_current(stated["datum"], derived.idag):
            return Told()
        return Told(yes=frozenset({stated["lage"]}), is_closed=True)

    return Facet(id="ledigt", title="Plats just nu", group="handlaggare", values=labels(node), of=of, ages=False,
                 changes=places_changes, ask="om det finns plats")  # fmt: skip


# A word in the laws of a vocabulary (x-lag) -> the choice it stands for.
_LAWS = {"SoL": ("sol", "Socialtjänstlagen (SoL)"), "LSS": ("lss", "LSS"), "Finsam": ("finsam", "Finsam-lagen"),
         "skollagen": ("skollagen", "Skollagen"), "Arbetsförmedlingen": ("af", "Arbetsförmedlingens regler"),
         "LOV": ("lov", "Lagen om valfrihet (LOV)")}  # fmt: skip


def _laws(_derived: Derived, vocabularies: Vocabularies) -> Facet:
    """A law that the record's type, ways in or payment rest on."""

    def of(record: Record) -> Told:
        yes = frozenset(_laws_in(laws_of(record, vocabularies)))
        likely = frozenset(_laws_in(likely_laws_of(record, vocabularies))) - yes
        return Told(yes=yes, maybe=dict.fromkeys(likely, "tolkad"), is_closed=bool(yes))

    values = tuple(Value(id=id_, label=label) for id_, label in _LAWS.values())
    return Facet(id="lag", title="Beslut och lag", group="handlaggare", values=values, of=of,
                 ask="vilken lag som gäller")  # fmt: skip


def _laws_in(laws: Iterable[str]) -> Iterator[str]:
    for law in laws:
        yield from (id_ for word, (id_, _) in _LAWS.items() if word in law)


DERIVED: tuple[Callable[[Derived, Vocabularies], Facet], ...] = (_trust, _time_of_day, _places, _laws)


def row_of(record: Record, facets: Sequence[Facet], idag: str) -> Row:
    """What one record tells of every facet."""
    return {facet.id: facet.told(record, idag) for facet in facets}
