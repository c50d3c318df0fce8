"""Two pages that want one address stop the build, which says in words what to rename."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support import GOOD, PROJECT, lay_project, run_katalog


def test_a_list_at_a_page_of_ours_is_told(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    (project / "schema").unlink()
    shutil.copytree(PROJECT / "schema", project / "schema")
    path = project / "schema/verksamhet.schema.json"
    text = path.read_text(encoding="utf-8")
    assert '"mapp": "stadsdel"' in text
    path.write_text(text.replace('"mapp": "stadsdel"', '"mapp": "om"'), encoding="utf-8")
    done = run_katalog(project, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        "katalog: Två sidor vill ha adressen /om/. Byt namn på en sida i docs/, eller mapp för"
    )
    assert not (project / "site/index.html").exists()
