"""What came back on the letters: which records have been confirmed, changed or closed since they were asked about.

Input: the letters sent, the clean records, the names of all files. Output: `Answer`s and the text about them. Why a
record was confirmed or changed nobody knows; that it was, after the letter, counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal

from katalog.derive.swedish import sort_key
from katalog.record.model import Record
from katalog.upkeep.schedule import history_of, last_round, recipient_of
from katalog.upkeep.sent import Sent, mark_of

Outcome = Literal["bekräftad", "ändrad", "stängd", "borttagen", "utan svar"]
_SILENT: Outcome = "utan svar"
# How an outcome is counted: one, many.
_COUNTED: Mapping[Outcome, tuple[str, str]] = {
    "bekräftad": ("bekräftad", "bekräftade"),
    "ändrad": ("ändrad", "ändrade"),
    "stängd": ("stängd", "stängda"),
    "borttagen": ("borttagen", "borttagna"),
    _SILENT: ("utan svar", "utan svar"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What became of a record that was asked about. `number` and `day` are those of the letter that it came after; the
    last one as long as there is none."""

    recipient: str
    outcome: Outcome
    number: int
    day: str

    @property
    def has_come(self) -> bool:
        return self.outcome != _SILENT


def find_answers(
    sent: Iterable[Sent], records: Iterable[Record], ids: Collection[str], idag: str
) -> tuple[Answer, ...]:
    """One for each record asked about up to `idag`, of its last round of letters. `ids` are those of all files: a
    record whose file is there but broken has not answered."""
    by_id = {record.id: record for record in records}
    history = history_of(one for one in sent if one.day <= idag)
    found = (_answer(last_round(letters), by_id.get(key), key in ids) for key, letters in history.items())
    return tuple(sorted(found, key=lambda answer: (sort_key(answer.recipient), answer.recipient, answer.day)))


def tell_total(answers: Sequence[Answer]) -> str:
    """`12 av 40 anordnare har svarat.`"""
    groups = [list(group) for _, group in _by_recipient(answers)]
    came = sum(any(answer.has_come for answer in group) for group in groups)
    return f"{came} av {len(groups)} anordnare har svarat."


def render_answers(answers: Sequence[Answer]) -> str:
    """The total, then each provider, those who have not answered last."""
    if not answers:
        return "Inga brev är skrivna.\n"
    lines = [tell_total(answers), f"Poster: {_counts(answers)}.", *_after_each(answers)]
    groups = [(recipient, list(group)) for recipient, group in _by_recipient(answers)]
    for title, has_come in (("Har svarat", True), ("Har inte svarat", False)):
        chosen = [pair for pair in groups if any(answer.has_come for answer in pair[1]) == has_come]
        if chosen:
            lines += ["", f"{title}:", *(_line(recipient, group) for recipient, group in chosen)]
    return "\n".join(lines) + "\n"


def _by_recipient(answers: Sequence[Answer]) -> Iterable[tuple[str, Iterator[Answer]]]:
    return groupby(answers, key=lambda answer: answer.recipient)


def _after_each(answers: Sequence[Answer]) -> Iterator[str]:
    """Whether reminders help: how many records were answered after each letter."""
    counted = Counter(answer.number for answer in answers if answer.has_come)
    if counted:
        told = ", ".join(f"{count} efter brev {number}" for number, count in sorted(counted.items()))
        yield f"Svaren om poster kom: {told}."


def _line(recipient: str, group: Sequence[Answer]) -> str:
    last = max(group, key=lambda answer: answer.day)
    return f"  {recipient}: {_counts(group)} (brev {last.number}, {last.day})"


def _counts(answers: Sequence[Answer]) -> str:
    counted = Counter(answer.outcome for answer in answers)
    return ", ".join(f"{counted[kind]} {_COUNTED[kind][counted[kind] != 1]}" for kind in _COUNTED if counted[kind])


def _answer(letters: Sequence[Sent], record: Record | None, is_there: bool) -> Answer:
    outcome = _outcome(letters, record, is_there)
    after = _came_after(letters, record, outcome)
    name = recipient_of(record) if record else letters[-1].letter
    return Answer(recipient=name, outcome=outcome, number=after.number, day=after.day)


def _outcome(letters: Sequence[Sent], record: Record | None, is_there: bool) -> Outcome:
    first = letters[0]
    if record is None:
        return _SILENT if is_there else "borttagen"
    if (record.senast_bekraftad or "") >= first.day:
        return "bekräftad"
    if record.is_closed:
        return "stängd"
    return "ändrad" if mark_of(record) != first.mark else _SILENT


def _came_after(letters: Sequence[Sent], record: Record | None, outcome: Outcome) -> Sent:
    """The last letter before the answer, as far as it can be known."""
    if record and outcome == "bekräftad":
        return max(one for one in letters if one.day <= (record.senast_bekraftad or ""))
    if outcome == "ändrad":
        return next((one for one, after in pairwise(letters) if one.mark != after.mark), letters[-1])
    return letters[-1]
