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
