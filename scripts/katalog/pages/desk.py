"""`/handlaggare/matcha/`: the caseworker's table of who accepts whom. Its script asks and answers; without one the page
says what it would do, and leads to the lists by law, group and way in."""

from __future__ import annotations

from katalog.browser.search import POINTER
from katalog.pages.page import Page
from katalog.pages.site import Site

ADDRESS = "handlaggare/matcha/"
_LISTS = ("insatstyp", "malgrupp", "ingang", "omrade", "inriktning")


def desk_page(site: Site) -> Page:
    root = "../" * ADDRESS.count("/")
    head = (
        f'<link rel="stylesheet" href="{root}assets/css/matcha.css">'
        f'<script type="module" src="{root}assets/js/desk-start.js"></script>'
    )
    listed = [site.words.listed[name] for name in _LISTS if name in site.words.listed]
    laws = [term for term in site.words.terms("insatstyp").values() if term.law]
    title = "Vem tar emot?"
    text = "Vad passar, vad är nära, och vad behöver du fråga om?"
    return site.page(ADDRESS, title, text, "matcha.html", head=head, lists=listed, laws=laws, pekare=POINTER)
