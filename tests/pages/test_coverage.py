"""Needs and offers: every cell is the records of its pair, recounted from the files, also once some are confirmed; its
page has them all; what is empty says so in words and has no page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.built.document import Document, text_of
from tests.pages.conftest import Counted
from tests.pages.recount import (
    Data,
    choices,
    is_confirmed,
    living,
    needs_met,
    needs_near,
    pairs_of,
    read_records,
    vocabulary,
)
from tests.support import CATALOGUE

Documents = dict[str, Document]
Cells = dict[tuple[str, str], Counter[str]]
KINDS = {"m-ja": "confirmed", "m-obe": "unconfirmed", "m-nara": "near"}
# The table's page -> its rows' and its columns' folder, and what a record states and lies near of the rows.
TABLES: dict[str, tuple[str, str, Callable[[Data], set[str]]]] = {
    "behov-och-utbud/": ("behov", "stadsdel", needs_met),
    "behov-och-utbud/inriktning/": ("inriktning", "stadsdel", lambda data: set(data.get("inriktning", []))),
    "behov-och-utbud/insatstyp/": ("insatstyp", "stadsdel", lambda data: set(data["insatstyp"])),
    "behov-och-utbud/malgrupp/": ("insatstyp", "malgrupp", lambda data: set(data["insatstyp"])),
}
DISTRICTS = [area["const"] for area in vocabulary("omrade") if area["x-slag"] == "stadsdel"]


def _columns(data: Data, folder: str) -> list[str]:
    held = [data["omrade"]] if folder == "stadsdel" else data.get("malgrupp", [])
    return [value for value in held if folder != "stadsdel" or value in (*DISTRICTS, "hela-staden", "stockholm")]


def _recounted(records: dict[str, Data], address: str) -> dict[tuple[str, str], dict[str, set[str]]]:
    """Pair -> kind -> ids."""
    rows, columns, stated = TABLES[address]
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for id_, data in living(records).items():
        kinds = {"confirmed" if is_confirmed(data) else "unconfirmed": stated(data)}
        kinds |= {"near": needs_near(data)} if rows == "behov" else {}
        for kind, values in kinds.items():
            for pair in pairs_of(values, _columns(data, columns)):
                found.setdefault(pair, {}).setdefault(kind, set()).add(id_)
    return found


def _table(page: Document) -> Iterator[tuple[str, str, Element]]:
    """Row, column and cell, by where the headings lead."""
    table = next(node for node in page.elements("table") if node.get("class") == "matris")
    head, *rows = table.iter("tr")
    columns = [_slug(cell) for cell in list(head)[1:-1]]
    for row in rows:
        first, *cells = list(row)
        yield from ((_slug(first), column, cell) for column, cell in zip(columns, cells[:-1], strict=True))


def _slug(heading: Element) -> str:
    return str(next(heading.iter("a")).get("href")).rstrip("/").rpartition("/")[2]


def _numbers(cell: Element) -> dict[str, int]:
    spans = [(span.get("class", ""), text_of(span)) for span in cell.iter("span")]
    return {KINDS[name]: int(re.match(r"\d+", text)[0]) for name, text in spans if name in KINDS}  # type: ignore[index]


@pytest.mark.parametrize("address", TABLES)
def test_every_cell_is_recounted(address: str, counted: Counted) -> None:
    records, documents = counted
    wanted = _recounted(records, address)
    shown = {(row, column): _numbers(cell) for row, column, cell in _table(documents[f"{address}index.html"])}
    assert {pair: kinds for pair, kinds in shown.items() if kinds} == {
        pair: {kind: len(ids) for kind, ids in kinds.items()} for pair, kinds in wanted.items()
    }
    assert len(shown) > len(wanted) > 10


@pytest.mark.parametrize("address", TABLES)
def test_a_cell_leads_to_the_page_of_its_pair_which_has_them_all(address: str, counted: Counted) -> None:
    records, documents = counted
    wanted, (rows, columns, _) = _recounted(records, address), TABLES[address]
    for row, column, cell in _table(documents[f"{address}index.html"]):
        name = f"{columns}/{column}/{rows}/{row}/index.html"
        link = str(next(cell.iter("a")).get("href"))
        if (row, column) not in wanted:
            assert name not in documents
            assert text_of(cell) == "Inget känt"
            assert re.sub(r"^(\.\./)+|#kan-ni$", "", link) == f"{rows}/{row}/"
            continue
        assert re.sub(r"^(\.\./)+", "", link) == name.removesuffix("index.html")
        page = documents[name]
        stated, _, near = page.source.partition('id="nara"')
        kinds = wanted[row, column]
        assert _ids(near) == kinds.get("near", set())
        assert _ids(stated) == set().union(*(ids for kind, ids in kinds.items() if kind != "near"))


def _ids(source: str) -> set[str]:
    return set(re.findall(r'<h3><a href="[^"]*verksamhet/([^/"]+)/"', source))


@pytest.mark.parametrize("address", TABLES)
def test_what_the_table_leaves_out_and_what_stands_out_is_told(address: str, counted: Counted) -> None:
    records, documents = counted
    rows, columns, stated = TABLES[address]
    open_ones = living(records)
    placed = {id_ for id_, data in open_ones.items() if _columns(data, columns)}
    text = text_of(documents[f"{address}index.html"].main)
    assert f"Tabellen räknar {len(placed)} verksamheter" in text
    confirmed = sum(is_confirmed(open_ones[id_]) for id_ in placed)
    assert (f"{confirmed} av dem är bekräftade" if confirmed else "Ingen av dem är bekräftad") in text
    assert f"{len(open_ones) - len(placed)} verksamheter till" in text
    past = len(choices(records)) - len(open_ones)
    assert f"{past} verksamheter till berättar källan bara om som sådant som var" in text
    unsaid = [id_ for id_ in placed if not stated(open_ones[id_])]
    unsaid = [id_ for id_ in unsaid if rows != "behov" or not needs_near(open_ones[id_])]
    assert (f"{len(unsaid)} av verksamheterna har inget känt värde" in text) == bool(unsaid)
    gaps = _gaps(records, address)
    whole = len(DISTRICTS) if columns == "stadsdel" else len(vocabulary("malgrupp"))
    page = documents[f"{address}index.html"]
    lines = [text_of(item) for node in page.with_class("m-luckor") for item in node.iter("li")]
    assert len(lines) == len(set(gaps.values()) - {0})
    for count in set(gaps.values()) - {0}:
        so_many = f"alla {whole}" if count == whole else f"{count} av {whole}"
        line = next(line for line in lines if re.match(rf"(I|För) {so_many} (stadsdelar|grupper) ", line))
        titles = {value["const"]: value["title"] for value in vocabulary(rows)}
        assert {titles[row] for row, own in gaps.items() if own == count} == {
            title for title in titles.values() if re.search(rf"(: |, ){re.escape(title)}(, |\.$)", line)
        }


def _gaps(records: dict[str, Data], address: str) -> dict[str, int]:
    """Row -> in how many districts, or for how many groups, nothing states it."""
    rows, columns, _ = TABLES[address]
    places = DISTRICTS if columns == "stadsdel" else [value["const"] for value in vocabulary("malgrupp")]
    cells = _recounted(records, address)
    return {
        value["const"]: sum(not set(cells.get((value["const"], place), {})) - {"near"} for place in places)
        for value in vocabulary(rows)
    }


def test_the_list_of_2012_has_every_need_with_its_source(documents: Documents) -> None:
    page = documents["behov-och-utbud/index.html"]
    table = next(node for node in page.elements("table") if node.get("class") == "m-da")
    rows = [[text_of(cell) for cell in row] for row in list(table.iter("tr"))[1:]]
    open_ones = living(read_records(CATALOGUE)).values()
    assert [(row[0], row[1]) for row in rows] == [
        (need["title"], need.get("x-2012", "Rapporten säger inte vad som fanns.")) for need in vocabulary("behov")
    ]
    for need, row in zip(vocabulary("behov"), rows, strict=True):
        met = sum(need["const"] in needs_met(data) for data in open_ones)
        near = sum(need["const"] in needs_near(data) for data in open_ones)
        assert row[2].startswith(f"{met} möter behovet. {near} ligger nära.")
    assert "Källa: stadens rapport" in text_of(page.main)


def test_pages_of_pairs_stand_in_no_sitemap(documents: Documents, built: Path) -> None:
    pairs = [
        name
        for name in documents
        if re.match(r"(stadsdel/[^/]+/(behov|inriktning|insatstyp)|malgrupp/[^/]+/insatstyp)/", name)
    ]
    assert len(pairs) > 300
    told = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert [name for name in pairs if f"/{name.removesuffix('index.html')}<" in told] == []
    assert "/behov-och-utbud/malgrupp/<" in told


def test_some_are_confirmed_and_some_confirmations_are_too_old(made: Counted) -> None:
    """What is made by chance has what the tests above are about."""
    records, documents = made
    assert any(is_confirmed(data) for data in records.values())
    assert any("senast_bekraftad" in data and not is_confirmed(data) for data in records.values())
    for address in TABLES:
        kinds = [kind for _, _, cell in _table(documents[f"{address}index.html"]) for kind in _numbers(cell)]
        assert {"confirmed", "unconfirmed"} <= set(kinds)
