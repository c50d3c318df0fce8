"""Pages at addresses that have moved: a former district's name leads to today's district, without any script."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from katalog.pages.page import Page
from katalog.pages.site import Site


def redirect_pages(site: Site) -> Iterator[Page]:
    """One page for every former name in the omrade vocabulary, and for every id that a record had before."""
    areas = site.words.listed["omrade"]
    for term in site.words.terms("omrade").values():
        for former in term.notes.get("forr", ()):
            yield _moved(site, areas.address_of(former["slug"]), f"../{term.slug}/", former["namn"], term.label)

    catalogue = site.derived.catalogue
    for old, new in catalogue.moved.items():
        if new in catalogue.by_id:
            name = catalogue.by_id[new].namn
            yield _moved(site, f"verksamhet/{old}/", f"../{new}/", old, name)


def _moved(site: Site, address: str, target: str, old: str, new: str) -> Page:
    text = f"{old} finns nu under {new}."
    head = f'<meta http-equiv="refresh" content="0; url={escape(target)}"><meta name="robots" content="noindex">'
    return site.page(address, old, text, "flyttad.html", head=head, is_listed=False, target=target, new=new)
