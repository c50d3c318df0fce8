"""An address that somebody follows lasts: files about what is due exist for every area, also when all is confirmed."""

from __future__ import annotations

from pathlib import Path

from tests.support import GOOD, lay_project, run_katalog

CONFIRMED = GOOD.replace("status: okand", "status: aktiv\nsenast_bekraftad: 2026-11-20\nbekraftad_av: Farsta")
ENDINGS = (".txt", ".csv", "-data.csv", ".json", ".md", ".atom", ".ics")


def test_a_district_where_all_is_confirmed_keeps_its_files(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": CONFIRMED})
    assert run_katalog(project, "build").returncode == 0
    folder = project / "site/aktualitet"
    assert {f"{area}{ending}" for area in ("alla", "farsta", "bromma") for ending in ENDINGS} <= {
        path.name for path in folder.iterdir()
    }
    assert "DTSTART;VALUE=DATE:20270520" in (folder / "farsta.ics").read_text(encoding="utf-8")
    assert "<updated>2026-11-20T00:00:00Z</updated>" in (folder / "farsta.atom").read_text(encoding="utf-8")
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert all(f'href="farsta{ending}"' in page for ending in ENDINGS)
