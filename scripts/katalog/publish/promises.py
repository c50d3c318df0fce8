"""A page of a record may tell its reader to do only what the same page gives the means for.

Input: the HTML of a record's page. Output: each text that tells of a way that is not there. A build refuses such a
page. What is read are the texts that tell the reader how to get in touch: the block "Så tar du kontakt" and the section
"Hur". The record's own account of what one does there ("Mejla frågor till politiker") tells of something else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from katalog.publish.hyphens import SOFT_HYPHEN
from katalog.record.rules.kontakt import PATTERNS, WAYS

_READ = re.compile(r'<section class="(?:del-kontakt|del del-hur)".*?</section>', re.DOTALL)
# What tells nobody to do anything: headings with names, remarks on sources, and the words that are ready to be sent.
_SILENT = re.compile(
    r'<(h[23])\b.*?</\1>|<p class="not">.*?</p>|<dd class="bredvid">.*?</dd>'
    r'|<details class="fallt egna-ord">.*?</details>',
    re.DOTALL,
)
_BLOCK = re.compile(r"<(?!/?(?:a|span|strong|em)\b)[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_OWN_MAIL = '<section class="del del-sanning"'  # below it stands the catalogue's own mailbox, which leads elsewhere
_MEANS: Mapping[str, str] = {
    "telefon": 'href="tel:',
    "epost": 'href="mailto:',
    "formular": 'Formulär:</span> <a href="http',
}
# Sentences of our own that tell of a way -> what must stand on the page.
_SAID: Mapping[str, str] = {
    "Skriv via": 'Formulär:</span> <a href="http',
    "webbplats. Där": 'Webbplats:</span> <a href="http',
    "egen sida. Där": 'Deras egen sida:</span> <a href="http',
    "gå dit direkt:": "Gå till <span>",
    "gå dit direkt.": "Gå till <span>",
    "Se när det är öppet": 'id="nar"',
}
_WORDS = re.compile("ring|mejl|mail|skick|skriv", re.IGNORECASE)  # quicker: no pattern matches without one of them
_PATTERNS = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}


class UnkeptPromiseError(Exception):
    """Pages tell of ways that are not there; `told` has a line for each."""

    def __init__(self, told: list[str]) -> None:
        super().__init__("\n".join(told))
        self.told = told


def unkept(page: str) -> Iterator[str]:
    """The texts of a page that tell of a way that it does not give. Soft hyphens are no part of what is told."""
    above = page.split(_OWN_MAIL, 1)[0].partition("<article")[2].replace(SOFT_HYPHEN, "")
    for section in _READ.findall(above):
        for block in _BLOCK.split(_SILENT.sub("", section)):
            text = " ".join(html.unescape(_TAG.sub("", block)).split())
            if not all(any(means in above for means in some) for some in _promised(text)):
                yield text


@lru_cache(maxsize=1_000)
def _promised(text: str) -> Sequence[Sequence[str]]:
    """One of each must stand on the page. Most texts stand on many pages."""
    named = [name for name, pattern in _PATTERNS.items() if pattern.search(text)] if _WORDS.search(text) else []
    said = [(means,) for said, means in _SAID.items() if said in text]
    return [*(tuple(_MEANS[way] for way in WAYS[name]) for name in named), *said]
