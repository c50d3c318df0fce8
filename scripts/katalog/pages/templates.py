"""The Jinja environment for page bodies: escapes everything, refuses unknown names, knows icons and addresses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from katalog.derive.derived import swedish_date
from katalog.pages.facts import facts_html, link_html
from katalog.pages.icons import icon
from katalog.pages.markup import description_html
from katalog.pages.page import Settings
from katalog.pages.search_page import render_search_form
from katalog.wording.view import View

# Compiled templates are kept between builds: compiling takes longer than rendering a small catalogue.
CACHE = Path(".cache/jinja")
FOLDER = Path(__file__).resolve().parents[2] / "theme" / "katalog"


@dataclass(frozen=True, kw_only=True)
class Templates:
    """Renders a body for a page at an address; every template gets the view and the settings."""

    view: View
    settings: Settings

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=bytecode_cache(),
            auto_reload=False,  # an environment lives for one build
        )
        environment.globals.update(
            icon=icon, view=self.view, words=self.view.words, settings=self.settings, description_html=description_html
        )
        environment.globals.update(sokruta=_search_form, fakta=facts_html, lank=link_html)
        environment.filters["datum"] = swedish_date
        return environment

    def render(self, name: str, address: str, **values: Any) -> str:
        """The body of the page at `address` (as in `Page`); `root` leads from it to the site's root."""
        root = "../" * address.count("/") or "./"
        return self._environment.get_template(name).render(root=root, **values)


def _search_form(root: str, field_id: str, label: str) -> Markup:
    return Markup(render_search_form(root, field_id=field_id, label=label))  # noqa: S704  # escaped there


def bytecode_cache() -> FileSystemBytecodeCache:
    """The cache below the project's folder, made when missing. The site adapter uses it for the theme too."""
    CACHE.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(CACHE))
