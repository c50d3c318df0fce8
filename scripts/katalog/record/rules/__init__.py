"""The rules that a schema cannot say: across fields, across records, and about people's privacy.

A rule is a module with a docstring (its page in the code list), `CODES` (code -> title), `SAID_BY_FORM` (those of them
that the form on the web tells too, by docs/assets/js/record/) and `prepare(context)`, which works out once a run what
the rule needs to know and gives its `Check`: an entry -> `Fault`s. The messages that the form tells stand in `TEXTS`,
with places to fill in, and go out with its page. A new rule is one module, one line here and its cases in tests/cases.
"""

from __future__ import annotations

from collections.abc import Iterable
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


# Those that hold an entry against others: what they say may change though nothing in its own file does.
_ACROSS = (identitet, referenser, dubbletter)


def prepare_alone(context: Context) -> Check:
    """The rules that rest on the entry, the schema and the day alone: for the same three they always say the same."""
    return _together([rule for rule in RULES if rule not in _ACROSS], context)


def prepare_across(context: Context) -> Check:
    """The other rules."""
    return _together(_ACROSS, context)


def _together(rules: Iterable[ModuleType], context: Context) -> Check:
    checks = [rule.prepare(context) for rule in rules]
    return lambda entry: chain.from_iterable(check(entry) for check in checks)
