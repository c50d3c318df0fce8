"""No module but its own adapter knows a site generator (decision 22), and what a generator needs beside the site is
pinned to the site's own versions."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from katalog.publish.generators import FRAMES, adapter_of
from tests.support import PROJECT

_CODE = PROJECT / "scripts/katalog"
# The file's name has outlived what it was named after.
_WORD = re.compile(r"\b(mkdocs(?!\.yml)|zensical|material)", re.IGNORECASE)
_TABLE = "publish/generators.py"
# Both packages bring the set of icons that the vocabularies name: what an icon is called is no matter of a generator.
_ICONS = {"pages/icons.py", "derive/vocabulary.py"}
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ ]+)", re.MULTILINE)


def _file_of(name: str) -> str:
    return f"{adapter_of(name).removeprefix('katalog.').replace('.', '/')}.py"


def _knowing(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.suffix in (".py", ".html"))
    return {path.relative_to(folder).as_posix() for path in files if _WORD.search(path.read_text(encoding="utf-8"))}


def test_only_the_adapters_and_their_table_know_a_generator() -> None:
    assert _knowing(_CODE) == {_TABLE, *map(_file_of, FRAMES), *_ICONS}


def test_an_adapter_knows_no_other_generator() -> None:
    for name in FRAMES:
        text = (_CODE / _file_of(name)).read_text(encoding="utf-8").lower()
        code = text.split('"""', 2)[2].replace("mkdocs.yml", "")
        assert [other for other in FRAMES if other in code] == [name]


def test_no_template_asks_for_what_only_one_of_them_can() -> None:
    """A method of Python's in a template is one that the other's template language does not have."""
    calls = re.compile(r"{[{%][^}]*\.(?:format|items|get|date|strip|join|split|startswith)\(")
    theme = PROJECT / "scripts/theme"
    frame = [*theme.glob("*.html"), *(theme / "partials").rglob("*.html")]
    assert len(frame) > 5
    assert [path.name for path in frame if calls.search(path.read_text(encoding="utf-8"))] == []


def test_the_other_generator_is_pinned_to_the_sites_own_versions() -> None:
    site, other = (
        dict(_PIN.findall((PROJECT / name).read_text(encoding="utf-8")))
        for name in ("requirements.txt", "requirements-zensical.txt")
    )
    assert "zensical" in other
    assert {name: version for name, version in other.items() if site.get(name, version) != version} == {}
    assert "zensical" not in site, "the site does without it"
    text = (PROJECT / "requirements-zensical.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text, "a lock names no registry"


def test_what_is_pinned_is_what_the_project_offers() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = (PROJECT / "requirements-zensical.in").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if not line.startswith(("#", "-"))]
    assert project["optional-dependencies"]["zensical"] == named
    assert "requirements-zensical" in (PROJECT / "Makefile").read_text(encoding="utf-8")
