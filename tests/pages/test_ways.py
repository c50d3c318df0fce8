"""No page tells its reader of a way that is not there: what it says to do can be done with what stands on it."""

from __future__ import annotations

import re
from collections import Counter

from katalog.record.model import Catalogue
from tests.built.document import Document, text_of

_CONTACTS = ("del-kontakt",)
_NOBODY = "Vi har inte hittat någon kontakt."


def _ways(page: Document) -> set[str]:
    """What can be done with the contacts on a page: ring, write, look."""
    nodes = [node for name in _CONTACTS for node in page.with_class(name)]
    links = {link.get("href", "").split(":")[0] for node in nodes for link in node.iter("a")}
    has_form = any("Formulär" in text_of(node) for node in nodes)
    kinds = {"tel": "ring", "mailto": "skriv", "http": "titta", "https": "titta"}
    return {kinds[scheme] for scheme in links if scheme in kinds} | ({"skriv"} if has_form else set())


def _told(text: str) -> set[str]:
    """What a sentence tells the reader to do."""
    words = {"ring": r"\bring\b", "skriv": r"\bskriv\b", "titta": r"\btitta på\b"}
    return {way for way, pattern in words.items() if re.search(pattern, text.lower())}


def test_every_sentence_can_be_followed(documents: dict[str, Document], catalogue: Catalogue) -> None:
    kinds: Counter[str] = Counter()
    for record in catalogue.records:
        page = documents[f"verksamhet/{record.id}/index.html"]
        ways = _ways(page)
        for sentence in map(text_of, page.with_class("vagen-dit")):
            for told in _told(sentence):
                kinds[told] += 1
                assert told in ways, f"{record.id}: {sentence}"
    assert set(kinds) == {"ring", "skriv", "titta"}, "each kind of sentence is seen"


def test_every_open_record_says_what_to_do_first(documents: dict[str, Document], catalogue: Catalogue) -> None:
    for record in catalogue.records:
        page = documents[f"verksamhet/{record.id}/index.html"]
        is_open = not (record.is_closed or record.forebild)
        assert len(page.with_class("vagen-dit")) == is_open, record.id
        if not _ways(page) and is_open:
            assert _NOBODY in text_of(page.with_class("vagen-dit")[0]) or "gå dit direkt" in text_of(page.main)
