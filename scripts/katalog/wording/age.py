"""How old a contact or the hours are, said only when it matters: when it is old, or when no source tells.

Input: `View`, a record and the name of a field. Output: whole sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from katalog.record.model import Group, Record
from katalog.wording.view import View

_NEW_YEARS = 3  # what is older is told with the year of its source


def sources_of(record: Record, field: str) -> list[Group]:
    """The sources that a field rests on: those that name it, else those that stand for the whole record."""
    named = [source for source in record.kallor if field in source.get("galler", ())]
    return named or [source for source in record.kallor if "galler" not in source]


def years_when_old(view: View, sources: Iterable[Any]) -> str | None:
    """The years of the sources; "" when none of them tells, None when they are new enough to need no word."""
    known = sorted({source["ar"] for source in sources if "ar" in source})
    if not known:
        return ""
    if int(view.derived.idag[:4]) - known[0] <= _NEW_YEARS:
        return None
    return " och ".join(dict.fromkeys((str(known[0]), str(known[-1]))))


def age_sentence(years: str | None, *, what: str) -> str:
    """`what` is what is old, with its article: "Kontakten", "Tiderna"; "" for nothing to say."""
    if years is None:
        return ""
    old = "gammal" if what.endswith("ten") else "gamla"
    return f"{what} är från {years}." if years else f"Vi vet inte hur {old} {what.lower()} är."


def contact_age(view: View, sources: Iterable[Any]) -> str:
    return age_sentence(years_when_old(view, sources), what="Kontakten")


def hours_age(view: View, record: Record) -> str:
    """For hours that a reader is told to go by: with a word on what may have happened since."""
    years = years_when_old(view, sources_of(record, "tider"))
    told = age_sentence(years, what="Tiderna")
    return f"{told} De kan ha ändrats." if years else told
