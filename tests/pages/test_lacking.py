"""A list says which districts it has nothing in, and where the nearest lies; never where there is something."""

from __future__ import annotations

import re

from katalog.derive.choices import is_living, is_told_as_past
from katalog.derive.vocabulary import Vocabularies
from katalog.record.model import Catalogue
from tests.built.document import Document, text_of


def _rows(page: Document) -> dict[str, str]:
    found = [item for node in page.with_class("saknas-har") for item in node.iter("li")]
    return {text_of(item[0]).rstrip("."): text_of(item) for item in found}


def test_a_list_by_what_names_every_district_that_it_lacks(
    documents: dict[str, Document], catalogue: Catalogue, words: Vocabularies
) -> None:
    districts = {slug: term.label for slug, term in words.terms("omrade").items() if term.notes["slag"] == "stadsdel"}
    for slug in words.terms("inriktning"):
        held = {record.omrade for record in catalogue.records if slug in record.inriktning and is_living(record)}
        told = _rows(documents[f"inriktning/{slug}/index.html"])
        lacking = {label for district, label in districts.items() if district not in held}
        assert set(told) <= lacking, slug
        if held & set(districts):
            assert set(told) == lacking, slug


def test_no_wood_in_farsta_and_where_the_nearest_is(documents: dict[str, Document]) -> None:
    page = documents["inriktning/snickeri/index.html"]
    assert re.match(r"Farsta\. Närmast: [A-ZÅÄÖ].* \(\d+\)\.", _rows(page)["Farsta"])
    anchors = [link.get("href", "") for node in page.with_class("saknas-har") for link in node.iter("a")]
    assert anchors
    assert {anchor.removeprefix("#") for anchor in anchors} <= set(page.ids)


def test_a_district_says_what_its_neighbours_have(
    documents: dict[str, Document], catalogue: Catalogue, words: Vocabularies
) -> None:
    page = documents["stadsdel/farsta/index.html"]
    living = [one for one in catalogue.records if one.status != "avslutad" and not is_told_as_past(one)]
    here = {value for record in living if record.omrade == "farsta" for value in record.inriktning}
    told = _rows(page)
    assert told
    assert set(told).isdisjoint(words.label("inriktning", value) for value in here)
    for node in page.with_class("saknas-har"):
        for link in node.iter("a"):
            name, _, anchor = link.get("href", "").removeprefix("../../").partition("#")
            assert anchor in documents[f"{name}index.html"].ids
