"""`/ord/`: the glossary, made of the vocabularies; and `/sok/` without a script: ways to the lists."""

from __future__ import annotations

from markupsafe import Markup

from katalog.pages.page import Page
from katalog.pages.search_page import render_search_body
from katalog.pages.templates import Templates
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


def glossary_page(templates: Templates) -> Page:
    """Every term with its explanation; those that have a list lead to it."""
    schema_titles = _titles(templates)
    parts = [(name, schema_titles[name], list(templates.view.words.terms(name).values())) for name in _GLOSSARY]
    title, text = "Ord", "Ord som används på sidorna, förklarade på enkel svenska."
    body = templates.render("ord.html", "ord/", title=title, text=text, parts=parts, listed=LISTED)
    return Page(address="ord/", title=title, text=text, body=body)


def _titles(templates: Templates) -> dict[str, str]:
    return {name: templates.view.words.about(name).label for name in _GLOSSARY}


def search_page(templates: Templates) -> Page:
    """`/sok/`: the search, and without a script the ways to the lists."""
    title, text = "Sök", "Hitta verksamheter efter vad du vill göra, var du vill vara och hur du kommer in."
    search = Markup(render_search_body(templates.view.words, "../"))  # noqa: S704  # escaped there
    body = templates.render("sok.html", "sok/", title=title, search=search)
    return Page(address="sok/", title=title, text=text, body=body)
