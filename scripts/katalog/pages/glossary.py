"""`/ord/`: the glossary, made of the vocabularies that the schema names in `x-ordlista`."""

from __future__ import annotations

from katalog.pages.page import Page
from katalog.pages.site import Site


def glossary_page(site: Site) -> Page:
    """Every term with its explanation; those that have a list lead to it."""
    words = site.words
    names = words.schema.full["x-ordlista"]
    parts = [(name, words.about(name).label, list(words.terms(name).values())) for name in names]
    title, text = "Ord", "Ord som används på sidorna, förklarade på enkel svenska."
    return site.page("ord/", title, text, "ord.html", parts=parts)
