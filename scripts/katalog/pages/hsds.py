"""`/oppna-data/hsds/`: how a record is said in HSDS, what it cannot say, and what is left out: a profile, as HSDS calls
it.

Input: `Site`. Output: one page.
"""

from __future__ import annotations

from katalog.exports.hsds_left_out import left_out
from katalog.exports.hsds_service import STATUS
from katalog.exports.hsds_terms import Terms
from katalog.pages.page import Page
from katalog.pages.site import Site

_TITLE = "Uppgifterna enligt HSDS"
_TEXT = "Så blir en post i katalogen en tjänst i HSDS 3.1, och det här går inte att få med."


def hsds_page(site: Site) -> Page:
    records = site.derived.catalogue.records
    statuses = [(site.words.label("status", slug), slug, theirs) for slug, theirs in STATUS.items()]
    return site.page(
        "oppna-data/hsds/",
        _TITLE,
        _TEXT,
        "hsds.html",
        statuses=statuses,
        count=len(records),
        left_out=left_out(records, Terms(words=site.words), site.derived.idag),
    )
