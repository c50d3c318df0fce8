"""The law of the house: who may import whom. A new import that is not in a row needs a reason, not a habit.

Every folder and every loose module of the package is a room with a row. `CEILING` is the plan, the same table as in
docs/utveckling.md; `ROOMS` lists what is used today and grows only within it. The standard library is free to all.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from katalog.record.rules import RULES
from tests.support import PROJECT

PACKAGE = PROJECT / "scripts" / "katalog"
_MACHINE = {"clock", "cores", "settings"}
_TOLD = {"record", "derive", "wording"}
_ALL = {"browser", "derive", "edit", "exports", "pages", "publish", "record", "upkeep", "wording", *_MACHINE}
CEILING: dict[str, set[str]] = {
    "clock": set(),
    "cores": set(),
    "settings": set(),
    "record": {"cores"},
    "derive": {"record"},
    "edit": {"record"},
    "wording": {"record", "derive"},
    "browser": {*_TOLD, "settings"},
    "exports": {*_TOLD, "settings"},
    "pages": {*_TOLD, "settings", "browser", "exports"},
    "upkeep": {*_TOLD, "edit", "exports"},
    "publish": _ALL - {"edit", "upkeep", "publish"},
    "commands": _ALL,
    "cli": {"clock", "commands"},
    "__main__": {"cli"},
}
ROOMS: dict[str, set[str]] = {
    "clock": set(),
    "cores": set(),
    "settings": set(),
    "record": {"cores"},
    "derive": {"record"},
    "edit": {"record"},
    "wording": {"record", "derive"},
    "browser": {"record", "derive", "wording", "settings"},
    "exports": {"record", "derive", "wording", "settings"},
    "pages": {"record", "derive", "wording", "settings", "browser", "exports"},
    "upkeep": {"record", "derive", "wording", "edit", "exports"},
    "publish": {"record", "derive", "browser", "exports", "pages", "clock", "cores", "settings"},
    "commands": {
        *("record", "derive", "wording", "edit", "exports", "pages", "publish", "upkeep"),
        *("clock", "cores", "settings"),
    },
    "cli": {"clock", "commands"},
    "__main__": {"cli"},
}
# Each library stands behind one door, so that it can be changed there: the modules that may import it.
LIBRARIES: dict[str, set[str]] = {
    "yaml": {"record", "edit", "publish"},  # edit: positions of values; publish: mkdocs.yml and front matter
    "jsonschema_rs": {"record"},
    "mkdocs": {"publish"},
    "pathspec": {"publish"},
    "markdown_it": {"pages"},
    "nh3": {"pages"},
    "jinja2": {"pages", "publish", "upkeep"},
    "markupsafe": {"pages", "publish"},
    "segno": {"pages"},
    "pyphen": {"publish"},
    "brotli": {"publish"},
    "holidays": {"derive"},
    "babel": {"derive"},
    "xlsxwriter": {"exports"},
    "orjson": {"derive", "exports"},
    "docx": {"exports"},
    "odfdo": {"exports"},
    "rdflib": {"exports"},
}


def _room_of(path: Path) -> str:
    """The folder's name, or that of a module that lies beside the folders."""
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


@cache
def _imports_of_rooms() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path != PACKAGE / "__init__.py":
            found.setdefault(_room_of(path), set()).update(_imports(path))
    return found


def test_every_room_has_a_row() -> None:
    assert _imports_of_rooms().keys() == ROOMS.keys() == CEILING.keys()


@pytest.mark.parametrize("room", ROOMS)
def test_a_row_lists_what_is_used_and_grows_only_within_the_plan(room: str) -> None:
    assert _imports_of_rooms()[room] & ROOMS.keys() == ROOMS[room]
    assert ROOMS[room] <= CEILING[room]


def test_every_library_has_a_door() -> None:
    """A library that is not in the table is imported nowhere."""
    doors = {library: set[str]() for library in LIBRARIES}
    for room, imported in _imports_of_rooms().items():
        for library in imported - ROOMS.keys():
            doors.setdefault(library, set()).add(room)
    assert doors == LIBRARIES


def test_the_rooms_go_one_way() -> None:
    """No room is above and below another: repeatedly take away the rooms that need nothing more."""
    left = {room: set(needs) for room, needs in ROOMS.items()}
    while ground := {room for room, needs in left.items() if not needs & left.keys()}:
        left = {room: needs for room, needs in left.items() if room not in ground}
    assert not left


def test_only_commands_print() -> None:
    for path in sorted(PACKAGE.rglob("*.py")):
        if _room_of(path) not in {"commands", "cli"}:
            assert not re.search(r"\bprint\(", path.read_text(encoding="utf-8")), path


def test_rules_do_not_know_each_other() -> None:
    names = {path.stem for path in (PACKAGE / "record/rules").glob("*.py")} - {"__init__"}
    for path in (PACKAGE / "record/rules").glob("*.py"):
        if path.stem != "__init__":
            text = path.read_text(encoding="utf-8")
            assert not [name for name in names if f"rules.{name}" in text]


def test_every_rule_is_registered_and_says_what_it_is() -> None:
    names = {path.stem for path in (PACKAGE / "record/rules").glob("*.py")} - {"__init__"}
    assert {rule.__name__.rpartition(".")[2] for rule in RULES} == names
    for rule in RULES:
        assert rule.__doc__
        assert rule.CODES
