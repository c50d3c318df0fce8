"""For all tests: no network but this machine, the schema read once, and Hypothesis the same on every run."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_socket import socket_allow_hosts

from katalog.cli import main
from katalog.derive.vocabulary import Vocabularies, read_vocabularies
from katalog.publish.frame import Frame
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from katalog.record.schema import Schema
from katalog.record.shape import Shape
from tests.built.document import Document, keep_parsed, read_parsed
from tests.chromium import arguments, find_or_install
from tests.project import FIRST, RECORDS, Project, Ran
from tests.server import serving
from tests.shared import made_once
from tests.support import (
    GOOD,
    IDAG,
    PROJECT,
    SCHEMA,
    SCHEMA_FOLDER,
    SITE_URL,
    frame_of,
    lay_project,
    lend_from,
    run_katalog,
)

# The library jsonschema would make a parser of every kind of IRI in each process, which takes seconds: ours are URIs.
sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # to Python: it is not installed

# `derandomize`: a failure seen once is seen by everybody. `deadline=None`: never a timed test.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=150,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("search", parent=settings.get_profile("ci"), derandomize=False, max_examples=5000)
settings.load_profile("ci")
_FULL = Path(__file__).parent / "full"
_PATIENCE_MS = 30_000  # as long as Playwright waits for a page: what is expected on it may come as late


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What takes long is collected only when it is asked for by its path: `make test-full`."""
    asked = (Path(word.split("::")[0]).resolve() for word in config.args)
    return True if collection_path == _FULL and not any(path.is_relative_to(_FULL) for path in asked) else None


def pytest_xdist_auto_num_workers() -> int:
    """Two for each core: a test of pages waits for its browser at times, and a long file holds up nobody."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def _no_network() -> None:
    """A test that reaches for the network fails; browser tests may talk to this machine. The plugin undoes it."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def _frames(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The frame of small projects is made once a run, with an address and without, and not for each of them."""

    def lender(site_url: str) -> Path:
        name = "ram-med-adress" if site_url else "ram"
        return made_once(tmp_path_factory, name, lambda folder: _lay_frame(folder, site_url))

    lend_from(lender)


def _lay_frame(folder: Path, site_url: str) -> None:
    lay_project(folder, {"farsta/snickeriet.yml": GOOD})
    (folder / ".cache").mkdir()  # a project of its own: nobody lends it a frame
    done = run_katalog(folder, "build", SITE_URL=site_url) if site_url else run_katalog(folder, "build")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def schema() -> Schema:
    return SCHEMA


@pytest.fixture(scope="session")
def shape(schema: Schema) -> Shape:
    return Shape(schema)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of all tests: Playwright can be started only once in a process."""
    expect.set_options(timeout=_PATIENCE_MS)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=find_or_install(), args=arguments())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once a run as `katalog build` does, in a project of its own. For reading only."""
    return made_once(tmp_path_factory, "projekt", _build) / "site"


def _build(folder: Path) -> None:
    done = run_katalog(lay_project(folder), "build", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """The real site, served at a root."""
    with serving(built) as root:
        yield root


@pytest.fixture(scope="session")
def scripts() -> Iterator[str]:
    """The site's scripts as they stand, served at a root: what only drives their modules waits for no build."""
    with serving(PROJECT / "docs") as root:
        yield root


@pytest.fixture(scope="session")
def documents(built: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    name = "sidor.pickle"
    return read_parsed(made_once(tmp_path_factory, "sidor", lambda folder: keep_parsed(built, folder / name)) / name)


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
        return replace(frame_of(project), folder=project / "ram")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own as the current one: rendering keeps compiled templates there."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Project:
    shutil.copytree(SCHEMA_FOLDER, tmp_path / "schema")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    for name in ("GITHUB_ACTIONS", "SITE_URL", "KATALOG_BREVLADA", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str) -> Ran:
        try:
            code = main(words)
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Ran(code=code, out=said.out, err=said.err)

    made = Project(folder=tmp_path, run=run)
    for name, body in RECORDS.items():
        made.write(name, FIRST + body)
    return made
