"""What the forge reads: workflows, owners and templates. Only their form can be tried here, not the forge itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.support import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))


def _accepted(builtin: str, *files: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "check-jsonschema"), "--builtin-schema", builtin, *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_workflows_follow_the_forge_schema() -> None:
    assert len(WORKFLOWS) >= 3
    result = _accepted("vendor.github-workflows", *WORKFLOWS)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)", path.read_text(encoding="utf-8"))
    assert used
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", name) for name in used), used


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_least_and_stated(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"]["contents"] == "read"
    assert "pull_request_target" not in path.read_text(encoding="utf-8")


def test_a_proposal_gets_no_secret() -> None:
    text = (GITHUB / "workflows" / "forslag.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "write" not in text


def test_only_the_job_that_writes_may_write() -> None:
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {"contents": "read"}, path.name
    (reminding,) = yaml.safe_load((GITHUB / "workflows/aktualitet.yml").read_text(encoding="utf-8"))["jobs"].values()
    assert reminding["permissions"] == {"contents": "read", "issues": "write"}


_GH = """\
#!/bin/sh
echo "$@" >> said
[ "$2" != list ] || { [ "$FORGE" = open ] && echo 7; exit 0; }
for word in "$@"; do case "$word" in /*) cp "$word" body ;; esac; done
"""
_KATALOG = """\
#!/bin/sh
[ "$3" != hjulsta ] || exit 2
case "$*" in *--grans*) exit $DUE ;; *markdown*) echo "- [ ] Snickeriet" ;; esac
"""


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    """A folder with a `gh` that writes down what it is told, and a `katalog` that knows how much is due."""
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for name, text in (("gh", _GH), (".venv/bin/katalog", _KATALOG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    return tmp_path


def _shell(forge: Path, *command: str, state: str, due: int) -> tuple[int, str]:
    environment = {"PATH": f"{forge}:/usr/bin:/bin", "FORGE": state, "DUE": str(due)}
    (forge / "said").unlink(missing_ok=True)
    done = subprocess.run(command, cwd=forge, env=environment, capture_output=True, text=True, check=False)
    said = (forge / "said").read_text(encoding="utf-8") if (forge / "said").exists() else ""
    return done.returncode, re.sub(r"/\S+", "LISTA", "\n".join(said.splitlines()[1:])) + done.stdout.strip()


@pytest.mark.parametrize(
    ("state", "due", "said"),
    [
        ("none", 1, "issue create --title Att se över: farsta --body-file LISTA"),
        ("open", 1, "issue edit 7 --body-file LISTA"),
        ("open", 0, "issue close 7 --comment Allt i området är genomgånget."),
        ("none", 0, ""),
    ],
)
def test_an_area_has_one_issue_while_something_is_due(state: str, due: int, said: str, forge: Path) -> None:
    command = ("bash", str(GITHUB / "paminn.sh"), "farsta")
    assert _shell(forge, *command, state=state, due=due) == (0, said)
    if due:
        assert (forge / "body").read_text(encoding="utf-8") == "- [ ] Snickeriet\n"


def test_a_fault_in_one_area_stops_no_other_and_is_told(forge: Path) -> None:
    (forge / ".github").symlink_to(GITHUB)
    for area in ("bromma", "hjulsta", "vantor"):
        (forge / "catalogue" / area).mkdir(parents=True)
    steps = yaml.safe_load((GITHUB / "workflows/aktualitet.yml").read_text(encoding="utf-8"))["jobs"]["paminn"]["steps"]
    code, said = _shell(forge, "bash", "-e", "-c", steps[-1]["run"], state="none", due=1)
    assert code == 1
    assert said.count("issue create") == 2
    assert "issue create --title Att se över: vantor" in said
    assert said.endswith("::error::Det gick inte för: hjulsta")


def test_every_area_has_an_owner() -> None:
    areas = json.loads((PROJECT / "schema" / "vokabular" / "omrade.json").read_text(encoding="utf-8"))["oneOf"]
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    owned = [line.split()[0] for line in lines if line.startswith("/catalogue/")]
    assert owned == [f"/catalogue/{area['const']}/" for area in areas]


def test_templates_ask_for_no_person() -> None:
    proposal = (GITHUB / "pull_request_template.md").read_text(encoding="utf-8")
    assert len(proposal.strip().splitlines()) == 5
    form = (GITHUB / "ISSUE_TEMPLATE" / "fel-uppgift.yml").read_text(encoding="utf-8")
    assert "inga uppgifter om personer" in form
    labels = [part["attributes"].get("label", "") for part in yaml.safe_load(form)["body"]]
    assert not any(re.search(r"namn|telefon|e-post|kontakt", label.lower()) for label in labels)
