"""A generated page before it has a frame, and what the site is told from outside. Rendering makes pages; stamping and
building use them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

# In the head of a page that has a search field of its own: the frame's is not shown, and is never painted.
OWN_SEARCH = '<meta name="katalog:huvud" content="utan-sok{}">'


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the site.

    `address` is its path from the site's root, ending in `/` (the start page is ""); `title` and `text` are plain
    text (heading of the tab; description to search engines); `body` is safe HTML with one h1; `head` is safe HTML
    for the head (linked data); `source` is the file a reader may correct; `changed` an ISO date for the sitemap,
    which leaves out what is not `is_listed`. `frames_own`: it shows pages of ours in a frame, which no other may.
    """

    address: str
    title: str
    text: str
    body: str
    head: str = ""
    source: str | None = None
    changed: str | None = None
    is_listed: bool = True
    frames_own: bool = False

    @property
    def depth(self) -> int:
        """How many folders below the root; 0 for the start page."""
        return self.address.count("/")

    @property
    def file(self) -> str:
        """Where the page is written, relative to the site's folder."""
        return f"{self.address}index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Later(Page):
    """A page that is not made yet: where it will lie, and what the sitemap needs to know. While its `ground`
    (derive/ground.py) is the one that the page before was made on, it need not be made at all."""

    title: str = ""
    text: str = ""
    body: str = ""
    ground: str
    made: Callable[[], Page]


def style(address: str, name: str) -> str:
    """For the head of the page at `address`: a stylesheet that only some pages need."""
    return f'<link rel="stylesheet" href="{"../" * address.count("/")}assets/css/{name}.css">'
