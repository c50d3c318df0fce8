"""The menu says which page one is on, and an old record's hours say from which year they are."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import normpath
from xml.etree.ElementTree import Element

import pytest

from katalog.derive.hours import hours_old_from, hours_year
from katalog.record.model import Catalogue
from katalog.wording.past import past_text
from tests.built.document import Document, text_of
from tests.support import IDAG

MENU = ("inriktning/", "stadsdel/", "ingang/", "a-o/", "handlaggare/", "akut/", "min-lista/")


def _marked(document: Document, mark: str = "page") -> list[Element]:
    """The links of head and foot that are said to lead to the page itself; with "true", to what it is a part of."""
    parts = [*document.with_class("sidhuvud"), *document.with_class("sidfot")]
    return [link for part in parts for link in part.iter("a") if link.get("aria-current") == mark]


@pytest.mark.parametrize("address", MENU)
def test_the_menu_names_the_page(address: str, documents: Mapping[str, Document]) -> None:
    links = _marked(documents[f"{address}index.html"])
    assert links
    assert {normpath(f"/{address}{link.get('href')}") for link in links} == {f"/{address.rstrip('/')}"}


def test_no_other_page_is_named(documents: Mapping[str, Document]) -> None:
    for document in documents.values():
        own = normpath(f"/{document.address}")
        for link in _marked(document):
            assert normpath(f"/{document.address}{link.get('href')}") == own, own


@pytest.mark.parametrize(
    ("address", "whole"), [("stadsdel/farsta/", "/stadsdel"), ("inriktning/snickeri/", "/inriktning")]
)
def test_the_menu_names_what_a_page_is_a_part_of(address: str, whole: str, documents: Mapping[str, Document]) -> None:
    links = _marked(documents[f"{address}index.html"], "true")
    assert {normpath(f"/{address}{link.get('href')}") for link in links} == {whole}


def test_hours_stand_with_their_year_once_that_is_old(catalogue: Catalogue, documents: Mapping[str, Document]) -> None:
    """In the row itself, or in the sentence below it on all that is told: a doubt is said once."""
    tried = 0
    for record in catalogue.records:
        old = hours_old_from(record)
        if record.is_closed or record.status == "vilande" or not record.tider or past_text(record) or not old:
            continue
        if old > IDAG:
            continue
        (about,) = documents[f"verksamhet/{record.id}/index.html"].with_class("post-om")
        facts = " ".join(text_of(row) for row in about.iter("dl"))
        doubt = " ".join(text_of(line) for line in about.iter("p") if "tillit" in line.get("class", ""))
        year = str(hours_year(record))
        assert (year in facts) + (year in doubt) == 1, record.id
        tried += 1
    assert tried > 5
