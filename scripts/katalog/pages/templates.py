"""The templates of the site, as Jinja knows them, without what Jinja does for templates that others write.

Input: the project's folder. Output: an environment; whoever makes pages tells it what all templates know.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.runtime import Context

from katalog.pages.escaping import escape

# Below the project's folder. Compiled templates are kept between builds: compiling takes longer than rendering a small
# catalogue.
_CACHE = ".cache/jinja"
FOLDER = Path(__file__).resolve().parents[2] / "theme" / "katalog"


class _Context(Context):
    """What a template calls is called: no function of ours asks for the context, and macros know by themselves that
    they escape."""

    def call(
        self, obj: Callable[..., Any], *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        return obj(*args, **named)


class _Template(Template):
    """What it puts out is escaped by `escaping`."""

    @classmethod
    def from_code(
        cls, environment: Environment, code: CodeType, known: MutableMapping[str, Any], uptodate: Any = None
    ) -> Template:
        made = super().from_code(environment, code, known, uptodate)
        made.root_render_func.__globals__["escape"] = escape
        return made


class Templates(Environment):
    """What all templates know is one plain mapping: in Jinja's own chain of two, each import of macros looks up every
    name by itself."""

    context_class = _Context
    template_class = _Template

    def __init__(self, root: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=bytecode_cache(root),
            auto_reload=False,  # an environment lives for one build
        )
        self._loaded: dict[str, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}

    def _load_template(self, name: str, known: MutableMapping[str, Any] | None) -> Template:
        """Found by its name alone."""
        if name not in self._loaded:
            self._loaded[name] = super()._load_template(name, known)
        return self._loaded[name]


def bytecode_cache(root: Path) -> FileSystemBytecodeCache:
    """The cache below the project's folder, made when missing. The site adapter uses it for the theme too."""
    folder = root / _CACHE
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
