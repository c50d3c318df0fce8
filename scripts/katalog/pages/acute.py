"""`/akut/`: whom to ring when somebody wants to die, is in danger or has lost somebody; also without a script."""

from __future__ import annotations

from katalog.derive.crisis import read_lines
from katalog.pages.page import Page
from katalog.pages.site import Site


def acute_page(site: Site) -> Page:
    """The same lines as the search's cards, with where each number comes from."""
    title, text = "Akut hjälp", "Numren du kan ringa när det är bråttom, eller när du behöver prata med någon."
    return site.page("akut/", title, text, "akut.html", lines=read_lines(site.words.schema))
