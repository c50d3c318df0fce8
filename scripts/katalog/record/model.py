"""The clean catalogue: frozen records that passed every check, and nothing else.

Built by `check` from data without errors; read by `derive` and `render`. Attribute names are the schema's property
names (a test holds them together). A field that the writer left out is None, or () for a list: it means unknown.
Values inside lists and groups are read-only mappings as written; a group written as a text alone is spelled out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from katalog.record.places import EACH, Place, values_at

Group = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One activity. `id` is the file's name, `fil` its path from the project's folder."""

    id: str
    fil: str
    namn: str
    status: str
    insatstyp: tuple[str, ...]
    omrade: str
    sammanfattning: str
    kallor: tuple[Group, ...]
    namn_forr: tuple[str, ...] = ()
    ersatt_av: str | None = None
    forebild: bool = False
    kommun: tuple[str, ...] = ()
    anordnare: Group | None = None
    vad_du_gor: tuple[str, ...] = ()
    beskrivning: str | None = None
    inriktning: tuple[str, ...] = ()
    malgrupp: tuple[str, ...] = ()
    for_vem: tuple[str, ...] = ()
    medlemmar: Group | None = None
    alder: Group | None = None
    kravs_diagnos: str | None = None
    tar_emot_fran: tuple[str, ...] = ()
    plats: Group | None = None
    tillganglighet: Group | None = None
    sprak: tuple[str, ...] = ()
    tillfalligt: Group | None = None
    tider: tuple[Group, ...] = ()
    omfattning: Group | None = None
    ingang: tuple[Group, ...] = ()
    forsta_steget: str | None = None
    beslut_utan_provning: Group | None = None
    kontakt: Group | None = None
    ersattning: tuple[Group, ...] = ()
    kostnad_for_dig: tuple[Group, ...] = ()
    nasta_steg: tuple[str, ...] = ()
    del_av: str | None = None
    kan_kombineras_med: tuple[str, ...] = ()
    komponent: tuple[str, ...] = ()
    metod: tuple[str, ...] = ()
    passar_fas: tuple[str, ...] = ()
    moter_behov: tuple[str, ...] = ()
    betalning: tuple[Group, ...] = ()
    pris: Group | None = None
    bestall_hos: str | None = None
    handlaggningstid: str | None = None
    uppfoljning: str | None = None
    platser: Group | None = None
    platslage: Group | None = None
    personal: Group | None = None
    resultat: tuple[Group, ...] = ()
    uppgifter_fran: int | None = None
    senast_bekraftad: str | None = None
    bekraftad_av: str | None = None
    anmarkning: tuple[Group, ...] = ()

    @property
    def is_closed(self) -> bool:
        return self.status == "avslutad"


def is_stated(item: Any) -> bool:
    """False for a group that no source states, and that only follows from the kind of place (`tolkad`): it is shown as
    likely and counts nowhere else."""
    return isinstance(item, str) or not (isinstance(item, Mapping) and item.get("tolkad"))  # most are texts


def stated_at(record: Record, place: Place) -> Iterator[Any]:
    """What the record holds at a place of the schema, without groups that are only likely."""
    value = getattr(record, place[0])
    if value == () or (value is None and len(place) > 1):  # most say nothing
        return iter(())
    held = tuple([item for item in value if is_stated(item)]) if isinstance(value, tuple) else value
    if len(place) == 1:
        return iter((held,))
    if place[1] == EACH and isinstance(held, tuple) and len(place) < 4:  # nearly all places
        return iter(held if len(place) == 2 else [item[place[2]] for item in held if place[2] in item])
    return (found for _, found in values_at(held, place[1:]))


AUTHORED = tuple(f.name for f in fields(Record) if f.name not in ("id", "fil"))


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All records, in order of id. `moved` leads from ids that records had before to those they have now."""

    records: tuple[Record, ...]
    moved: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        return {record.id: record for record in self.records}


def make_record(record_id: str, fil: str, data: Mapping[str, Any]) -> Record:
    """A frozen record from checked data. Raises TypeError for a key that is no field: that would be a bug here."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return Record(id=record_id, fil=fil, **values)


def data_of(record: Record) -> dict[str, Any]:
    """The record's fields as they were written, without those left out."""
    values = {name: getattr(record, name) for name in AUTHORED}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if value not in (None, (), False)
    }
