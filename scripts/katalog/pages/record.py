"""The page of one record: everything that is known, in the order a reader asks, then the caseworker's part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from katalog.derive.laws import laws_of_types
from katalog.pages.linked_data import record_data
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.wording.reach import can_ask, first_sentence
from katalog.wording.rows import rows_of
from katalog.wording.sections import sections_of
from katalog.wording.trust import say_trust
from katalog.wording.week import week_of

# Groups of fields that the reader's part shows, in this order, each with what to ask when nothing is known.
_READER_GROUPS = {
    "vad": "",
    "vem": "Fråga vem som kan vara med.",
    "var": "Fråga var den ligger.",
    "nar": "Fråga om tider och platser.",
    "hur": "Fråga hur du gör för att börja.",
    "far": "Fråga om ersättning och kostnader.",
}
_MISSING = "Uppgift saknas."


def record_pages(records: Iterable[Record], site: Site) -> Iterator[Page]:
    return (record_page(record, site) for record in records)


def record_page(record: Record, site: Site) -> Page:
    """`/verksamhet/<id>/`."""
    view = site.view
    address = f"verksamhet/{record.id}/"
    asks = can_ask(view, record)
    sections = {section.id: section for section in sections_of(view, record)}
    body = site.render(
        "verksamhet.html",
        address,
        record=record,
        trust=say_trust(view.derived.trust[record.id]),
        notices=rows_of(view, record, ("tillfalligt",)),
        area=view.words.terms("omrade")[record.omrade],
        first=first_sentence(view, record),
        can_ask=asks,
        reader=[(sections[name], _missing(ask, asks)) for name, ask in _READER_GROUPS.items()],
        caseworker=sections["handlaggare"],
        laws=laws_of_types(record, view.words),
        week=(week := week_of(view, record)),
        holidays=site.holidays if week else [],
        idag=view.derived.idag,
        truth=sections["sanning"],
        onward=sections["vidare"],
        before=view.derived.previous_steps.get(record.id, ()),
        parts=view.derived.parts.get(record.id, ()),
        replaces=view.derived.replaces.get(record.id, ()),
        instead=view.derived.catalogue.by_id.get(record.ersatt_av or ""),
        similar=site.similar.to(record),
        edit=f"{site.settings.edit_url}{record.fil}" if site.settings.edit_url else "",
    )
    return Page(
        address=address,
        title=record.namn,
        text=record.sammanfattning,
        body=body,
        head=record_data(record, view, site.settings),
        source=record.fil,
        changed=record.senast_bekraftad,
    )


def _missing(ask: str, can_ask: bool) -> str:
    """Nobody is told to ask where there is nobody to ask."""
    return (f"{_MISSING} {ask}" if can_ask else _MISSING) if ask else ""
