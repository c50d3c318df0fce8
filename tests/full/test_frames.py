"""The site with each frame, held against one another file by file: every difference is of a kind that decision 22
names, and a page means the same."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from katalog.publish.generators import FRAMES
from tests.shared import made_once
from tests.support import IDAG, PROJECT, SITE_URL, lay_project, plain_environment, run_katalog

_LISTS = {".katalog", ".katalog-filer"}  # names and hashes of all the others
_STYLESHEET = re.compile(r"assets/stylesheets/(?:classic/)?main\.[0-9a-f]{8}\.min\.css")
_CODE = re.compile(r"<pre><code.*?</code></pre>", re.DOTALL)
# Kind of difference -> what is told of it. Decision 22 names each of them by the same word.
KINDS = ("stylesheet", "its address", "code blocks", "lists of files")
Site = Mapping[str, bytes]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Site]:
    """Both, built in one project from the real records."""
    project = made_once(tmp_path_factory, "ramar", _build_all)
    return {name: _content(project / name) for name in FRAMES}


def _build_all(folder: Path) -> None:
    project = lay_project(folder)
    for name in FRAMES:
        done = run_katalog(project, "build", "--frame", name, "--out", name, SITE_URL=SITE_URL, timeout=900)
        assert done.returncode == 0, done.stdout + done.stderr


def _content(folder: Path) -> Site:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _plain(html: bytes) -> str:
    """A page without what may differ: the stylesheet's address, and how a block of code is written."""
    text = _STYLESHEET.sub("assets/stylesheets/main.css", html.decode())
    return _CODE.sub(lambda block: block[0].replace("&quot;", '"').replace("\n</code>", "</code>"), text)


def test_every_difference_is_of_a_kind_that_is_named(sites: Mapping[str, Site]) -> None:
    one, other = (sites[name] for name in FRAMES)
    alone = one.keys() ^ other.keys()
    assert {bool(_STYLESHEET.fullmatch(name)) for name in alone} == {True}, sorted(alone)
    assert len(alone) == 2
    differing = {name for name in one.keys() & other.keys() if one[name] != other[name]} - _LISTS
    assert len(differing) > 300, "every page names the stylesheet"
    assert {name for name in differing if not name.endswith(".html")} == set()
    assert [name for name in sorted(differing) if _plain(one[name]) != _plain(other[name])] == []


def test_all_that_is_no_page_is_the_same_to_the_byte(sites: Mapping[str, Site]) -> None:
    """What the search knows, the exports, the site's own styles, scripts, icons and drawings."""
    one, other = (
        {name: content for name, content in sites[frame].items() if not name.endswith(".html") and name not in _LISTS}
        for frame in FRAMES
    )
    same = {name for name in one if not _STYLESHEET.fullmatch(name)}
    assert len(same) > 500
    assert {name: one[name] == other.get(name) for name in same} == dict.fromkeys(same, True)


def test_the_decision_names_every_kind() -> None:
    text = next((PROJECT / "docs/decisions").glob("0022-*.md")).read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"*{kind}*" not in text] == []


def test_without_the_first_generator_the_other_builds_the_same_site(sites: Mapping[str, Site], tmp_path: Path) -> None:
    """On the day when it is taken out: nothing but its adapter may ask for it."""
    project = lay_project(tmp_path)
    program = (
        "import sys; sys.modules.update(dict.fromkeys(('mkdocs', 'material')))\n"
        "from katalog.cli import main\nsys.exit(main(['build', '--frame', 'zensical', '--idag', '" + IDAG + "']))"
    )
    environment = plain_environment(SITE_URL=SITE_URL)
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    made = _content(project / "site")
    assert [
        name for name in made.keys() | sites["zensical"].keys() if made.get(name) != sites["zensical"].get(name)
    ] == []
