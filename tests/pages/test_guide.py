"""`/hitta-ratt/` as it is built: every answer leads on, every end holds places that a reader can check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest

from katalog.derive.choices import is_choice
from katalog.record.model import Catalogue
from tests.built.document import Document, text_of
from tests.support import SITE_URL

_ROOT = f"{SITE_URL}hitta-ratt/"
_SHARED = {f"{_ROOT}ingen/", f"{_ROOT}vet-inte/"}
Pages = dict[str, Document]


@pytest.fixture(scope="module")
def pages(documents: Pages) -> Pages:
    """The guide's pages by address."""
    return {page.address: page for page in documents.values() if page.address.startswith(_ROOT)}


def _links(page: Document) -> list[str]:
    return [urljoin(page.address, link.attrib["href"]) for link in page.main.iter("a")]


def _answers(page: Document) -> list[str]:
    lists = [node for node in page.main.iter("ul") if node.get("class") == "guide-val"]
    found = [urljoin(page.address, link.attrib["href"]) for node in lists for link in node.iter("a")]
    return [address for address in found if address not in _SHARED]


def _ends(pages: Pages) -> Iterator[Document]:
    """Found by walking: four answers from the first page."""
    at = [_ROOT]
    for _ in range(4):
        at = [address for page in at for address in _answers(pages[page])]
    assert len(at) == len(set(at)) == 81
    yield from (pages[address] for address in at)


def _places(page: Document) -> list[str]:
    named = [node for node in page.main.iter("section") if node.get("class") == "guide-stalle"]
    return [next(node.iter("a")).attrib["href"].rstrip("/").rpartition("/")[2] for node in named]


def test_it_has_at_most_150_pages(pages: Pages) -> None:
    assert len(pages) <= 150


def test_every_question_has_three_answers_and_two_ways_out(pages: Pages) -> None:
    questions = [page for page in pages.values() if _answers(page)]
    assert len(questions) == 1 + 3 + 9 + 27
    for page in questions:
        assert len(_answers(page)) == 3
        assert set(_links(page)) >= _SHARED


def test_it_goes_back_at_any_step(pages: Pages) -> None:
    """Each answer that was given can be given anew."""
    for page in [*_ends(pages), *(page for page in pages.values() if _answers(page))]:
        trail = [node for node in page.main.iter("nav") if node.get("class") == "guide-spar"]
        back = [urljoin(page.address, link.attrib["href"]) for node in trail for link in node.iter("a")]
        given = page.address.removeprefix(_ROOT).rstrip("/").split("-") if page.address != _ROOT else []
        expected = ["-".join(given[:number]) for number in range(len(given))]
        assert back == [f"{_ROOT}{name}/" if name else _ROOT for name in expected]


def test_every_end_has_three_places_each_with_four_reasons(pages: Pages, catalogue: Catalogue) -> None:
    for page in _ends(pages):
        places = _places(page)
        assert len(places) == len(set(places)) == 3, page.address
        assert all(is_choice(catalogue.by_id[id_]) for id_ in places)
        reasons = [text_of(node) for node in page.main.iter("dd") if "kort" not in str(node.get("class"))]
        told = [text for text in reasons if text.startswith(("Det står: ", "Det stod ", "Det brukar ", "Det vet vi "))]
        assert len(told) == 12
        assert "Passar inte" not in text_of(page.main)


def test_what_is_not_known_is_asked(pages: Pages) -> None:
    for page in _ends(pages):
        asked = next(node for node in page.main.iter("ul") if node.get("class") == "guide-fragor")
        unknown = {text_of(node).partition("Fråga ")[2] for node in page.main.iter("dd")
                   if text_of(node).startswith("Det vet vi inte.")}  # fmt: skip
        assert {f"Fråga {ask}" for ask in unknown} <= {text_of(node) for node in asked.iter("li")}


def test_no_place_stands_on_more_than_a_quarter_of_the_ends(pages: Pages) -> None:
    shown = Counter(id_ for page in _ends(pages) for id_ in _places(page))
    assert max(shown.values()) <= 81 // 4
    assert len(shown) >= 60  # of some 125 that may be shown: not the same few everywhere


def test_every_district_is_met_and_none_fills_the_ends(pages: Pages, catalogue: Catalogue) -> None:
    areas = Counter(catalogue.by_id[id_].omrade for page in _ends(pages) for id_ in _places(page))
    districts = {address.split("/")[-2] for address in pages if "/stadsdel/" in address}
    assert len(districts) == 11
    assert districts <= set(areas)
    assert max(areas.values()) <= sum(areas.values()) / 4
    assert "annan-kommun" not in areas


def test_the_start_page_asks_the_first_question(documents: Pages) -> None:
    """One press less: from there three more lead to three places."""
    assert set(_links(documents["index.html"])) >= {_ROOT, *(f"{_ROOT}{name}/" for name in ("lite", "lagom", "mycket"))}


def test_it_needs_no_script_and_sends_nothing(pages: Pages) -> None:
    for page in pages.values():
        assert not list(page.main.iter("form"))
        assert not list(page.main.iter("script"))
