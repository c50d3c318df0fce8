"""What README promises: every pinned package can be installed on the oldest Python it names."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from importlib.metadata import metadata, packages_distributions

import pytest
from packaging.specifiers import SpecifierSet

from tests.support import PROJECT

_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ]+)(?: ; (.+?))? \\$", re.MULTILINE)
_OLDEST = "3.11.0"


def _pins() -> list[tuple[str, str]]:
    """Name and version of every pin that this machine installs; those of other systems carry a condition."""
    texts = [(PROJECT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "requirements-test.txt")]
    found = [match.groups() for text in texts for match in _PIN.finditer(text)]
    return sorted({(name, version) for name, version, condition in found if "win32" not in (condition or "")})


def test_the_oldest_python_is_the_one_that_the_project_promises() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={_OLDEST.removesuffix('.0')}"
    assert "Python 3.11 or newer" in (PROJECT / "README.md").read_text(encoding="utf-8")
    assert "--python-version 3.11 " in (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert len(_pins()) > 40, "the pattern no longer reads the lock files"


@pytest.mark.parametrize(("name", "version"), _pins())
def test_every_pin_takes_the_oldest_promised_python(name: str, version: str) -> None:
    about = metadata(name)
    assert about["Version"] == version, "run the tests with the pinned packages: make test"
    assert SpecifierSet(about["Requires-Python"] or "").contains(_OLDEST)


def test_every_library_that_is_imported_is_declared() -> None:
    """What comes along with another library today may be gone with its next version."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (PROJECT / "scripts").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    imported = {name.split(".")[0] for name in names} - {*sys.stdlib_module_names, "katalog"}
    packages = packages_distributions()
    needed = {packages[name][0].lower().replace("_", "-") for name in imported}
    declared = set(tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"])
    assert needed >= {"markupsafe", "pyyaml", "mkdocs"}
    assert needed - declared == set()
    listed = set((PROJECT / "requirements.in").read_text(encoding="utf-8").split())
    assert declared <= listed


@pytest.mark.parametrize("name", ["test", "fuzz"])
def test_what_is_needed_beside_the_site_is_named_alike_in_both_places(name: str) -> None:
    extras = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    lines = (PROJECT / f"requirements-{name}.in").read_text(encoding="utf-8").splitlines()
    named = {line.lower() for line in lines if not line.startswith(("#", "-"))}
    assert set(extras[name]) == named
