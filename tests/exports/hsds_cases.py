"""For the tests of HSDS: a source of the whole catalogue, and one of invented records that fill every field."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.exports.history import Happened, History
from katalog.exports.registry import BY_SLUG
from katalog.exports.source import Source
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue, Record, data_of, make_record
from katalog.settings import Settings
from tests.support import CATALOGUE, IDAG, SCHEMA, SITE_URL

WORDS = read_vocabularies(SCHEMA)
FULL: dict[str, Any] = {
    "namn": "Smedjan", "namn_forr": ["Gamla smedjan", "Ässjan"], "status": "aktiv", "insatstyp": ["traffpunkt"],
    "omrade": "farsta", "kommun": ["stockholm"], "sammanfattning": "Smid i egen takt.", "vad_du_gor": ["Smida", "Fika"],
    "beskrivning": "Första stycket.\n\nAndra stycket.",
    "anordnare": {"namn": "Arbetsmarknadsenheten", "driftsform": "stadens-forvaltning", "telefon": "08-508 00 000",
                  "epost": "smedjan@exempel.se", "webb": "https://exempel.se/å"},
    "inriktning": ["hantverk"], "malgrupp": ["alla"], "alder": {"fran": 18}, "kravs_diagnos": "nej",
    "tar_emot_fran": ["farsta", "skarpnack"],
    "plats": {"adress": "Storgatan 1", "postnummer": "123 47", "ort": "Farsta", "hallplats": "Farsta centrum"},
    "tillganglighet": {"hiss": "nej", "tolk": "ja", "lugn-plats": "ja"}, "sprak": ["sv", "swl"],
    "tillfalligt": {"text": "Stängt för ombyggnad", "till": "2026-12-01"},
    "tider": [{"dag": "vardagar", "fran": "09:00", "till": "15:30", "ungefar": True}, {"vad": "Ansök i mars"},
              {"dag": "lordag", "fran": "18:00", "till": "24:00", "vad": "Öppet hus"}],
    "omfattning": {"timmar_fran": 4.5, "timmar_till": 20},
    "ingang": [{"vag": "drop-in", "tolkad": True, "galler_for": "stockholm"}, {"vag": "bistandsbeslut-sol"}],
    "forsta_steget": "Kom på en visning.",
    "beslut_utan_provning": {"namnd": "Farsta stadsdelsnämnd", "datum": "2026-01-02", "villkor": "Från 18 år"},
    "kontakt": {"telefon": "08-508 00 001", "epost": "hej@exempel.se", "webb": "https://smedjan.exempel.se/välkommen",
                "formular": "https://exempel.se/f"},
    "ersattning": [{"slag": "habiliteringsersattning", "belopp_kr": 13, "enhet": "timme", "ar": 2019}],
    "kostnad_for_dig": [{"vad": "Lunch", "belopp_kr": 35.5, "enhet": "gang", "ar": 2012}, {"vad": "Resor"},
                        {"vad": "Kaffe", "belopp_kr": 0}],
    "nasta_steg": ["andra"], "del_av": "andra", "kan_kombineras_med": ["andra"], "platser": {"antal": 12, "ar": 2026},
    "betalning": [{"slag": "lov-peng", "galler_for": "stockholm"}], "handlaggningstid": "Två veckor",
    "platslage": {"lage": "fullt", "datum": "2026-11-20"}, "passar_fas": [], "uppgifter_fran": 2026,
    "senast_bekraftad": "2026-11-21", "bekraftad_av": "Enhetschef", "anmarkning": [{"text": "Flyttar i vår."}],
    "kallor": [{"titel": "Verksamheten själv", "ar": 2026}],
}  # fmt: skip
OTHER: dict[str, Any] = {
    "namn": "Andra", "status": "okand", "insatstyp": ["traffpunkt"], "omrade": "farsta",
    "sammanfattning": "Ett ställe.",
    "kallor": [{"titel": "Tidningen"}], "platslage": {"lage": "lediga", "datum": "2026-11-20"},
    "platser": {"antal": 30, "ungefar": True, "ar": 2020, "forklaring": "Besökare"},
    "plats": {"adress": "Gränd 2"}, "ersattning": [{"slag": "habiliteringsersattning"}],
}  # fmt: skip


def source_of(
    records: Mapping[str, Mapping[str, Any]], moved: Mapping[str, str] | None = None, idag: str = IDAG
) -> Source:
    made = tuple(make_record(name, f"catalogue/{name}.yml", data) for name, data in sorted(records.items()))
    derived = Derived(catalogue=Catalogue(records=made, moved=moved or {}), idag=idag)
    history = History(extent="hel", happened=(Happened(day="2026-11-19", id="smedjan", event="andrad"),))
    settings = Settings(site_name="Hitta", site_url=SITE_URL)
    return Source(derived=derived, words=WORDS, settings=settings, records=made, history=history)


@cache
def whole() -> Source:
    found = check_catalogue(CATALOGUE, SCHEMA, IDAG).catalogue
    assert found is not None
    settings = Settings(site_name="Hitta", site_url=SITE_URL)
    derived = Derived(catalogue=found, idag=IDAG)
    return Source(derived=derived, words=WORDS, settings=settings, records=found.records)


def some() -> Source:
    """The invented records, and one in twenty of the catalogue's with those that they name: what checks of other makers
    take long over."""
    known, data = whole().derived.catalogue.by_id, {"smedjan": FULL, "andra": OTHER}
    for record in whole().records[::20]:
        data |= {record.id: data_of(record)}
        data |= {name: data_of(known[name]) for name in _named(record)}
    return source_of(data)


def _named(record: Record) -> tuple[str, ...]:
    one = tuple(name for name in (record.del_av, record.ersatt_av) if name)
    return (*one, *record.nasta_steg, *record.kan_kombineras_med)


def files(source: Source, slug: str = "hsds") -> dict[str, bytes]:
    """Path below the export's folder -> content."""
    made = BY_SLUG[slug].render(source)
    return {path.removeprefix("api/v1/hsds/"): b"".join(pieces) for path, pieces in made}


@cache
def whole_files() -> Mapping[str, bytes]:
    return files(whole())
