"""Where a reader can turn about a record, and the sentence that says so.

Three may be reached: the activity itself (`kontakt`), its organiser (`anordnare`), and the district or municipality it
lies in (`x-kontakt` of the vocabularies). The sentence tells the reader to do only what can be done with what there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from katalog.derive.vocabulary import Term
from katalog.record.model import Group, Record
from katalog.wording.contact import lines_of
from katalog.wording.rows import Row
from katalog.wording.view import Line, View

_TALK, _WRITE, _LOOK = ("telefon",), ("epost", "formular"), ("webb",)
_NEW_YEARS = 3  # a contact that is older is shown with the year of its source
_NOBODY = "Vi har ingen kontaktuppgift."
# Kind of place -> how a sentence names who is asked there, and where that is ("" for its own name).
_NAMES = {"stadsdel": ("stadsdelen", ""), "kommun": ("kommunen", "")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody to turn to. `whom` is how a sentence names them ("" for the activity itself), `owner` the field, `where`
    the place whose district or municipality it is."""

    owner: str
    whom: str
    group: Group
    where: str = ""

    def can(self, ways: Iterable[str]) -> bool:
        return any(way in self.group for way in ways)


def contacts_of(view: View, record: Record) -> list[Contact]:
    """Whom there is to turn to, the nearest first."""
    found = [Contact(owner="kontakt", whom="", group=record.kontakt or {})]
    organiser = record.anordnare or {}
    found.append(Contact(owner="anordnare", whom=str(organiser.get("namn", "anordnaren")), group=organiser))
    found += _around(view, record)
    return [one for one in found if one.can((*_TALK, *_WRITE, *_LOOK))]


def _around(view: View, record: Record) -> Iterator[Contact]:
    """The district, or else the city or the first municipality that has a contact."""
    places = [("omrade", record.omrade), *(("kommun", slug) for slug in record.kommun)]
    for name, slug in places:
        term = view.words.terms(name)[slug]
        if "kontakt" in term.notes:
            whom, where = _NAMES.get(str(term.notes.get("slag", name)), ("staden", "staden"))
            yield Contact(owner="omrade", whom=whom, group=term.notes["kontakt"], where=where or term.label)
            return


def can_ask(view: View, record: Record) -> bool:
    """True when there is somebody to ring or write to about something that can still be had."""
    is_past = record.is_closed or record.forebild
    return not is_past and any(one.can((*_TALK, *_WRITE)) for one in contacts_of(view, record))


def first_sentence(view: View, record: Record) -> str:
    """What to do before going there, of what can be done; "" where nobody can go."""
    if record.is_closed or record.forebild or record.for_vem:
        return ""
    contacts = contacts_of(view, record)
    for one in contacts:
        if one.owner == "omrade":
            continue
        ways = [word for word, keys in (("Ring", _TALK), ("Skriv", _WRITE)) if one.can(keys)]
        if ways:
            return f"{' eller '.join(ways).capitalize()}{_to(one)} innan du går dit."
    return next((_other(one) for one in contacts), _NOBODY)


def _to(one: Contact) -> str:
    return f" till {one.whom}" if one.whom else ""


def _other(one: Contact) -> str:
    """With a page to read, or only the district to turn to."""
    if one.owner == "omrade":
        way = f"Fråga {one.whom}" if one.can((*_TALK, *_WRITE)) else f"Titta på {one.whom}s webbplats"
        return f"Vi har ingen kontakt till verksamheten. {way}."
    whose = f"{one.whom}s" if one.whom and not one.whom.endswith(("s", "x", "z")) else one.whom or "verksamhetens"
    return f"Titta på {whose} webbplats innan du går dit."


def around_rows(view: View, record: Record) -> list[Row]:
    """The contact of the district or municipality, for a record that gives nothing nearer to ring or write to."""
    contacts = contacts_of(view, record)
    if (
        record.is_closed
        or record.forebild
        or any(one.can((*_TALK, *_WRITE)) for one in contacts if one.owner != "omrade")
    ):
        return []
    return [_around_row(view, f"Kontakt i {one.where}", one.group) for one in contacts if one.owner == "omrade"]


def area_rows(view: View, term: Term) -> list[Row]:
    """The contact of a district or municipality, for its own page: its administration's, not that of what is listed."""
    title = "Stadsdelsförvaltningen" if term.notes.get("slag") == "stadsdel" else "Kontakt"
    return [_around_row(view, title, term.notes["kontakt"])] if "kontakt" in term.notes else []


def _around_row(view: View, title: str, group: Group) -> Row:
    return Row(field="kontakt-omrade", title=title, lines=(*lines_of(group), *_age(view, [group])))


def age_of_contact(view: View, record: Record, field: str) -> list[Line]:
    """A line on how old the contact of a field is, when its source is old or does not tell."""
    group = getattr(record, field) or {}
    if not any(way in group for way in (*_TALK, *_WRITE, *_LOOK)):
        return []
    named = [source for source in record.kallor if field in source.get("galler", ())]
    return _age(view, named or [source for source in record.kallor if "galler" not in source])


def _age(view: View, sources: Iterable[Any]) -> list[Line]:
    known = sorted({source["ar"] for source in sources if "ar" in source})
    if not known:
        return [Line(text="Vi vet inte hur gammal kontakten är.")]
    if int(view.derived.idag[:4]) - known[0] <= _NEW_YEARS:
        return []
    return [Line(text=f"Kontakten är från {' och '.join(dict.fromkeys((str(known[0]), str(known[-1]))))}.")]
