"""A record -> its easy text: at most 60 words in short sentences, composed of its fields alone.

Input: `View` and a record. Output: `EasyLine`s in reading order. What a reader must know stands always (what it is, how
one begins, whom to ask, how old that is); the rest only while there is room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from katalog.derive.contact import can_have_contact
from katalog.record.model import Record, is_stated
from katalog.record.text import words_in
from katalog.wording import easy_lines as say
from katalog.wording.easy_lines import EasyLine
from katalog.wording.easy_ways import way_line
from katalog.wording.past import past_text
from katalog.wording.reach import Reach
from katalog.wording.view import View

MOST_WORDS = 60
_STAFF = "Det här är för den som arbetar med stödet. Du kan inte delta själv."
_CLOSED = "Det här har stängt."
_EXAMPLE = "Det här är ett exempel från en annan kommun. Du kan inte välja det i Stockholm."
_STOPPED = {"vilande": "Det här har uppehåll.", "planerad": "Det här har inte startat än."}
_Ranked = tuple[int, EasyLine | None]
_FIRST = (1, 2)  # ranks: what one does there, and when


def easy_text(view: View, record: Record, reach: Reach | None) -> list[EasyLine]:
    """`reach` is the record's. A second way in stands where it takes no room from what one does there, and when."""
    full, is_crowded = _chosen(_parts(view, record, reach, is_brief=False))
    brief = _chosen(_parts(view, record, reach, is_brief=True))[0] if is_crowded else full
    is_gained = any(rank in _FIRST and rank not in dict(full) for rank, _ in brief)
    return [line for _, line in (brief if is_gained else full)]


def _chosen(parts: Iterable[_Ranked]) -> tuple[list[tuple[int, EasyLine]], bool]:
    """What need not stand comes in by its rank, while there is room. Then: did something of the first have none?"""
    placed = [(rank, line) for rank, line in parts if line]
    words = [count([line]) for _, line in placed]
    left_out = {at for at, (rank, _) in enumerate(placed) if rank}
    room = MOST_WORDS - sum(size for at, size in enumerate(words) if at not in left_out)
    for at in sorted(left_out, key=lambda at: (placed[at][0], at)):
        if words[at] <= room:
            room -= words[at]
            left_out.remove(at)
    chosen = [one for at, one in enumerate(placed) if at not in left_out]
    return chosen, any(placed[at][0] in _FIRST for at in left_out)


def count(lines: Iterable[EasyLine]) -> int:
    """All words that are shown."""
    return sum(len(words_in(line.plain)) for line in lines)


def _parts(view: View, record: Record, reach: Reach | None, *, is_brief: bool) -> Iterator[_Ranked]:
    """(Rank, line) in reading order; what has rank 0 stands always."""
    if not can_have_contact(record):
        yield from _gone(view, record)
    elif record.for_vem:
        yield from _for_staff(view, record, reach)
    elif was := past_text(record):
        yield from _past(view, record, reach, was)
    else:
        yield from _open(view, record, reach, is_brief=is_brief)
    is_likely = can_have_contact(record) and bool(record.ingang) and not any(map(is_stated, record.ingang))
    yield 0, say.truth_line(view.derived.trust[record.id], is_likely=is_likely)


def _open(view: View, record: Record, reach: Reach | None, *, is_brief: bool) -> Iterator[_Ranked]:
    stopped = _STOPPED.get(record.status)
    yield 0, EasyLine(text=stopped) if stopped else None
    yield 0, say.kind_line(view, record)
    yield 0, say.place_line(view, record)
    yield 1, say.offer_line(view, record)
    yield 3, say.group_line(view, record)
    yield 4, say.age_line(record)
    yield 5, say.diagnosis_line(record)
    yield 0, say.notice_line(record, view.derived.idag)
    if stopped:
        yield 0, say.instead_line(view, record)
    else:
        yield 2, say.hours_line(view, record)
        yield 0, way_line(view, record, is_brief=is_brief)
    yield from _contact(view, record, reach)


def _contact(view: View, record: Record, reach: Reach | None) -> Iterator[_Ranked]:
    nearest = reach.near[0] if reach and reach.near else None
    return ((0, line) for line in say.contact_lines(view, record, nearest))


def _past(view: View, record: Record, reach: Reach | None, was: str) -> Iterator[_Ranked]:
    """What nobody knows whether it is there: no hours and no way in are told, but whom to ask."""
    yield 0, EasyLine(text=was)
    yield 0, say.kind_line(view, record)
    yield 0, say.place_line(view, record)
    yield 1, say.offer_line(view, record)
    yield 2, say.group_line(view, record)
    yield from _contact(view, record, reach)


def _for_staff(view: View, record: Record, reach: Reach | None) -> Iterator[_Ranked]:
    yield 0, EasyLine(text=_STAFF)
    yield 0, say.kind_line(view, record)
    yield 0, say.place_line(view, record)
    yield from _contact(view, record, reach)


def _gone(view: View, record: Record) -> Iterator[_Ranked]:
    """What has closed, and examples from other towns: where to go instead, and what it was."""
    yield 0, EasyLine(text=_CLOSED) if record.is_closed else None
    yield 0, EasyLine(text=_EXAMPLE) if record.forebild else None
    yield 0, say.instead_line(view, record)
    yield 0, say.kind_line(view, record)
    yield 0, say.place_line(view, record)
    yield 1, say.offer_line(view, record)
    yield 2, say.group_line(view, record)
