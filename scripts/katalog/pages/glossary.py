"""`/ord/`: the glossary, made of the vocabularies; and `/sok/` without a script: ways to the lists."""

from __future__ import annotations

from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.wording.view import LISTED

# The vocabularies whose words a reader meets on the pages, in the order of the record's page.
_GLOSSARY = (
    "insatstyp",
    "malgrupp",
    "inriktning",
    "ingang",
    "ersattning",
    "status",
    "driftsform",
    "betalning",
    "komponent",
    "metod",
    "fas",
    "behov",
)


def glossary_page(site: Site) -> Page:
    """Every term with its explanation; those that have a list lead to it."""
    schema_titles = _titles(site)
    parts = [(name, schema_titles[name], list(site.words.terms(name).values())) for name in _GLOSSARY]
    title, text = "Ord", "Ord som används på sidorna, förklarade på enkel svenska."
    return site.page("ord/", title, text, "ord.html", parts=parts, listed=LISTED)


def _titles(site: Site) -> dict[str, str]:
    return {name: site.words.about(name).label for name in _GLOSSARY}
