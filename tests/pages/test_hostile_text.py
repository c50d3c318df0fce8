"""Records that are hostile in every text become pages where it is text; more in `tests/full/test_hostile_tour.py`."""

from __future__ import annotations

import json

import pytest

from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.lists import list_pages
from katalog.pages.offline import offline_files
from katalog.pages.record import record_page
from katalog.pages.site import Site
from katalog.record.schema import Schema
from katalog.settings import Settings
from tests.built.document import Document
from tests.hostile import Spread, as_yaml, dangers, hostile_records, payloads
from tests.support import CASES, IDAG, check_files

_FEW = 12


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, schema: Schema, words: Vocabularies) -> Site:
    folder = tmp_path_factory.mktemp("fientligt")
    made = enumerate(hostile_records(schema, _FEW, 20, Spread()))
    files = {f"{data['omrade']}/post-{number}.yml": as_yaml(data) for number, data in made}
    granne = (CASES / "granne.yml").read_text(encoding="utf-8")
    found = check_files(folder, {**files, "farsta/granne.yml": granne}, schema)
    assert found.catalogue is not None, [one.message for one in found.problems]
    settings = Settings(site_name="Prov", root=folder)
    return Site(derived=Derived(catalogue=found.catalogue, idag=IDAG), words=words, settings=settings)


def test_there_are_payloads_of_every_kind() -> None:
    every = payloads()
    assert len(every) == len(set(every)) >= 300
    assert len(list((CASES / "fientligt").glob("*.json"))) >= 12


def test_a_hostile_record_is_shown_as_text(site: Site) -> None:
    records = [one for one in site.derived.catalogue.records if one.id != "granne"]
    assert len(records) == _FEW
    pages = [*(record_page(one, site) for one in records), *list_pages(site)]
    for page in pages:
        document = Document(page.file, f"<!doctype html><head>{page.head}</head><main>{page.body}</main>")
        assert list(dangers(document)) == [], page.file
        for told in document.data_blocks:
            json.loads(told)
    for file in offline_files(site):
        assert [one for one in dangers(Document(file.path, file.made())) if one != "<style>"] == [], file.path


@pytest.mark.parametrize(
    "html",
    ["<script>x</script>", "<p onclick=x>", "<a href=' JavaScript:x'>", "<img src=//ond.exempel.se/x>", "<base href=x>",
     "<p style=color:red>", "<a href='data:x'>", "<iframe srcdoc=x src='../bit/'>",
     "<iframe src='//ond.exempel.se/bit/'>"],
)  # fmt: skip
def test_what_is_dangerous_would_be_seen(html: str) -> None:
    assert list(dangers(Document("x", f"<!doctype html><title>x</title>{html}")))
