"""The records, their words and what happened to them as JSON below `/api/v1/`. The docstrings of what `registry` names
stand on the page about open data.

Input: `Source`. Output: files. Keys are the schema's names; what is reckoned stands under `harlett` alone. A key that
is not there means unknown. Only files about a whole list tell the day, so that a record that has not changed has the
same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

import orjson

from katalog.derive.derived import Derived
from katalog.derive.freshness import derive_freshness
from katalog.derive.statistics import statistics_of
from katalog.derive.vocabulary import Term
from katalog.exports.history import EXTENT_TOLD, Happened
from katalog.exports.source import Source
from katalog.exports.store import Store, joined
from katalog.record.model import Catalogue, Record, data_of

ROOT = "api/v1"
VERSION = "1.0"
DERIVED = "harlett"
_PIECE = 250  # records that are written at once
_DAYS = "Dagarna för ny, andrad, stangd, oppnad och flyttad är de då ändringen kom in i katalogen."
_OPTIONS = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def dumped(data: Any) -> bytes:
    """JSON to be read by eye, too; keys in the order in which they were put."""
    return orjson.dumps(data, option=_OPTIONS)


def record_data(record: Record, idag: str) -> dict[str, Any]:
    """The record as it is published: what was written, and what follows from it."""
    level = derive_freshness(record, idag).level
    derived = {"aktualitet": level, "sida": f"verksamhet/{record.id}/"}
    return {"id": record.id, **data_of(record), DERIVED: derived}


def everything(source: Source) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Alla verksamheter i en fil, en på varje rad. Det som fattas i en post är okänt: det betyder aldrig nej."""
    yield f"{ROOT}/verksamheter.json", _everything(source)


def _everything(source: Source) -> Iterator[bytes]:
    head = {"version": VERSION, "dag": source.derived.idag, "antal": len(source.records)}
    yield orjson.dumps(head)[:-1] + b',"verksamheter":['
    lines = _lines(source)
    first = b"\n"
    while piece := b",\n".join(islice(lines, _PIECE)):
        yield first + piece
        first = b",\n"
    yield b"\n]}\n"


def _lines(source: Source) -> Iterator[bytes]:
    """Each record, as more than one file has it."""
    return source.kept("poster", partial(_made, source)).parts(0)


def _made(source: Source) -> Store:
    lines = (orjson.dumps(record_data(record, source.derived.idag)) for record in source.records)
    return Store((joined((line,)) for line in lines), width=1, folder=source.rows.room)


def single(source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """En fil för varje verksamhet. Har en post bytt id finns en liten fil kvar på den gamla adressen. Den säger vad
    posten heter nu."""
    for record, line in zip(source.records, _lines(source), strict=True):
        yield f"{ROOT}/verksamheter/{record.id}.json", (line, b"\n")
    wanted = {record.id for record in source.records}
    for former, now in sorted(source.derived.catalogue.moved.items()):
        if now in wanted:
            told = {"id": former, "flyttad_till": now, "adress": f"{now}.json"}
            yield f"{ROOT}/verksamheter/{former}.json", (orjson.dumps(told), b"\n")


def vocabularies(source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Alla ordlistor: vad varje värde i en post heter på svenska och vad det betyder."""
    words = source.words
    told = {name: _vocabulary(words.about(name), words.terms(name)) for name in sorted(words.by_name)}
    yield f"{ROOT}/vokabular.json", (dumped({"version": VERSION, "vokabular": told}),)


def _vocabulary(about: Term, terms: Mapping[str, Term]) -> dict[str, Any]:
    return {"titel": about.label, "text": about.text, "varden": [_named(term) for term in terms.values()]}


def _named(term: Term) -> dict[str, Any]:
    return {"id": term.slug, "titel": term.label, "text": term.text}


def areas(source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Stadsdelarna och de andra områdena, med hur många verksamheter som finns i varje."""
    counts: dict[str, int] = {}
    for record in source.records:
        counts[record.omrade] = counts.get(record.omrade, 0) + 1
    page_of = source.words.listed["omrade"].address_of
    terms = source.words.terms("omrade").values()
    told = [_area(term, counts.get(term.slug, 0), page_of(term.slug)) for term in terms]
    yield f"{ROOT}/omraden.json", (dumped({"version": VERSION, "dag": source.derived.idag, "omraden": told}),)


def _area(term: Term, count: int, page: str) -> dict[str, Any]:
    is_district = term.notes.get("slag") == "stadsdel"
    return {**_named(term), "ar_stadsdel": is_district, "antal": count, "sida": page}


def statistics(source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Alla tal på sidan Statistik. Räknade är verksamheter som går att välja. En grupp på färre än fem personer finns
    inte med."""
    records = tuple(source.records)
    derived = Derived(catalogue=Catalogue(records=records), idag=source.derived.idag)
    told = statistics_of(derived, source.words)
    parts = {name: told[name] for name in ("poster", "tabeller", "resultat")}
    yield f"{ROOT}/statistik.json", (dumped({"version": VERSION, "dag": told["datum"], **parts}),)


def changes(source: Source) -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Vad som är nytt, ändrat, stängt och bekräftat, med det senaste först. Filen säger själv om historiken är hel."""
    extent = source.history.extent
    head = {"version": VERSION, "dag": source.derived.idag, "historik": extent, "om": EXTENT_TOLD.get(extent, _DAYS)}
    yield f"{ROOT}/andringar.json", (dumped({**head, "handelser": [_happened(one) for one in source.events]}),)


def _happened(one: Happened) -> dict[str, str]:
    told = {"dag": one.day, "id": one.id, "handelse": one.event}
    return told | {"forr": one.former} if one.former else told
