"""`/handlaggare/stod/`: what nobody can take part in, and whoever works with support has use for."""

from __future__ import annotations

from katalog.pages.page import Page
from katalog.pages.site import Site


def staff_page(site: Site) -> Page:
    records = [record for record in site.derived.catalogue.records if record.for_vem]
    title, text = "Stöd för dig som arbetar med andra", "Metoder, stöd och förslag som ingen kan delta i själv."
    return site.page("handlaggare/stod/", title, text, "stod.html", records=site.derived.in_order(records))
