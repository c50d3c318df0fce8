"""A workflow of `.github/workflows/`, step by step on this machine: each `run:` as the forge's runner starts it, in a
scratch repository, with an event made by hand. An action (`uses:`) is left out, but the files that it takes must
be there.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.support import PROJECT

WORKFLOWS = PROJECT / ".github/workflows"
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.]+)\s*\}\}")
_PATIENCE_S = 1800


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job at work: the repository that it has fetched, and what expressions mean (`github`, `vars`)."""

    steps: list[dict[str, Any]]
    folder: Path
    context: Mapping[str, Any]
    environment: Mapping[str, str] = field(default_factory=dict)

    def ran(self) -> Iterator[tuple[str, subprocess.CompletedProcess[str]]]:
        """Each command and how it ended. As the runner does it: `bash -eo pipefail`, and nothing after a fault unless
        the step says `always()`."""
        is_sound = True
        for step in self.steps:
            if "run" in step and (is_sound or step.get("if") == "always()"):
                done = self._run(step)
                is_sound = is_sound and done.returncode == 0
                yield step["run"], done

    def taken(self) -> list[Path]:
        """The folders that actions take up from the runner."""
        return [self.folder / step["with"]["path"] for step in self.steps if "path" in step.get("with", {})]

    @property
    def summary(self) -> str:
        return (self.folder / ".git/summary").read_text(encoding="utf-8")

    def _run(self, step: Mapping[str, Any]) -> subprocess.CompletedProcess[str]:
        given = {name: expanded(text, self.context) for name, text in step.get("env", {}).items()}
        runner = {"GITHUB_STEP_SUMMARY": str(self.folder / ".git/summary"), "CI": "true", "GITHUB_ACTIONS": "true"}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", expanded(step["run"], self.context)]
        return subprocess.run(
            command, cwd=self.folder, env={**_bare(), **runner, **given, **self.environment},
            capture_output=True, text=True, timeout=_PATIENCE_S, check=False,
        )  # fmt: skip


def steps_of(name: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(name)["jobs"][job]["steps"]
    return found


def read(name: str) -> dict[str, Any]:
    """A workflow; its key `on` is read as a truth by YAML 1.1 and not needed here."""
    found: dict[str, Any] = yaml.safe_load((WORKFLOWS / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def expanded(text: str, context: Mapping[str, Any]) -> str:
    """With every `${{ a.b.c }}` looked up. Raises for what the event does not hold: the forge would put nothing."""
    return _EXPRESSION.sub(lambda found: str(_looked_up(found[1], context)), text)


def _looked_up(path: str, context: Mapping[str, Any]) -> Any:
    value: Any = context
    for name in path.split("."):
        value = value[name]
    return value


def event(base: str) -> dict[str, Any]:
    """What the forge says about a proposal against `base`, as far as our workflows ask."""
    told = {"event": {"pull_request": {"base": {"sha": base}}}, "ref": "refs/pull/1/merge", "token": "inget",
            "server_url": "https://forge.exempel.se", "repository": "staden/katalogen"}  # fmt: skip
    made: dict[str, Any] = json.loads(json.dumps(told))
    return {"github": made, "vars": {"SITE_URL": "https://exempel.se/", "KATALOG_BREVLADA": "redaktion@exempel.se"}}


def _bare() -> dict[str, str]:
    """What a runner has and a developer's shell does not add to."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
