"""`/sok/`: the page whose hooks (data-sok-*) the search's scripts fill. Without a script it is a way to the lists."""

from __future__ import annotations

from katalog.browser.search import POINTER
from katalog.derive.choices import is_offered
from katalog.pages.page import OWN_SEARCH, Page
from katalog.pages.site import Site
from katalog.record.schema_files import PAGE_ANSWERS


def search_page(site: Site) -> Page:
    words = site.words
    lists = [(one, list(filter(is_offered, words.terms(one.vocabulary).values()))) for one in words.listed.values()]
    title, text = "Sök", "Hitta verksamheter efter vad du vill göra, var du vill vara och hur du kommer in."
    head = OWN_SEARCH.format(" bred")
    guide = words.schema.documents[PAGE_ANSWERS]["vagvisare"]
    return site.page("sok/", title, text, "sok.html", head=head, lists=lists, pekare=POINTER, guide=guide)
