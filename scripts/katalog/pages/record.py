"""The page of one record: everything that is known, in the order a reader asks, then the caseworker's part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from katalog.derive.laws import laws_of_types
from katalog.pages.linked_data import record_data
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.wording.rows import rows_of
from katalog.wording.sections import sections_of

# Groups of fields that the reader's part shows, in this order, each with what to say when nothing is known.
_READER_GROUPS = {
    "vad": "",
    "vem": "Uppgift saknas. Fråga verksamheten vem som kan vara med.",
    "var": "Uppgift saknas. Fråga verksamheten var den ligger.",
    "nar": "Uppgift saknas. Fråga verksamheten om tider och platser.",
    "hur": "Uppgift saknas. Fråga verksamheten hur du gör för att börja.",
    "far": "Uppgift saknas. Fråga om ersättning och kostnader.",
}


def record_pages(records: Iterable[Record], site: Site) -> Iterator[Page]:
    return (record_page(record, site) for record in records)


def record_page(record: Record, site: Site) -> Page:
    """`/verksamhet/<id>/`."""
    view = site.view
    address = f"verksamhet/{record.id}/"
    sections = {section.id: section for section in sections_of(view, record)}
    body = site.render(
        "verksamhet.html",
        address,
        record=record,
        freshness=view.derived.freshness[record.id],
        notices=rows_of(view, record, ("tillfalligt",)),
        area=view.words.terms("omrade")[record.omrade],
        reader=[(sections[name], missing) for name, missing in _READER_GROUPS.items()],
        caseworker=sections["handlaggare"],
        laws=laws_of_types(record, view.words),
        truth=sections["sanning"],
        onward=sections["vidare"],
        before=view.derived.previous_steps.get(record.id, ()),
        parts=view.derived.parts.get(record.id, ()),
        replaces=view.derived.replaces.get(record.id, ()),
        instead=view.derived.catalogue.by_id.get(record.ersatt_av or ""),
        similar=view.derived.similar(record),
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
