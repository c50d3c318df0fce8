"""The rules that a schema cannot say: across fields, across records, and about people's privacy.

A rule is a module with a docstring (its page in the code list), `CODES` (code -> title), `SAID_BY_FORM` (those of them
that the form on the web tells too, by docs/assets/js/record/) and `prepare(context)`, which works out once a run what
the rule needs to know and gives its `Check`: an entry -> `Fault`s. The messages that the form tells stand in `TEXTS`,
with places to fill in, and go out with its page. A new rule is one module, one line here and its cases in tests/cases.
"""

from __future__ import annotations

from itertools import chain
from types import ModuleType

from katalog.record.entry import Check, Context
from katalog.record.rules import (
    alder,
    datum,
    dubbletter,
    gammalt,
    identitet,
    kallor,
    kontakt,
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
    kontakt,
    gammalt,
    persondata,
    dubbletter,
    lasbarhet,
)


def prepare_all(context: Context) -> Check:
    """All rules as one: the faults of an entry, rule by rule."""
    checks = [rule.prepare(context) for rule in RULES]
    return lambda entry: chain.from_iterable(check(entry) for check in checks)
