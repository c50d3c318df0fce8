"""`/sok/`: the page whose hooks (data-sok-*) the search's scripts fill. Without a script it is a way to the lists."""

from __future__ import annotations

from katalog.browser.search import POINTER
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.wording.view import LISTED

# The vocabularies whose lists the page offers, each under the heading that a reader knows.
_LISTS = {
    "omrade": "Stadsdelar",
    "insatstyp": "Typer av insatser",
    "inriktning": "Vad du kan göra",
    "malgrupp": "Vem det är för",
}


def search_page(site: Site) -> Page:
    lists = [(LISTED[name], label, site.words.terms(name).values()) for name, label in _LISTS.items()]
    title, text = "Sök", "Hitta verksamheter efter vad du vill göra, var du vill vara och hur du kommer in."
    return site.page("sok/", title, text, "sok.html", lists=lists, pekare=POINTER)
