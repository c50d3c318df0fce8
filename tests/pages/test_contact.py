"""How to get in touch, on every page of the built site: the block is never empty, and no page tells of a way that is
not there. What is not known stands once, as questions; remarks stand beside their facts.

A way is there when the page holds a link to it, and a source gives that very number or address: in the record's own
`kontakt`, in its `anordnare`, as a page of its own among its sources, or as the contact (`x-kontakt`) of its own
district or municipality. To go there is one when the record says that one may, on which days, and at which address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from statistics import median
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

import pytest

from katalog.derive.vocabulary import Vocabularies
from katalog.publish.promises import unkept
from katalog.record.model import Catalogue, Record, is_stated
from katalog.record.rules.kontakt import PATTERNS
from tests.built.document import Document, text_of, texts_of

_TELLS = re.compile("|".join(PATTERNS.values()))
_NUMBER = re.compile(r"\d{3}|@")
_MOST_IN_MAIL = 2000  # longer addresses are cut off by some mail programs
# Texts about the catalogue, the rules and the law of texts: they tell nobody to get in touch.
_ABOUT = ("bidra/",)
# Hand-written sentences that tell of a way only where there is one.
_ALLOWED = {
    "Numren du kan ringa när det är bråttom, eller när du behöver prata med någon.",  # the numbers stand below it
    "Ring, om det finns ett nummer.",
    "När du ringer eller mejlar en verksamhet pratar du med dem, inte med oss.",
    "Fråga om du kan skriva till dem först.",  # what to ask where nobody has told
    "Det vet vi inte. Fråga om du kan skriva till dem först.",
    "Eller sök med egna ord. Skriv till exempel ”fika”, ”djur” eller ”Farsta”.",
    "Sökningen behöver JavaScript. Här under finns alla verksamheter i listor. Vet du inte vad? Svara på fyra lugna "
    "frågor. Är det bråttom, eller mår du mycket dåligt? Här är numren du kan ringa.",  # leads to them
}


def _open(catalogue: Catalogue) -> list[Record]:
    return [record for record in catalogue.records if not record.is_closed and not record.forebild]


def _page(documents: dict[str, Document], record: Record) -> Document:
    return documents[f"verksamhet/{record.id}/index.html"]


def _given(group: Mapping[str, Any] | None) -> set[str]:
    return {str(value) for key, value in (group or {}).items() if key in ("telefon", "epost", "webb", "formular")}


def _sources(record: Record, words: Vocabularies) -> set[str]:
    """Every number and address that may stand in the block."""
    around = [("omrade", record.omrade), *(("kommun", slug) for slug in record.kommun)]
    own = {source["webb"] for source in record.kallor if source.get("slag") == "egen" and "webb" in source}
    found = own | _given(record.kontakt) | _given(record.anordnare)
    return found.union(*(_given(words.terms(name)[slug].notes.get("kontakt")) for name, slug in around))


def _linked(block: Element) -> Iterator[str]:
    for link in (node for ways in block.iter("ul") for node in ways.iter("a")):
        address = link.get("href", "")
        if address != "#nar":
            yield text_of(link) if address.startswith("tel:") else address.removeprefix("mailto:").split("?subject=")[0]


def test_everything_that_can_be_had_has_the_block_and_nothing_else_has(
    documents: dict[str, Document], catalogue: Catalogue
) -> None:
    open_ids = {record.id for record in _open(catalogue)}
    with_block = {record.id for record in catalogue.records if _page(documents, record).with_class("del-kontakt")}
    assert with_block == open_ids
    for record in _open(catalogue):
        (block,) = _page(documents, record).with_class("del-kontakt")
        ways = [node for node in block.iter("ul") if node.get("class") == "kontaktvagar"]
        (first,) = [node for node in block if node.get("class") == "vagen-dit"]
        assert bool(ways) != ("Vi har inte hittat någon kontakt. Fråga" in text_of(first)), record.id


def test_every_way_is_given_by_a_source(
    documents: dict[str, Document], catalogue: Catalogue, words: Vocabularies
) -> None:
    for record in _open(catalogue):
        (block,) = _page(documents, record).with_class("del-kontakt")
        linked = list(_linked(block))
        assert set(linked) <= _sources(record, words), record.id
        assert len(linked) == len(set(linked)), record.id


def test_nobody_is_sent_to_another_municipality(documents: dict[str, Document], catalogue: Catalogue) -> None:
    for record in _open(catalogue):
        (block,) = _page(documents, record).with_class("del-kontakt")
        is_city = "Stockholms stad" in [text_of(node) for node in block.iter("h3")]
        assert not is_city or "stockholm" in record.kommun or record.omrade in ("hela-staden", "stockholm"), record.id


def test_nobody_is_sent_there_without_a_day_and_an_address(
    documents: dict[str, Document], catalogue: Catalogue
) -> None:
    sent = 0
    for record in _open(catalogue):
        (block,) = _page(documents, record).with_class("del-kontakt")
        if "Du kan gå dit direkt" in text_of(block):
            sent += 1
            assert any(way["vag"] == "drop-in" and is_stated(way) for way in record.ingang), record.id
            assert any("dag" in time for time in record.tider), record.id
            assert record.plats, record.id
            assert record.plats["adress"] in text_of(block), record.id
    assert sent


def test_no_page_of_a_record_tells_of_a_way_that_is_not_there(
    documents: dict[str, Document], catalogue: Catalogue
) -> None:
    told = {record.id: list(unkept(_page(documents, record).source)) for record in catalogue.records}
    assert {record_id: texts for record_id, texts in told.items() if texts} == {}


def test_no_other_page_tells_to_ring_or_write_without_saying_where(
    documents: dict[str, Document], catalogue: Catalogue
) -> None:
    """A text that tells to has the number in it; what records say of themselves is held by their own pages."""
    of_records = {record.sammanfattning for record in catalogue.records}
    found = set()
    for name, page in documents.items():
        if page.is_redirect or name.startswith(("verksamhet/", *_ABOUT)):
            continue
        for text in texts_of(page.main):
            if _TELLS.search(text) and not _NUMBER.search(text) and text not in of_records | _ALLOWED:
                found.add(f"{name}: {text}")
    assert found == set()


def test_closed_places_ask_for_nothing_and_have_one_box(documents: dict[str, Document], catalogue: Catalogue) -> None:
    for record in (record for record in catalogue.records if record.is_closed):
        page = _page(documents, record)
        assert len(page.with_class("stopp")) == 1, record.id
        assert not page.with_class("aktualitet") + page.with_class("vet-inte"), record.id
        links = [node.get("href", "") for node in page.main.iter("a")]
        assert not [link for link in links if link.startswith(("tel:", "mailto:"))], record.id
        assert text_of(page.main).count(record.sammanfattning) == 1, record.id


def test_a_page_says_once_what_is_not_known(documents: dict[str, Document], catalogue: Catalogue) -> None:
    """No section stands there to say that it is empty; the one block is counted as the page's section "saknas"."""
    lacking = []
    for record in catalogue.records:
        page = _page(documents, record)
        assert not page.with_class("saknas"), record.id
        assert "Uppgift saknas" not in text_of(page.main), record.id
        lacking.append(len(page.with_class("vet-inte")))
    assert median(lacking) <= 1
    assert max(lacking) <= 1


def test_the_questions_stand_in_the_mail_too_and_lead_to_their_fields(
    documents: dict[str, Document], catalogue: Catalogue, words: Vocabularies
) -> None:
    asked = {str(node["x-fraga"]): name for name, node in words.schema.fields.items() if "x-fraga" in node}
    mails = 0
    for record in _open(catalogue):
        page = _page(documents, record)
        for block in page.with_class("vet-inte"):
            listed = [node for node in block if node.get("class") == "fragor"]
            questions = [text_of(item) for node in listed for item in node]
            links = [node.get("href", "") for node in block.iter("a")]
            names = [asked[question] for question in questions]
            assert links == ([f"../../bidra/formular/?post={record.id}&falt={','.join(names)}"] if names else [])
            for mail in _mails(page):
                mails += 1
                body = parse_qs(urlsplit(mail).query, strict_parsing=True)["body"][0]
                assert [question for question in questions if f"- {question}\r\n" not in body] == [], record.id
                assert len(mail) < _MOST_IN_MAIL
    assert mails


def _mails(page: Document) -> list[str]:
    links = (node.get("href", "") for node in page.main.iter("a"))
    return [link for link in links if link.startswith("mailto:") and "&body=" in link]


def test_every_remark_is_told(documents: dict[str, Document], catalogue: Catalogue) -> None:
    """Beside the facts that it is about, or with the sources when none of those is shown; not both."""
    beside = 0
    for record in catalogue.records:
        page = _page(documents, record)
        rest = " ".join(map(text_of, page.with_class("falt-anmarkning")))
        boxes = " ".join(map(text_of, [*page.with_class("stopp"), *page.with_class("del-kontakt")]))
        near = " ".join(
            text_of(row) for row in page.with_class("falt") if "falt-anmarkning" not in row.get("class", "")
        )
        near += " ".join(map(text_of, page.with_class("vecka-del")))
        for remark in record.anmarkning:
            text = " ".join(remark["text"].split())
            beside += text in near
            assert text in rest or text in boxes or text in near, (record.id, text)
            assert not (remark.get("galler") and text in near and text in rest and len(remark["galler"]) == 1), (
                record.id
            )
    assert beside


@pytest.mark.parametrize(("record_id", "field"), [("fontanhuset-skondal", "malgrupp")])
def test_a_remark_stands_in_the_row_of_its_fact(
    record_id: str, field: str, documents: dict[str, Document], catalogue: Catalogue
) -> None:
    record = catalogue.by_id[record_id]
    (row,) = _page(documents, record).with_class(f"falt-{field}")
    remarks = [remark["text"] for remark in record.anmarkning if field in remark.get("galler", ())]
    assert remarks
    assert all(remark in text_of(row) for remark in remarks)
