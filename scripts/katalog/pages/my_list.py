"""`/min-lista/`: the page of the reader's own list, which their browser alone knows. Without a script it says so, and
what can be done instead."""

from __future__ import annotations

from katalog.browser.list import ADDRESS, ENTRY, list_data
from katalog.browser.modules import reached
from katalog.pages.form import data_block
from katalog.pages.page import Page
from katalog.pages.site import Site


def list_page(site: Site) -> Page:
    title, text = "Min lista", "Ställen som du har sparat. Jämför dem, dela dem, eller skriv ut ett blad att ta med."
    return site.page(ADDRESS, title, text, "min-lista.html", head=list_head(site, ADDRESS, ENTRY))


def list_head(site: Site, address: str, entry: str) -> str:
    """What a page of the list has in its head: its script, the modules that the browser else finds one behind the
    other, and the data."""
    root = "../" * address.count("/")
    scripts = f"{root}assets/js/"
    data = data_block(list_data(site.derived, site.words, site.settings))
    return (
        f'<link rel="stylesheet" href="{root}assets/css/lista.css">'
        f'<script type="module" src="{scripts}{entry}"></script>'
        + "".join(f'<link rel="modulepreload" href="{scripts}{name}">' for name in reached(entry) if name != entry)
        + f'<script type="application/json" data-lista-data>{data}</script>'
    )
