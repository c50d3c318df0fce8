"""Pages at addresses that have moved: a former district's name leads to today's district, without any script."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from katalog.pages.page import Page
from katalog.pages.templates import Templates


def redirect_pages(templates: Templates) -> Iterator[Page]:
    """One page for every former name in the omrade vocabulary, and for every id that a record had before."""
    for term in templates.view.words.terms("omrade").values():
        for former in term.notes.get("forr", ()):
            yield _moved(templates, f"stadsdel/{former['slug']}/", f"../{term.slug}/", former["namn"], term.label)

    catalogue = templates.view.derived.catalogue
    for old, new in catalogue.moved.items():
        if new in catalogue.by_id:
            name = catalogue.by_id[new].namn
            yield _moved(templates, f"verksamhet/{old}/", f"../{new}/", old, name)


def _moved(templates: Templates, address: str, target: str, old: str, new: str) -> Page:
    text = f"{old} finns nu under {new}."
    body = templates.render("flyttad.html", address, title=old, text=text, target=target, new=new)
    head = f'<meta http-equiv="refresh" content="0; url={escape(target)}"><meta name="robots" content="noindex">'
    return Page(address=address, title=old, text=text, body=body, head=head, is_listed=False)
