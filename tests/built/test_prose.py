"""What we publish in our own words is as plain as what we ask of those who write records."""

from __future__ import annotations

import pytest
from pathspec import GitIgnoreSpec

from katalog.derive.tongues import Tongues
from katalog.publish.project_file import read_project
from katalog.record.text import lix, sentences, words_in
from tests.built.document import Document, text_of, texts_of
from tests.support import PROJECT, SCHEMA

LONGEST_SENTENCE, HARDEST = 20, 45.0
# Written by hand: a page per file that mkdocs.yml does not keep out of the site. Pages in other languages are held to
# rules of their own (test_tongues.py).
KEPT_OUT = GitIgnoreSpec.from_lines(read_project(PROJECT).config["exclude_docs"].splitlines())
WRITTEN = sorted(
    path.removesuffix(".md")
    for path in (path.relative_to(PROJECT / "docs").as_posix() for path in (PROJECT / "docs").rglob("*.md"))
    if path.split("/")[0] not in Tongues(schema=SCHEMA).all and not KEPT_OUT.match_file(path)
)
# Made by templates and the schema. Records are held to the rule on readability one by one.
GENERATED = ["", "sok", "inriktning", "stadsdel", "insatstyp", "malgrupp", "ingang", "behov", "ord", "bidra/falt",
             "bidra/koder", "bidra/anteckningar", "stadsdel/farsta/kort", "hitta-ratt", "hitta-ratt/ingen",
             "hitta-ratt/lite-hander-nagra-dit", "hitta-ratt/vet-inte", "hitta-ratt/stadsdel/farsta", "pengarna",
             "pengarna/kort/forsakringskassan", "handlaggare", "handlaggare/beslut/lss", "handlaggare/priser",
             "handlaggare/blanketter/avslut", "handlaggare/blanketter/rehabplan", "natverk"]  # fmt: skip


def _page(name: str, documents: dict[str, Document]) -> Document:
    folder = name.removesuffix("index").rstrip("/")
    return documents[f"{folder}/index.html" if folder else "index.html"]


def _prose(page: Document) -> list[str]:
    """Paragraphs, list items and table cells; code, examples and the facts of a card are no prose."""
    for node in list(page.main.iter()):
        for other in [child for child in node if child.tag == "pre" or child.get("class") == "kort-fakta"]:
            node.remove(other)
    return [text for text in texts_of(page.main) if len(words_in(text)) > 1]


@pytest.mark.parametrize("name", [*WRITTEN, *GENERATED])
def test_no_sentence_is_long(name: str, documents: dict[str, Document]) -> None:
    found = [part for text in _prose(_page(name, documents)) for part in sentences(text)]
    assert found
    assert [part for part in found if len(words_in(part)) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("name", [*WRITTEN, *GENERATED])
def test_a_page_is_easy_to_read(name: str, documents: dict[str, Document]) -> None:
    assert lix("\n".join(_prose(_page(name, documents)))) <= HARDEST


def test_what_search_engines_show_is_plain_too(documents: dict[str, Document]) -> None:
    """A page's description is a text of its own: it stands alone under the link."""
    hard = {}
    for page in documents.values():
        text = next(node.get("content", "") for node in page.elements("meta") if node.get("name") == "description")
        if any(len(words_in(part)) > LONGEST_SENTENCE for part in sentences(text)):
            hard[page.name] = text
    assert hard == {}


def test_links_say_where_they_lead(documents: dict[str, Document]) -> None:
    """Read out of its line, a link must still make sense."""
    empty = {"här", "klicka här", "läs mer", "mer", "länk", "hit"}
    told = {f"{page.name}: {text_of(link)}" for page in documents.values() for link in page.elements("a")
            if text_of(link).lower().rstrip(".") in empty or not text_of(link)}  # fmt: skip
    assert told == set()
