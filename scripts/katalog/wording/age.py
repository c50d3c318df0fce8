"""How old a contact or the hours are, said only when it matters: when it is old, or when no source tells.

Input: `View`, and a record with the name of a field, or a source. Output: a whole sentence, "" when there is no need
for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from katalog.derive.trust import basis_of, tells_year
from katalog.record.model import Group, Record
from katalog.wording.view import View

_NEW_YEARS = 3  # what is older is told with the year of its source
# Field -> what is said when it is old, and when nobody knows how old it is.
_HOURS = ("Tiderna är från {ar}. De kan ha ändrats.", "Vi vet inte hur gamla tiderna är.")
_CONTACT = ("Kontakten är från {ar}.", "Vi vet inte hur gammal kontakten är.")


def age_of(view: View, record: Record, field: str) -> str:
    """Of a field of a record. Who confirms a record says that all of it holds; no age is told that the sentence below
    the record's name tells."""
    confirmed, sources = record.senast_bekraftad, _sources_of(record, field)
    if (confirmed and _is_new(view, int(confirmed[:4]))) or _is_told(record, sources):
        return ""
    return _age(view, sources, *(_HOURS if field == "tider" else _CONTACT))


def _is_told(record: Record, sources: Iterable[Group]) -> bool:
    years = {source.get("ar", 0) for source in sources} or {0}
    return len(years) == 1 and tells_year(basis_of(record), *years)


def age_of_area(view: View, contact: Group) -> str:
    """Of the contact of a district or municipality, which holds its own year."""
    return _age(view, [contact], *_CONTACT)


def _sources_of(record: Record, field: str) -> list[Group]:
    """The sources that a field rests on: those that name it, else those that stand for the whole record."""
    named = [source for source in record.kallor if field in source.get("galler", ())]
    return named or [source for source in record.kallor if "galler" not in source]


def _age(view: View, sources: Iterable[Any], when_old: str, when_unknown: str) -> str:
    known = sorted({source["ar"] for source in sources if "ar" in source})
    if not known:
        return when_unknown
    if _is_new(view, known[0]):
        return ""
    return when_old.format(ar=" och ".join(dict.fromkeys((str(known[0]), str(known[-1])))))


def _is_new(view: View, year: int) -> bool:
    return int(view.derived.idag[:4]) - year <= _NEW_YEARS
