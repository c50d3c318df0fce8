"""Which mailbox a letter goes to: the organiser's, else those of its activities, else that of the district.

Input: records of one organiser and the vocabularies. Output: `Address`. A mailbox that looks like a person's is never
written to, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Group, Record
from katalog.record.rules.persondata import check_argument

_MAILBOX = "epost"
# As the schema has it. Nothing else goes into a header of a mail.
_FORM = re.compile(r"[A-Za-z0-9._%+\-]+@[A-Za-z0-9.\-]+\.[A-Za-z]{2,}")
# Who has a contact of its own in the vocabularies, and the kind of organisation that it is itself.
_AROUND = {"omrade": "stadsdelsnamnd", "kommun": "kommun"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Function mailboxes. `via` names the district or municipality that is asked to pass the letter on; "" when the
    mailboxes are the recipient's own."""

    mailboxes: tuple[str, ...]
    via: str = ""


def address_of(records: Sequence[Record], words: Vocabularies) -> Address | None:
    """None when no source gives a function mailbox."""
    for groups in (_organisers(records), _own(records)):
        found = tuple(_functions(groups, words))
        if found:
            return Address(mailboxes=found)
    return next(_around(records, words), None)


def is_mailbox(text: str) -> bool:
    return _FORM.fullmatch(text) is not None


def _organisers(records: Iterable[Record]) -> Iterator[Group]:
    return (record.anordnare or {} for record in records)


def _own(records: Iterable[Record]) -> Iterator[Group]:
    return (record.kontakt or {} for record in records)


def _around(records: Iterable[Record], words: Vocabularies) -> Iterator[Address]:
    """Districts before municipalities; the first that has a mailbox."""
    for vocabulary, kind in _AROUND.items():
        for record in records:
            for slug in _slugs(record, vocabulary):
                term = words.terms(vocabulary)[slug]
                found = tuple(_functions([term.notes.get("kontakt", {})], words))
                if found:
                    yield Address(mailboxes=found, via="" if _is_itself(record, term.label, kind) else term.label)


def _slugs(record: Record, vocabulary: str) -> tuple[str, ...]:
    value = getattr(record, vocabulary)
    return (value,) if isinstance(value, str) else value


def _is_itself(record: Record, label: str, kind: str) -> bool:
    organiser = record.anordnare or {}
    return organiser.get("driftsform") == kind and label.casefold() in organiser.get("namn", "").casefold()


def _functions(groups: Iterable[Group], words: Vocabularies) -> Iterator[str]:
    """Each mailbox once."""
    found = dict.fromkeys(group[_MAILBOX] for group in groups if _MAILBOX in group)
    return (box for box in found if is_mailbox(box) and check_argument(box, words.schema.folder, _MAILBOX) is None)
