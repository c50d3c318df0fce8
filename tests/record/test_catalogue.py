"""The real catalogue: what the design promises about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalog.record.check import Checked, check_catalogue
from katalog.record.schema import Schema, constants
from tests.support import CATALOGUE, IDAG

# Two offering lists were mapped, of 135 and 121; the catalogue grows, and what has had an id keeps it.
FEWEST = 256


@pytest.fixture(scope="module")
def checked(schema: Schema) -> Checked:
    return check_catalogue(CATALOGUE, schema, IDAG)


def test_no_error(checked: Checked) -> None:
    assert [problem for problem in checked.problems if problem.is_error] == []
    assert checked.files >= FEWEST
    assert len(checked.clean) == checked.files


def test_nothing_is_called_open_that_nobody_has_confirmed(checked: Checked) -> None:
    for record in checked.clean:
        assert (record.status == "aktiv") <= (record.senast_bekraftad is not None), record.fil
    assert not [record.fil for record in checked.clean if record.status == "aktiv"]


def test_activities_in_other_counties_are_shown_as_models(checked: Checked, schema: Schema) -> None:
    """Nobody who lives in Stockholm can choose them; in the county's other municipalities some can be."""
    options = constants(schema.fields["kommun"]["items"]) or []
    far = {option["const"] for option in options if option.get("x-lan") != "Stockholms län"}
    models = {record.id for record in checked.clean if record.forebild}
    assert far
    assert {record.id for record in checked.clean if far & set(record.kommun)} <= models
    assert {record.omrade for record in checked.clean if record.forebild} == {"annan-kommun"}


def test_paths_ids_and_order(checked: Checked) -> None:
    ids = [record.id for record in checked.clean]
    assert ids == sorted(set(ids))
    for record in checked.clean:
        assert Path(record.fil) == CATALOGUE / record.omrade / f"{record.id}.yml"


def test_every_record_names_a_source(checked: Checked) -> None:
    for record in checked.clean:
        assert record.kallor, record.fil


def test_every_file_is_utf8_with_plain_line_ends_and_names_its_schema() -> None:
    for path in CATALOGUE.rglob("*.yml"):
        raw = path.read_bytes()
        assert b"\r" not in raw, path
        assert raw.endswith(b"\n"), path
        assert raw.startswith(b"# yaml-language-server: $schema=../../schema/verksamhet.schema.json\n"), path
