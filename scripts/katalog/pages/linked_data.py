"""What search engines read as schema.org JSON-LD: a record, the trail of pages above it, and the whole as a data set.

Only facts that the record or the settings hold. Vocabulary: https://schema.org/Service, /GovernmentService,
/BreadcrumbList, /Dataset.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from katalog.derive.hours import is_open
from katalog.exports.dataset import ABOUT, KEYWORDS, NAME, day_of_change, first_year, whole
from katalog.exports.history import History
from katalog.exports.index import LICENCE_ADDRESS, Told
from katalog.record.model import Record
from katalog.settings import Settings
from katalog.wording.view import View

_COMPACT = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PUBLIC = frozenset({"stadsdelsnamnd", "stadens-forvaltning", "kommun", "samordningsforbund", "region", "stat"})
OPEN_DATA = "oppna-data/"
_SCHEMA_DAYS = {
    "mandag": "Monday",
    "tisdag": "Tuesday",
    "onsdag": "Wednesday",
    "torsdag": "Thursday",
    "fredag": "Friday",
    "lordag": "Saturday",
    "sondag": "Sunday",
}


def script(data: Mapping[str, Any]) -> str:
    """A data block that cannot end early or be read as markup, whatever the record says."""
    text = _COMPACT.encode(data)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return f'<script type="application/ld+json">{text}</script>'


def record_data(record: Record, view: View, settings: Settings) -> str:
    """The two data blocks of a record's page."""
    return script(_service(record, view, settings)) + script(_trail(record, view, settings))


def dataset_data(records: Sequence[Record], history: History, told: Sequence[Told], settings: Settings) -> str:
    """The data block of the page about open data. What is not known is left out: the publisher, the site's address."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": NAME[0],
        "description": ABOUT[0],
        "keywords": list(KEYWORDS),
        "inLanguage": "sv",
        "license": LICENCE_ADDRESS,
        "isAccessibleForFree": True,
    }
    if settings.publisher.is_whole:
        data["publisher"] = {"@type": "Organization", "name": settings.publisher.name}
    if day := day_of_change(records, history):
        data["dateModified"] = day
    if year := first_year(records):
        data["temporalCoverage"] = f"{year}/.."  # it goes on
    if settings.site_url:
        data["url"] = f"{settings.site_url}{OPEN_DATA}"
        data["distribution"] = [_download(one, settings.site_url) for one in whole(told) if one.export.is_single]
    return script(data)


def _download(told: Told, root: str) -> dict[str, Any]:
    export = told.export
    return {
        "@type": "DataDownload",
        "name": export.title,
        "contentUrl": f"{root}{export.path}",
        "encodingFormat": export.media_type,
        "contentSize": f"{told.size} B",
    }


def _service(record: Record, view: View, settings: Settings) -> dict[str, Any]:
    organiser = record.anordnare or {}
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService" if organiser.get("driftsform") in _PUBLIC else "Service",
        "name": record.namn,
        "description": record.sammanfattning,
        "serviceType": [view.words.label("insatstyp", slug) for slug in record.insatstyp],
        "areaServed": [view.words.label("omrade", slug) for slug in record.tar_emot_fran or (record.omrade,)],
    }
    if settings.site_url:
        data["url"] = f"{settings.site_url}verksamhet/{record.id}/"
    if "namn" in organiser:
        data["provider"] = {"@type": "Organization", "name": organiser["namn"]}
    if record.malgrupp:
        groups = ", ".join(view.words.label("malgrupp", slug) for slug in record.malgrupp)
        data["audience"] = {"@type": "Audience", "audienceType": groups}
    data |= _channel(record)
    times = record.tider if is_open(record) else ()
    hours = [_hours(time, view) for time in times if "dag" in time and "fran" in time and "till" in time]
    if hours:
        data["hoursAvailable"] = hours
    return data


def _channel(record: Record) -> dict[str, Any]:
    contact, place = record.kontakt or {}, record.plats or {}
    channel: dict[str, Any] = {"@type": "ServiceChannel"}
    if "webb" in contact:
        channel["serviceUrl"] = contact["webb"]
    if "telefon" in contact:
        channel["servicePhone"] = {"@type": "ContactPoint", "telephone": contact["telefon"]}
    address = {"streetAddress": "adress", "postalCode": "postnummer", "addressLocality": "ort"}
    known = {name: place[key] for name, key in address.items() if key in place}
    if known:
        channel["serviceLocation"] = {"@type": "Place", "address": {"@type": "PostalAddress", **known}}
    return {"availableChannel": channel} if len(channel) > 1 else {}


def _hours(time: Mapping[str, Any], view: View) -> dict[str, Any]:
    days = view.words.terms("dag")[time["dag"]].notes["dagar"]
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [f"https://schema.org/{_SCHEMA_DAYS[day]}" for day in days],
        "opens": time["fran"],
        "closes": time["till"],
    }


def _trail(record: Record, view: View, settings: Settings) -> dict[str, Any]:
    steps = [
        (settings.site_name, ""),
        (view.words.label("omrade", record.omrade), view.words.listed["omrade"].address_of(record.omrade)),
        (record.namn, f"verksamhet/{record.id}/"),
    ]
    items = [
        {"@type": "ListItem", "position": number, "name": name}
        | ({"item": f"{settings.site_url}{address}"} if settings.site_url else {})
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}
