"""Pages made from data that are read like the hand-written ones: given to the site generator as their sources, so that
their frame, their sections and their place in the search come the same way.

Input: the site's words, settings and day. Output: source path -> Markdown, which holds the page's HTML.
"""

from __future__ import annotations

import json

from katalog.pages.guide import guide_entry
from katalog.pages.money import money_page
from katalog.pages.page import Page
from katalog.pages.site import Site


def written_sources(site: Site) -> dict[str, str]:
    """By the file that each would be, were it written by hand: `hitta-ratt/index.md`."""
    return {f"{page.address}index.md": _source(page) for page in (money_page(site), *guide_entry(site))}


def _source(page: Page) -> str:
    """JSON strings are YAML too. Markdown leaves what stands in an element as it is."""
    title, text = (json.dumps(value, ensure_ascii=False) for value in (page.title, page.text))
    return f"---\ntitle: {title}\ndescription: {text}\n---\n\n<div>\n{page.body.strip()}\n</div>\n"
