"""The pages in other languages: whole in every language, each word in its own voice, the same numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from katalog.derive.crisis import read_lines
from katalog.derive.tongues import SWEDISH, Tongue, Tongues
from tests.built.document import Document, text_of, texts_of
from tests.support import PROJECT, SCHEMA, SITE_URL

Documents = dict[str, Document]
TONGUES = Tongues(schema=SCHEMA)
PAGES = {f"{code}/{leaf.address}": tongue for code, tongue in TONGUES.all.items() for leaf in TONGUES.leaves}
CRISIS = [address for address in PAGES if address.endswith("/crisis/")]
LONGEST_SENTENCE = 22  # in words; the same thing takes more of them in English than in Swedish
# No word of another of the languages, and in nearly every Swedish sentence.
SWEDISH_WORDS = frozenset(
    [
        "och",
        "att",
        "inte",
        "är",
        "på",
        "för",
        "eller",
        "från",
        "till",
        "någon",
        "som",
        "det",
        "ett",
        "vi",
        "inga",
        "hos",
        "mer",
    ]
)
LETTERS = {"en": "åäö", "so": "åäö", "fi": "å", "ar": "abcdefghijklmnopqrstuvwxyzåäö"}
_SAID = ("aria-label", "placeholder", "alt", "title")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.!?؟:]+\s")


def _page(address: str, documents: Documents) -> Document:
    return documents[f"{address}index.html"]


def _own(node: Element) -> Iterator[str]:
    """What the page says in its own language, as text and to a screen reader."""
    yield from (node.attrib[name] for name in _SAID if name in node.attrib)
    yield node.text or ""
    for child in node:
        if isinstance(child.tag, str) and child.tag not in ("script", "bdi") and "lang" not in child.attrib:
            yield from _own(child)
        yield child.tail or ""


def _swedish(page: Document) -> list[Element]:
    return [node for node in page.elements() if node.get("lang") == SWEDISH]


@pytest.mark.parametrize("address", PAGES)
def test_every_language_has_every_page_with_its_frame(address: str, documents: Documents) -> None:
    page, tongue = _page(address, documents), PAGES[address]
    said = " ".join(_own(next(page.elements("body"))))
    absent = {"ring", "ingen_ringt", "provringt", "fel", "utskriven", "byggd"}  # where there is something to tell
    assert [name for name, text in tongue.texts.items() if name not in absent and text not in said] == []
    assert tongue.texts["byggd"].partition("{")[0] in said
    menu = [text_of(link) for link in page.with_class("sidnav")[0].iter("a")]
    assert menu == [tongue.menu[leaf.id] for leaf in TONGUES.leaves]
    assert [link.get("href") for link in page.elements("a") if link.get("aria-current") == "page"] == ["./"]


@pytest.mark.parametrize("address", PAGES)
def test_no_swedish_outside_marked_words(address: str, documents: Documents) -> None:
    page, code = _page(address, documents), PAGES[address].id
    said = " ".join(_own(next(page.elements("body")))).replace(SITE_URL, "")
    described = next(node.get("content", "") for node in page.elements("meta") if node.get("name") == "description")
    words = _WORD.findall(f"{said} {described}")
    assert len(words) > 60
    assert [word for word in words if word.lower() in SWEDISH_WORDS or set(word.lower()) & set(LETTERS[code])] == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_that_nobody_has_read_it(address: str, documents: Documents) -> None:
    """In its own language and in Swedish. A page that is read loses this: tests/pages/test_tongues.py."""
    page, tongue = _page(address, documents), PAGES[address]
    [mark] = page.with_class("ogranskad")
    assert tongue.texts["ogranskad"] in text_of(mark)
    assert [text_of(node) for node in mark.iter("span") if node.get("lang") == SWEDISH] == [
        "Att granskas: ingen som talar språket har läst sidan än."
    ]


@pytest.mark.parametrize("address", [address for address, tongue in PAGES.items() if tongue.direction == "rtl"])
def test_swedish_words_and_numbers_run_their_own_way(address: str, documents: Documents) -> None:
    page = _page(address, documents)
    [head] = page.with_class("sidhuvud")
    assert [
        text_of(node) for node in _swedish(page) if node.get("dir") != "ltr" and node not in list(head.iter())
    ] == []
    numbers = [node for link in page.elements("a") if link.get("href", "").startswith("tel:") for node in link.iter()]
    assert [text_of(node) for node in numbers if re.search(r"\d", node.text or "") and node.get("dir") != "ltr"] == []


@pytest.mark.parametrize("address", CRISIS)
def test_the_numbers_are_those_of_the_schema(address: str, documents: Documents) -> None:
    page, tongue = _page(address, documents), PAGES[address]
    rows = [text_of(node) for node in page.with_class("kris-linjer")[0].iter("li")]
    lines = read_lines(SCHEMA)
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        assert line.number in row
        assert tongue.lines[line.id] in row
    told = text_of(page.with_class("kris-kort")[0]).partition(tongue.texts["ingen_ringt"].partition("{")[0])[2]
    assert [line.number for line in lines if line.number in told] == [
        line.number for line in lines if line.is_unchecked
    ]
    called = [node.get("href", "") for node in page.elements("a") if node.get("href", "").startswith("tel:")]
    assert called == [f"tel:{re.sub('[ -]', '', line.number)}" for line in lines]


def test_no_number_is_written_by_hand() -> None:
    lasting = {line.number for line in read_lines(SCHEMA) if line.is_lasting}
    for address in PAGES:
        path = PROJECT / "docs" / (f"{address.rstrip('/')}.md" if address.count("/") > 1 else f"{address}index.md")
        found = set(re.findall(r"\d[\d -]{2,}\d", path.read_text(encoding="utf-8")))
        assert {one for one in found if one not in {*lasting, "2026", "2007", "365"}} == set(), path


@pytest.mark.parametrize("address", PAGES)
def test_what_a_reader_shows_stands_on_the_swedish_pages(address: str, documents: Documents) -> None:
    names = ["for-dig", "forsta-gangen", "pengarna/kort/forsakringskassan", "pengarna/kort/handlaggaren"]
    swedish = " ".join(text_of(documents[f"{name}/index.html"].main) for name in names)
    shown = [text_of(node) for node in _page(address, documents).with_class("visa")]
    assert [text for text in shown if text not in swedish] == []
    assert bool(shown) == address.endswith(("/how-you-begin/", "/money/"))


@pytest.mark.parametrize("leaf", TONGUES.leaves, ids=lambda leaf: leaf.id)
def test_versions_name_each_other(leaf: object, documents: Documents) -> None:
    versions = TONGUES.versions(f"en/{leaf.address}")  # type: ignore[attr-defined]
    for _, address in versions:
        page = _page(address, documents)
        told = [(node.get("hreflang"), node.get("href")) for node in page.elements("link")
                if node.get("rel") == "alternate" and node.get("hreflang")]  # fmt: skip
        assert told == [(code, SITE_URL + there) for code, there in versions], address


def test_every_page_leads_to_every_other_language(documents: Documents) -> None:
    for page in documents.values():
        if page.is_redirect or page.is_embedded:
            continue
        own = PAGES.get(page.name.removesuffix("index.html"))
        [row] = [node for node in page.elements("nav") if node.get("id") == "andra-sprak"]
        told = [(link.get("lang"), link.get("hreflang"), text_of(link)) for link in row.iter("a")]
        others: list[Tongue] = [tongue for tongue in TONGUES.all.values() if tongue is not own]
        swedish = [(SWEDISH, SWEDISH, "Svenska")] if own else []
        assert told == swedish + [(one.id, one.id, one.own_name) for one in others], page.name


@pytest.mark.parametrize("address", PAGES)
def test_sentences_are_short(address: str, documents: Documents) -> None:
    found = [part for block in texts_of(_page(address, documents).main) for part in _SENTENCE.split(block)]
    assert found
    assert [part for part in found if len(part.split()) > LONGEST_SENTENCE] == []


def test_the_search_answers_in_swedish_and_the_sitemap_knows_all(built: Path) -> None:
    [pages] = built.glob("assets/sok/*/sidor.json")
    assert [address for address in PAGES if f'"{address}' in pages.read_text(encoding="utf-8")] == []
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert [address for address in PAGES if f"<loc>{SITE_URL}{address}</loc>" not in sitemap] == []
