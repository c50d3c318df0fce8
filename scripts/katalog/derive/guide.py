"""The guide with four questions: what its answers mean for a record, as `schema/hitta-ratt.json` and `x-passar` say.

Input: `Schema` and records. Output: what each record tells of every question (`match.Told`), which the one engine of
three answers judges. What a record says itself goes before what is usual for its type. The places of each end are
chosen in `guide_places`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from katalog.derive.match import Row, Told, is_old
from katalog.record.model import Record, stated_at
from katalog.record.places import Place
from katalog.record.schema import Json, Schema, constants
from katalog.record.schema_files import GUIDE
from katalog.record.schema_pages import READING

_DENIED = "nej"
Answers = Mapping[str, Sequence[str]]  # question -> the chosen answer, as the engine's states are written


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer. `ask` follows "Fråga"."""

    id: str
    title: str
    text: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`by_type` are fields that only tell what is usual; in those of `decides`, naming something else is a no."""

    id: str
    title: str
    text: str
    choices: tuple[Choice, ...]
    by_type: frozenset[str]
    decides: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Something that a record holds, from which answers are read: its `label`, the `field`, and question -> answers."""

    field: str
    label: str
    answers: Mapping[str, Sequence[str]]
    is_denied: bool = False


@dataclass(frozen=True, kw_only=True)
class Guide:
    """The questions in order, and what the schema reads their answers from."""

    schema: Schema

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(_question(row) for row in self.schema.documents[GUIDE]["fragor"])

    @cached_property
    def by_area(self) -> Question:
        """The question whose answers part the page of a district."""
        name = self.schema.documents[GUIDE]["stadsdel_efter"]
        return next(question for question in self.questions if question.id == name)

    @property
    def assumes(self) -> str:
        """What is taken for granted of the reader, in a sentence or two."""
        text: str = self.schema.documents[GUIDE]["antas"]["text"]
        return text

    @cached_property
    def ends(self) -> tuple[tuple[Choice, ...], ...]:
        """One answer to every question, in every way."""
        return tuple(product(*(question.choices for question in self.questions)))

    @cached_property
    def _signs(self) -> Mapping[Place, Mapping[str, Sign]]:
        """Place -> what stands there -> how it is read; "" for whatever stands there."""
        found = {place: dict(_signs_at(place, node)) for place, node in self.schema.places.items()}
        return {place: signs for place, signs in found.items() if signs}

    @cached_property
    def _by_type(self) -> frozenset[str]:
        return frozenset().union(*(question.by_type for question in self.questions))

    def signs_of(self, record: Record) -> Iterator[Sign]:
        """In the order of the schema. Of several types only the first tells what is usual: it is what the place is."""
        for place, signs in self._signs.items():
            if getattr(record, place[0]):
                values = stated_at(record, place)
                for value in islice(values, 1) if place[0] in self._by_type else values:
                    sign = signs.get(value) or signs.get("")
                    if sign:
                        yield sign

    def told_by(self, record: Record, idag: str) -> Row:
        """What the record tells of every question, on a day."""
        signs, old = list(self.signs_of(record)), is_old(record, idag)
        return {question.id: _told(question, signs, is_old=old) for question in self.questions}


def said_for(signs: Sequence[Sign], question: Question, answer: str) -> list[str]:
    """The labels of what the record itself says for `answer`."""
    own = (sign for sign in signs if sign.field not in question.by_type and not sign.is_denied)
    return [sign.label for sign in own if answer in sign.answers.get(question.id, ())]


def _question(row: Json) -> Question:
    return Question(
        id=row["id"],
        title=row["fraga"],
        text=row["text"],
        choices=tuple(
            Choice(id=one["id"], title=one["titel"], text=one["text"], ask=one["fraga"]) for one in row["val"]
        ),
        by_type=frozenset(row["av_typ"]),
        decides=frozenset(row["avgor"]),
    )


def _signs_at(place: Place, node: Json) -> Iterator[tuple[str, Sign]]:
    """A part of a field may be a sign whatever it holds, or a value of its vocabulary may."""
    if READING in node:
        sign = Sign(field=place[0], label=node["title"], answers=node[READING])
        yield "", sign
        yield _DENIED, Sign(field=place[0], label=node["title"], answers=node[READING], is_denied=True)
    for value in constants(node) or ():
        if READING in value:
            yield value["const"], Sign(field=place[0], label=value["title"], answers=value[READING])


def _told(question: Question, signs: Sequence[Sign], *, is_old: bool) -> Told:
    about = [sign for sign in signs if question.id in sign.answers]
    own = [sign for sign in about if sign.field not in question.by_type]
    yes = _read(question, [sign for sign in own if not sign.is_denied])
    no = _read(question, [sign for sign in own if sign.is_denied]) - yes
    is_closed = any(sign.field in question.decides for sign in own if not sign.is_denied)
    usual = frozenset() if is_closed else _read(question, [sign for sign in about if sign not in own]) - yes - no
    return Told(yes=yes, maybe=dict.fromkeys(usual, "typ"), no=no, is_closed=is_closed, is_old=is_old)


def _read(question: Question, signs: Sequence[Sign]) -> frozenset[str]:
    return frozenset(answer for sign in signs for answer in sign.answers[question.id])
