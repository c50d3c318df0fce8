"""When a provider is written to: a letter, a reminder, a last reminder, then nothing for half a year.

Input: what is due, and what was sent before. Output: the letters to write today, and who waits. An answer is a
confirmation on or after the day of the letter, or a record that has been changed since.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from katalog.derive.due import Item
from katalog.derive.freshness import FRESH_DAYS
from katalog.record.model import Record
from katalog.upkeep.sent import Sent, mark_of

# Days from a letter to the next one when nobody has answered: three weeks after the first letter, seven weeks after it
# in all. Source: Dillman, Mail and Internet Surveys (2000), as told in https://oerl.sri.com/module/mod5/m5_p2f.html
# (read 2026-11-26). Its short card after one week is left out: a district opens its function mailbox less often.
WAIT_DAYS = (21, 28)
LETTERS = len(WAIT_DAYS) + 1
REST_DAYS = FRESH_DAYS  # after the last letter; as long as a confirmation counts as fresh


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A record to ask about today: for which time, and on which days (ISO) it was asked about before."""

    item: Item
    number: int
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One provider to write to today."""

    recipient: str
    questions: tuple[Question, ...]

    @property
    def number(self) -> int:
        """1 for a first letter. What has been asked about most often decides."""
        return max(question.number for question in self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The letters of today; how many providers wait, and the first day (ISO, "" for none) on which one of them is to be
    written to again."""

    errands: tuple[Errand, ...]
    waiting: int
    next_day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What comes next for a record: which letter, and from which day on. One that `is_resting` has had them all."""

    question: Question
    earliest: str
    is_resting: bool


def plan_round(items: Sequence[Item], sent: Iterable[Sent], idag: str) -> Round:
    """What is written today; letters of today are written anew, so they count for nothing here."""
    before = history_of(one for one in sent if one.day < idag)
    errands: list[Errand] = []
    days: list[str] = []
    ordered = sorted(items, key=lambda item: (recipient_of(item.record), item.record.id))
    for recipient, group in groupby(ordered, key=lambda item: recipient_of(item.record)):
        steps = [_step(item, before.get(item.record.id, ()), idag) for item in group]
        now = tuple(step.question for step in steps if step.earliest <= idag)
        late = [step.earliest for step in steps if step.earliest > idag and not step.is_resting]
        if now and not late:
            errands.append(Errand(recipient=recipient, questions=now))
        else:
            days.append(max(late) if late else min(step.earliest for step in steps))
    return Round(errands=tuple(errands), waiting=len(days), next_day=min(days, default=""))


def recipient_of(record: Record) -> str:
    """Whom a letter about the record goes to: its organiser; one without is written to by its own name."""
    return (record.anordnare or {}).get("namn") or record.namn


def history_of(sent: Iterable[Sent]) -> Mapping[str, tuple[Sent, ...]]:
    """Record -> the letters about it, in order."""
    ordered = sorted(sent, key=lambda one: one.id)
    return {key: tuple(sorted(group)) for key, group in groupby(ordered, key=lambda one: one.id)}


def last_round(letters: Sequence[Sent]) -> Sequence[Sent]:
    """From the last first letter on, of those about one record, in order."""
    firsts = [place for place, one in enumerate(letters) if one.number == 1]
    return letters[firsts[-1] :] if firsts else letters


def unanswered(items: Iterable[Item], sent: Iterable[Sent]) -> Iterator[Sent]:
    """The last letter about each of the records, where there is one that nobody has answered by confirming."""
    history = history_of(sent)
    for item in items:
        open_letters = _open(item.record, history.get(item.record.id, ()))
        if open_letters:
            yield open_letters[-1]


def _open(record: Record, letters: Sequence[Sent]) -> tuple[Sent, ...]:
    """Those since the last confirmation."""
    return tuple(one for one in letters if one.day > (record.senast_bekraftad or ""))


def _step(item: Item, letters: Sequence[Sent], idag: str) -> _Step:
    open_letters = _open(item.record, letters)
    if not open_letters:
        return _first(item, idag)
    last = open_letters[-1]
    if _later(last.day, REST_DAYS) <= idag:
        return _first(item, idag)
    if last.mark != mark_of(item.record):
        return _first(item, _later(last.day, WAIT_DAYS[0]))
    if last.number >= LETTERS:
        return _first(item, _later(last.day, REST_DAYS), is_resting=True)
    asked = tuple(one.day for one in last_round(open_letters))
    question = Question(item=item, number=last.number + 1, asked=asked)
    return _Step(question=question, earliest=_later(last.day, WAIT_DAYS[last.number - 1]), is_resting=False)


def _first(item: Item, earliest: str, *, is_resting: bool = False) -> _Step:
    return _Step(question=Question(item=item, number=1, asked=()), earliest=earliest, is_resting=is_resting)


def _later(day: str, days: int) -> str:
    ordinal = datetime.date.fromisoformat(day).toordinal() + days
    return datetime.date.fromordinal(min(ordinal, datetime.date.max.toordinal())).isoformat()
