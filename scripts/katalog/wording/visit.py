"""How a reader is told to go straight there: when, and where. For records that a source calls open without asking."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.derive.contact import is_direct, missing_to_go
from katalog.record.model import Group, Record
from katalog.wording.age import age_of
from katalog.wording.hours import clock_text
from katalog.wording.view import View, sentence

_MOST_TOLD = 2  # rows of hours in the sentence; more of them stand in their section alone


def visit_sentence(view: View, record: Record) -> str:
    """ "Du kan gå dit direkt: vardagar 9–12." """
    days = [time for time in record.tider if "dag" in time]
    if len(days) > _MOST_TOLD:
        return sentence("Du kan gå dit direkt", age_of(view, record, "tider"))
    when = " och ".join(_when(view, time) for time in days)
    return sentence(f"Du kan gå dit direkt: {when}", age_of(view, record, "tider"))


def direct_but(record: Record) -> str:
    """For what is open to all when something is missing that one must know to go there; else ""."""
    missing = missing_to_go(record) if is_direct(record) else ()
    return f"Du får komma direkt, men vi vet inte {' eller '.join(missing)}." if missing else ""


def visit_place(record: Record) -> str:
    place = record.plats or {}
    return ", ".join(place[key] for key in ("adress", "ort") if key in place)


def _when(view: View, time: Group) -> str:
    clock = clock_text(time.get("fran", ""), time.get("till", ""), is_about=bool(time.get("ungefar")))
    return " ".join(_parts(view.words.label("dag", time["dag"]).lower(), clock, time))


def _parts(day: str, hours: str, time: Group) -> Iterator[str]:
    yield day
    if hours:
        yield hours
    if "vad" in time:
        yield f"({time['vad'][:1].lower()}{time['vad'][1:].rstrip('.')})"
