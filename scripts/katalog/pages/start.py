"""The start page: what this is, and the three questions that lead on. All its figures are counted."""

from __future__ import annotations

from katalog.browser.search import POINTER
from katalog.derive.choices import is_choice, is_living
from katalog.derive.guide import Guide
from katalog.derive.swedish import sort_key
from katalog.pages.feeds import feed_links
from katalog.pages.guide import address_of
from katalog.pages.lists import on_the_map, tiles, towns
from katalog.pages.page import OWN_SEARCH, Page
from katalog.pages.site import Site
from katalog.pages.tongues import versions_html

_FIRST_TILES = 12
_TITLE = "Hitta något att göra på dagarna"
_TEXT = "Träffpunkter, arbetsträning och annat stöd i Stockholm."


def start_page(site: Site) -> Page:
    interests = [entry for entry in tiles(site, site.words.listed["inriktning"]) if entry.count]
    most = sorted(interests, key=lambda entry: -entry.count)[:_FIRST_TILES]
    first = sorted(most, key=lambda entry: sort_key(entry.term.label))
    areas = tiles(site, site.words.listed["omrade"])
    drawn = on_the_map(areas)
    derived = site.derived
    question = Guide(schema=site.words.schema).questions[0]  # answered here, so that the guide is a press shorter
    choices = [record for record in derived.catalogue.records if is_choice(record)]
    living = [record for record in choices if is_living(record)]
    body = site.render(
        "start.html",
        "",
        title=_TITLE,
        text=_TEXT,
        pekare=POINTER,
        guide=question,
        guide_choices=[(choice, address_of([choice])) for choice in question.choices],
        tiles=first,
        more=len(interests) - len(first),
        areas=drawn,
        wider=[entry for entry in areas if entry not in drawn and entry.count],
        towns=towns(site),
        choices=len(living),
        past=len(choices) - len(living),
        confirmed=sum(derived.trust[record.id].is_confirmed for record in living),
        idag=derived.idag,
        closed=sum(record.is_closed and not record.forebild for record in derived.catalogue.records),
        examples=sum(record.forebild for record in derived.catalogue.records),
    )
    versions = versions_html("", site.words.schema, site.settings)
    head = f"{OWN_SEARCH.format('')}{versions}{feed_links('')}"
    return Page(address="", title="Hitta sysselsättning", text=_TEXT, body=body, head=head)
