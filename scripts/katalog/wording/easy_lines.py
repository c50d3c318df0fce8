"""The sentences of the easy text, each from one field of a record. None quotes what somebody wrote freely.

Input: `View` and a record. Output: `EasyLine`s; None or nothing where a field says nothing. The words for values are
the vocabularies' own (`x-latt`); `easy.py` chooses among the sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from katalog.derive.choices import is_told_as_past
from katalog.derive.contact import Kind
from katalog.derive.freshness import day_after
from katalog.derive.hours import hours_year, weekdays
from katalog.derive.swedish import swedish_date
from katalog.derive.trust import Trust
from katalog.record.model import Group, Record
from katalog.wording.reach import Told
from katalog.wording.trust import TEXTS
from katalog.wording.view import View
from katalog.wording.visit import visit_place

_MOST_OFFERS = _MOST_GROUPS = _MOST_TIMES = _MOST_TOWNS = 2  # in one sentence
_PAIR = 2  # days that are named both; of more the first and the last
_UNKNOWN = "Vi vet inte hur gam"  # how each sentence on an unknown age begins
_UNDATED = "Vi vet inte hur gammal den är."
# Whose contact it is, or what kind of place is asked -> how the sentence names them, and their web site.
_WHOM = {
    "kontakt": ("dem", "deras webbplats"),
    "anordnare": ("dem som driver det", "webbplatsen för dem som driver det"),
    "stadsdel": ("stadsdelen", "stadsdelens webbplats"),
    "vidare": ("staden", "stadens webbplats"),
    "kommun": ("kommunen", "kommunens webbplats"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyLine:
    """One or two sentences: `text`, then what may lead somewhere, then `after`. `address` is a page of ours, from the
    root, `link` one outside. From the day `ends` (ISO) on it is no longer true."""

    text: str
    linked: str = ""
    after: str = ""
    address: str = ""
    link: str = ""
    ends: str = ""

    @property
    def plain(self) -> str:
        """All words, as they are read."""
        return " ".join(f"{self.text} {self.linked}".split()) + self.after


def _is_over(record: Record) -> bool:
    """Told in the past tense."""
    return record.is_closed or is_told_as_past(record)


def kind_line(view: View, record: Record) -> EasyLine:
    verb = "var" if _is_over(record) else "är"
    return EasyLine(text=f"Det {verb} {_latt(view, 'insatstyp', record.insatstyp[0])}.")


def place_line(view: View, record: Record) -> EasyLine:
    verb = "fanns" if record.is_closed else "var" if is_told_as_past(record) else "finns"
    where = _where(view, record)
    return EasyLine(text=f"Det {verb} {where}." if where else f"Vi vet inte var det {verb}.")


def _where(view: View, record: Record) -> str:
    phrase = view.words.terms("omrade")[record.omrade].notes.get("latt")
    if phrase:
        return str(phrase)
    towns = [view.words.terms("kommun")[slug] for slug in record.kommun]
    named = [str(town.notes.get("latt", f"i {town.label}")) for town in towns]
    return and_text(named) if len(named) <= _MOST_TOWNS else "i flera kommuner"


def offer_line(view: View, record: Record) -> EasyLine | None:
    """A few of the things that go on there; whether one makes coffee or drinks it, no field tells."""
    shown = [_latt(view, "inriktning", slug) for slug in record.inriktning[:_MOST_OFFERS]]
    more = "till exempel " if len(record.inriktning) > _MOST_OFFERS else ""
    verb = "handlade" if _is_over(record) else "handlar"
    return EasyLine(text=f"Det {verb} om {more}{and_text(shown)}.") if shown else None


def group_line(view: View, record: Record) -> EasyLine | None:
    """For whom it is; "alla" takes in all others."""
    groups = ("alla",) if "alla" in record.malgrupp else record.malgrupp
    if not groups or len(groups) > _MOST_GROUPS:
        return None
    verb = "var" if _is_over(record) else "är"
    first, *others = (_latt(view, "malgrupp", slug) for slug in groups)
    also = (f" Det {verb} också för {other}." for other in others)
    return EasyLine(text=f"Det {verb} för {first}.{''.join(also)}")


def age_line(record: Record) -> EasyLine | None:
    low, high = ((record.alder or {}).get(key) for key in ("fran", "till"))
    if low is None and high is None:
        return None
    told = f"minst {low}" if high is None else f"högst {high}" if low is None else f"{low} till {high}"
    return EasyLine(text=f"Det är för dig som är {told} år.")


def diagnosis_line(record: Record) -> EasyLine | None:
    told = {"ja": "Du måste ha en diagnos.", "nej": "Du behöver ingen diagnos."}
    return EasyLine(text=told[record.kravs_diagnos]) if record.kravs_diagnos in told else None


def hours_line(view: View, record: Record) -> EasyLine | None:
    """Where words of their own say more than day and clock they stand on the page alone."""
    if not record.tider:
        return None
    if any("vad" in time or "dag" not in time for time in record.tider):
        return EasyLine(text="Tiderna står på hela sidan.")
    told = [_time(view, list(times)) for _, times in groupby(record.tider, _same_clock)]
    if len(told) > _MOST_TIMES:
        return EasyLine(text="Tiderna står på hela sidan.")
    return EasyLine(text=f"Det är öppet {and_text(told)}.", after=_hours_age(record, view.derived.trust[record.id]))


def _hours_age(record: Record, trust: Trust) -> str:
    """The year, where the line on the whole record tells another or none."""
    year = hours_year(record) or 0
    if record.senast_bekraftad or year == facts_year(trust):
        return ""
    return f" Tiderna är från {year}." if year else " Vi vet inte hur gamla tiderna är."


def _same_clock(time: Group) -> tuple[object, ...]:
    return tuple(time.get(key) for key in ("fran", "till", "ungefar"))


def _time(view: View, times: Sequence[Group]) -> str:
    """Rows with the same clock, in one."""
    time, day = times[0], _days(view, [one["dag"] for one in times])
    about = "omkring " if time.get("ungefar") else ""
    start, end = time.get("fran"), time.get("till")
    if not start:
        return day
    if not end:
        return f"{day} från klockan {about}{_clock(start)}"
    return f"{day} klockan {about}{_clock(start)} till {_clock(end)}"


def _days(view: View, days: Sequence[str]) -> str:
    """`måndag till torsdag` for days after each other, else each by its name."""
    named, order = [view.words.label("dag", day).lower() for day in days], weekdays(view.words)
    is_run = len(days) > _PAIR and "|".join(days) in "|".join(order)
    return f"{named[0]} till {named[-1]}" if is_run else and_text(named)


def _clock(time: str) -> str:
    hour, minute = time.split(":")
    return f"{int(hour)}.{minute}" if minute != "00" else str(int(hour))


def contact_lines(view: View, record: Record, told: Told | None) -> Iterator[EasyLine]:
    """The nearest way there is. Its age is told where the line on the whole record tells another."""
    if told is None:
        yield EasyLine(text="Vi har ingen kontakt. Fråga någon du litar på.")
        return
    way = told.turn.ways[0]
    owner = told.turn.owner
    kind = view.words.terms(owner)[told.turn.slug].notes.get("slag", owner) if told.turn.slug else owner
    if told.turn.slug:
        yield EasyLine(text="Vi vet inte hur du når dem.")
    if way.kind == "drop-in":
        yield EasyLine(text=f"Gå till {visit_place(record)}.")
    else:
        yield _contact(told, way.kind, *_WHOM[kind], _news(told, view.derived.trust[record.id]))


def _news(told: Told, trust: Trust) -> str:
    """How old the contact is, with a space before it; "" for what the last line says."""
    year, way = facts_year(trust), told.turn.ways[0]
    age = (f"Den är från {way.year}." if way.year else _UNDATED) if way.kind == "kalla" else told.age
    is_said = str(year) in age if year else age.startswith(_UNKNOWN)
    return "" if is_said or not age else f" {age}"


def _contact(told: Told, kind: Kind, whom: str, site: str, age: str) -> EasyLine:
    step = told.steps[0]
    if kind == "kalla":
        return EasyLine(text="Läs mer på", linked="deras egen sida", after=f".{age}", link=step.link)
    if kind == "webb":
        return EasyLine(text="Läs mer på", linked=site, after=f".{age}", link=step.link)
    if kind == "formular":
        return EasyLine(text=f"Skriv till {whom}:", linked="formulär", after=f".{age}", link=step.link)
    verb = "Ring" if kind == "telefon" else "Mejla"
    return EasyLine(text=f"{verb} {whom}:", linked=step.text, after=f".{age}", link=step.link)


def facts_year(trust: Trust) -> int:
    """The year that the line on the whole record tells: the same on any day; 0 for none."""
    if trust.basis.confirmed:
        return int(trust.basis.confirmed[:4])
    return trust.basis.good.year or trust.basis.newest.year


def truth_line(trust: Trust, *, is_likely: bool) -> EasyLine:
    """How old all this is, in words that any later day would say too: nothing in them waits to be taken back.
    `is_likely`: something above is only likely."""
    is_past = trust.step == "forr"
    ask = " Fråga först." if is_likely or not (is_past or trust.basis.confirmed) else ""
    if trust.basis.confirmed:
        told = TEXTS["bekraftades"].format(datum=swedish_date(trust.basis.confirmed), av="")
    elif year := facts_year(trust):
        told = TEXTS["ar_fran"].format(varifran=f"från {year}")
    else:
        return EasyLine(text=f"{TEXTS['utan_ar']}{ask}")
    doubt = "" if is_past else f" {TEXTS['kan_ha_andrats']}"
    return EasyLine(text=f"{told}{doubt}{ask}")


def notice_line(record: Record, idag: str) -> EasyLine | None:
    """That something special holds these days; what it is stands on the page."""
    notice = record.tillfalligt
    if not notice or notice["till"] < idag:
        return None
    return EasyLine(text="Just nu är något annorlunda. Det står på hela sidan.", ends=day_after(notice["till"]))


def instead_line(view: View, record: Record) -> EasyLine:
    """Where to go instead of what nobody can choose: the place that took over, what is like an example, else the same
    area."""
    instead = view.derived.catalogue.by_id.get(record.ersatt_av or "")
    if instead:
        return EasyLine(text="Gå hit i stället:", linked=instead.namn, after=".", address=f"verksamhet/{instead.id}/")
    if record.forebild:
        return _like(view, record)
    address = view.words.listed["omrade"].address_of(record.omrade)
    return EasyLine(text="Se", linked="andra ställen i samma område", after=".", address=address)


def _like(view: View, record: Record) -> EasyLine:
    """The list of its kind, where something in it can be chosen."""
    kind = next((kind for kind in record.insatstyp if kind in view.derived.kinds_to_choose), "")
    if not kind:
        return EasyLine(text="Svara på", linked="fyra lugna frågor", after=" i stället.", address="hitta-ratt/")
    address = view.words.listed["insatstyp"].address_of(kind)
    label = view.words.label("insatstyp", kind)
    return EasyLine(text="Titta på det här i stället:", linked=label, after=".", address=address)


def and_text(parts: Sequence[str]) -> str:
    """`a, b och c`."""
    return " och ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _latt(view: View, vocabulary: str, slug: str) -> str:
    return str(view.words.terms(vocabulary)[slug].notes["latt"])
