"""What git tells of records: days and events, by what a record is called today; and that it counts among the inputs."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from katalog.publish.history import history_state, read_history
from katalog.publish.inputs import read_inputs
from katalog.record.check import check_catalogue
from katalog.record.model import Catalogue
from tests.support import GOOD, IDAG, SCHEMA, SITE_URL, lay_project, plain_environment, run_katalog

_OPEN = "catalogue/farsta/snickeriet.yml"


def _git(folder: Path, *words: str, day: str = "2026-01-01") -> None:
    who = {f"GIT_{role}_{part}": "t@exempel.se" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"}
    environment = plain_environment(**who, **when, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1")
    subprocess.run(["git", *words], cwd=folder, env=environment, check=True, capture_output=True)


def _commit(folder: Path, day: str) -> None:
    _git(folder, "add", "catalogue")
    _git(folder, "commit", "-m", "x", day=day)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose history began on 2026-01-01."""
    project = lay_project(tmp_path / "p", {"farsta/snickeriet.yml": GOOD, "farsta/borta.yml": GOOD})
    _git(project, "init", "-q", "-b", "main")
    _commit(project, "2026-01-01")
    return project


def _write(project: Path, name: str, text: str) -> None:
    (project / "catalogue" / name).parent.mkdir(parents=True, exist_ok=True)
    (project / "catalogue" / name).write_text(text, encoding="utf-8")


def _catalogue(project: Path) -> Catalogue:
    found = check_catalogue(project / "catalogue", SCHEMA, IDAG, root=project).catalogue
    assert found is not None
    return found


def _events(project: Path, record_id: str) -> list[tuple[str, str, str | None]]:
    happened = read_history(project, _catalogue(project), IDAG).happened
    return [(one.day, one.event, one.former) for one in happened if one.id == record_id]


def test_days_of_what_came_changed_closed_and_opened(project: Path) -> None:
    (project / "catalogue/farsta/borta.yml").unlink()
    text = GOOD.replace("möbler", "stolar")
    for day, told in (
        ("2026-02-01", text),
        ("2026-03-01", text.replace("status: okand", "status: avslutad  # sa de")),
        ("2026-04-01", text),
    ):
        _write(project, "farsta/snickeriet.yml", told)
        _commit(project, day)
    assert _events(project, "snickeriet") == [
        ("2026-04-01", "oppnad", None),
        ("2026-03-01", "stangd", None),
        ("2026-02-01", "andrad", None),
        ("2026-01-01", "ny", None),
    ]
    assert {one.id for one in read_history(project, _catalogue(project), IDAG).happened} == {"snickeriet"}


def test_a_record_that_moved_keeps_its_history(project: Path) -> None:
    """It is the same where the catalogue says so; a file that only looks like one that is gone is new."""
    (project / _OPEN).rename(project / "catalogue/farsta/verkstaden.yml")
    (project / "catalogue/farsta/borta.yml").rename(project / "catalogue/farsta/annan.yml")
    _commit(project, "2026-05-01")
    (project / "catalogue/farsta/verkstaden.yml").unlink()
    _write(project, "bromma/verkstaden.yml", GOOD.replace("farsta", "bromma").replace("okand", "avslutad"))
    _commit(project, "2026-06-01")
    catalogue = replace(_catalogue(project), moved={"snickeriet": "verkstaden"})
    happened = read_history(project, catalogue, IDAG).happened
    assert [(one.day, one.id, one.event, one.former) for one in happened] == [
        ("2026-06-01", "verkstaden", "stangd", None),
        ("2026-05-01", "annan", "ny", None),
        ("2026-05-01", "verkstaden", "flyttad", "snickeriet"),
        ("2026-01-01", "verkstaden", "ny", None),
    ]


def test_lines_of_a_record_are_never_taken_for_gits_own(project: Path) -> None:
    catalogue = _catalogue(project)
    head = "diff --git a/catalogue/x/annan.yml b/catalogue/x/annan.yml"
    _write(project, "farsta/snickeriet.yml", f"{GOOD}# a\u2028{head}\u2028new file mode 1\n")
    _git(project, "add", "catalogue")
    _git(project, "commit", "-m", head, day="2026-02-01")
    happened = read_history(project, catalogue, IDAG).happened
    assert [(one.day, one.id, one.event) for one in happened] == [
        ("2026-02-01", "snickeriet", "andrad"),
        ("2026-01-01", "borta", "ny"),
        ("2026-01-01", "snickeriet", "ny"),
    ]


def test_a_day_to_come_is_not_told(project: Path) -> None:
    _write(project, "farsta/snickeriet.yml", GOOD.replace("möbler", "stolar"))
    _commit(project, "2026-12-24")
    assert [day for day, *_ in _events(project, "snickeriet")] == ["2026-01-01"]


def test_no_git_and_half_a_history_are_told_apart(project: Path, tmp_path: Path) -> None:
    alone = lay_project(tmp_path / "alone", {"farsta/snickeriet.yml": GOOD})
    assert read_history(alone, _catalogue(alone), IDAG).extent == "saknas"
    assert history_state(alone) == ""
    _write(project, "farsta/snickeriet.yml", GOOD.replace("möbler", "stolar"))
    _commit(project, "2026-02-01")
    _git(tmp_path, "clone", "-q", "--depth", "1", f"file://{project}", "shallow")
    shallow = read_history(tmp_path / "shallow", _catalogue(project), IDAG)
    assert (shallow.extent, shallow.happened) == ("grund", ())


def test_a_new_commit_is_another_input_and_a_new_file_of_changes(project: Path) -> None:
    """Nothing but the history differs: the file was there before it was committed."""
    _write(project, "farsta/snickeriet.yml", GOOD.replace("möbler", "stolar"))
    before = read_inputs(project, IDAG, "mkdocs")
    assert run_katalog(project, "build", SITE_URL=SITE_URL).returncode == 0
    assert _told(project) == ["2026-01-01"]
    _commit(project, "2026-02-01")
    after = read_inputs(project, IDAG, "mkdocs")
    assert before
    assert after
    assert before.digest != after.digest
    assert run_katalog(project, "build", SITE_URL=SITE_URL).returncode == 0
    assert _told(project) == ["2026-02-01", "2026-01-01"]


def _told(project: Path) -> list[str]:
    told = json.loads((project / "site/api/v1/andringar.json").read_bytes())
    assert told["historik"] == "hel"
    return [one["dag"] for one in told["handelser"] if one["id"] == "snickeriet"]
