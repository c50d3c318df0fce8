"""The data blocks of pages use schema.org's own words, and say what the pages say.

The words: `rdflib.SDO`, which is made from schema.org's vocabulary.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rdflib import SDO

from katalog.exports.dataset import day_of_change, first_year
from katalog.exports.history import NO_HISTORY
from katalog.exports.index import LICENCE_ADDRESS
from katalog.record.model import Catalogue
from tests.built.document import Document

_PAGE = "oppna-data/index.html"


def test_every_block_uses_the_words_of_schema_org(documents: Mapping[str, Document]) -> None:
    blocks = [json.loads(block) for document in documents.values() for block in document.data_blocks]
    assert {block["@context"] for block in blocks} == {"https://schema.org"}
    words = {word for block in blocks for word in _words(block)}
    assert {"Dataset", "Service", "GovernmentService", "BreadcrumbList", "DataDownload"} <= words
    assert [word for word in sorted(words) if word not in SDO] == []


def test_a_made_up_word_is_found() -> None:
    assert [word for word in _words({"@type": "Dataset", "nyhet": [{"@type": "Nyhet"}]}) if word not in SDO] == [
        "nyhet",
        "Nyhet",
    ]


def test_the_whole_is_a_data_set(documents: Mapping[str, Document], catalogue: Catalogue) -> None:
    (block,) = documents[_PAGE].data_blocks
    data = json.loads(block)
    assert data["@type"] == "Dataset"
    assert data["license"] == LICENCE_ADDRESS
    assert data["temporalCoverage"] == f"{first_year(catalogue.records)}/.."
    confirmed = day_of_change(catalogue.records, NO_HISTORY)
    assert confirmed is None or data["dateModified"] >= confirmed


def test_what_can_be_fetched_is_told_with_its_size(documents: Mapping[str, Document], built: Path) -> None:
    data = json.loads(documents[_PAGE].data_blocks[0])
    files = {
        one["contentUrl"].removeprefix(data["url"].removesuffix("oppna-data/")): one for one in data["distribution"]
    }
    assert {path.rpartition(".")[2] for path in files} >= {"csv", "xlsx", "ods"}
    for path, told in files.items():
        assert told["contentSize"] == f"{(built / path).stat().st_size} B"


def _words(value: Any) -> Iterator[str]:
    """The types and properties below `value`, as they come."""
    if isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name == "@type":
                yield inner
            elif not name.startswith("@"):
                yield name
                yield from _words(inner)
