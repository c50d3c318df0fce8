"""A page of the theme with marks in it -> a frame that any number of pages are put into.

The theme renders one placeholder page per depth through its normal pipeline (3 ms); a stamped page costs microseconds.
`Shell` splits the rendered placeholder at its marks; each mark must stand there exactly once, else the build fails.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import escape

from katalog.pages.page import Page
from katalog.publish.hyphens import hyphenated
from katalog.settings import Settings

# Marks survive Markdown and templates unchanged: letters only. Each stands once, in a context of its own.
MARKS = {
    "titel": "zzkatalogtitelzz",
    "beskrivning": "zzkatalogbeskrivningzz",
    "huvud": "zzkataloghuvudzz",
    "kropp": "zzkatalogkroppzz",
}
SHARING_PICTURE = "assets/delning.png"
# How the policy ends in the frame of every page (scripts/theme/main.html), and on a page that shows pages of ours.
_POLICY_END = "; base-uri 'none'\">"
_POLICY_END_FRAMING = "; base-uri 'none'; frame-src 'self'\">"
_SPLIT = re.compile("(" + "|".join(MARKS.values()) + ")")
_NAMES = {mark: name for name, mark in MARKS.items()}


class ShellError(Exception):
    """The theme no longer renders the marks as it must: a fault in the templates, never in data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """`pieces` alternate: fixed text, name of a mark, fixed text, ..."""

    pieces: tuple[str, ...]

    @classmethod
    def split(cls, html: str) -> Shell:
        """Raises ShellError when a mark is missing or stands twice."""
        pieces = tuple(_NAMES.get(piece, piece) for piece in _SPLIT.split(html))
        found = list(pieces[1::2])
        for name in MARKS:
            if found.count(name) != 1:
                raise ShellError(f"the mark for {name} stands {found.count(name)} times in the frame, not once")
        return cls(pieces=pieces)

    def stamp(self, page: Page, settings: Settings) -> str:
        """The whole page. Title and description are escaped here; body and head are safe HTML already."""
        values = {
            "titel": str(escape(full_title(page, settings))),
            "beskrivning": str(escape(page.text)),
            "huvud": head_html(page, settings),
            "kropp": hyphenated(page.body),
        }
        html = "".join(values[piece] if index % 2 else _marked(piece, page) for index, piece in enumerate(self.pieces))
        return html.replace(_POLICY_END, _POLICY_END_FRAMING, 1) if page.frames_own else html


def _marked(frame: str, page: Page) -> str:
    """A piece of the frame; in the menu of head or foot the way to the page itself is said to be that, or else the way
    to what the page is a part of."""
    if not page.address:
        return frame  # the start page is led to by the site's name alone
    first = page.address.partition("/")[0] + "/"
    way = f'<a href="{"../" * page.depth}{first}"'
    return _replaced(frame, way, f'{way} aria-current="{"page" if page.address == first else "true"}"')


@lru_cache(maxsize=100)
def _replaced(frame: str, way: str, told: str) -> str:
    """The same for thousands of pages."""
    return frame.replace(way, told)


def full_title(page: Page, settings: Settings) -> str:
    """What stands in the tab: the page first, so that many tabs can be told apart."""
    return page.title if page.title == settings.site_name else f"{page.title} – {settings.site_name}"


def head_html(page: Page, settings: Settings) -> str:
    """Canonical address and sharing card where the site's own address is known, then the page's data."""
    if not settings.site_url:
        return page.head
    address, picture = escape(settings.site_url + page.address), escape(settings.site_url + SHARING_PICTURE)
    card = {
        "title": escape(page.title),
        "description": escape(page.text),
        "url": address,
        "image": picture,
        "site_name": escape(settings.site_name),
        "type": "website",
        "locale": "sv_SE",
    }
    meta = "".join(f'<meta property="og:{name}" content="{value}">' for name, value in card.items())
    return f'<link rel="canonical" href="{address}">{meta}{page.head}'
