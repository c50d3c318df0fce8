"""MkDocs, which renders the frame when nothing else is asked for: the only module that imports it (decision 2).

Input: what is handed over. Output: the rendered folder. `frames` calls it.
"""

from __future__ import annotations

from pathlib import Path

import mkdocs.commands.build
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from katalog.pages.site import bytecode_cache
from katalog.publish.generators import FrameError
from katalog.publish.handed import Handed
from katalog.publish.project_file import NAME


class _Compiled(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # it has no settings
    """Keeps the theme's compiled templates between builds."""

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        env.bytecode_cache = bytecode_cache(Path(config.config_file_path).parent)
        return env


def render(handed: Handed, sources: Path, folder: Path) -> None:
    """Raises FrameError with MkDocs' own words for a fault in a page, a template or the settings."""
    address, strict = handed.settings.site_url, not handed.is_serving
    try:
        config = load_config(
            str(handed.project.root / NAME), docs_dir=str(sources.resolve()), site_dir=str(folder.resolve()),
            site_url=address, strict=strict, exclude_docs=None,
        )  # fmt: skip
        config.extra["katalog"] = dict(handed.values)
        config.plugins["katalog"] = _Compiled()
        mkdocs.commands.build.build(config)
    except (MkDocsException, Abort) as error:
        raise FrameError(f"MkDocs: {error}") from error
