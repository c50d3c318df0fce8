"""The caseworker's pages: everything is reached from the first, and says what the data say."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest

from katalog.derive.blanks import Blank, read_blanks
from tests.built.document import Document, text_of
from tests.support import SCHEMA, SCHEMA_FOLDER

PRICES: dict[str, Any] = json.loads((SCHEMA_FOLDER / "priser.json").read_text(encoding="utf-8"))
BLANKS = read_blanks(SCHEMA)


def _plain(node: Any) -> str:
    return text_of(node).replace("\u00ad", "").replace("\u00a0", " ")


def _written(amount: int) -> str:
    return f"{amount:,}".replace(",", " ")


def _links(page: Document) -> set[str]:
    return {urljoin(page.address, node.attrib["href"]) for node in page.main.iter("a") if "href" in node.attrib}


def test_every_page_of_the_desk_is_one_or_two_presses_away(documents: dict[str, Document]) -> None:
    first = documents["handlaggare/index.html"]
    near = _links(first)
    by_address = {page.address: page for page in documents.values()}
    reached = near | {link for address in near if address in by_address for link in _links(by_address[address])}
    own = {page.address for page in documents.values() if page.name.startswith(("handlaggare/", "natverk/"))}
    own -= {address for address in own if re.search(r"/\d+/$", address)}  # where a long list goes on
    assert own - reached - {first.address} == set()
    assert len(own) > 60


def test_every_price_stands_with_its_year_and_source(documents: dict[str, Document]) -> None:
    page = documents["handlaggare/priser/index.html"]
    told = {
        _plain(table.find("caption")): [[_plain(cell) for cell in row] for row in table.iter("tr")]
        for table in page.main.iter("table")
        if table.find("caption") is not None
    }
    for table in PRICES["tabeller"]:
        rows = told[f"{table['rubrik']}. {table['var']}, {table['ar']}. {table['enhet'].capitalize()}."]
        assert rows == [
            ["Vad", *table["kolumner"]],
            *([row["namn"], *map(_written, row["belopp"])] for row in table["rader"]),
        ]
    said = _plain(page.main)
    for gap in PRICES["luckor"]:
        assert gap["text"] in said
    for question in PRICES["fragor"]:
        assert question in said


@pytest.mark.parametrize("blank", BLANKS, ids=lambda blank: blank.id)
def test_a_form_asks_all_and_leads_to_its_files(blank: Blank, documents: dict[str, Document]) -> None:
    page = documents[f"handlaggare/blanketter/{blank.id}/index.html"]
    said = _plain(page.main)
    for part in blank.parts:
        assert part.heading in said
        for row in part.rows:
            assert row.text in said
            assert all(one in said for one in (*row.choices, *row.columns, *row.first))
    assert not [node for node in page.main.iter() if node.tag in ("input", "textarea", "form")], "nothing is typed here"
    files = {link.rpartition(".")[2] for link in _links(page) if f"/{blank.id}." in link}
    assert files == {"docx", "odt"}


def test_a_chain_is_told_in_words_beside_its_drawing(documents: dict[str, Document]) -> None:
    page = documents["handlaggare/kedjor/index.html"]
    drawings = [node for node in page.with_class("kedjebild") if node.tag.endswith("svg")]
    assert drawings
    assert all(node.get("aria-hidden") == "true" for node in drawings)
    listed = {_plain(node) for node in page.main.iter("a")}
    for drawing in drawings:
        boxes = [" ".join(_plain(line) for line in node) for node in drawing.iter() if node.tag.endswith("}text")]
        assert boxes
        assert {box for box in boxes if box not in listed} == set()


def test_the_network_tells_who_does_the_same(documents: dict[str, Document]) -> None:
    page = documents["natverk/metod-move/index.html"]
    said = _plain(page.main)
    assert {"DC-tjänst", "Passagen"} <= {_plain(node) for node in page.main.iter("a")}
    assert "Det fanns ett utbyte mellan LSS-verksamheten och Utvecklingscenter." in said
    call = documents["natverk/index.html"]
    assert any(link.endswith("/bidra/formular/?behov=unga-beroende") for link in _links(call))
