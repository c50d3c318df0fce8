"""Times in few words: the line of a card, and what a page says of one day.

docs/assets/js/record/hours.js makes the same line of what is being written in the form; a test holds the two together.

Input: rows of times. Output: plain text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from katalog.derive.hours import Slot, days_of, hours_old_from, hours_year, weekdays
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Group, Record

SHORT_DAYS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
TEXTS = {
    "alla": "alla dagar",
    "omkring": "omkring {tid}",
    "fran": "från {tid}",
    "gamla": "tiderna är från {ar}",
    "fler": "och fler tider",
    "mer": "mer står på sidan",
    "annat": "Annat",
}
PAST = ("avslutad", "vilande")  # nobody goes there now: their hours are told in the rows of their page alone
MOST_TOLD = 3  # more rows than this are told on the record's page alone
LONGEST_WHAT = 40  # letters: what is longer is prose, and waits for the record's page
Hours = Mapping[tuple[str, str], set[int]]  # clock and what is done then -> the days, Monday 0
_RUN = 3  # so many days after each other are told as first and last


def short_hours(times: Iterable[Group], words: Vocabularies) -> list[str]:
    """`mån–fre 9–12`; the days that share a clock and a text together, in the order of the rows. A text stands before
    its days, once if all of them share it, and after those that have none; of texts the one with most days is first.
    What one does there on days when the place's own hours are told waits for the record's page."""
    grouped = _grouped(times, words)
    shown = _of_the_place(grouped)
    most = _most_days_first(shown)
    rows = [(_when(days_text(sorted(days)), clock), what) for (clock, what), days in most]
    told = _told(rows)
    if len(shown) < len(grouped) or len(told) > MOST_TOLD:
        return [*told[:MOST_TOLD], TEXTS["fler"]]
    return [*told, TEXTS["mer"]] if any(_is_prose(*row) for row in rows) else told


def _grouped(times: Iterable[Group], words: Vocabularies) -> Hours:
    order = weekdays(words)
    grouped: dict[tuple[str, str], set[int]] = {}
    for time in times:
        held = grouped.setdefault((_clock_of(time), time.get("vad", "")), set())
        held |= {order.index(day) for day in days_of(time, words)}
    return grouped


def _of_the_place(hours: Hours) -> Hours:
    """Without what is done on days when the clock of the place itself is told."""
    known = {day for (clock, what), days in hours.items() if clock and not what for day in days}
    return {row: days for row, days in hours.items() if not (row[1] and days and days <= known)}


def _most_days_first(hours: Hours) -> list[tuple[tuple[str, str], set[int]]]:
    """Rows with a text that will be told by how many days that text has; the others before them, as they stand."""
    held: dict[str, set[int]] = {}
    for (_, what), days in hours.items():
        held[what] = held.get(what, set()) | days
    counts = {what: len(days) for what, days in held.items() if what and len(what) <= LONGEST_WHAT}
    return sorted(hours.items(), key=lambda row: -counts.get(row[0][1], len(SHORT_DAYS)))


def _told(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Each row in words, those alike once. A time whose text is prose says so beside times that say what they are for:
    alone it would look like the hours of the place."""
    is_named = any(when and what and not _is_prose(when, what) for when, what in rows)
    other = TEXTS["annat"] if is_named else ""
    short = [(when, other if _is_prose(when, what) else what) for when, what in rows]
    plain = [when for when, what in short if not what]
    whats = dict.fromkeys(what for when, what in short if when and what)
    last = sorted(whats, key=lambda what: what == other)
    named = [f"{what}: {' och '.join(when for when, that in short if when and that == what)}" for what in last]
    texts = [what for when, what in short if not when]
    return _told_once(short) or list(dict.fromkeys([*plain, *named, *texts]))


def _is_prose(when: str, what: str) -> bool:
    return bool(when) and len(what) > LONGEST_WHAT


def _told_once(rows: Sequence[tuple[str, str]]) -> list[str]:
    """`Öppet hus: mån 9–12`, `tis 13–15`: for rows that have a text in common; [] for others."""
    whats = {what for _, what in rows}
    if len(rows) < 2 or len(whats) > 1 or not all(when and what for when, what in rows):
        return []
    (first, what), *rest = rows
    return [f"{what}: {first}", *(when for when, _ in rest)]


def _when(days: str, clock: str) -> str:
    return " ".join(part for part in (days, clock) if part)


def _clock_of(time: Group) -> str:
    return clock_text(time.get("fran", ""), time.get("till", ""), is_about=bool(time.get("ungefar")))


def clock_text(start: str, end: str, *, is_about: bool) -> str:
    """`9–12`, `8.30–16.00`, `från 8.30`, `från omkring 9`; "" without a clock. Two times of a span look alike."""
    if not start:
        return ""
    clocks = [clock for clock in (start, end) if clock]
    is_whole = all(clock.endswith(":00") for clock in clocks)
    text = "–".join(_hour(clock, is_whole=is_whole) for clock in clocks)
    told = TEXTS["omkring"].format(tid=text) if is_about else text
    return told if end else TEXTS["fran"].format(tid=told)


def _hour(clock: str, *, is_whole: bool) -> str:
    """`09:00` -> `9`, or `9.00` where minutes are told."""
    hour, minute = clock.split(":")
    return str(int(hour)) if is_whole else f"{int(hour)}.{minute}"


def days_text(days: Sequence[int]) -> str:
    """Days by their numbers, Monday 0, in order: `mån–ons och fre`."""
    if len(days) == len(SHORT_DAYS):
        return TEXTS["alla"]
    runs: list[list[int]] = []
    for day in days:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    parts = [part for run in runs for part in _run_text(run)]
    return " och ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _run_text(run: Sequence[int]) -> list[str]:
    named = [SHORT_DAYS[day] for day in run]
    return named if len(run) < _RUN else [f"{named[0]}–{named[-1]}"]


def old_hours(record: Record) -> tuple[str, str] | None:
    """(The first day, what is said from then on): `tiderna är från 2018`."""
    day = hours_old_from(record)
    return (day, TEXTS["gamla"].format(ar=hours_year(record))) if day and record.tider else None


def slot_text(slot: Slot) -> str:
    """What is said of one day, its name left out; "" for a day without a clock and a text."""
    clock = clock_text(slot.start, slot.end, is_about=slot.is_about)
    return ": ".join(part for part in (clock, slot.what) if part)


def hours_words(words: Vocabularies) -> Mapping[str, object]:
    """For docs/assets/js/record/hours.js: the texts, and the numbers of the days that each word for days means."""
    order = weekdays(words)
    days = {slug: [order.index(day) for day in term.notes["dagar"]] for slug, term in words.terms("dag").items()}
    return {"texter": TEXTS, "kort": SHORT_DAYS, "dagar": days, "mest": MOST_TOLD, "langst": LONGEST_WHAT, "rad": _RUN}
