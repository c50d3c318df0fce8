"""The conditions that a caseworker has beside the reader's: where the person lives, the age in years, hours a week,
days with parts of the day, and what decision there is. Facets as all others (`facets`), asked by the desk's page alone.

Input: `Vocabularies`. Output: `Facet`s. What no record tells stays a question, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from katalog.derive.facet_kinds import Of, Value
from katalog.derive.facets import Facet
from katalog.derive.hours import Slot, slots_of, weekdays
from katalog.derive.match import Kind, Told
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Group, Record, is_stated

GROUP = "bord"
_AGES, _HOURS = range(13, 101), range(1, 51)
_PARTS = {"formiddag": "förmiddag", "eftermiddag": "eftermiddag", "kvall": "kväll"}
# Ways in that need no decision: they are open whatever there is.
_FREE = ("drop-in", "egen-anmalan", "sol-utan-behovsprovning")
# What there may be in the caseworker's hand -> its name, and the way in that it opens.
DECISIONS = {
    "inget": ("Inget beslut", ""),
    "sol": ("Beslut enligt SoL", "bistandsbeslut-sol"),
    "lss": ("Beslut enligt LSS", "lss-beslut"),
    "remiss": ("Remiss från socialtjänsten", "remiss-socialtjanst"),
    "fia": ("FIA-kartläggning", "fia-utredning"),
    "jobbtorg": ("Väg via Jobbtorg", "remiss-jobbtorg"),
    "af": ("Väg via Arbetsförmedlingen", "anvisning-af"),
    "fk": ("Väg via Försäkringskassan", "via-forsakringskassan"),
    "varden": ("Väg via vården", "via-varden"),
    "flera": ("Väg via flera myndigheter", "handlaggargrupp"),
    "kommun": ("Kommunen kan beställa", "bestallning-kommun"),
}
WAYS = frozenset((*_FREE, *(way for _, way in DECISIONS.values() if way)))
# How wide a place says that it accepts: to every district, to every municipality of the county, to all.
_CITY, _COUNTY, _ALL = "hela-staden", "lanet", "hela-landet"
_SAID_WIDELY = {"stockholm": "stadsdel", "annan-kommun": "kommun"}  # some of these, and not which
_OWN_CITY = "stockholm"


def read_desk(words: Vocabularies) -> tuple[Facet, ...]:
    """Each is called as the record's own field is; what the caseworker is asked says the desk's wording."""
    return (_home(words), _age(words), decision_facet(words), _hours(words), *_times(words))


def _facet(name: str, title: str, values: Iterable[Value], of: Of, ask: str) -> Facet:
    return Facet(id=name, title=title, group=GROUP, values=tuple(values), of=of, ask=ask)


def homes_inside(words: Vocabularies) -> list[str]:
    """The homes in the city itself: its districts."""
    return [slug for slug, term in words.terms("omrade").items() if term.notes["slag"] == "stadsdel"]


def _home(words: Vocabularies) -> Facet:
    """Whom a place accepts by where they live. Silence denies nothing: what lies there may do, all else is asked. Towns
    beyond the county, where examples lie, are no choice."""
    districts = homes_inside(words)
    towns = [slug for slug in words.terms("kommun") if slug != _OWN_CITY]
    county = [slug for slug in towns if "lan" in words.terms("kommun")[slug].notes]
    kinds = {"stadsdel": districts, "kommun": towns}
    reach, homes = {_CITY: districts, _COUNTY: [*districts, *county], _ALL: [*districts, *towns]}, {*districts, *towns}
    values = [Value(id=slug, label=words.label("omrade", slug)) for slug in districts]
    values += [Value(id=slug, label=words.label("kommun", slug), is_hidden=slug not in county) for slug in towns]

    def of(record: Record) -> Told:
        said = record.tar_emot_fran
        if said:
            yes = frozenset(one for slug in said for one in reach.get(slug, [slug] if slug in districts else []))
            wide = {one for slug in said for one in kinds.get(_SAID_WIDELY.get(slug, ""), ())} - yes
            return Told(yes=yes, maybe=dict.fromkeys(wide, "tolkad"), is_closed=True)
        likely: dict[str, Kind] = dict.fromkeys(reach.get(record.omrade, ()), "tolkad")
        return Told(maybe=likely | dict.fromkeys({record.omrade, *record.kommun} & homes, "dar"))

    return replace(
        _facet("hemma", words.title("tar_emot_fran"), values, of, "om de tar emot den som bor i {val}"), are_names=True
    )


def _age(words: Vocabularies) -> Facet:
    """In years: limits that are told are known on both sides, as for the reader's ranges."""

    def of(record: Record) -> Told:
        span = record.alder
        if not span:
            return Told()
        low, high = span.get("fran", 0), span.get("till", max(_AGES))
        return Told(yes=frozenset(str(year) for year in _AGES if low <= year <= high), is_closed=True)

    values = [Value(id=str(year), label=f"{year} år") for year in _AGES]
    return _facet("alder-ar", words.title("alder"), values, of, "vilka åldrar som får vara med")


def _hours(words: Vocabularies) -> Facet:
    """A limit that is told denies what lies beyond it; only both together say yes."""

    def of(record: Record) -> Told:
        span = record.omfattning or {}
        low, high = span.get("timmar_fran"), span.get("timmar_till")
        if low is None and high is None:
            return Told()
        beyond = [one for one in _HOURS if (low is not None and one < low) or (high is not None and one > high)]
        no = frozenset(map(str, beyond))
        is_whole = low is not None and high is not None
        return Told(yes=frozenset(map(str, _HOURS)) - no if is_whole else frozenset(), no=no)

    values = [Value(id=str(one), label=f"{one} {'timme' if one == 1 else 'timmar'}") for one in _HOURS]
    return _facet("timmar", words.title("omfattning"), values, of, "hur många timmar i veckan man kan vara där")


def decision_facet(words: Vocabularies) -> Facet:
    """What is open with what there is. Ways that need no decision are open to all."""

    def of(record: Record) -> Told:
        yes = frozenset(_opened(record.ingang, stated=True))
        likely = set(_opened(record.ingang, stated=False)) - yes
        return Told(yes=yes, maybe=dict.fromkeys(likely, "tolkad"), is_closed=bool(yes))

    values = [Value(id=slug, label=label) for slug, (label, _) in DECISIONS.items()]
    return _facet("beslut", words.title("ingang"), values, of, "vilket beslut eller vilken väg in som krävs")


def _opened(ways: Iterable[Group], *, stated: bool) -> Iterator[str]:
    for row in ways:
        if is_stated(row) == stated:
            way = row.get("vag")
            yield from (slug for slug, (_, own) in DECISIONS.items() if way in _FREE or way == own)


def _times(words: Vocabularies) -> Iterator[Facet]:
    """Days, and parts of days: all of them must be open, or any of them."""
    days = weekdays(words)
    values = [
        Value(id=_slug(day, part), label=" ".join(filter(None, (words.label("dag", day), name))))
        for day, (part, name) in product(days, [("", ""), *_PARTS.items()])
    ]

    def of(record: Record) -> Told:
        return _open_at(record, slots_of(record, words), [value.id for value in values])

    title, ask = words.title("tider"), "vilka dagar och tider det är öppet"
    yield replace(_facet("pass", title, values, of, ask), needs_all=True)
    yield _facet("nagot-pass", title, values, of, ask)


def _slug(day: str, part: str) -> str:
    return f"{day}-{part}" if part else day


def _open_at(record: Record, slots: Iterable[Slot], every: Iterable[str]) -> Told:
    """What is told of a day denies its other parts only where each of its rows has a clock with an end."""
    own = list(slots)
    yes = frozenset(_slug(slot.day, part) for slot in own for part in ("", *_PARTS) if not part or part in slot.parts)
    vague = {slot.day for slot in own if not slot.end}
    is_whole = bool(record.tider) and all("dag" in time for time in record.tider)
    no = frozenset(one for one in every if is_whole and one not in yes and one.partition("-")[0] not in vague)
    return Told(yes=yes, no=no)
