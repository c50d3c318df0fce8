"""HTML of a hand-written page -> its sections, each with what it says first: what the search may answer with.

Input: address, title, HTML. Output: `Prose`, for `pages.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

_HEADINGS = ("h1", "h2")
_BLOCKS = ("p", "li", "dt", "dd", "td", "th", "blockquote")
_SMALL_HEADINGS = ("h3", "h4")  # no sections of their own, and no sentence either
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=\W*[A-ZÅÄÖ0-9])")
_SHORT, _MOST = 60, 150  # letters: a sentence shorter than that takes the next one with it, as far as there is room


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """`anchor` is the heading's id, "" for the page's own; `text` what stands first below it."""

    anchor: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A hand-written page. `address` is relative to the site's root."""

    address: str
    title: str
    sections: tuple[Section, ...] = ()


def read_prose(address: str, title: str, html: str) -> Prose:
    """A heading without anything of its own below it is no section."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    sections = [
        Section(anchor=anchor, title=" ".join("".join(heading).split()), text=first_words(_blocks(body)))
        for anchor, heading, body in reader.found
    ]
    return Prose(address=address, title=title, sections=tuple(one for one in sections if one.text))


def _blocks(body: Sequence[str]) -> list[str]:
    return [" ".join(block.split()) for block in "".join(body).split("\0") if block.strip()]


def first_words(blocks: Sequence[str]) -> str:
    """The first sentence, and the next ones while what is said is short."""
    said = ""
    for sentence in (part for block in blocks for part in _SENTENCE_END.split(block)):
        longer = f"{said} {sentence}".strip()
        if said and (len(said) >= _SHORT or len(longer) > _MOST):
            break
        said = longer
    return said if len(said) <= _MOST else said[:_MOST].rpartition(" ")[0].rstrip(" ,;:") + " …"


class _Reader(HTMLParser):
    """Collects (id, heading, body) from each heading to the next; blocks are parted by a null character."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[str], list[str]]] = []
        self._in_heading = False
        self._is_silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HEADINGS:
            anchor = "" if tag == "h1" else dict(attrs).get("id") or ""
            self.found.append((anchor, [], []))
            self._in_heading = True
        elif tag in _BLOCKS:
            self.handle_data("\0")
        self._is_silent |= tag in _SMALL_HEADINGS

    def handle_endtag(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._in_heading = False
        elif tag in _BLOCKS:
            self.handle_data("\0")
        elif tag in _SMALL_HEADINGS:
            self._is_silent = False

    def handle_data(self, data: str) -> None:
        if self.found and not self._is_silent:
            _, heading, body = self.found[-1]
            (heading if self._in_heading else body).append(data)
