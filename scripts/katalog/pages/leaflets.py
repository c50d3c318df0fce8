"""Paper: a leaflet per district, and a card with a QR code for a waiting room. Made for print, readable on screen."""

from __future__ import annotations

from collections.abc import Iterator

import segno
from markupsafe import Markup

from katalog.derive.choices import is_living
from katalog.derive.vocabulary import Term
from katalog.pages.leaves import parts
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.record.model import Record


def leaflet_pages(site: Site) -> Iterator[Page]:
    """`/stadsdel/<slug>/blad/` for every district, and `/kort/` where the site knows its own address."""
    derived = site.derived
    members = derived.in_order(record for record in derived.catalogue.records if is_living(record))
    for term in site.words.terms("omrade").values():
        if term.notes["slag"] != "stadsdel" and term.slug != "hela-staden":
            continue
        yield from _leaflets(site, term, [record for record in members if record.omrade == term.slug])
        if site.settings.site_url:
            yield _card(site, term)


def _leaflets(site: Site, term: Term, records: list[Record]) -> Iterator[Page]:
    text = f"Verksamheter i {term.label} på ett blad att skriva ut."
    for part in parts(f"{_list_of(site, term)}blad/", records):
        title = f"Blad: {term.label}{part.suffix}"
        yield site.page(part.address, title, text, "blad.html", term=term, part=part, back=_list_of(site, term))


def _card(site: Site, term: Term) -> Page:
    address = f"{_list_of(site, term)}kort/"
    target = f"{site.settings.site_url}{_list_of(site, term)}"
    title, text = f"Kort: {term.label}", f"Ett kort till väntrummet med adressen till verksamheter i {term.label}."
    return site.page(address, title, text, "vantrumskort.html", term=term, target=target, code=qr_svg(target))


def _list_of(site: Site, term: Term) -> str:
    return site.words.listed["omrade"].address_of(term.slug)


def qr_svg(text: str) -> Markup:
    """A QR code as inline SVG without measures of its own: the style sheet sets its size. Hidden from screen readers:
    the address stands as text beside it."""
    code = segno.make(text, error="m", micro=False)
    drawing = code.svg_inline(omitsize=True, svgclass="qr", lineclass="qr-linje", border=4, light="#fff")
    drawing = drawing.replace("<svg ", '<svg aria-hidden="true" ', 1)
    return Markup(drawing)  # noqa: S704  # drawn by the library from an address, no text of ours inside
