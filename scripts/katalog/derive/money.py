"""What is known of money (`schema/pengar.json`): each fact with its source, and whether it is too old to be trusted.

Input: `Schema` and the day. Output: benefits with their facts, and those who answer for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from katalog.record.schema import Json, Schema
from katalog.record.schema_files import MONEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A page or a document. `year` is that of the page, None when it tells none."""

    title: str
    web: str | None
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`is_old`: from an unknown year, or so long ago that it must be checked; `holds_to`: the last day before that."""

    text: str
    source: Source
    is_old: bool
    holds_to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Who answers in writing. `address` leads to a list of the site where they are found."""

    id: str
    name: str
    text: str
    phone: str | None
    source: Source | None
    address: str | None
    heading: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """`words` are other names; `worry` is what a reader fears, in their own words."""

    id: str
    heading: str
    words: tuple[str, ...]
    worry: str
    facts: tuple[Fact, ...]
    answerer: Answerer


@dataclass(frozen=True, kw_only=True)
class Money:
    schema: Schema
    idag: str

    @cached_property
    def _document(self) -> Json:
        document: Json = self.schema.documents[MONEY]
        return document

    @cached_property
    def answerers(self) -> Mapping[str, Answerer]:
        return {row["id"]: _answerer(row) for row in self._document["svarare"]}

    @cached_property
    def benefits(self) -> tuple[Benefit, ...]:
        return tuple(self._benefit(row) for row in self._document["ersattningar"])

    @cached_property
    def always(self) -> tuple[Fact, ...]:
        """What holds for all of them."""
        return tuple(self._fact(row) for row in self._document["alltid"])

    def answered_by(self, answerer: Answerer) -> list[Benefit]:
        return [benefit for benefit in self.benefits if benefit.answerer == answerer]

    def _benefit(self, row: Json) -> Benefit:
        return Benefit(
            id=row["id"],
            heading=row["rubrik"],
            words=tuple(row.get("ord", ())),
            worry=row["oro"],
            facts=tuple(self._fact(fact) for fact in row["uppgifter"]),
            answerer=self.answerers[row["svarar"]],
        )

    def _fact(self, row: Json) -> Fact:
        """A page of a year may be from its first day: from the day when that is so many years ago, it is old."""
        source = read_source(row["kalla"])
        last = None if source.year is None else f"{source.year + self._document['hallbara_ar'] - 1}-12-31"
        is_old = last is None or last < self.idag
        return Fact(text=row["text"], source=source, is_old=is_old, holds_to=None if is_old else last)


def read_source(row: Json) -> Source:
    return Source(title=row["titel"], web=row.get("webb"), year=row["ar"])


def _answerer(row: Json) -> Answerer:
    return Answerer(
        id=row["id"],
        name=row["namn"],
        text=row["vem"],
        phone=row.get("telefon"),
        source=read_source(row["kalla"]) if "kalla" in row else None,
        address=row.get("lista"),
        heading=row["rubrik"],
        questions=tuple(row["fragor"]),
    )
