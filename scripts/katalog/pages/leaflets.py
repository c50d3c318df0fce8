"""Paper: a leaflet per district, and a card with a QR code for a waiting room. Made for print, readable on screen."""

from __future__ import annotations

from collections.abc import Iterator

import segno
from markupsafe import Markup

from katalog.derive.vocabulary import Term
from katalog.pages.lists import is_choice
from katalog.pages.page import Page
from katalog.pages.templates import Templates


def leaflet_pages(templates: Templates) -> Iterator[Page]:
    """`/stadsdel/<slug>/blad/` for every district, and `/kort/` where the site knows its own address."""
    derived = templates.view.derived
    members = derived.in_order(record for record in derived.catalogue.records if is_choice(record))
    for term in templates.view.words.terms("omrade").values():
        if term.notes["slag"] != "stadsdel" and term.slug != "hela-staden":
            continue
        yield _leaflet(templates, term, [record for record in members if record.omrade == term.slug])
        if templates.settings.site_url:
            yield _card(templates, term)


def _leaflet(templates: Templates, term: Term, records: list[object]) -> Page:
    address = f"stadsdel/{term.slug}/blad/"
    title, text = f"Blad: {term.label}", f"Verksamheter i {term.label} på ett blad att skriva ut."
    site = templates.settings.site_url
    body = templates.render("blad.html", address, title=title, term=term, records=records, site=site)
    return Page(address=address, title=title, text=text, body=body)


def _card(templates: Templates, term: Term) -> Page:
    address = f"stadsdel/{term.slug}/kort/"
    target = f"{templates.settings.site_url}stadsdel/{term.slug}/"
    title, text = f"Kort: {term.label}", f"Ett kort till väntrummet med adressen till verksamheter i {term.label}."
    body = templates.render("vantrumskort.html", address, title=title, term=term, target=target, code=qr_svg(target))
    return Page(address=address, title=title, text=text, body=body)


def qr_svg(text: str) -> Markup:
    """A QR code as inline SVG without measures of its own: the style sheet sets its size. Hidden from screen readers:
    the address stands as text beside it."""
    code = segno.make(text, error="m", micro=False)
    drawing = code.svg_inline(omitsize=True, svgclass="qr", lineclass="qr-linje", border=4, light="#fff")
    drawing = drawing.replace("<svg ", '<svg aria-hidden="true" ', 1)
    return Markup(drawing)  # noqa: S704  # drawn by the library from an address, no text of ours inside
