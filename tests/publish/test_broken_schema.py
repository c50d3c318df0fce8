"""While serving, a schema with a fault gives way to the last that had none, and the fault is told with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from katalog.publish.memory import Memory, check_for_site
from katalog.record.schema_files import BrokenSchemaError
from tests.project import Project
from tests.support import IDAG

BREAK = {
    "fil": ('"type": "object",', '"type" "object",', "mall-fil"),
    "falt": ('"slag": "spann"', '"slag": "varde"', "mall-falt"),
    "anteckning": ('"x-grupp": "hur"', '"x-grupp": "huur"', "anteckning"),
}


@pytest.mark.parametrize("name", BREAK)
def test_the_last_right_schema_goes_on(name: str, project: Project) -> None:
    memory = Memory()
    right, none = memory.best_schema(project.folder)
    assert none == ()
    old, new, code = BREAK[name]
    path = Path("schema/verksamhet.schema.json")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    kept, problems = memory.best_schema(project.folder)
    assert kept is right
    checked = check_for_site(project.folder, kept, IDAG, problems)
    told = {(problem.path, problem.code) for problem in checked.problems}
    assert (path.as_posix(), code) in told
    assert {file for file, _ in told} == {path.as_posix()}
    assert len(checked.clean) == 4, "the records are still judged and shown"


def test_without_one_that_was_right_there_is_nothing_to_serve(project: Project) -> None:
    Path("schema/vokabular/dag.json").write_text("{", encoding="utf-8")
    with pytest.raises(BrokenSchemaError) as raised:
        Memory().best_schema(project.folder)
    assert "går inte att läsa som JSON" in raised.value.problems[0].message
