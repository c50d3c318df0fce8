"""A record's page shows everything that the record says, and its data blocks can be read."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.freshness import are_places_current
from katalog.derive.swedish import swedish_date
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.page import Page
from katalog.pages.record import record_page
from katalog.pages.site import Site
from katalog.publish.frame import Frame
from katalog.record.check import check_catalogue
from katalog.record.model import AUTHORED, Catalogue, Record
from katalog.record.schema import Json, Schema
from katalog.settings import Settings
from katalog.wording.beside import remarks_about
from katalog.wording.past import past_text
from katalog.wording.view import number
from tests.built.document import Document, text_of
from tests.support import CASES, IDAG, case_files, lay

VALID = sorted((CASES / "valid").glob("*.yml"))
# Where a field stands that is no row of facts: the class of its place, or the heading.
_PLACES = {
    "namn": "h1",
    "sammanfattning": "ingress",
    "vad_du_gor": "del-vad",
    "beskrivning": "beskrivning",
    "nasta_steg": "kedja",
    "ersatt_av": "stopp",
    "forebild": "stopp",
    "tillfalligt": "just-nu",
    "kommun": "falt-omrade",  # where it lies is one row
    "kontakt": "del-kontakt",
    "anmarkning": "post",  # beside what it is about, or with the sources
}
_WEEK = "vecka-del"  # stands in the place of times that name days
# A field whose value is told in words of its own; the case must hold it for the words to be there.
_WORDS_OF = {
    "forebild": "exempel från en annan kommun",
    "ungefar": "omkring",
    "tolkad": "troligen",
}


def _page(record: Record, records: tuple[Record, ...], words: Vocabularies, settings: Settings) -> Page:
    derived = Derived(catalogue=Catalogue(records=records), idag=IDAG)
    return record_page(record, Site(derived=derived, words=words, settings=settings))


def _case(path: Path, folder: Path, schema: Schema) -> tuple[Record, tuple[Record, ...]]:
    folder = Path(os.path.relpath(lay(folder, case_files(path))))
    checked = check_catalogue(folder, schema, IDAG)
    return next(record for record in checked.clean if record.id == "fall"), tuple(checked.clean)


def test_the_valid_cases_fill_every_field(tmp_path: Path, schema: Schema) -> None:
    filled: set[str] = set()
    for path in VALID:
        record, _ = _case(path, tmp_path / path.stem, schema)
        filled |= {name for name in AUTHORED if getattr(record, name) not in (None, ())}
    assert set(AUTHORED) - filled == set()


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_everything_a_record_says_is_on_its_page(
    path: Path, workplace: Path, schema: Schema, words: Vocabularies, frame: Frame
) -> None:
    record, records = _case(path, workplace, schema)
    page = _page(record, records, words, frame.settings)
    document = Document(page.file, frame.shells[page.depth].stamp(page, frame.settings))
    names = {other.id: other.namn for other in records}
    for name in AUTHORED:
        expected = list(_expected(name, getattr(record, name), words, names))
        shown = _shown(document, name) if expected else ""
        assert [item for item in expected if item.lower() not in shown] == [], name


def _shown(document: Document, field: str) -> str:
    """What stands in the field's own place: elsewhere the same words may mean something else."""
    place = _PLACES.get(field, f"falt-{field.replace('_', '-')}")
    found = list(document.main.iter("h1")) if place == "h1" else document.with_class(place)
    found += document.with_class(_WEEK) if field == "tider" else []
    links = [link.get("href", "") for node in found for link in node.iter("a")]
    return " ".join([*map(text_of, found), *links]).lower()


def _told_in_week(time: Mapping[str, Any]) -> Iterator[str]:
    """The text of a row, its clock as people write it (`9`, `12.30`), and whether it is only about then."""
    yield from ([time["vad"]] if "vad" in time else [])
    for clock in (time[key] for key in ("fran", "till") if key in time):
        hour, _, minute = clock.partition(":")
        yield str(int(hour)) if minute == "00" else f"{int(hour)}.{minute}"
    yield from (["omkring"] if time.get("ungefar") else [])


def _expected(name: str, value: Any, words: Vocabularies, names: Mapping[str, str]) -> Iterator[str]:
    """What must stand on the page for one field of a record."""
    if value in (None, (), False):
        return
    if name == "beskrivning":
        yield from re.findall(r"\w+", value)
    elif name == "tider" and any("dag" in time for time in value):
        yield from (text for time in value for text in _told_in_week(time))
    elif name == "platslage" and not are_places_current(value["datum"], IDAG):
        yield "Ingen ny uppgift"
    else:
        yield from _leaves(name, value, words.schema.fields[name], words, names)


def _leaves(key: str, value: Any, node: Json, words: Vocabularies, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(value, Mapping):
        for inner, item in value.items():
            yield from _leaves(inner, item, node["properties"][inner], words, names)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _leaves(key, item, node["items"], words, names)
    else:
        yield _leaf(key, value, node, words, names)


def _leaf(key: str, value: Any, node: Json, words: Vocabularies, names: Mapping[str, str]) -> str:
    if node.get("x-vokabular") == "ja-nej":  # the question stands with a sign for the answer
        return str(node["title"])
    if "x-vokabular" in node:
        return words.label(node["x-vokabular"], value)
    if value in names:
        return names[value]
    if value in words.schema.fields:  # a source says which fields it is about
        return words.title(value)
    if isinstance(value, bool):
        return _WORDS_OF[key] if value else ""
    if key.startswith("belopp") and value == 0:
        return "gratis"
    text = number(value)
    return swedish_date(text) if node.get("format") == "date" else " ".join(text.split())


def test_every_records_data_blocks_can_be_read(documents: dict[str, Document], catalogue: Catalogue) -> None:
    known = {page.address for page in documents.values()}
    for record in catalogue.records:
        page = documents[f"verksamhet/{record.id}/index.html"]
        service, trail = map(json.loads, page.data_blocks)
        assert service["@type"] in ("Service", "GovernmentService")
        assert (service["name"], service["description"]) == (record.namn, record.sammanfattning)
        assert service["url"] == trail["itemListElement"][-1]["item"] == page.address
        assert {item["item"] for item in trail["itemListElement"]} <= known
        assert [item["position"] for item in trail["itemListElement"]] == [1, 2, 3]


def test_a_closed_place_says_so_first_and_leads_on(documents: dict[str, Document], catalogue: Catalogue) -> None:
    closed = [record for record in catalogue.records if record.is_closed]
    assert closed
    for record in closed:
        page = documents[f"verksamhet/{record.id}/index.html"]
        text = text_of(page.main)
        assert 0 <= text.find("har stängt") < text.index(record.sammanfattning), record.id
        links = [node.get("href") for node in page.with_class("stopp")[0].iter("a")]
        assert not record.ersatt_av or f"../../verksamhet/{record.ersatt_av}/" in links


def test_what_was_says_so_before_its_summary_and_no_more(documents: dict[str, Document], catalogue: Catalogue) -> None:
    told = {record.id: past_text(record) for record in catalogue.records}
    assert sum(map(bool, told.values())) > 20
    for record_id, text in told.items():
        page = documents[f"verksamhet/{record_id}/index.html"]
        whole = " ".join([text, *remarks_about(catalogue.by_id[record_id], "status")])
        assert [text_of(node) for node in page.with_class("forr-ruta")] == ([whole] if text else []), record_id
        if text:
            shown = text_of(page.main)
            assert shown.index(text, shown.index("Visa hela sidan")) < shown.rindex(
                catalogue.by_id[record_id].sammanfattning
            )
            assert "Den här verksamheten har stängt" not in shown, record_id


def test_the_tools_stand_with_the_name_then_what_it_is_and_no_word_stands_twice(documents: dict[str, Document]) -> None:
    page = documents["verksamhet/aktivitetshuset-sodermalm/index.html"]
    order = [node.get("class") for node in page.with_class("post")[0]]
    assert order[:3] == ["huvud grund-hantverk", "latt", "post-topp"]
    head, about = page.with_class("huvud-ord")[0], page.with_class("post-om")[0]
    assert [node.get("class") for node in head] == ["langt-ord", "hor-och-las skarm"]
    assert [node.get("class") for node in about] == ["ingress", "kort-fakta", "tillit tillit-fraga"]
    short = [[text_of(part) for part in row] for row in page.with_class("kort-fakta")[0]]
    assert short[0] == ["Var", "Södermalm"]
    assert short[1][1].startswith("Öppen verksamhet: mån–ons 8.50–16")
    where = page.with_class("falt-omrade")[0]
    assert where[0].get("class") == "dold"


@pytest.mark.parametrize(
    ("settings", "also"),
    [
        (
            Settings(site_name="Namn", edit_url="https://forge.se/edit/"),
            {"Ändra filen": "https://forge.se/edit/catalogue/farsta/fall.yml"},
        ),
        (
            Settings(site_name="Namn", mailbox="katalog@exempel.se"),
            {"Mejla en rättelse": "mailto:katalog@exempel.se?subject="},
        ),
        (Settings(site_name="Namn"), {}),
    ],
)
def test_facts_can_be_mended_however_the_site_is_set_up(
    settings: Settings, also: dict[str, str], workplace: Path, schema: Schema, words: Vocabularies
) -> None:
    record, records = _case(CASES / "valid" / "anmarkning_tecken_i_texten.yml", workplace, schema)
    page = Document("x", _page(record, records, words, settings).body)
    ways = {text_of(node): node.get("href", "") for node in page.with_class("knapp") if node.tag == "a"}
    assert [ways.pop("Lätt text"), ways.pop("Visa hela sidan")] == ["#latt", "#innehall"]
    assert ways.pop("Rätta uppgifterna") == "../../bidra/formular/?post=fall"
    assert ways.pop("Fick du svar? Fyll i det").startswith("../../bidra/formular/?post=fall&falt=")
    assert set(ways) == set(also)
    assert all(ways[name].startswith(start) for name, start in also.items())


def test_nothing_known_is_told_as_unknown(documents: dict[str, Document], catalogue: Catalogue) -> None:
    """An empty section never looks like a no."""
    for record in catalogue.records:
        page = documents[f"verksamhet/{record.id}/index.html"]
        for section in page.with_class("del"):
            assert [node for node in section.iter() if node.tag in ("dd", "li", "p")], f"{record.id}: {section.attrib}"


def test_yes_no_and_unknown_are_told_apart_in_words(workplace: Path, schema: Schema, words: Vocabularies) -> None:
    """The signs are hidden from screen readers: the words must say it too."""
    record, records = _case(CASES / "valid" / "tillganglighet_alla.yml", workplace, schema)
    page = Document("x", _page(record, records, words, Settings(site_name="Namn")).body)
    titles = {key: node["title"] for key, node in schema.fields["tillganglighet"]["properties"].items()}
    assert record.tillganglighet
    for answer, said in (("ja", "finns"), ("nej", "Finns inte.")):
        lines = [text_of(node) for node in page.with_class(f"svar-{answer}")]
        wanted = [titles[key] for key, value in record.tillganglighet.items() if value == answer]
        assert len(lines) == len(wanted)
        assert all(any(title in line and line.endswith(said) for line in lines) for title in wanted)
    unknown = " ".join(text_of(node) for node in page.with_class("svar-okant")).lower()
    assert all(title.lower() in unknown for key, title in titles.items() if key not in record.tillganglighet)
