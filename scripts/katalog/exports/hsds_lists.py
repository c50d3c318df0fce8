"""The lists of one service of HSDS: times, languages, prices, who pays, whom it serves, free places.

Input: a record, the service's id, `Terms` and the day. Output: objects, each with an id by what it says. What is not
known gives no object, and what lacks something that HSDS requires gives none either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from katalog.derive.freshness import are_places_current
from katalog.exports.hsds_shared import phone, uri_of
from katalog.exports.hsds_terms import Object, Terms
from katalog.exports.lasting_ids import lasting_id, row_name
from katalog.record.model import Group, Record

_DAYS: Mapping[str, str] = {
    "mandag": "MO", "tisdag": "TU", "onsdag": "WE", "torsdag": "TH", "fredag": "FR", "lordag": "SA", "sondag": "SU",
}  # fmt: skip
_LOCAL = "Svensk tid (Europe/Stockholm)."
_ABOUT = "Ungefärlig tid."
_AT_MIDNIGHT = "Stänger vid midnatt."
_MIDNIGHT = "24:00"  # no clock of RFC 3339
_NO_PLACES = ("fullt", "ko")  # what says that no place is free; "lediga" says no number
_NIGHT = "T00:00:00.000Z"


def schedules(record: Record, terms: Terms) -> Iterator[Object]:
    """One for each row of times. Local time, without the offset that HSDS would like: Sweden has two a year."""
    for row in record.tider:
        made: Object = {"id": _id("schedule", record, row)}
        if "dag" in row:
            days = terms.words.terms("dag")[row["dag"]].notes["dagar"]
            made |= {"freq": "WEEKLY", "byday": ",".join(_DAYS[day] for day in days)}
        made |= {name: _clock(row[part]) for part, name in (("fran", "opens_at"), ("till", "closes_at")) if part in row}
        if "vad" in row:
            made["description"] = row["vad"]
        if notes := " ".join(_notes(row)):
            made["notes"] = notes
        yield made


def _clock(time: str) -> str:
    return "00:00:00" if time == _MIDNIGHT else f"{time}:00"


def _notes(row: Group) -> Iterator[str]:
    if "fran" in row:
        yield _LOCAL
    if row.get("ungefar"):
        yield _ABOUT
    if row.get("till") == _MIDNIGHT:
        yield _AT_MIDNIGHT


def languages(record: Record, terms: Terms) -> Iterator[Object]:
    """`code` is ISO 639-1, or 639-3 where that has none: the primary subtag of our own."""
    for slug in record.sprak:
        code, _, rest = slug.partition("-")
        made: Object = {"id": _id("language", record, slug), "code": code, "name": terms.words.label("sprak", slug)}
        yield {**made, "note": rest} if rest else made


def service_areas(record: Record, terms: Terms) -> Iterator[Object]:
    """Whom it says that it serves. Where it lies is something else."""
    for slug in record.tar_emot_fran:
        yield {"id": _id("service_area", record, slug), "name": terms.words.label("omrade", slug)}


def cost_options(record: Record, terms: Terms) -> Iterator[Object]:
    for row in record.kostnad_for_dig:
        made: Object = {"id": _id("cost_option", record, row), "option": row["vad"]}
        if "belopp_kr" in row:
            made |= {"amount": row["belopp_kr"], "currency": "SEK"}
        if about := _about_amount(row, terms):
            made["amount_description"] = about
        yield made


def _about_amount(row: Group, terms: Terms) -> str:
    unit = f"per {terms.words.label('enhet', row['enhet'])}" if "enhet" in row else ""
    year = f"uppgift från {row['ar']}" if "ar" in row else ""
    return ", ".join(part for part in (unit, year) if part)


def funding(record: Record, terms: Terms) -> Iterator[Object]:
    for row in record.betalning:
        source = f"{terms.words.label('betalning', row['slag'])}{applies_to(row, terms)}"
        yield {"id": _id("funding", record, row), "source": source}


def applies_to(row: Group, terms: Terms) -> str:
    """` (gäller för ...)` where a row says for whom it holds; else ""."""
    if "galler_for" not in row:
        return ""
    label = terms.words.label("galler-for", row["galler_for"])
    return f" (gäller för {label[:1].lower()}{label[1:]})"


def phones(record: Record, service: Object) -> Iterator[Object]:
    if record.kontakt and "telefon" in record.kontakt:
        yield phone(service, record.kontakt["telefon"])


def additional_urls(record: Record, service: Object, site_url: str) -> Iterator[Object]:
    if record.kontakt and "formular" in record.kontakt:
        yield _url(service, "Formulär", uri_of(record.kontakt["formular"]))
    if site_url:
        yield _url(service, "Sidan i katalogen", f"{site_url}verksamhet/{record.id}/")


def _url(service: Object, label: str, address: str) -> Object:
    return {"id": lasting_id(f"hsds/url/{service['id']} {label}"), "label": label, "url": address}


def capacities(record: Record, terms: Terms, idag: str) -> Iterator[Object]:
    """How many places are free is known only when none is, and when that was said lately."""
    if has_capacity(record, idag):
        state = record.platslage or {}
        made: Object = {
            "id": lasting_id(f"hsds/service_capacity/{record.id}"),
            "unit": {"id": lasting_id("hsds/unit/plats"), "name": "plats"},
            "available": 0,
            "updated": f"{state['datum']}{_NIGHT}",
            "description": terms.words.label("platslage", state["lage"]),
        }
        places = record.platser or {}
        is_exact = "antal" in places and not places.get("ungefar") and "forklaring" not in places
        yield {**made, "maximum": places["antal"]} if is_exact else made


def has_capacity(record: Record, idag: str) -> bool:
    return is_stated_lately(record, idag) and (record.platslage or {})["lage"] in _NO_PLACES


def is_stated_lately(record: Record, idag: str) -> bool:
    """Is there a word on free places that may still be told?"""
    return record.platslage is not None and are_places_current(record.platslage["datum"], idag)


def _id(table: str, record: Record, row: Any) -> str:
    return lasting_id(f"hsds/{table}/{row_name(record.id, row if isinstance(row, str) else dict(row))}")
