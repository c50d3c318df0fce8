"""A record -> its card: what a list, a search result and the form's preview show of it, in the same words.

Input: vocabularies, a record, how sure it is and the day. Output: `Card`, plain text. Which rows a card has is said by
the schema (`x-kort`), so that the script of the form can make the same card of what is being written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from katalog.derive.freshness import day_after
from katalog.derive.hours import hours_year
from katalog.derive.trust import Basis, Trust, basis_of, tells_year
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Record, is_stated
from katalog.record.schema import Json
from katalog.wording.beside import remarks_about
from katalog.wording.fields import notice_days
from katalog.wording.hours import PAST, old_hours, short_hours
from katalog.wording.trust import Said, say_trust


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """`later` is what is added from a day (ISO) on; from the day `ends` on the row is no longer true. A static page is
    read on other days than that of its build, and the browser sees to both. `is_plain`: the values say what they are,
    so that the label is for who listens alone."""

    label: str
    values: tuple[str, ...]
    later: tuple[tuple[str, str], ...] = ()
    ends: str = ""
    is_plain: bool = False

    @property
    def text(self) -> str:
        return ", ".join(self.values)


PICTURED = ("inriktning", "insatstyp")  # a card's picture is that of the first value of the first that has any
NO_PICTURE = "dorr"  # an open door, while a record has none of them
PICTURES = "assets/bilder.svg"  # all of them, each by the name of its value


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`address` is the record's page, from the site's root; `mark` says what keeps a reader from going there, or "";
    `picture` is the value that is drawn, or "". Rows without values are left out."""

    id: str
    address: str
    heading: str
    text: str
    mark: str
    picture: str
    rows: tuple[CardRow, ...]
    trust: Said


def make_card(
    words: Vocabularies, record: Record, trust: Trust, idag: str, by_id: Mapping[str, Record] = MappingProxyType({})
) -> Card:
    """`by_id` are the records that this one may lead to."""
    return Card(
        id=record.id,
        address=f"verksamhet/{record.id}/",
        heading=record.namn,
        text=record.sammanfattning,
        mark=_mark(words, record),
        picture=next((value for field in PICTURED for value in _values(record, field)), ""),
        rows=tuple(_rows(_Making(words=words, record=record, basis=trust.basis, idag=idag, by_id=by_id))),
        trust=say_trust(trust),
    )


def card_labels(words: Vocabularies) -> list[str]:
    """The labels of the rows that a card may have, in order."""
    return [row["etikett"] for row in words.schema.full["x-kort"].values()]


def short_facts(words: Vocabularies, card: Card, fields: Sequence[str]) -> list[CardRow]:
    """The rows of a card that some fields make."""
    labels = [words.schema.full["x-kort"][field]["etikett"] for field in fields]
    return [row for row in card.rows if row.label in labels]


def end_rows(words: Vocabularies, record: Record, by_id: Mapping[str, Record]) -> list[CardRow]:
    """What the card of a place that has closed says of that."""
    making = _Making(words=words, record=record, basis=basis_of(record), idag="", by_id=by_id)
    kinds = [(row["etikett"], row.get("slag")) for row in words.schema.full["x-kort"].values()]
    return [row for label, kind in kinds if kind in _ENDS for row in _KINDS[kind](making, label)]


def example_mark(words: Vocabularies) -> str:
    return words.title("forebild")


def closed_mark(words: Vocabularies) -> str:
    return words.label("status", "avslutad")


def _mark(words: Vocabularies, record: Record) -> str:
    if record.forebild:
        return example_mark(words)
    return closed_mark(words) if record.is_closed else ", ".join(words.label("for-vem", one) for one in record.for_vem)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """What the rows of a card are made of."""

    words: Vocabularies
    record: Record
    basis: Basis
    idag: str
    by_id: Mapping[str, Record]


def _rows(making: _Making) -> Iterator[CardRow]:
    words, record = making.words, making.record
    for field, row in words.schema.full["x-kort"].items():
        if "slag" in row:
            yield from _KINDS[row["slag"]](making, row["etikett"])
            continue
        values = _values(record, field, row.get("nyckel"))[: row.get("antal")]
        if values:
            is_plain = "tyst" in row
            said = [_said(words, record, field, row, value) for value in values]
            told = [_first_name(name) for name in said] if is_plain else said
            yield CardRow(label=row["etikett"], values=tuple(told), is_plain=is_plain)


def _hours(making: _Making, label: str) -> Iterator[CardRow]:
    """When, and of which year that is once it is old, unless the card's last line tells it. Nothing for a place that
    nobody can go to now."""
    record = making.record
    if not record.tider or record.status in PAST:
        return
    told, old = tuple(short_hours(record.tider, making.words)), old_hours(record)
    if tells_year(making.basis, hours_year(record)):
        old = None
    if old and old[0] <= making.idag:
        yield CardRow(label=label, values=(*told, old[1]))
    else:
        yield CardRow(label=label, values=told, later=(old,) if old else ())


def _notice(making: _Making, label: str) -> Iterator[CardRow]:
    """What holds for a time, until its last day."""
    notice = making.record.tillfalligt
    if notice and notice["till"] >= making.idag:
        yield CardRow(label=label, values=(f"{notice['text']} {notice_days(notice)}",), ends=day_after(notice["till"]))


def _end(making: _Making, label: str) -> Iterator[CardRow]:
    """When, why and whereto, of a place that has closed: the first thing that its record remarks of it."""
    told = remarks_about(making.record, "status") if making.record.is_closed else []
    if told:
        yield CardRow(label=label, values=(told[0],))


def _successor(making: _Making, label: str) -> Iterator[CardRow]:
    """The place to go to instead."""
    other = making.by_id.get(making.record.ersatt_av or "")
    if other:
        yield CardRow(label=label, values=(other.namn,))


# What a row says, by its kind (`slag`); a row without a kind says values of a vocabulary.
_KINDS: Mapping[str, Callable[[_Making, str], Iterator[CardRow]]] = {
    "tider": _hours,
    "notis": _notice,
    "slutet": _end,
    "ersattare": _successor,
}
_ENDS = ("slutet", "ersattare")


def _values(record: Record, field: str, key: str | None = None) -> list[Any]:
    """The distinct values of a field, of a list's groups by one of their keys; what is only likely is left out."""
    value = getattr(record, field)
    if not value:
        return []  # most say nothing
    items = value if isinstance(value, tuple) else (value,)
    return list(dict.fromkeys([item[key] if key else item for item in items if is_stated(item)]))


def _first_name(title: str) -> str:
    """The first of a title's names ("Träffpunkt / öppen verksamhet"): what something is stands once."""
    return title.split(" / ", maxsplit=1)[0]


def _said(words: Vocabularies, record: Record, field: str, row: Json, value: Any) -> str:
    """A value by its label, or by what the row's `mer` names for that value where the record tells it."""
    more = row.get("mer", {}).get(value)
    nearer = ", ".join(_label(words, more, None, item) for item in _values(record, more)) if more else ""
    return nearer or _label(words, field, row.get("nyckel"), value)


def _label(words: Vocabularies, field: str, key: str | None, value: Any) -> str:
    node: Json = words.schema.fields[field]
    node = node.get("items", node)
    return words.label((node["properties"][key] if key else node)["x-vokabular"], value)
