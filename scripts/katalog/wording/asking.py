"""What to say and what to write, for the one who finds it hard: a line to say aloud and a text that is ready to send.

Input: a record, whom it goes to, the questions. Output: plain text without anything about the reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from katalog.record.model import Record
from katalog.wording.reach import Reach, Step, Told
from katalog.wording.unknown import Question

_SAY = {
    "drop-in": "Hej! Det är första gången jag är här. Får jag se mig omkring?",
    "kontakt": "Hej! Jag har läst om {namn}. Får jag komma och titta?",
    "anordnare": "Hej! Jag har läst om {namn}. Vem kan jag prata med om det?",
    "annan": "Hej! Jag letar efter {namn}. Vet du hur jag får kontakt med dem?",
    "personal": "Hej! Jag har läst om {namn}. Vem kan jag prata med om det?",
}
_BEGIN = {
    "kontakt": "Jag har läst om {namn} i katalogen Hitta sysselsättning.",
    "anordnare": "Jag har läst om {namn} i katalogen Hitta sysselsättning. Där står att ni driver verksamheten.",
    "annan": "Jag har läst om {namn} i katalogen Hitta sysselsättning. Vet ni hur jag får kontakt med dem?",
}
_LOOK = "Får jag komma och titta först?"
_FAR = "annan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """`say` is said aloud, `text` is sent; nothing in them is about the reader. `is_mailed`: a mailbox has it ready."""

    say: str
    text: str
    is_mailed: bool


def ready_of(record: Record, reach: Reach, questions: Sequence[Question]) -> Ready:
    """For whoever is nearest."""
    told = reach.told[0] if reach.told else None
    return Ready(
        say=_SAY[_spoken_to(record, told)].format(namn=record.namn),
        text=_text(record, told, questions),
        is_mailed=any(way.kind == "epost" for told in reach.told for way in told.turn.ways),
    )


def with_ready_mail(record: Record, reach: Reach, questions: Sequence[Question]) -> Reach:
    """The same, each mailbox with a text that is ready to send."""
    return replace(reach, told=tuple(_with_mail(record, told, questions) for told in reach.told))


def _with_mail(record: Record, told: Told, questions: Sequence[Question]) -> Told:
    if not any(map(_is_mailbox, told.steps)):
        return told
    body = _text(record, told, questions).replace("\n", "\r\n")  # RFC 6068: lines end with CRLF
    filled = f"?subject={quote(_subject(record), safe='')}&body={quote(body, safe='')}"
    steps = (replace(step, link=step.link + filled) if _is_mailbox(step) else step for step in told.steps)
    return replace(told, steps=tuple(steps))


def _is_mailbox(step: Step) -> bool:
    return step.link.startswith("mailto:")


def _subject(record: Record) -> str:
    return f"Fråga om {record.namn}"


def _spoken_to(record: Record, told: Told | None) -> str:
    if record.for_vem:
        return "personal"
    if told and told.turn.ways[0].kind == "drop-in":
        return "drop-in"
    return _owner(told)


def _owner(told: Told | None) -> str:
    return told.turn.owner if told and told.turn.owner in _BEGIN else _FAR


def _text(record: Record, told: Told | None, questions: Sequence[Question]) -> str:
    asked = [question.text for question in questions]
    if not record.for_vem and _owner(told) == "kontakt":
        asked.append(_LOOK)
    wanted = ["Jag undrar:", *(f"- {text}" for text in asked), ""] if asked else []
    return "\n".join(["Hej!", "", _BEGIN[_owner(told)].format(namn=record.namn), "", *wanted, "Tack på förhand!"])
