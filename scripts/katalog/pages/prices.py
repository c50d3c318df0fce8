"""`/handlaggare/priser/`: who pays for a place, and what it costs, by kind and year, as sources and records tell it;
what could not be read is named as a gap, and what nobody says is a question to ask."""

from __future__ import annotations

from katalog.derive.prices import Prices, charged_by
from katalog.pages.page import Page
from katalog.pages.site import Site

ADDRESS = "handlaggare/priser/"
_TITLE, _TEXT = (
    "Priser",
    "Betalar en annan stadsdel? Vad kostar en plats? Det källorna säger, med år, och det vi inte har läst.",
)


def prices_page(site: Site) -> Page:
    prices = Prices(schema=site.words.schema)
    charged = charged_by(site.derived.catalogue.records)
    return site.page(ADDRESS, _TITLE, _TEXT, "priser.html", prices=prices, charged=charged)
