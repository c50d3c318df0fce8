"""What is open when: `/oppet/`, and a page for each weekday, each evening of the week, each part of the day, the
weekend, and for what has times without a day. By district, the earliest first; of what has no times is told that they
are not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from katalog.derive.hours import DAYS, days_of, hours_old_from, is_open, parts_of, weekdays
from katalog.derive.nearby import AREA
from katalog.derive.red_days import last_known_day, red_days
from katalog.derive.swedish import sort_key
from katalog.pages.lacking import NOTHING, lacking_districts
from katalog.pages.leaves import parts
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Group, Record
from katalog.wording.hours import short_hours
from katalog.wording.told import VALUES
from katalog.wording.view import span
from katalog.wording.week import NO_CLOCK, holiday_notes

FOLDER = "oppet/"
_EVENING, _LATE = "kvall", "99"  # what tells no clock stands after what does
_PARTS = {"formiddag": "Förmiddagar", "eftermiddag": "Eftermiddagar", _EVENING: "Kvällar", "helg": "Helger"}
_TITLE, _TEXT = "Öppet i dag, i kväll eller en annan dag", "Välj en dag eller en tid på dagen. Tiderna kan ha ändrats."
_UNKNOWN = "Tiderna för {antal} till vet vi inte. De kan också vara öppna."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """A record on such a page, and what is said of its times there. Sorted by `order`."""

    record: Record
    text: str
    order: tuple[bool, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenList:
    """One page. `short` names it among others, `when` ends "Vi vet inget som är öppet"; `weekday`: Monday 0."""

    address: str
    title: str
    short: str
    when: str
    kind: str
    rows: tuple[OpenRow, ...]
    weekday: int | None = None

    @property
    def count(self) -> int:
        return len(self.rows)


def open_pages(site: Site) -> Iterator[Page]:
    records = [record for record in site.derived.catalogue.records if is_open(record)]
    lists = list(open_lists(site, records))
    silent = sum(not record.tider for record in records)
    unknown = _UNKNOWN.format(antal=silent) if silent else ""
    yield _index_page(site, lists, unknown)
    for one in lists:
        yield from _pages_of(site, one, lists, unknown)


def open_lists(site: Site, records: Sequence[Record]) -> Iterator[OpenList]:
    """All lists of some records, in the order in which they are named."""
    timed = [record for record in records if record.tider]
    labels = [(number, day, site.words.label("dag", day)) for number, day in enumerate(weekdays(site.words))]
    for number, day, name in labels:
        plural = f"på {name.lower()}ar"
        one = _empty(day, f"Öppet {plural}", name, plural, "dagar", weekday=number)
        yield _filled(site, timed, one, partial(_names_day, site, day))
    for number, day, name in labels:
        short, slug = f"{name} kväll", f"{day}-{_EVENING}"
        one = _empty(slug, f"Öppet {short.lower()}", short, short.lower(), "kvallar", weekday=number)
        yield _filled(site, timed, one, partial(_names_evening, site, day))
    for part, name in _PARTS.items():
        when = f"på {name.lower()}"
        yield _filled(site, timed, _empty(part, f"Öppet {when}", name, when, "delar"), partial(_names_part, part))
    short, when = "Utan bestämd dag", "på tider utan bestämd dag"
    yield _filled(site, timed, _empty("utan-dag", "Tider utan bestämd dag", short, when, "delar"), _names_no_day)


def _names_day(site: Site, day: str, time: Group) -> bool:
    return day in days_of(time, site.words)


def _names_evening(site: Site, day: str, time: Group) -> bool:
    return _names_day(site, day, time) and _EVENING in parts_of(time)


def _names_part(part: str, time: Group) -> bool:
    return part in parts_of(time)


def _names_no_day(time: Group) -> bool:
    return "dag" not in time


def _empty(slug: str, *names: str, weekday: int | None = None) -> OpenList:
    title, short, when, kind = names
    address = f"{FOLDER}{slug}/"
    return OpenList(address=address, title=title, short=short, when=when, kind=kind, weekday=weekday, rows=())


def _filled(site: Site, timed: Sequence[Record], one: OpenList, held: Callable[[Group], bool]) -> OpenList:
    """With the records that have times which `held` is true of."""
    found = [(record, [time for time in record.tider if held(time)]) for record in timed]
    rows = [_row(site, record, times, one) for record, times in found if times]
    return replace(one, rows=tuple(sorted(rows, key=lambda row: row.order)))


def _row(site: Site, record: Record, times: Sequence[Group], one: OpenList) -> OpenRow:
    """On the page of one day the times stand without their days, which the heading names. For whom it is open stands
    with them: what a reader is too old for is no place to go tonight."""
    if one.weekday is None:
        text = ", ".join(short_hours(times, site.words))
    else:
        plain = [rest for time in times if (rest := {key: time[key] for key in time if key != DAYS})]
        told = short_hours(plain, site.words) or [NO_CLOCK]
        text = f"{one.short}{', ' if ': ' in told[0] else ': '}{', '.join(told)}"
    if record.alder:
        text += f" ({span(record.alder.get('fran'), record.alder.get('till'), VALUES['ar'])})"
    old = hours_old_from(record)
    is_old = old is not None and old <= site.derived.idag
    start = min(time.get("fran", _LATE) for time in times)
    return OpenRow(record=record, text=text, order=(is_old, start, sort_key(record.namn), record.id))


def _index_page(site: Site, lists: Sequence[OpenList], unknown: str) -> Page:
    headings = {"dagar": "Veckans dagar", "kvallar": "Kvällar", "delar": "Andra tider"}
    kinds = [(kind, heading, [one for one in lists if one.kind == kind]) for kind, heading in headings.items()]
    idag = site.derived.idag
    names = [site.words.label("dag", day).lower() for day in weekdays(site.words)]
    return site.page(FOLDER, _TITLE, _TEXT, "oppet.html", kinds=kinds, unknown=unknown, red_days=red_days(idag),
                     last=last_known_day(idag), names=names)  # fmt: skip


def _pages_of(site: Site, one: OpenList, lists: Sequence[OpenList], unknown: str) -> Iterator[Page]:
    order = {slug: place for place, slug in enumerate(site.words.terms(AREA))}
    ranked = sorted(one.rows, key=lambda row: order[row.record.omrade])
    for part in parts(one.address, ranked):
        groups = [(area, site.words.label(AREA, area), list(rows))
                  for area, rows in groupby(part.items, key=lambda row: row.record.omrade)]  # fmt: skip
        is_last = part.number == len(part.pages)
        records, shown = [row.record for row in one.rows], {area for area, _, _ in groups}
        lacks = lacking_districts(site, f"Stadsdelar där vi inte vet något som är öppet {one.when}", records, shown)
        yield site.page(
            part.address,
            f"{one.title}{part.suffix}",
            f"Vad som är öppet {one.when}, stadsdel för stadsdel.",
            "oppet-dag.html",
            own=one.address,
            when=one.when,
            total=one.count,
            groups=groups,
            nearest=_nearest(one, lists),
            others=[(other.address, other.short) for other in lists if other.kind == one.kind],
            holidays=holiday_notes(site.view, one.weekday),
            idag=site.derived.idag,
            lacks=lacks if is_last else NOTHING,
            unknown=unknown if is_last else "",
            part=part,
        )


def _nearest(one: OpenList, lists: Sequence[OpenList]) -> list[OpenList]:
    """For a page that is empty: the pages of its kind that are not, the nearest days first."""
    if one.rows:
        return []
    week = len([other for other in lists if other.kind == "dagar"])

    def away(other: OpenList) -> int:
        if one.weekday is None or other.weekday is None:
            return 0
        return min((one.weekday - other.weekday) % week, (other.weekday - one.weekday) % week)

    filled = [other for other in lists if other.rows and other.kind == one.kind]
    return sorted(filled, key=away)[:3]
