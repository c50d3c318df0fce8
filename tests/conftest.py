"""For all tests: no network but this machine, the schema read once, and Hypothesis the same on every run."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import socket_allow_hosts

from katalog.schema import Schema, load_schema
from katalog.shape import Shape
from tests.support import SCHEMA_FOLDER

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
