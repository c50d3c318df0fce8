"""`/handlaggare/stod/`: what nobody can take part in, and whoever works with support has use for."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.pages.leaves import parts
from katalog.pages.page import Page
from katalog.pages.site import Site

_ADDRESS = "handlaggare/stod/"
_TITLE, _TEXT = "Stöd för dig som arbetar med andra", "Metoder, stöd och förslag som ingen kan delta i själv."


def staff_pages(site: Site) -> Iterator[Page]:
    records = [record for record in site.derived.catalogue.records if record.for_vem]
    for part in parts(_ADDRESS, site.derived.in_order(records)):
        yield site.page(part.address, f"{_TITLE}{part.suffix}", _TEXT, "stod.html", part=part)
