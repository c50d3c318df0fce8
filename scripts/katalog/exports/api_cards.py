"""`/api/v1/kort/`: what a list shows of each record, ready to be shown by others, and `<hitta-verksamheter>` reads it.

Input: `Source`. Output: one file for the whole catalogue and one for each area. What will be said otherwise on a later
day carries that day, since a file is read on other days than that of its build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from katalog.derive.freshness import FRESH_DAYS, day_after
from katalog.derive.trust import derive_trust, trust_changes
from katalog.exports.api import ROOT, VERSION, dumped
from katalog.exports.source import Area, Source
from katalog.record.model import Record
from katalog.wording.card import CardRow
from katalog.wording.trust import say_trust

KINDS = "insatstyp"


def cards(source: Source) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Korta kort att visa på en annan webbplats: en fil för hela katalogen och en för varje område. Bara det som går
    att välja finns med. Det som ska sägas på ett annat sätt en senare dag har den dagen med sig."""
    made = list(source.made("kort", partial(_card, source), of=source.choices))
    kinds = _kinds(source)
    for area in source.areas:
        held = [card for record, card in zip(source.choices, made, strict=True) if area.holds(record)]
        head = {"version": VERSION, "dag": source.derived.idag, "omrade": _area(area), "antal": len(held)}
        yield f"{ROOT}/kort/{area.slug}.json", _listed({**head, "typer": kinds, "kort": []}, held)


def _listed(document: dict[str, Any], cards: Sequence[bytes]) -> Iterator[bytes]:
    """The document with the cards in the list at its end, all of it as if it had been written at once."""
    head, empty, end = dumped(document).rpartition(b"[]")
    first = b"[\n"
    yield head
    for card in cards:
        yield first + card
        first = b",\n"
    yield (b"\n  ]" if cards else empty) + end


def _area(area: Area) -> dict[str, str]:
    return {"id": area.slug, "titel": area.label, "sida": area.page}


def _kinds(source: Source) -> list[dict[str, str]]:
    page_of = source.words.listed[KINDS].address_of
    terms = source.words.terms(KINDS).values()
    return [{"id": term.slug, "titel": term.label, "sida": page_of(term.slug)} for term in terms]


def _card(source: Source, record: Record) -> bytes:
    """As it stands in a list: no text of JSON has a line's end of its own."""
    return b"    " + dumped(_told(source, record)).rstrip().replace(b"\n", b"\n    ")


def _told(source: Source, record: Record) -> dict[str, Any]:
    card = source.card(record)
    return {
        "id": card.id,
        "namn": card.heading,
        "sida": card.address,
        "text": card.text,
        "typer": list(record.insatstyp),
        "rader": [{"rubrik": row.label, **_dated(row.text, _later(row))} for row in card.rows],
        "tillit": _trust(record, source.derived.idag),
    }


def _later(row: CardRow) -> Iterator[tuple[str, str]]:
    """What a row says from later days on; nothing once it has ended."""
    yield from ((day, f"{row.text}, {text}") for day, text in row.later)
    if row.ends:
        yield row.ends, ""


def _dated(text: str, later: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {"text": text, "sedan": [{"dag": day, "text": other} for day, other in later]}


def _trust(record: Record, idag: str) -> dict[str, Any]:
    """How sure it is, on each day on which that is said in other words."""
    confirmed = record.senast_bekraftad
    days = {change.date for change in trust_changes(record)} | (
        {day_after(confirmed, FRESH_DAYS)} if confirmed else set()
    )
    said = [(day, say_trust(derive_trust(record, day))) for day in (idag, *sorted(day for day in days if day > idag))]
    first, *later = ({"dag": day, "steg": one.step, "text": one.card_text} for day, one in said)
    return {"steg": first["steg"], "text": first["text"], "sedan": later}
