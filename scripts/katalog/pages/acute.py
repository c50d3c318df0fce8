"""`/akut/`: whom to ring when somebody wants to die, is in danger or has lost somebody; also without a script."""

from __future__ import annotations

from katalog.derive.crisis import read_lines
from katalog.derive.tongues import Tongues
from katalog.pages.page import Page
from katalog.pages.site import Site
from katalog.pages.tongues import versions_html

_ADDRESS = "akut/"


def acute_page(site: Site) -> Page:
    """The same lines as the search's cards, with where each number comes from."""
    title, text = "Akut hjälp", "Numren du kan ringa när det är bråttom, eller när du behöver prata med någon."
    schema = site.words.schema
    head, ways = versions_html(_ADDRESS, schema, site.settings), Tongues(schema=schema).ways(_ADDRESS)
    return site.page(_ADDRESS, title, text, "akut.html", head=head, lines=read_lines(schema), ways=ways)
