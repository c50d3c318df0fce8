"""`/pengarna/`: what is known of sickness benefit, allowance and the like, each fact with its source and year; and a
card with questions for each who answers, to print and fill in by hand. Nothing is stored or sent.

The page itself is given to the site generator as one of the hand-written ones, so that the search reads it like them.
"""

from __future__ import annotations

from collections.abc import Iterator

from katalog.derive.money import Money
from katalog.pages.page import Page
from katalog.pages.site import Site

_TITLE = "Pengarna"
_TEXT = "Kan du förlora din ersättning om du gör något på dagarna? Det vi vet, med källa och år, och vad du kan fråga."


def money_page(site: Site) -> Page:
    money = Money(schema=site.words.schema, idag=site.derived.idag)
    return site.page("pengarna/", _TITLE, _TEXT, "pengar.html", money=money)


def money_cards(site: Site) -> Iterator[Page]:
    """`/pengarna/kort/<who answers>/`."""
    money = Money(schema=site.words.schema, idag=site.derived.idag)
    for one in money.answerers.values():
        text = "Ett kort med frågor att skriva ut, fylla i för hand och ta med."
        address = f"pengarna/kort/{one.id}/"
        yield site.page(address, one.heading, text, "pengar-kort.html", one=one, benefits=money.answered_by(one))
