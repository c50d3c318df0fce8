"""What the site generator gives: the frame of every page, taken from placeholder pages that the theme renders for us.

`handed` lays the sources, an adapter has them rendered, `taken` reads what came back; `stamp` splits it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from katalog.browser.prose import Prose
from katalog.publish.stamp import MARKS, Shell
from katalog.settings import Settings

# A generated page lies 0 to 5 folders deep (start, /a-o/, /stadsdel/farsta/, ..., /stadsdel/farsta/behov/halsa/2/). The
# placeholder of each depth is rendered there, so that the theme's relative addresses come out right.
_DEEPEST = 5
SOURCES = {depth: f"{'ram/' * depth}index.md" for depth in range(_DEEPEST + 1)}
_CONTENT = (
    f"---\ntitle: {MARKS['titel']}\ndescription: {MARKS['beskrivning']}\nkatalog_ram: true\n---\n{MARKS['kropp']}\n"
)
# Parts of the theme's frame that only its own script and header use. Its checkboxes carry an attribute that HTML
# forbids there (autocomplete); an empty skip link and dialog help nobody.
_UNUSED = re.compile(
    r'\s*<input class="md-toggle"[^>]*>'
    r'|\s*<label class="md-overlay"[^>]*></label>'
    r'|\s*<div data-md-component="skip">.*?</div>'
    r'|\s*<div data-md-component="announce">\s*</div>'
    r'|\s*<div class="md-dialog".*?</div>\s*</div>',
    re.DOTALL,
)
# Markdown takes the mark of the body for a paragraph; the body is sections, which no paragraph may hold.
_PARAGRAPH = f"<p>{MARKS['kropp']}</p>"
# The theme says the direction on the body only; what lies around the body has one, too.
_DIRECTION = re.compile(r'(<html [^>]*)(>.*?<body) (dir="\w+")', re.DOTALL)
# Around what a hand-written page says, as main.html writes it: what is inside is finished when it has been rendered.
INNER = re.compile(r"<!--/?katalog-innehall-->")
# From a page that is shown at any depth the root is said from the server's: some say it with a dot at the end.
_ROOT = re.compile(r'(href="/(?:[^"]*/)?)\."')
_BLANK_LINES = re.compile(r"\n\s*\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the site generator made: a folder with hand-written pages and the theme's files, the shells by depth, and
    the sections of the hand-written pages for the search."""

    folder: Path
    shells: Mapping[int, Shell]
    settings: Settings
    handwritten: Sequence[Prose] = ()


def sources() -> dict[str, str]:
    """Source path -> Markdown of every placeholder page."""
    return dict.fromkeys(SOURCES.values(), _CONTENT)


def depth_of(source: str) -> int | None:
    """The depth a placeholder's source stands for, or None for a hand-written page."""
    return next((depth for depth, path in SOURCES.items() if path == source), None)


def address_of(source: str) -> str:
    """Where the page of a source lies, from the site's root: `om.md` at `om/`, `en/index.md` at `en/`."""
    path = PurePosixPath(source).with_suffix("")
    folder = path.parent if path.name == "index" else path
    return "" if folder == PurePosixPath() else f"{folder}/"


def mend(html: str) -> str:
    """Take out what the theme's frame holds for its own script and around the body's mark, close the gaps, and let
    the whole document have the body's direction."""
    html = _ROOT.sub(r'\1"', _DIRECTION.sub(r"\1 \3\2", html, count=1))
    return _BLANK_LINES.sub("\n", _UNUSED.sub("", html)).replace(_PARAGRAPH, MARKS["kropp"])
