"""The catalogue as it is, and as it may be once some have answered: a number that is right only while nobody has is
wrong."""

from __future__ import annotations

import pytest

from katalog.derive.coverage import MATRICES
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies
from katalog.pages.coverage import coverage_pages
from katalog.pages.site import Site
from katalog.pages.statistics import statistics_pages
from katalog.record.check import check_catalogue
from katalog.record.schema import Schema
from katalog.settings import Settings
from tests.built.document import Document
from tests.pages.recount import Data, confirm_some, read_records
from tests.support import CATALOGUE, IDAG, lay_project

Counted = tuple[dict[str, Data], dict[str, Document]]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, schema: Schema, words: Vocabularies) -> Counted:
    """Records that some have confirmed, lately and long ago, and the pages that count them."""
    project = lay_project(tmp_path_factory.mktemp("svar"))
    confirm_some(project / "catalogue")
    found = check_catalogue(project / "catalogue", schema, IDAG).catalogue
    assert found is not None
    derived = Derived(catalogue=found, idag=IDAG)
    site = Site(derived=derived, words=words, settings=Settings(site_name="Prov", root=project))
    pages = [page for pair in MATRICES for page in coverage_pages(site, *pair)] + list(statistics_pages(site))
    documents = {page.file: Document(page.file, f"<!doctype html><main>{page.body}</main>") for page in pages}
    return read_records(project / "catalogue"), documents


@pytest.fixture(scope="module", params=["as it is", "some confirmed"])
def counted(request: pytest.FixtureRequest) -> Counted:
    if request.param == "as it is":
        return read_records(CATALOGUE), request.getfixturevalue("documents")
    answer: Counted = request.getfixturevalue("made")
    return answer
