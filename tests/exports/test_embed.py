"""Lists for other websites: whole documents without scripts, in the words of every other list; the files of cards."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]
import pytest
from jsonschema import Draft202012Validator, FormatChecker  # type: ignore[import-untyped]

from katalog.derive.choices import is_choice
from katalog.derive.trust import derive_trust
from katalog.exports.api_schemas import schemas_by_name
from katalog.exports.embed import LISTS, SCRIPT, STYLE, list_path
from katalog.exports.registry import EXPORTS
from katalog.exports.source import Source
from katalog.settings import Settings
from katalog.wording.trust import say_trust
from tests.exports.hsds_cases import FULL, OTHER, WORDS, source_of, whole
from tests.support import SCHEMA, SITE_URL

GROUP = [export for export in EXPORTS if export.group == "bit"]
NASTY = {**FULL, "namn": '<b>Smedjan & "vi"</b>', "sammanfattning": "Smid <i>nu</i> & sen.", "insatstyp": ["klubbhus"],
         "senast_bekraftad": "2026-06-01", "tillfalligt": {"text": "Stängt", "till": "2026-12-01"}}  # fmt: skip
CLOSED = {**OTHER, "namn": "Stängda", "status": "avslutad"}
LATER = ("2026-11-28", "2026-12-03", "2027-06-03", "2032-01-01", "2040-01-01")


def _files(source: Source) -> dict[str, bytes]:
    return {path: b"".join(pieces) for export in GROUP for path, pieces in export.render(source)}


@cache
def _source() -> Source:
    return source_of({"smedjan": NASTY, "andra": OTHER, "stangda": CLOSED})


@cache
def _known() -> Mapping[str, bytes]:
    return _files(_source())


@cache
def _real() -> Mapping[str, bytes]:
    return _files(whole())


def _document(path: str, files: Mapping[str, bytes] | None = None) -> Element:
    parser = html5lib.HTMLParser(strict=True, tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    found: Element = parser.parse((files or _known())[f"{path}index.html"].decode())
    return found


def _texts(document: Element, tag: str) -> list[str]:
    return ["".join(node.itertext()) for node in document.iter(tag)]


def _cards(area: str, files: Mapping[str, bytes] | None = None) -> Any:
    return json.loads((files or _known())[f"api/v1/kort/{area}.json"])


def test_there_is_a_list_for_every_area_and_kind_and_they_are_whole() -> None:
    paths = [list_path(WORDS.listed[name], term) for name in LISTS for term in WORDS.terms(name).values()]
    cards = {f"api/v1/kort/{area}.json" for area in ("alla", *WORDS.terms("omrade"))}
    assert set(_real()) == {*(f"{path}index.html" for path in paths), SCRIPT, STYLE, *cards}
    for path in paths:
        document = _document(path)
        assert not [node for node in document.iter() if node.tag in ("script", "style") or "style" in node.attrib]
        assert [node.get("target") for node in document.iter("base")] == ["_top"]
        assert len(_texts(document, "h1")) == 1


@pytest.mark.parametrize("path", ["bit/stadsdel/farsta/", "bit/insatstyp/klubbhus/"])
def test_a_list_says_what_the_card_says_and_what_is_text_stays_text(path: str) -> None:
    document = _document(path)
    assert _texts(document, "h2")[0] == NASTY["namn"]
    assert NASTY["sammanfattning"] in _texts(document, "p")
    (trust,) = [node.text for node in document.iter("p") if node.get("class") == "bit-tillit bit-bekraftat"]
    assert trust == "Bekräftat. Den 1 juni 2026."
    links = [node.get("href") for node in document.iter("a")]
    assert f"{SITE_URL}verksamhet/smedjan/" in links
    assert f"{SITE_URL}{path.removeprefix('bit/')}" in links
    assert "Stängda" not in _texts(document, "h2")
    day = next(text for text in _texts(document, "p") if "gjordes" in text)
    assert day.endswith("Listan gjordes den 22 november 2026. Uppgifterna kan vara äldre.")
    rows = list(zip(_texts(document, "dt"), _texts(document, "dd"), strict=True))
    assert (("Var", "Farsta") in rows) == ("klubbhus" in path)


def test_a_list_without_anything_says_so() -> None:
    texts = _texts(_document("bit/stadsdel/bromma/"), "p")
    assert any(text.startswith("Här finns inget i katalogen än.") for text in texts)


def test_without_an_address_links_lead_from_where_the_list_lies() -> None:
    source = replace(source_of({"smedjan": NASTY}), settings=Settings(site_name="Hitta"))
    document = _document("bit/stadsdel/farsta/", _files(source))
    links = [node.get("href") for node in document.iter("a")]
    assert links[:2] == ["../../../verksamhet/smedjan/", "../../../stadsdel/farsta/"]
    assert not [node for node in document.iter("link") if node.get("rel") == "canonical"]


def test_every_choice_is_among_the_cards_and_the_files_are_as_their_schema_says() -> None:
    choices = {record.id: record.omrade for record in whole().records if is_choice(record)}
    definitions = schemas_by_name(SCHEMA.full, "#/$defs/")["kort"]
    checker = Draft202012Validator(definitions, format_checker=FormatChecker())
    held = {area: _cards(area, _real()) for area in ("alla", *WORDS.terms("omrade"))}
    for area, told in held.items():
        assert not list(checker.iter_errors(told))
        wanted = {one for one, lies in choices.items() if area in ("alla", lies)}
        assert {card["id"] for card in told["kort"]} == wanted
        assert told["antal"] == len(told["kort"]) == len(wanted)


def test_what_will_be_said_on_a_later_day_is_what_a_later_build_says() -> None:
    records = [*whole().records, *_source().records]
    cards = {card["id"]: card for files in (_real(), _known()) for card in _cards("alla", files)["kort"]}
    for record in (record for record in records if record.id in cards):
        trust = cards[record.id]["tillit"]
        for day in LATER:
            said = [trust["text"], *(one["text"] for one in trust["sedan"] if one["dag"] <= day)][-1]
            assert said == say_trust(derive_trust(record, day)).card_text


def _smedjan(files: Mapping[str, bytes]) -> tuple[Any, dict[str, Any]]:
    (card,) = [one for one in _cards("farsta", files)["kort"] if one["id"] == "smedjan"]
    return card, {row["rubrik"]: row for row in card["rader"]}


def test_hours_with_a_year_of_their_own_are_told_from_their_day() -> None:
    sources = [{"titel": "Bladet", "ar": 2022, "galler": ["tider"]}, {"titel": "Sidan", "ar": 2024}]
    dated = {**{key: value for key, value in NASTY.items() if key != "senast_bekraftad"}, "kallor": sources}
    _, rows = _smedjan(_files(source_of({"smedjan": dated})))
    assert [one["text"] for one in rows["När"]["sedan"]] == [f"{rows['När']['text']}, tiderna är från 2022"]


def test_a_notice_ends_and_a_year_that_the_last_line_tells_is_told_once() -> None:
    card, rows = _smedjan(_known())
    assert rows["Just nu"]["sedan"] == [{"dag": "2026-12-02", "text": ""}]
    assert not rows["När"].get("sedan")
    assert [one["dag"] for one in card["tillit"]["sedan"]] == sorted(one["dag"] for one in card["tillit"]["sedan"])
