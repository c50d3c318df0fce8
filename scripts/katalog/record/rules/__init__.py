"""The rules that a schema cannot say: across fields, across records, and about people's privacy.

A rule is a module with a docstring (its page in the code list), `CODES` (code -> title), `SAID_BY_FORM` (those of them
that the form on the web tells too, by docs/assets/js/record/) and `check(entry, context)`, which yields `Fault`s. The
messages that the form tells stand in `TEXTS`, with places to fill in, and go out with its page. A new rule is one
module, one line here and its cases in tests/cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from katalog.record.entry import Context, Entry
from katalog.record.problem import Fault
from katalog.record.rules import (
    alder,
    datum,
    dubbletter,
    identitet,
    kallor,
    lasbarhet,
    persondata,
    referenser,
    resultat,
    status,
    tider,
)

RULES: tuple[ModuleType, ...] = (
    identitet,
    referenser,
    status,
    datum,
    alder,
    tider,
    resultat,
    kallor,
    persondata,
    dubbletter,
    lasbarhet,
)


def check_entry(entry: Entry, context: Context) -> Iterator[Fault]:
    """All faults of one entry, rule by rule."""
    for rule in RULES:
        yield from rule.check(entry, context)
