"""Den lägsta åldern är inte högre än den högsta."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record.entry import Check, Context, Entry
from katalog.record.problem import Fault

CODES = {"alder-ordning": "Åldrarna står i fel ordning"}
SAID_BY_FORM = frozenset(CODES)
TEXTS = {"alder-ordning": "alder går från {fran} till {till}. Byt plats på talen."}


def prepare(_context: Context) -> Check:
    return check


def check(entry: Entry) -> Iterator[Fault]:
    age = entry.data.get("alder")
    if not isinstance(age, dict):
        return
    low, high = age.get("fran"), age.get("till")
    if type(low) is int and type(high) is int and low > high:
        message = TEXTS["alder-ordning"].format(fran=low, till=high)
        yield Fault(path=("alder", "fran"), code="alder-ordning", message=message)
