"""Pages made from data that are read like the hand-written ones: given to the site generator as their sources, so that
their frame, their sections and their place in the search come the same way.

Input: the site's words, settings and day. Output: source path -> Markdown, which holds the page's HTML.
"""

from __future__ import annotations

import json

from katalog.pages.money import money_page
from katalog.pages.page import Page
from katalog.pages.site import Site


def written_sources(site: Site) -> dict[str, str]:
    return {f"{page.address.rstrip('/')}.md": _source(page) for page in [money_page(site)]}


def _source(page: Page) -> str:
    """JSON strings are YAML too. The body is one element, which Markdown leaves as it is."""
    title, text = (json.dumps(value, ensure_ascii=False) for value in (page.title, page.text))
    return f"---\ntitle: {title}\ndescription: {text}\n---\n\n{page.body.strip()}\n"
