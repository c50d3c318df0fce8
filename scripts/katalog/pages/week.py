"""`/min-lista/vecka/`: a week of the places on the reader's list, which their browser alone knows. Without a script it
says so, and is a week and a sheet to fill in by hand."""

from __future__ import annotations

from katalog.browser.modules import reached
from katalog.browser.week import ADDRESS, ENTRY
from katalog.derive.hours import weekdays
from katalog.pages.page import Page
from katalog.pages.site import Site


def week_page(site: Site, data: str) -> Page:
    """`data`: where its data lie, from the site's root."""
    title, text = "Veckoplan", "Lägg ihop en vecka av ställena i din lista, och skriv ut ett underlag till planeringen."
    root = "../" * ADDRESS.count("/")
    scripts = f"{root}assets/js/"
    head = (
        "".join(f'<link rel="stylesheet" href="{root}assets/css/{name}.css">' for name in ("lista", "vecka"))
        + f'<script type="module" src="{scripts}{ENTRY}"></script>'
        + "".join(f'<link rel="modulepreload" href="{scripts}{name}">' for name in reached(ENTRY) if name != ENTRY)
    )
    days = [site.words.label("dag", day) for day in weekdays(site.words)]
    return site.page(ADDRESS, title, text, "veckoplan.html", head=head, data=data, days=days)
