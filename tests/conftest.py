"""For all tests: no network but this machine, the schema read once, and Hypothesis the same on every run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright
from pytest_socket import socket_allow_hosts

from katalog.schema import Schema, load_schema
from katalog.shape import Shape
from tests.chromium import arguments, find_or_install
from tests.support import SCHEMA_FOLDER, SITE_URL, lay_project, run_katalog

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


@pytest.fixture(autouse=True)
def _no_network() -> None:
    """A test that reaches for the network fails; browser tests may talk to this machine. The plugin undoes it."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def schema() -> Schema:
    return load_schema(SCHEMA_FOLDER)


@pytest.fixture(scope="session")
def shape(schema: Schema) -> Shape:
    return Shape(schema)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of all tests: Playwright can be started only once in a process."""
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=find_or_install(), args=arguments())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once as `katalog build` does, in a project of its own."""
    project = lay_project(tmp_path_factory.mktemp("projekt"))
    done = run_katalog(project, "build", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"
