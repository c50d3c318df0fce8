"""What is added to the schema by an annotation alone is known everywhere: a field that names other records, a list."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import read_vocabularies
from katalog.pages.glossary import glossary_page
from katalog.pages.lists import list_pages
from katalog.pages.record import record_page
from katalog.pages.search_page import search_page
from katalog.pages.site import Site
from katalog.record import model
from katalog.record.check import check_catalogue
from katalog.record.schema import load_schema
from katalog.settings import Settings
from tests.built.document import Document, text_of
from tests.project import Project
from tests.searched import words_found
from tests.support import IDAG, ON_IDAG

SCHEMA = Path("schema/verksamhet.schema.json")
ID = {
    "type": "string",
    "title": "En verksamhet",
    "description": "Id för en annan post.",
    "examples": ["kafeet"],
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "maxLength": 60,
    "x-fel": "Skriv postens id.",
    "x-forslag": "post",
}
LIST = {"type": "array", "minItems": 1, "uniqueItems": True, "title": "Syskon", "description": "Lika verksamheter."}
GROUP = {
    "type": "object",
    "title": "Granne",
    "description": "En granne.",
    "additionalProperties": False,
    "examples": [{}],
}
NEW = {
    "syskon": {**LIST, "items": ID, "examples": [["kafeet"]], "x-grupp": "vidare", "x-sok": "mer"},
    "foretradare": {**ID, "title": "Företrädare", "x-grupp": "vidare"},
    "grannar": {
        **LIST,
        "title": "Grannar",
        "items": {**GROUP, "properties": {"granne": ID, "vad": {**ID, "title": "Vad", "x-forslag": "falt"}}},
        "examples": [[{"granne": "kafeet"}]],
        "x-grupp": "vidare",
    },
}
SAYS = """\
syskon:
  - kafeet  # samma hus
  - odlingen
foretradare: "k\\u0061feet"
grannar:
  - granne: kafeet
    vad: namn
"""


def change_schema(change: Callable[[dict[str, Any]], object]) -> None:
    document = json.loads(SCHEMA.read_text(encoding="utf-8"))
    change(document)
    SCHEMA.write_text(json.dumps(document, ensure_ascii=False, indent=2), encoding="utf-8")


@pytest.fixture
def grown(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The project with three fields more, that name other records each in a way of its own; one record uses them."""
    change_schema(lambda document: document["properties"].update(NEW))
    names = [("syskon", tuple, ()), ("foretradare", str, None), ("grannar", tuple, ())]
    parts = [(name, kind, dataclasses.field(default=empty)) for name, kind, empty in names]
    larger = dataclasses.make_dataclass("Record", parts, bases=(model.Record,), frozen=True, slots=True, kw_only=True)
    monkeypatch.setattr(model, "Record", larger)
    monkeypatch.setattr(model, "AUTHORED", (*model.AUTHORED, *NEW))
    project.write("farsta/snickeriet", project.text("farsta/snickeriet") + SAYS)
    return project


def site_of(project: Project) -> Site:
    schema = load_schema(Path("schema"))
    catalogue = check_catalogue(Path("catalogue"), schema, IDAG).catalogue
    assert catalogue is not None
    derived = Derived(catalogue=catalogue, idag=IDAG)
    settings = Settings(site_name="Namn", root=project.folder)
    return Site(derived=derived, words=read_vocabularies(schema), settings=settings)


def test_the_page_shows_the_name_and_leads_there(grown: Project) -> None:
    site = site_of(grown)
    page = Document("x", record_page(site.derived.catalogue.by_id["snickeriet"], site).body)
    for name, told in (("syskon", "Kaféet"), ("foretradare", "Kaféet"), ("grannar", "En verksamhet: Kaféet")):
        (row,) = page.with_class(f"falt-{name}")
        assert told in text_of(row)
        assert "kafeet" not in text_of(row)
        assert "../../verksamhet/kafeet/" in [link.get("href") for link in row.iter("a")]


def test_rename_mends_every_reference(grown: Project) -> None:
    ran = grown.run("rename", "kafeet", "kafe-linden", *ON_IDAG)
    assert (ran.code, "Ändrade hänvisningar: 2" in ran.out) == (0, True), ran.out
    text = grown.text("farsta/snickeriet")
    assert "  - kafe-linden  # samma hus\n" in text
    assert "foretradare: kafe-linden\n" in text
    assert "  - granne: kafe-linden\n" in text
    assert grown.run("validate", *ON_IDAG).code == 0


def test_validate_knows_an_unknown_and_an_own_id(grown: Project) -> None:
    text = grown.text("farsta/snickeriet")
    wrong = text.replace("- odlingen", "- odlingne").replace("granne: kafeet", "granne: snickeriet")
    grown.write("farsta/snickeriet", wrong)
    ran = grown.run("validate", *ON_IDAG)
    assert "referens-okand: Det finns ingen post med id odlingne. Menade du odlingen?" in ran.out
    assert "referens-sjalv" in ran.out


def test_only_a_chain_may_not_go_in_a_ring(grown: Project) -> None:
    grown.write("farsta/kafeet", grown.text("farsta/kafeet") + "foretradare: snickeriet\n")
    assert grown.run("validate", *ON_IDAG).code == 0
    change_schema(lambda document: document["properties"]["foretradare"].update({"x-kedja": True}))
    assert "foretradare går i en ring" in grown.run("validate", *ON_IDAG).out


def test_review_tells_names_and_passes_over_a_mended_reference(grown: Project) -> None:
    shutil.copytree("catalogue", "before")
    grown.run("rename", "kafeet", "kafe-linden", *ON_IDAG)
    ran = grown.run("review", "--from", "before", "--to", "catalogue", *ON_IDAG)
    assert "### Snickeriet i Farsta" not in ran.out
    text = grown.text("farsta/snickeriet")
    grown.write("farsta/snickeriet", text.replace("  - odlingen\n", "  - traffen\n"))
    ran = grown.run("review", "--from", "before", "--to", "catalogue", *ON_IDAG)
    assert "| Syskon | Kaféet<br>Odlingen | Kaféet<br>Träffen |" in ran.out


def test_a_letter_tells_names(grown: Project) -> None:
    grown.run("stale", "--brev", "brev", *ON_IDAG)
    (letter,) = Path("brev").glob("farsta-*.txt")
    assert "Företrädare: Kaféet" in letter.read_text(encoding="utf-8")


def test_close_names_every_field_that_still_leads_there(grown: Project) -> None:
    ran = grown.run("close", "kafeet", *ON_IDAG)
    for field in ("nasta_steg", *NEW):
        assert f"har den kvar i {field}." in ran.out


def test_the_search_finds_a_record_by_the_name_of_another(grown: Project) -> None:
    site = site_of(grown)
    records, schema = site.derived.catalogue.records, site.words.schema
    texts = words_found(records, schema, ("namn", "mer"))
    found = {records[number].id for number in texts["odlingen"]}
    assert found == {"odlingen", "snickeriet"}
    assert "kafeet" not in texts


def test_rename_refuses_when_a_file_cannot_be_read(project: Project) -> None:
    project.write("bromma/trasig", "namn: Trasig\n nasta_steg:\n- kafeet\n")
    before = project.snapshot()
    ran = project.run("rename", "kafeet", "kafe-linden", *ON_IDAG)
    assert (ran.code, "trasig.yml går inte att läsa" in ran.out) == (1, True), ran.out
    assert project.snapshot() == before


def test_a_new_list_is_one_annotation(project: Project) -> None:
    note = {"mapp": "metod", "rubrik": "Metoder", "fraga": "Hur arbetar de?", "text": "Olika sätt att arbeta."}
    change_schema(lambda document: document["x-listor"].update(metod=note))
    project.write("farsta/kafeet", project.text("farsta/kafeet") + "metod:\n  - ips\n")
    site = site_of(project)
    pages = {page.address: page for page in list_pages(site)}
    assert (pages["metod/"].title, pages["metod/"].text) == ("Hur arbetar de?", "Olika sätt att arbeta.")
    assert "Kaféet" in pages["metod/ips/"].body
    assert 'href="../metod/ips/"' in search_page(site).body
    assert 'href="../metod/ips/"' in glossary_page(site).body
    assert 'href="../../metod/ips/"' in record_page(site.derived.catalogue.by_id["kafeet"], site).body


def test_review_names_a_new_list(project: Project) -> None:
    note = {"mapp": "metod", "rubrik": "Metoder", "fraga": "Hur arbetar de?", "text": "Olika sätt att arbeta."}
    change_schema(lambda document: document["x-listor"].update(metod=note))
    shutil.copytree("catalogue", "before")
    project.write("farsta/kafeet", project.text("farsta/kafeet") + "metod:\n  - ips\n")
    ran = project.run("review", "--from", "before", "--to", "catalogue", *ON_IDAG)
    assert "Finns nu i listorna Metod: IPS." in ran.out
