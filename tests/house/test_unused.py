"""A private name that nobody uses is left over, or was meant for something that does not happen; and it is private."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.support import PROJECT

SCRIPTS = sorted((PROJECT / "scripts").rglob("*.py"))


def _private_names(module: ast.Module) -> Iterator[str]:
    """What a module or a class in it defines for itself: `_x`."""
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef):
            for part in node.body:
                named = [part] if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) else []
                targets = getattr(part, "targets", [getattr(part, "target", None)])
                yield from (one.name for one in named if re.match("_[^_]", one.name))
                found = (name for target in targets if target for name in ast.walk(target))
                yield from (name.id for name in found if isinstance(name, ast.Name) and re.match("_[^_]", name.id))


def _unused(text: str) -> set[str]:
    return {name for name in _private_names(ast.parse(text)) if len(re.findall(rf"\b{name}\b", text)) == 1}


def test_every_private_name_is_used() -> None:
    found = {path.relative_to(PROJECT).as_posix(): _unused(path.read_text(encoding="utf-8")) for path in SCRIPTS}
    assert {path: names for path, names in found.items() if names} == {}


def test_what_is_left_over_is_found() -> None:
    text = (
        "_A: int = 1\n_B, _C = 2, _A\n\ndef _d() -> None: ...\n\nclass E:\n    _f = _B\n    def _g(self): self._g()\n"
    )
    assert _unused(text) == {"_C", "_d", "_f"}


def test_tests_use_what_is_public() -> None:
    """A private name in a test holds the code still where it should be free to move."""
    used = set()
    for path in sorted((PROJECT / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and re.match("_[^_]", node.attr):
                owner = node.value.id if isinstance(node.value, ast.Name) else ""
                used |= set() if owner in ("self", "cls", "os") else {f"{path.name}: {owner}.{node.attr}"}
            if isinstance(node, ast.ImportFrom):
                used |= {f"{path.name}: {name.name}" for name in node.names if re.match("_[^_]", name.name)}
    assert used == set()
