"""What is told as something that was is counted nowhere among the living: who does the same, what a decision opens."""

from __future__ import annotations

import re

from katalog.derive.choices import is_past_choice
from katalog.derive.decisions import opened_by
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue
from tests.built.document import Document, text_of

Documents = dict[str, Document]
_RECORD = re.compile(r"verksamhet/([^/\"]+)/")


def _groups(documents: Documents) -> list[tuple[str, list[Document]]]:
    """The tile's number, and all pages of the group that it leads to."""
    start = documents["natverk/index.html"]
    tiles = [tile for part in start.with_class("plattor") for tile in part.iter("a")]
    found = []
    for tile in tiles:
        name = str(tile.get("href")).rstrip("/").rpartition("/")[2]
        pages = [page for page in documents.values() if re.fullmatch(rf"natverk/{name}(/\d+)?/index.html", page.name)]
        found.append((text_of(tile).split()[-1], pages))
    return found


def _past_on(page: Document) -> set[str]:
    _, _, below = page.source.partition('<h2 id="forr">')
    return set(_RECORD.findall(below.partition("<h2")[0]))


def _shown_on(page: Document) -> set[str]:
    lists = [item for node in page.with_class("natverk-lista") for item in node.iter("strong")]
    return {found[1] for item in lists for link in item.iter("a") if (found := _RECORD.search(str(link.get("href"))))}


def test_who_does_the_same_is_counted_without_what_was(documents: Documents, catalogue: Catalogue) -> None:
    was = {record.id for record in catalogue.records if is_past_choice(record)}
    groups = _groups(documents)
    seen = set()
    for number, pages in groups:
        shown = {id_ for page in pages for id_ in _shown_on(page)}
        past = {id_ for page in pages for id_ in _past_on(page)}
        assert past == shown & was, pages[0].name
        assert int(number) == len(shown - past), pages[0].name
        seen |= past
    assert seen, "nothing was tried"


def test_a_decision_counts_the_living_and_tells_of_the_others(
    documents: Documents, catalogue: Catalogue, words: Vocabularies
) -> None:
    near = [record for record in catalogue.records if record.omrade != "annan-kommun"]
    for one in opened_by(filter(is_past_choice, near), words):
        said = text_of(documents[f"handlaggare/beslut/{one.slug}/index.html"].main).replace("\u00ad", "")
        told = f"Sist i tabellen står {len(one.records)} till med bara gamla uppgifter."
        assert (told in said) == bool(one.records)
