"""What the catalogue does not know about a record -> the questions to ask, for the page, for paper and for the mail.

Input: `View` and a record. Output: `Question`s in the schema's order. Which fields are asked about, and how, says the
schema (`x-fraga`). Nothing is asked about what has closed, or about an example.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from katalog.derive.contact import can_have_contact, is_direct
from katalog.record.model import Record, is_stated
from katalog.wording.by_rule import BY_RULE
from katalog.wording.view import View

_NOT_WHEN_DIRECT = frozenset({"platslage", "ersattning"})  # nobody is given a place where all may come
_CASEWORKER = "handlaggare"  # the group of fields that only those who decide or pay ask about


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    field: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """`reader` is what the one who looks for a place asks, `caseworker` what the one who decides or pays asks."""

    reader: tuple[Question, ...]
    caseworker: tuple[Question, ...]

    @property
    def fields(self) -> str:
        """The names of the reader's fields, as the address of the form takes them."""
        return ",".join(question.field for question in self.reader)

    def __bool__(self) -> bool:
        return bool(self.reader or self.caseworker)


def unknown_of(view: View, record: Record) -> Unknown:
    asked = list(_questions(view, record)) if can_have_contact(record) else []
    parts: dict[bool, list[Question]] = {True: [], False: []}
    for group, question in asked:
        parts[group == _CASEWORKER].append(question)
    return Unknown(reader=tuple(parts[False]), caseworker=tuple(parts[True]))


def _questions(view: View, record: Record) -> Iterator[tuple[str, Question]]:
    for name, node in view.words.schema.fields.items():
        is_pointless = name in _NOT_WHEN_DIRECT and is_direct(record)
        if "x-fraga" in node and not is_pointless and not _is_known(view, record, name):
            yield node["x-grupp"], Question(field=name, text=node["x-fraga"])


def _is_known(view: View, record: Record, name: str) -> bool:
    """What is only likely is not known; what follows by rule is. Free places that were told once are told of in their
    own row, also when that is too long ago: a page says the same whatever day it was built."""
    value = getattr(record, name)
    is_told = any(map(is_stated, value)) if isinstance(value, tuple) else value is not None
    return is_told or (name in BY_RULE and any(True for _ in BY_RULE[name](view, record)))
