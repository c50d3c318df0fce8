"""The guide with four questions in words: why a place stands at an end, and what to ask there.

`{sagt}` is what the record says, `{ar}` the year of an old one, `{fraga}` follows "fråga". Of what is usual for a type
no more is said: the type stands on the card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from katalog.derive.guide import Choice, Guide, said_for
from katalog.derive.match import Kind, year_of
from katalog.record.model import Record

_WHY: Mapping[Kind, str] = {
    "": "Det står: {sagt}.",
    "gammal": "Det stod {ar}: {sagt}.",
    "typ": "Det brukar vara så på den här sortens ställe.",
    "okand": "Det vet vi inte. Fråga {fraga}.",
}
_COUNTS = ("Inget ställe", "Ett ställe", "Två ställen", "Tre ställen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What a place answers to one question. `kind` is for a sign beside the words."""

    choice: Choice
    kind: Kind
    text: str

    @property
    def is_known(self) -> bool:
        return self.kind == ""


def count_of(places: Sequence[object]) -> str:
    """ "Tre ställen"."""
    return _COUNTS[len(places)]


def whys_of(guide: Guide, record: Record, end: Sequence[Choice], idag: str) -> list[Why]:
    """One for every question: from what the record says itself, or from what is usual for its type."""
    row, signs = guide.told_by(record, idag), list(guide.signs_of(record))
    return [
        _why(choice, row[question.id].kind(choice.id), said_for(signs, question, choice.id), record)
        for question, choice in zip(guide.questions, end, strict=True)
    ]


def _why(choice: Choice, kind: Kind, said: Sequence[str], record: Record) -> Why:
    text = _WHY[kind].format(sagt=", ".join(said), ar=year_of(record), fraga=choice.ask)
    return Why(choice=choice, kind=kind, text=text)


def asks_of(whys: Sequence[Sequence[Why]]) -> list[str]:
    """What is not known of every place, as questions to ask: each once, in the order of the questions."""
    asked = [why.choice for column in zip(*whys, strict=True) for why in column if not why.is_known]
    return [choice.ask for choice in dict.fromkeys(asked)]
