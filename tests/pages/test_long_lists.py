"""Lists that have outgrown one page go on over several, whatever it is that there is much of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages import leaves
from katalog.pages.site import Site
from katalog.publish.frame import Frame
from katalog.record.model import Catalogue
from tests.built.document import Document, generated_pages, text_of
from tests.pages.test_lists import linked, records_in
from tests.support import IDAG

Documents = dict[str, Document]


@pytest.fixture
def many(catalogue: Catalogue) -> Catalogue:
    """Sixty open places in one district, of three initials."""
    pattern = next(record for record in catalogue.records if not record.is_closed and not record.forebild)
    records = [
        replace(pattern, id=f"nr-{n:02}", namn=f"{'ABÖ'[n % 3]} nummer {n:02}", omrade="farsta", del_av=None,
                nasta_steg=(), kan_kombineras_med=(), ersatt_av=None)
        for n in range(60)
    ]  # fmt: skip
    return Catalogue(records=tuple(records))


@pytest.fixture
def split_site(
    many: Catalogue, words: Vocabularies, frame: Frame, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> Documents:
    """Their site, with lists that go on to another page after 25 instead of hundreds."""
    monkeypatch.setattr(leaves, "PAGE_SIZE", 25)
    monkeypatch.setattr(leaves, "SCANNED", 50)
    derived = Derived(catalogue=many, idag=IDAG)
    return generated_pages(Site(derived=derived, words=words, settings=frame.settings), frame)


def test_what_must_be_looked_at_is_told_area_by_area_when_it_is_much(split_site: Documents, many: Catalogue) -> None:
    first = split_site["aktualitet/index.html"]
    assert first.with_class("att-se-over") == []
    assert "farsta/" in [link.get("href") for link in first.main.iter("a")]
    pages = [split_site[f"aktualitet/farsta/{part}index.html"] for part in ("", "2/", "3/")]
    found = [
        [row.get("data-att-se-over") for row in page.elements("tr") if row.get("data-att-se-over")] for page in pages
    ]
    assert [len(ids) for ids in found] == [25, 25, 10]
    assert {record_id for ids in found for record_id in ids} == set(many.by_id)
    assert [page.faults for page in pages] == [[], [], []]


def test_what_is_closed_goes_on_over_pages_too(
    many: Catalogue, words: Vocabularies, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaves, "PAGE_SIZE", 25)
    closed = [replace(record, status="avslutad") for record in many.records[:55]]
    derived = Derived(catalogue=Catalogue(records=(*closed, *many.records[55:])), idag=IDAG)
    pages = generated_pages(Site(derived=derived, words=words, settings=frame.settings), frame)
    shown = [linked(pages[f"stadsdel/farsta/{part}index.html"]) for part in ("", "2/", "3/")]
    assert [len(ids) for ids in shown] == [30, 25, 5]
    assert {record_id for ids in shown for record_id in ids} == set(many.by_id)


def test_a_long_list_goes_on_over_pages(split_site: Documents, many: Catalogue) -> None:
    names = [f"stadsdel/farsta/{part}index.html" for part in ("", "2/", "3/")]
    pages = [split_site[name] for name in names]
    assert [len(linked(page)) for page in pages] == [25, 25, 10]
    assert {record_id for page in pages for record_id in linked(page)} == set(many.by_id)
    for page in pages:
        assert page.faults == []
        assert "60 verksamheter" in text_of(page.main)
        (nav,) = page.with_class("sidor")
        assert [urljoin(page.address, link.get("href", "")) for link in nav.iter("a")] == [p.address for p in pages]
        assert [link.get("aria-current") for link in nav.iter("a")].index("page") == pages.index(page)
    assert len({text_of(next(page.elements("title"))) for page in pages}) == 3
    assert "stadsdel/farsta/4/index.html" not in split_site


def test_a_letter_with_very_many_goes_on_over_pages(
    many: Catalogue, words: Vocabularies, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaves, "SCANNED", 15)
    derived = Derived(catalogue=many, idag=IDAG)
    pages = generated_pages(Site(derived=derived, words=words, settings=frame.settings), frame)
    shown = [pages[f"a-o/{part}index.html"] for part in ("b/", "b/2/")]
    assert [len(records_in(page.main)) for page in shown] == [15, 5]
    assert [page.faults for page in shown] == [[], []]
    assert "a-o/b/3/index.html" not in pages


@pytest.mark.parametrize("first", ["stadsdel/farsta/blad/", "handlaggare/stod/"])
def test_what_is_printed_and_what_staff_has_use_for_go_on_too(
    first: str, many: Catalogue, words: Vocabularies, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaves, "PAGE_SIZE", 25)
    records = [replace(record, for_vem=("personal",)) if "stod" in first else record for record in many.records]
    derived = Derived(catalogue=Catalogue(records=tuple(records)), idag=IDAG)
    pages = generated_pages(Site(derived=derived, words=words, settings=frame.settings), frame)
    shown = [pages[f"{first}{part}index.html"] for part in ("", "2/", "3/")]
    names = [[one for one in (record.namn for record in many.records) if one in text_of(page.main)] for page in shown]
    assert [len(found) for found in names] == [25, 25, 10]
    assert {name for found in names for name in found} == {record.namn for record in many.records}
    assert [page.faults for page in shown] == [[], [], []]


def test_a_long_alphabet_is_a_page_a_letter(split_site: Documents, many: Catalogue) -> None:
    start = split_site["a-o/index.html"]
    targets = [urljoin(start.address, link.get("href", "")) for link in start.main.iter("a")]
    pages = [page for page in split_site.values() if page.address in targets and page.name != start.name]
    assert [page.name for page in pages] == ["a-o/a/index.html", "a-o/b/index.html", "a-o/oe/index.html"]
    assert sorted(record_id for page in pages for record_id in records_in(page.main)) == sorted(many.by_id)
    for page in pages:
        links = [urljoin(page.address, link.get("href", "")) for link in page.main.iter("a")]
        assert {other.address for other in pages} - {page.address} <= set(links), page.name
