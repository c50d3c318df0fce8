"""What the caseworker's table says: its conditions and columns in order, what a record says in each, and what would
open a near miss.

Input: `View`. Output: facets with their words, and `Column`s. Read by `browser/desk.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from katalog.derive.desk import read_desk
from katalog.derive.facets import Facet
from katalog.record.model import Record
from katalog.wording.fields import LINES
from katalog.wording.hours import short_hours
from katalog.wording.reach import call_line
from katalog.wording.view import View

Says = Callable[[Record], str]
# How a condition is asked: one of several, several, a number, the parts of a week.
Kind = Literal["en", "flera", "tal", "vecka"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """`facet` is asked for; `other` stands for it where any of the choices is enough. `weight`: how much it counts
    when places are put in order. `needs_all`: here all choices must hold, also where a reader's search widens.
    `shows`: the column that comes with the question."""

    facet: str
    kind: Kind
    other: str = ""
    weight: int = 1
    needs_all: bool = False
    shows: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of the table: the record's own values of a facet, or a text that is told here."""

    id: str
    title: str
    facet: str = ""
    says: Says | None = None
    is_first: bool = False


# Heading -> the conditions below it.
CONDITIONS: Mapping[str, tuple[Condition, ...]] = {
    "Personen": (
        Condition(facet="hemma", kind="en", weight=3),
        Condition(facet="alder-ar", kind="tal"),
        Condition(facet="malgrupp", kind="flera"),
    ),
    "Beslut och tid": (
        Condition(facet="beslut", kind="flera", weight=2),
        Condition(facet="timmar", kind="tal"),
        Condition(facet="pass", kind="vecka", other="nagot-pass", shows="nar"),
    ),
    "Platsen": (
        Condition(facet="inriktning", kind="flera", weight=2),
        *(Condition(facet=facet, kind="flera") for facet in ("insatstyp", "omrade", "komponent", "betalning")),
        Condition(facet="ledigt", kind="flera"),
        Condition(facet="tillganglighet", kind="flera", needs_all=True),
        *(Condition(facet=facet, kind="flera") for facet in ("sprak", "moter_behov", "lag")),
    ),
}  # fmt: skip
# Facet -> what the caseworker is asked, where the record's own word is another.
TITLES = {
    "hemma": "Bor i",
    "malgrupp": "Grupper",
    "beslut": "Beslut eller väg som finns",
    "timmar": "Timmar i veckan",
    "pass": "Dagar och tider",
    "nagot-pass": "Någon av tiderna",
    "inriktning": "Inriktning",
    "insatstyp": "Typ av stöd",
    "omrade": "Platsen ligger i",
    "lag": "Lag",
}
# Facet -> what would open a place that only this keeps away; "" stands for all others, "nej" for a plain no. `{sagt}`
# is what the record says, `{varde}` what was asked for.
OPENS = {
    "": "Det öppnas om {sagt} också går bra.",
    "nej": "Fråga om det går att ordna: {varde}.",
    "hemma": "De tar emot från {sagt}. Fråga om din förvaltning kan köpa en plats.",
    "alder-ar": "Gränsen är {sagt}. Fråga om undantag.",
    "malgrupp": "De skriver {sagt}. Fråga om de tar emot fler.",
    "beslut": "Det öppnas med {sagt}.",
    "timmar": "De skriver {sagt}. Fråga om tiden kan ändras.",
    "pass": "De har {sagt}. Fråga om dagarna kan ändras.",
    "nagot-pass": "De har {sagt}. Fråga om dagarna kan ändras.",
    "omrade": "Det öppnas om platsen får ligga i {sagt}.",
    "ledigt": "Fråga när det finns plats.",
}
# Facets whose sentence tells what the record says, too: what fails need not be told beside it.
TOLD_WHOLE = ("hemma", "alder-ar", "malgrupp", "timmar", "pass", "nagot-pass")
# How a value is told that is only likely, by why.
LIKELY = {"tolkad": "{varde} (troligen)", "typ": "{varde} (efter typen)"}
# Facet -> the field that answers it, where that is another name.
FIELDS = {"hemma": "tar_emot_fran", "alder-ar": "alder", "beslut": "ingang", "timmar": "omfattning", "pass": "tider",
          "nagot-pass": "tider", "tid": "tider", "ledigt": "platslage", "lag": "ingang", "aktualitet": ""}  # fmt: skip
_ELSEWHERE = "annan-kommun"
_SAID_IN = {"hemma": "tar_emot_fran", "alder-ar": "alder", "timmar": "omfattning"}


def desk_facets(view: View) -> tuple[Facet, ...]:
    """The desk's own conditions, with what a record says of each in few words."""
    says: dict[str, Says] = {facet: partial(_lines, view, field) for facet, field in _SAID_IN.items()}
    says |= dict.fromkeys(("pass", "nagot-pass"), partial(_hours, view))
    return tuple(replace(facet, says=says.get(facet.id)) for facet in read_desk(view.words))


def columns(view: View) -> tuple[Column, ...]:
    """Those that are chosen from the start first, then the others."""
    return (
        Column(id="var", title="Var", says=partial(_place, view), is_first=True),
        Column(id="vag", title="Väg in", facet="ingang", is_first=True),
        Column(id="na", title="Så når du dem", says=partial(call_line, view), is_first=True),
        Column(id="typ", title="Typ", facet="insatstyp"),
        Column(id="for", title="För vem", facet="malgrupp"),
        Column(id="ar", title="Ålder", says=partial(_lines, view, "alder")),
        Column(id="gora", title="Vad man gör", facet="inriktning"),
        Column(id="nar", title="Tider", says=partial(_hours, view)),
        Column(id="timmar", title="Timmar", says=partial(_lines, view, "omfattning")),
        Column(id="fran", title="Tar emot från", says=partial(_lines, view, "tar_emot_fran")),
        Column(id="betalar", title="Vem betalar", facet="betalning"),
        Column(id="delar", title="Delar", facet="komponent"),
        Column(id="sakert", title="Så säkert är det", facet="aktualitet"),
        Column(id="lediga", title="Plats just nu", facet="ledigt"),
    )


def _place(view: View, record: Record) -> str:
    """The district; outside the city the municipality, where that is known."""
    towns = [view.words.label("kommun", slug) for slug in record.kommun]
    return ", ".join(towns) if towns and record.omrade == _ELSEWHERE else view.words.label("omrade", record.omrade)


def _lines(view: View, field: str, record: Record) -> str:
    value = getattr(record, field)
    lines: Iterable[str] = (line.text for line in LINES[field](view, value)) if value else ()
    return ", ".join(lines)


def _hours(view: View, record: Record) -> str:
    return ", ".join(short_hours(record.tider, view.words))
