"""Every `run:` line of every workflow, run as the forge would, in a scratch repository with events made by hand.

Uses the network: the scratch repository installs what it needs. Of the suite that a proposal runs, a few files are run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from katalog.publish.write import inspect_folder
from tests.full.test_start import MADE
from tests.full.workflow import WORKFLOWS, Job, event, expanded, read, steps_of
from tests.support import PROJECT

_JOBS = [
    (path.stem, job)
    for path in sorted(WORKFLOWS.glob("*.yml"))
    for job in read(path.stem)["jobs"]
    if any("run" in step for step in steps_of(path.stem, job))
]
_FEW = "-k test_pins"  # of the suite, which everybody runs otherwise
_GH = '#!/bin/sh\n[ "$2" != list ] || exit 0\necho "$@" >> "$GH_SAID"\n'
_RECORD = "catalogue/farsta/kastanjegarden-hokarangen.yml"


def _git(folder: Path, *words: str) -> str:
    by = ("-c", "user.name=Prov", "-c", "user.email=prov@exempel.se")
    done = subprocess.run(["git", *by, *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with this project in one commit."""
    folder = tmp_path_factory.mktemp("forge") / "katalogen"
    shutil.copytree(PROJECT, folder, ignore=shutil.ignore_patterns(*MADE))
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "Katalogen")
    return folder


@pytest.fixture
def scratch(base: Path, tmp_path: Path) -> Job:
    """The repository with a proposal on top: one sentence of one record is another. `steps` are chosen by the test."""
    first = _git(base, "rev-list", "--max-parents=0", "HEAD")
    _git(base, "reset", "-q", "--hard", first)
    path = base / _RECORD
    path.write_text(path.read_text(encoding="utf-8").replace("bridge", "kort"), encoding="utf-8")
    _git(base, "commit", "-q", "-a", "-m", "Kort")
    (base / ".git/summary").write_text("", encoding="utf-8")
    shutil.rmtree(base / "site", ignore_errors=True)
    gh = tmp_path / "bin/gh"
    gh.parent.mkdir()
    gh.write_text(_GH, encoding="utf-8")
    gh.chmod(0o755)
    path_now = f"{gh.parent}:/usr/local/bin:/usr/bin:/bin"
    environment = {"PATH": path_now, "GH_SAID": str(tmp_path / "sagt"), "PYTEST_ADDOPTS": _FEW}
    return Job(steps=[], folder=base, context=event(first), environment=environment)


@pytest.mark.parametrize(("workflow", "name"), _JOBS)
def test_every_line_of_every_job_runs(workflow: str, name: str, scratch: Job, tmp_path: Path) -> None:
    job = replace(scratch, steps=steps_of(workflow, name))
    ran = [(line, done.returncode, done.stdout[-2000:] + done.stderr[-2000:]) for line, done in job.ran()]
    assert [(line, code) for line, code, _ in ran] == [(s["run"], 0) for s in job.steps if "run" in s], ran[-1][2]
    for folder in job.taken():
        assert inspect_folder(folder).is_whole
    if workflow == "aktualitet":
        told = (tmp_path / "sagt").read_text(encoding="utf-8")
        assert "issue create --title Att se över: farsta" in told
    if workflow == "forslag" and name == "kontrollera":
        assert "Kastanjegården" in job.summary


def test_a_faulty_proposal_is_stopped_and_still_told(scratch: Job) -> None:
    """The check fails, what is changed is told all the same, and nothing is built or taken up."""
    path = scratch.folder / _RECORD
    path.write_text(path.read_text(encoding="utf-8").replace("omrade: farsta", "omrade: fasta"), encoding="utf-8")
    job = replace(scratch, steps=steps_of("forslag", "kontrollera"))
    ran = {line.split()[0] + " " + line.split()[1]: done for line, done in job.ran()}
    assert list(ran) == ["make validate", ".venv/bin/katalog review"]
    assert all(done.returncode for done in ran.values())
    assert "farsta" in ran["make validate"].stdout
    assert f"{_RECORD}" in job.summary + ran["make validate"].stdout
    assert not (scratch.folder / "site").exists()


def test_half_a_site_is_never_published(scratch: Job) -> None:
    job = replace(scratch, steps=steps_of("publicera", "bygg"))
    ran = job.ran()
    assert next(ran)[1].returncode == 0
    (scratch.folder / "site/index.html").unlink()
    line, done = next(ran)
    assert "build --check" in line
    assert done.returncode == 1
    assert list(ran) == []


def test_an_event_that_lacks_what_a_line_asks_for_is_seen() -> None:
    with pytest.raises(KeyError):
        expanded("${{ github.event.issue.number }}", event("a"))


def _audited(path: Path) -> subprocess.CompletedProcess[str]:
    """zizmor as strict as it can be, without a network: rights, secrets, text of others in commands, pins."""
    command = [str(Path(sys.executable).parent / "zizmor"), "--offline", "--no-config", "--no-progress"]
    words = ["--persona", "auditor", str(path)]
    return subprocess.run([*command, *words], capture_output=True, text=True, check=False)


def test_an_auditor_finds_nothing_in_the_workflows() -> None:
    done = _audited(PROJECT / ".github")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr.count("completed") >= len(list(WORKFLOWS.glob("*.yml")))


def test_the_auditor_would_see_what_is_wrong(tmp_path: Path) -> None:
    text = (WORKFLOWS / "forslag.yml").read_text(encoding="utf-8")
    (tmp_path / "fel.yml").write_text(text.replace('"$BASE"', "${{ github.head_ref }}"), encoding="utf-8")
    done = _audited(tmp_path / "fel.yml")
    assert done.returncode != 0
    assert "template-injection" in done.stdout
