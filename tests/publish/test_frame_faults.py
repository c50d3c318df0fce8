"""A fault in what the frame is made of stops a build, whichever generator makes it, and is told where it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from katalog.publish.generators import FrameError
from tests.support import GOOD, PROJECT, frame_of, lay_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """With pages and templates of the test's own."""
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    (project / "docs").unlink()
    (project / "docs").mkdir()
    (project / "scripts").unlink()
    shutil.copytree(PROJECT / "scripts/theme", project / "scripts/theme")
    return project


def _page(project: Path, text: str) -> None:
    (project / "docs/prov.md").write_text(f"---\ntitle: Prov\n---\n# Prov\n\n{text}\n", encoding="utf-8")


def test_a_link_to_a_place_that_is_not_on_the_page(project: Path) -> None:
    _page(project, "[Bort](#finns-inte)")
    with pytest.raises(FrameError, match=r"(?s)prov/index\.md.*anchor"):
        frame_of(project)


def test_a_fault_in_a_template(project: Path) -> None:
    foot = project / "scripts/theme/partials/katalog-fot.html"
    foot.write_text("\n{{ finns.inte.alls }}\n", encoding="utf-8")
    with pytest.raises(FrameError, match=r"undefined.*katalog-fot\.html:2"):
        frame_of(project)


def test_what_asks_for_a_number_that_nobody_has(project: Path) -> None:
    (project / "docs/en").mkdir()
    (project / "docs/en/index.md").write_text(
        "---\ntitle: Start\n---\n# Start\n\n[[telefon:ingen]]\n", encoding="utf-8"
    )
    with pytest.raises(FrameError, match=r"docs/en/index\.md: \[\[telefon:ingen\]\] finns inte"):
        frame_of(project)
