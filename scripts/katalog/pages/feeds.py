"""Where a page leads to what it can be followed by: feeds and a calendar of its area, or of the whole city.

Input: the page's address and an area. Output: safe HTML for the head, and addresses for what is seen.
"""

from __future__ import annotations

from html import escape

from katalog.exports.feeds import feed_path
from katalog.exports.overview import EVERYTHING

# Folder and ending -> what a reader calls it.
FOLLOWED = (("nya", ".atom", "Nytt"), ("andrade", ".atom", "Ändrat"), ("stangda", ".atom", "Stängt"),
            ("kalender", ".ics", "Kalender"))  # fmt: skip
_LINK = '<link rel="alternate" type="application/atom+xml" title="{}" href="{}">'


def feed_links(address: str, area: str = EVERYTHING, name: str = "hela katalogen") -> str:
    """For the head: a reader of feeds that is given the page finds its feeds by itself."""
    root = "../" * address.count("/")
    told = ((word, f"{root}{feed_path(kind, area)}") for kind, ending, word in FOLLOWED if ending == ".atom")
    return "".join(_LINK.format(escape(f"{word}: {name}"), href) for word, href in told)


def followed(area: str = EVERYTHING) -> list[tuple[str, str]]:
    """Word and address from the site's root."""
    return [(word, feed_path(kind, area, ending)) for kind, ending, word in FOLLOWED]
