"""A record is said in the same words on its page, in the letter to its provider and in the review of a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from katalog.derive.derived import Derived
from katalog.derive.due import Item
from katalog.derive.freshness import derive_freshness
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.record import record_page
from katalog.pages.site import Site
from katalog.record.check import check_catalogue
from katalog.record.model import Record, data_of
from katalog.record.schema import Schema
from katalog.settings import Settings
from katalog.upkeep.compare import Difference, FieldChange, RecordChange
from katalog.upkeep.letters import Office, render_letters
from katalog.upkeep.review import render_review
from katalog.upkeep.schedule import Errand, Question
from katalog.wording.by_rule import added_lines
from katalog.wording.markdown import escape
from katalog.wording.week import week_of
from tests.built.document import Document, text_of
from tests.support import CATALOGUE, IDAG

Row = tuple[str, list[tuple[str, str]]]  # title, and of each line its text and what stands in grey beside it


@pytest.fixture(scope="module")
def site(schema: Schema, words: Vocabularies, tmp_path_factory: pytest.TempPathFactory) -> Site:
    found = check_catalogue(CATALOGUE, schema, IDAG).catalogue
    assert found is not None
    settings = Settings(site_name="Prov", root=tmp_path_factory.mktemp("prov"))
    return Site(derived=Derived(catalogue=found, idag=IDAG), words=words, settings=settings)


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[str, list[Row]]:
    """Id -> the rows of the record's page, as a reader meets them."""
    return {record.id: list(_page_rows(record, site)) for record in site.derived.catalogue.records}


def _page_rows(record: Record, site: Site) -> Iterator[Row]:
    page = record_page(record, site)
    document = Document(page.file, page.body)
    for section in document.elements("section"):
        for node in section:
            for part in node if node.tag == "details" else [node]:
                yield from _rows_at(part, section)


def _rows_at(node: Element, section: Element) -> Iterator[Row]:
    if _has(node, "fakta"):
        yield from ((_title(row), [_split(line[-1]) for line in row.findall("dd") if not _has(line, "bredvid")])
                    for row in node if not _has(row, "falt-lag"))  # fmt: skip
    elif _has(node, "beskrivning"):
        yield "Beskrivning", [(text_of(node), "")]
    elif _has(node, "kedja"):
        steps = ((text_of(step[0]), [(text_of(link), "") for link in step[1:]]) for step in node)
        yield from (step for step in steps if step[0] not in ("Före", "Här"))
    elif node.tag == "ul" and _has(section, "del-vad"):
        heading = next(text_of(other) for other in section if other.tag == "h2")
        yield heading, [(text_of(item), "") for item in node]


def _has(node: Element, name: str) -> bool:
    return name in node.get("class", "").split()


def _title(row: Element) -> str:
    return text_of(row[0])


def _split(line: Element) -> tuple[str, str]:
    """What a line says, folded or not, and what stands in grey beside it."""
    grey = next((text_of(node) for node in line.iter("span") if _has(node, "not")), "")
    text = text_of(line).removesuffix(grey).strip()
    for opener in map(text_of, line.iter("summary")):
        text = text.replace(opener, ", ", 1)
    return text, grey


@pytest.fixture(scope="module")
def letters(site: Site) -> dict[str, str]:
    """The letters about every record, each to a recipient of its own: `<id>.html` and `<id>.txt`."""
    derived = site.derived
    items = [Item(record=record, area="", organiser=record.id, when="nu", due=None,
                  freshness=derive_freshness(record, IDAG)) for record in derived.catalogue.records]  # fmt: skip
    asked = [Errand(recipient=item.record.id, questions=(Question(item=item, number=1, asked=()),)) for item in items]
    written = render_letters(asked, site.view, Office(address="", mailbox=""), ())
    return {name: text for letter in written for name, text in letter.files.items()}


def _letter_rows(letter: str) -> Iterator[Row]:
    lists = Document("brev.html", letter).elements("dl")
    for node in (node for each in lists for node in each):
        if node.tag == "dt":
            lines: list[tuple[str, str]] = []
            yield text_of(node), lines
        else:
            lines.append(_split(node))


def _texts(rows: list[Row]) -> list[tuple[str, list[str]]]:
    """Titles and texts; the page makes a list of what a description marks with hyphens."""
    return [(title, [text.replace(" - ", " ") for text, _ in lines]) for title, lines in rows]


def _without_week(site: Site, record_id: str, rows: list[Row]) -> list[Row]:
    """The page shows times as a week of seven boxes, where they name days; a letter has them row by row."""
    has_week = week_of(site.view, site.derived.catalogue.by_id[record_id]) is not None
    return [(title, lines) for title, lines in rows if not (has_week and title == site.words.title("tider"))]


def test_a_letter_has_the_rows_of_the_page_in_its_order(
    site: Site, pages: dict[str, list[Row]], letters: dict[str, str]
) -> None:
    for record_id, page in pages.items():
        whole = list(_letter_rows(letters[f"{record_id}.html"]))
        letter = [row for row in map(partial(_as_on_page, page), _without_week(site, record_id, whole)) if row[1]]
        assert _texts(letter) == _texts(page), record_id
        greys = [(own, grey) for (_, ours), (_, theirs) in zip(letter, page, strict=True)
                 for (_, own), (_, grey) in zip(ours, theirs, strict=True)]  # fmt: skip
        # What the catalogue explains stands on the page alone; what the record adds stands last.
        assert not [own for own, grey in greys if not grey.endswith(own)], record_id


def test_a_week_says_every_word_of_the_times(site: Site) -> None:
    shown = [(record, week) for record in site.derived.catalogue.records if (week := week_of(site.view, record))]
    assert len(shown) > 20
    for record, week in shown:
        page = record_page(record, site)
        (part,) = Document(page.file, page.body).with_class("vecka-del")
        said = [time["vad"] for time in record.tider if "vad" in time]
        assert [what for what in said if what not in text_of(part)] == [], record.id
        assert sum(len(day.get("data-veckodag", "").split()) for day in part.findall(".//ol/li")) == 7
        assert len(part.findall(".//ol/li/ul/li")) == sum(len(day.texts) for day in week.days)


def _as_on_page(page: list[Row], row: Row) -> Row:
    """The page has the contact in a block of its own, what is remarked of a closed one in its box, and other remarks
    beside the facts that they are about; all held by tests/pages/test_contact.py."""
    title, lines = row
    shown = {text for other, texts in page if other == title for text, _ in texts}
    moved = ("Kontakt", "Anmärkning", "Öppet eller stängt")
    return title, [line for line in lines if title not in moved or line[0] in shown]


def test_a_mail_says_what_the_letter_says(letters: dict[str, str], pages: dict[str, list[Row]]) -> None:
    for record_id in pages:
        mail = " ".join(letters[f"{record_id}.txt"].split())
        for title, lines in _letter_rows(letters[f"{record_id}.html"]):
            assert f" {title}: " in mail, record_id
            assert [part for line in lines for part in line if part not in mail] == [], record_id


def test_a_review_says_every_field_as_the_page_does(site: Site, pages: dict[str, list[Row]]) -> None:
    """New and changed alike: the values that a reader sees, in the page's words."""
    data = {record.id: data_of(record) for record in site.derived.catalogue.records}
    changes = tuple(_appeared(record.id, data[record.id]) for record in site.derived.catalogue.records)
    text = render_review(Difference(changes=changes, only_form=(), data=data), [], site.words, IDAG)
    parts = dict(re.findall(r"^`(.+)`\n\n\| Uppgift \|.*\n\| --- .*\n((?:\|.*\n)+)", text, re.MULTILINE))
    assert parts.keys() == pages.keys()
    for record_id, page in pages.items():
        by_rule = _by_rule(site, record_id)
        shown = dict(re.findall(r"^\| (.+?) \| \*uppgift saknas\* \| (.*) \|$", parts[record_id], re.MULTILINE))
        for title, lines in _stated(page, by_rule):
            cells = shown[escape(title)].split("<br>")
            if title == site.words.title("anmarkning"):  # the rest stands beside what it is about
                cells = [cell for cell in cells if any(cell.startswith(escape(said)) for said, _ in lines)]
            assert len(cells) == len(lines), (record_id, title)
            for cell, (said, _) in zip(cells, lines, strict=True):
                one, many = escape(said), escape(f"{said} – ")
                assert title == "Beskrivning" or cell == one or cell.startswith(many), (record_id, title)


def _by_rule(site: Site, record_id: str) -> set[tuple[str, str]]:
    """Row and text of what the page says besides what the record states: a review is about the record alone."""
    record = site.derived.catalogue.by_id[record_id]
    return {
        (site.words.title(name), line.text)
        for name in site.words.schema.fields
        for line in added_lines(site.view, record, name)
    }


def _stated(page: list[Row], by_rule: set[tuple[str, str]]) -> Iterator[Row]:
    for title, lines in page:
        own = [line for line in lines if (title, line[0]) not in by_rule]
        if own:
            yield title, own


def _appeared(record_id: str, data: dict[str, Any]) -> RecordChange:
    """Every field of a record as a change from nothing."""
    fields = tuple(FieldChange(field=name, before=None, after=value) for name, value in data.items())
    return RecordChange(id=record_id, kind="andrad", file=record_id, before={}, after=data, fields=fields)
