"""What a change breaks in other files is found before anything is written, and what was broken before is let be."""

from __future__ import annotations

from pathlib import Path

from katalog.edit.files import check_changes
from katalog.record.schema import Schema
from tests.project import Project
from tests.support import IDAG

CATALOGUE = Path("catalogue")


def told(schema: Schema, changes: dict[Path, bytes | None]) -> list[tuple[str, str]]:
    return [(Path(p.path).stem, p.code) for p in check_changes(CATALOGUE, schema, IDAG, changes)]


def test_a_record_that_goes_away_is_missed_by_those_who_name_it(project: Project, schema: Schema) -> None:
    assert told(schema, {CATALOGUE / "farsta/kafeet.yml": None}) == [
        ("traffen", "referens-okand"),
        ("snickeriet", "referens-okand"),
    ]


def test_what_was_broken_before_is_no_part_of_the_change(project: Project, schema: Schema) -> None:
    odlingen = project.text("bromma/odlingen")
    project.write("bromma/odlingen", odlingen.replace("del_av: snickeriet", "del_av: snickerierna"))
    assert told(schema, {CATALOGUE / "bromma/traffen.yml": project.path("bromma/traffen").read_bytes()}) == []
    assert told(schema, {CATALOGUE / "bromma/odlingen.yml": project.path("bromma/odlingen").read_bytes()}) == [
        ("odlingen", "referens-okand")
    ]


def test_redirects_are_judged_as_they_will_be(project: Project, schema: Schema) -> None:
    redirects = CATALOGUE / "omdirigeringar.json"
    assert told(schema, {redirects: b'{"gammal": "kafeet"}'}) == []
    assert told(schema, {redirects: b'{"gammal": "finns-inte"}'}) == [("omdirigeringar", "omdirigering")]
