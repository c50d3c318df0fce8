"""Icons from the theme's own set, as inline SVG. Read at build from the installed package: nothing is copied here."""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

# The packages that bring the set, drawing by drawing the same; one of them is installed with whatever makes the frame.
_SETS = ("material", "zensical")


@cache
def _folder() -> Path:
    for spec in filter(None, map(importlib.util.find_spec, _SETS)):
        return Path((spec.submodule_search_locations or [])[0]) / "templates" / ".icons"
    raise FileNotFoundError("no package with the theme's icons is installed")


@cache
def icon(name: str | None) -> Markup:
    """The drawing as decoration (hidden from screen readers: the word beside it says the same); nothing for None.

    Raises OSError for a name that the theme does not have.
    """
    if name is None:
        return Markup("")
    svg = (_folder() / f"{name}.svg").read_text(encoding="utf-8").strip()
    svg = re.sub(r"<!--.*?-->", "", svg)
    svg = svg.replace("<svg ", '<svg class="ikon" aria-hidden="true" focusable="false" ', 1)
    return Markup(svg)  # noqa: S704  # a file of the installed theme
