"""The built site as documents, and the frame of the theme for pages made in memory."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from katalog import site_hook
from katalog.build import Frame
from katalog.check import check_catalogue
from katalog.memory import MEMORY
from katalog.model import Catalogue
from katalog.schema import Schema
from katalog.vocabulary import Vocabularies, read_vocabularies
from tests.pages.document import Document, read_site
from tests.support import GOOD, IDAG, SITE_URL, lay_project


@pytest.fixture(scope="session")
def documents(built: Path) -> dict[str, Document]:
    return read_site(built)


@pytest.fixture(scope="session")
def catalogue(built: Path, schema: Schema) -> Catalogue:
    """The records that the built site was made of."""
    found = check_catalogue(built.parent / "catalogue", schema, IDAG).catalogue
    assert found is not None
    return found


@pytest.fixture(scope="session")
def words(schema: Schema) -> Vocabularies:
    return read_vocabularies(schema)


@pytest.fixture(scope="session")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """What the site generator makes of the theme and the hand-written pages, in a project of its own."""
    project = lay_project(tmp_path_factory.mktemp("ram"), {"farsta/snickeriet.yml": GOOD})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        patch.setenv("SITE_URL", SITE_URL)
        for name in ("frame_only", "idag"):
            patch.setattr(MEMORY, name, getattr(MEMORY, name))  # put back afterwards
        return replace(site_hook.build_frame(Path("ram"), IDAG), folder=project / "ram")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own as the current one: rendering keeps compiled templates there."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
