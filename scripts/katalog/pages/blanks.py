"""`/handlaggare/blanketter/`: forms to fill in by hand, each as a page to print and as files for Word and LibreOffice.
Nothing that is filled in is stored or sent."""

from __future__ import annotations

from collections.abc import Iterator

from katalog.derive.blanks import Blank, read_blanks
from katalog.exports.blanks import FILES
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.wording.blanks import about_line

ADDRESS = "handlaggare/blanketter/"
_TITLE, _TEXT = "Blanketter", "Tomma blanketter att skriva ut eller fylla i på din dator. Inget sparas här."


def blank_pages(site: Site) -> Iterator[Page]:
    blanks = read_blanks(site.words.schema)
    yield site.page(ADDRESS, _TITLE, _TEXT, "blanketter.html", blanks=blanks)
    for blank in blanks:
        yield _blank_page(site, blank)


def _blank_page(site: Site, blank: Blank) -> Page:
    return site.page(
        f"{ADDRESS}{blank.id}/",
        blank.title,
        blank.text,
        "blankett.html",
        blank=blank,
        files=FILES,
        about=about_line(blank),
    )
