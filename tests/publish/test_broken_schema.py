"""While serving, a schema with a fault gives way to the last that had none, and the fault is told with the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from katalog.publish import site_hook
from katalog.publish.memory import Memory
from tests.project import Project
from tests.support import IDAG

BREAK = {
    "fil": ('"type": "object",', '"type" "object",', "mall-fil"),
    "falt": ('"slag": "spann"', '"slag": "varde"', "mall-falt"),
    "anteckning": ('"x-grupp": "hur"', '"x-grupp": "huur"', "anteckning"),
}


@pytest.mark.parametrize("name", BREAK)
def test_the_last_right_schema_goes_on(name: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_hook, "MEMORY", Memory(is_serving=True))
    right, none = site_hook.best_schema(project.folder)
    assert none == ()
    old, new, code = BREAK[name]
    path = Path("schema/verksamhet.schema.json")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    kept, problems = site_hook.best_schema(project.folder)
    assert kept is right
    checked = site_hook.check_for_site(project.folder, kept, IDAG, problems)
    told = {(problem.path, problem.code) for problem in checked.problems}
    assert (path.as_posix(), code) in told
    assert {file for file, _ in told} == {path.as_posix()}
    assert len(checked.clean) == 4, "the records are still judged and shown"


def test_without_one_that_was_right_there_is_nothing_to_serve(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_hook, "MEMORY", Memory(is_serving=True))
    Path("schema/vokabular/dag.json").write_text("{", encoding="utf-8")
    with pytest.raises(PluginError, match="går inte att läsa som JSON"):
        site_hook.best_schema(project.folder)
