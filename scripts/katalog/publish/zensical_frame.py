"""Zensical, which renders the frame when it is asked for (decision 22): the only module that knows it.

Input: what is handed over. Output: the rendered folder. `frames` calls it. Zensical runs as a program of its own: it
prints, and it keeps one configuration for a whole process. It knows no hooks and wants all it reads and writes in one
folder, so it gets a project of its own with the templates and settings that MkDocs gets.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from katalog.publish.generators import FrameError
from katalog.publish.handed import Handed

_SAME = ("site_name", "site_description", "use_directory_urls", "extra_css", "validation")
_THEME = "tema"
# Its stylesheet is the one that Material has; the other, `modern`, is made for another frame.
_VARIANT = {"variant": "classic"}
# It colours code by itself; our policy has no colours for it, and plain code is what the other generator makes.
_PLAIN_CODE = {"pymdownx.highlight": {"use_pygments": False, "css_class": ""}}
# It writes every relative address with `./` before it, also before `../`, and escapes in other letters than Jinja.
_ADDRESS = re.compile(r'(=")\./(?=[^"])')
_ESCAPED = (("&#x2f;", "/"), ("&#x27;", "&#39;"))
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LAST = "RuntimeError: "  # what its last words begin with, after a trace of its own code

_log = logging.getLogger("katalog.frame")


def render(handed: Handed, sources: Path, folder: Path) -> None:
    """Raises FrameError with Zensical's own words for a fault in a page, a template or the settings."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".zensical-") as name:
        project = Path(name).resolve()
        shutil.copytree(sources, project / "docs")
        theme = handed.project.config.get("theme") or {}
        shutil.copytree(handed.project.root / theme["custom_dir"], project / _THEME)
        (project / "mkdocs.yml").write_text(json.dumps(_config(handed, theme), ensure_ascii=False), encoding="utf-8")
        _run(project, is_strict=not handed.is_serving)
        _move(project / "site", folder)
    for page in folder.rglob("*.html"):
        page.write_text(_in_our_letters(page.read_text(encoding="utf-8")), encoding="utf-8")


def _config(handed: Handed, theme: Mapping[str, Any]) -> dict[str, Any]:
    """JSON, which is YAML too."""
    config = handed.project.config
    return {
        **{key: config[key] for key in _SAME if key in config},
        "site_url": handed.settings.site_url,
        "theme": {**theme, "custom_dir": _THEME, **_VARIANT},
        "extra": {"katalog": handed.values},
        "markdown_extensions": [*config.get("markdown_extensions", ()), _PLAIN_CODE],
        "plugins": [],
    }


def _run(project: Path, *, is_strict: bool) -> None:
    """What it warns of, when it is not strict, goes to the log."""
    command = [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml"]
    command += ["--strict"] if is_strict else []
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603  # our own words
    said, _, trace = _COLOUR.sub("", done.stderr).partition("Traceback")
    if done.returncode != 0 or not (project / "site").is_dir():
        raise FrameError("\n".join(["Zensical:", *said.splitlines(), trace.rpartition(_LAST)[2].strip()]))
    if said.strip():
        _log.warning("Zensical: %s", said.strip())


def _in_our_letters(html: str) -> str:
    for theirs, ours in _ESCAPED:
        html = html.replace(theirs, ours)
    return _ADDRESS.sub(r"\1", html)


def _move(made: Path, folder: Path) -> None:
    """What is in `folder` gives way; the folder itself stays, since a build holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for new in made.iterdir():
        new.rename(folder / new.name)
