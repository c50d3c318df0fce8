"""Forms as files: the same bytes every time, and everything that the page asks, in the same order."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from katalog.derive.blanks import Blank, read_blanks
from katalog.exports.blanks import FILES, blank_files
from katalog.settings import Settings
from tests.support import IDAG, SCHEMA

BLANKS = read_blanks(SCHEMA)
SETTINGS = Settings(site_name="Prov", root=Path(), site_url="", edit_url="", new_url="", mailbox="")
_BODY = {"docx": "word/document.xml", "odt": "content.xml"}
_HEADS = {"docx": "tblHeader", "odt": "table-header-rows"}
_PARAGRAPHS = ("}p", "}h")  # in both formats


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {name: made() for name, made in blank_files(SCHEMA, SETTINGS, IDAG)}


def _xml(files: dict[str, bytes], blank: Blank, ending: str) -> str:
    with ZipFile(io.BytesIO(files[f"handlaggare/blanketter/{blank.id}.{ending}"])) as archive:
        assert archive.testzip() is None
        return archive.read(_BODY[ending]).decode()


def _texts(xml: str) -> Iterator[str]:
    """Each paragraph with words in it, as it is read."""
    for node in ET.fromstring(xml).iter():  # noqa: S314  # made by us just now
        if node.tag.endswith(_PARAGRAPHS):
            text = re.sub(r"\s+", " ", "".join(node.itertext())).strip()
            if text:
                yield text


def _asked(blank: Blank) -> Iterator[str]:
    """What the form says and asks, as its data say it."""
    yield blank.title
    for part in blank.parts:
        yield part.heading
        for row in part.rows:
            ticked = "".join(f" ☐ {choice}" for choice in row.choices)
            yield f"{row.text}:{ticked}" if row.kind in ("rad", "val") else row.text
            yield from (head for head in row.columns if head)
            yield from row.first


def test_the_same_form_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    assert files == {name: made() for name, made in blank_files(SCHEMA, SETTINGS, IDAG)}
    assert len(files) == len(BLANKS) * len(FILES)


@pytest.mark.parametrize("ending", FILES)
@pytest.mark.parametrize("blank", BLANKS, ids=lambda blank: blank.id)
def test_a_file_asks_what_the_page_asks(blank: Blank, ending: str, files: dict[str, bytes]) -> None:
    xml = _xml(files, blank, ending)
    told = list(_texts(xml))
    assert told[:-2] == list(_asked(blank))
    assert told[-2].startswith(blank.about)
    assert "Källa: " in told[-2]
    assert told[-1] == f"Blanketten kommer från Prov. {blank.always}"
    tables = sum(bool(row.columns) for part in blank.parts for row in part.rows)
    assert len(re.findall(rf"<(?:w|table):{_HEADS[ending]}\b", xml)) == tables


def test_no_day_but_the_builds_stands_in_a_file(files: dict[str, bytes]) -> None:
    for name, content in files.items():
        with ZipFile(io.BytesIO(content)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            about = archive.read("docProps/core.xml" if name.endswith(".docx") else "meta.xml").decode()
        assert set(re.findall(r"\d{4}-\d\d-\d\dT", about)) == {f"{IDAG}T"}
