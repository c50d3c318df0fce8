"""Who may import whom. The table is the design: a new import that is not in it needs a reason, not a habit.

The standard library is free to all. A room without a row (the site's rooms) is held by the table of libraries alone.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import PROJECT

PACKAGE = PROJECT / "scripts" / "katalog"
ROOMS: dict[str, set[str]] = {
    "problem": set(),
    "yaml_words": {"yaml"},
    "characters": set(),
    "load": {"yaml", "characters", "problem", "yaml_words"},
    "schema": set(),
    "suggest": set(),
    "text": set(),
    "entry": {"problem", "schema"},
    "shape": {"jsonschema_rs", "problem", "schema", "suggest"},
    "rules": {"entry", "problem", "schema", "suggest", "text"},
    "model": set(),
    "moved": {"problem"},
    "cores": set(),
    "check": {"cores", "moved", "entry", "load", "model", "problem", "rules", "schema", "shape"},
    "report": {"characters", "check", "problem"},
    "clock": set(),
    "vocabulary": {"schema"},
    "derive": {"model", "vocabulary"},
    "options": set(),
    # Editing needs YAML's positions and its writer, and the commands in it stand where cli stands.
    "edit": {"characters", "check", "clock", "derive", "entry", "load", "model", "moved", "options", "problem",
             "report", "rules", "schema", "shape", "suggest", "vocabulary", "yaml"},
}  # fmt: skip
# Each library stands behind one door, so that it can be changed there.
LIBRARIES: dict[str, set[str]] = {
    "yaml": {"load", "yaml_words", "edit"},  # edit: positions of values, and writing
    "jsonschema_rs": {"shape"},
    "mkdocs": {"site_hook"},
    "markdown_it": {"markup"},
    "nh3": {"markup"},
    "jinja2": {"render", "site_hook"},
}


def _room_of(path: Path) -> str:
    """The module's name; a package (`rules`, `render`) is one room."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """Rooms and libraries that a file names, also inside functions; its own room and the standard library left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports out"
            names = (
                [f"katalog.{alias.name}" for alias in node.names] if node.module == "katalog" else [node.module or ""]
            )
        for name in names:
            parts = name.split(".")
            room = parts[1] if parts[0] == "katalog" else parts[0]
            if room not in sys.stdlib_module_names and room != _room_of(path):
                yield room


def _all_imports() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        found.setdefault(_room_of(path), set()).update(_imports(path))
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_room_imports_only_what_its_row_says(room: str) -> None:
    assert _all_imports()[room] - ROOMS[room] == set()


@pytest.mark.parametrize("library", LIBRARIES)
def test_library_is_imported_only_behind_its_door(library: str) -> None:
    users = {room for room, imported in _all_imports().items() if library in imported}
    assert users - LIBRARIES[library] == set()


def test_rules_do_not_know_each_other() -> None:
    names = {path.stem for path in (PACKAGE / "rules").glob("*.py")} - {"__init__"}
    for path in (PACKAGE / "rules").glob("*.py"):
        if path.stem != "__init__":
            text = path.read_text(encoding="utf-8")
            assert not [name for name in names if f"katalog.rules.{name}" in text]


def test_every_rule_is_registered_and_says_what_it_is() -> None:
    from katalog.rules import RULES  # noqa: PLC0415  # the rest of this module reads files and imports nothing

    names = {path.stem for path in (PACKAGE / "rules").glob("*.py")} - {"__init__"}
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == names
    for rule in RULES:
        assert rule.__doc__
        assert rule.CODES
