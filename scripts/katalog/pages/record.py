"""The page of one record: how to get in touch, everything that is known in the order a reader asks, what is not known
and can be asked, then the caseworker's part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from katalog.derive.ground import named_by
from katalog.derive.laws import laws_of_types
from katalog.pages.confirm import answers_to
from katalog.pages.linked_data import record_data
from katalog.pages.page import Later, Page
from katalog.pages.site import Site
from katalog.record.model import Record
from katalog.wording.asking import ready_of, with_ready_mail
from katalog.wording.beside import remarks_about
from katalog.wording.card import short_facts
from katalog.wording.easy import easy_text
from katalog.wording.past import past_text
from katalog.wording.reach import reach_of
from katalog.wording.rows import rows_of
from katalog.wording.sections import Section
from katalog.wording.trust import say_trust
from katalog.wording.week import week_of

# Groups of fields that the reader's part shows, in the schema's order; one with nothing known is left out.
_READER_GROUPS = frozenset({"vad", "nar", "hur", "vem", "var", "far"})
_AREA = "omrade"
_CONTACT = "kontakt"  # stands in a block of its own, first
_HOURS = "tider"  # stand as a week, where they name days
_STATUS = "status"  # what is said of it stands in the box at the top of what has closed


def record_pages(records: Iterable[Record], site: Site) -> Iterator[Page]:
    """One for each record, made when it is asked for."""
    return (_later(record, site) if site.base else record_page(record, site) for record in records)


def _later(record: Record, site: Site) -> Later:
    return Later(
        address=address_of(record),
        changed=record.senast_bekraftad,
        ground=_ground(record, site),
        made=partial(record_page, record, site),
    )


def _ground(record: Record, site: Site) -> str:
    """A record's page tells of itself, of those that it names, those that name it, what is like it, and which of its
    kinds something can be chosen of (`easy_lines`)."""
    derived, schema = site.derived, site.words.schema
    around = [found.get(record.id, ()) for found in (derived.previous_steps, derived.parts, derived.replaces)]
    chosen = [kind for kind in record.insatstyp if kind in derived.kinds_to_choose]
    named = {other: site.grounds.record(other) for other in named_by(record, schema)}
    return site.grounds.of("verksamhet.html", record, named, around, site.similar.to(record), chosen)


def address_of(record: Record) -> str:
    return f"verksamhet/{record.id}/"


def record_page(record: Record, site: Site) -> Page:
    """`/verksamhet/<id>/`."""
    view = site.view
    address = address_of(record)
    told, unknown = site.told(record)
    reach = reach_of(view, record)
    known = [section if reach or record.forebild else _without(section, _CONTACT) for section in told]
    sections = {section.id: _without(section, _CONTACT) if reach else section for section in known}
    body = site.render(
        "verksamhet.html",
        address,
        record=record,
        past=(past := past_text(record)),
        short=short_facts(view.words, site.card(record), (_AREA,) if past else (_AREA, _HOURS)),
        trust=say_trust(view.derived.trust[record.id]),
        easy=easy_text(view, record, reach),
        notices=rows_of(view, record, ("tillfalligt",)),
        area=view.words.terms("omrade")[record.omrade],
        reach=with_ready_mail(record, reach, unknown.reader) if reach else None,
        ready=ready_of(record, reach, unknown.reader) if reach else None,
        unknown=unknown,
        remarks={field: remarks_about(record, field) for field in (_CONTACT, _STATUS, _HOURS)},
        reader=[one for one in sections.values() if one.id in _READER_GROUPS and (one.telling or one.rows)],
        caseworker=sections["handlaggare"],
        laws=laws_of_types(record, view.words),
        week=(week := week_of(view, record)),
        holidays=site.holidays if week else [],
        idag=view.derived.idag,
        truth=_unremarked(sections["sanning"], _STATUS) if record.is_closed else sections["sanning"],
        onward=sections["vidare"],
        before=view.derived.previous_steps.get(record.id, ()),
        parts=view.derived.parts.get(record.id, ()),
        replaces=view.derived.replaces.get(record.id, ()),
        instead=view.derived.catalogue.by_id.get(record.ersatt_av or ""),
        similar=site.similar.to(record),
        answers=answers_to(record),
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


def _without(section: Section, field: str) -> Section:
    rows = tuple(row for row in section.rows if row.field != field)
    return section if len(rows) == len(section.rows) else replace(section, rows=rows)


def _unremarked(section: Section, field: str) -> Section:
    """What is remarked of the field stands in another place."""
    rows = (
        replace(row, lines=tuple(line for line in row.lines if line.text)) if row.field == field else row
        for row in section.rows
    )
    return replace(section, rows=tuple(rows))
