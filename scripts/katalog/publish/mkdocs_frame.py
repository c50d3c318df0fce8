"""MkDocs, which renders the frame when nothing else is asked for: the only module that imports it (decision 2).

Input: what is handed over. Output: the rendered folder. `frames` calls it.
"""

from __future__ import annotations

import logging
from pathlib import Path
from traceback import extract_tb

import mkdocs.commands.build
from jinja2 import Environment, TemplateError
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from katalog.pages.templates import bytecode_cache
from katalog.publish.generators import FrameError
from katalog.publish.handed import Handed
from katalog.publish.project_file import NAME

_log = logging.getLogger("katalog.frame")


class _Compiled(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # it has no settings
    """Keeps the theme's compiled templates between builds."""

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        env.bytecode_cache = bytecode_cache(Path(config.config_file_path).parent)
        return env


class _Said(logging.Handler):
    """What MkDocs warns of, which it tells nobody who does not ask."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def render(handed: Handed, sources: Path, folder: Path) -> None:
    """Raises FrameError with MkDocs' own words for a fault in a page, a template or the settings."""
    said, theirs = _Said(), logging.getLogger("mkdocs")
    theirs.addHandler(said)
    try:
        mkdocs.commands.build.build(_config(handed, sources, folder))
    except Abort:  # for its warnings, which say more
        raise FrameError("\n".join(["MkDocs:", *said.lines])) from None
    except (MkDocsException, TemplateError) as error:
        raise FrameError(f"MkDocs: {error}{_place_of(error)}") from None
    finally:
        theirs.removeHandler(said)
    for line in said.lines:
        _log.warning("MkDocs: %s", line)


def _config(handed: Handed, sources: Path, folder: Path) -> MkDocsConfig:
    config = load_config(
        str(handed.project.root / NAME), docs_dir=str(sources.resolve()), site_dir=str(folder.resolve()),
        site_url=handed.settings.site_url, strict=not handed.is_serving, exclude_docs=None,
    )  # fmt: skip
    config.extra["katalog"] = dict(handed.values)
    config.plugins["katalog"] = _Compiled()
    return config


def _place_of(error: Exception) -> str:
    """Where in which template the fault is: the innermost place that Jinja has put into the trace."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f" ({frames[-1].filename}:{frames[-1].lineno})" if frames else ""
