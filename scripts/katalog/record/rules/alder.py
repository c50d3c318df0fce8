"""Den lägsta åldern är inte högre än den högsta."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.record.entry import Context, Entry
from katalog.record.problem import Fault

CODES = {"alder-ordning": "Åldrarna står i fel ordning"}


def check(entry: Entry, context: Context) -> Iterator[Fault]:
    age = entry.data.get("alder")
    if not isinstance(age, dict):
        return
    low, high = age.get("fran"), age.get("till")
    if type(low) is int and type(high) is int and low > high:
        message = f"alder går från {low} till {high}. Byt plats på talen."
        yield Fault(path=("alder", "fran"), code="alder-ordning", message=message)
