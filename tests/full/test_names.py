"""10,000 records with names of every kind: the site is built, and each letter has all its names, over pages."""

from __future__ import annotations

from pathlib import Path

from katalog.derive.swedish import initial
from tests.built.document import Document
from tests.derive.test_swedish import NAMES, SEED, make_names
from tests.support import GOOD, lay_project, run_katalog


def test_names_of_every_kind_at_full_size(tmp_path: Path) -> None:
    names = [f"{name} hus" for name in make_names(SEED, NAMES)]  # two letters at least: the schema asks for them
    files = {
        f"farsta/p{n}.yml": GOOD.replace("namn: Snickeriet", f"namn: {_quoted(name)}") for n, name in enumerate(names)
    }
    done = run_katalog(lay_project(tmp_path, files), "build", timeout=1800)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    letters = [path for path in (tmp_path / "site/a-o").iterdir() if path.is_dir()]
    assert len(letters) == len({initial(name) for name in names})
    files_of = [path for letter in letters for path in letter.rglob("index.html")]
    pages = [Document(path.parent.name, path.read_text(encoding="utf-8")) for path in files_of]
    linked = [link.get("href", "") for page in pages for link in page.main.iter("a")]
    records = [href.rpartition("verksamhet/")[2] for href in linked if "/verksamhet/" in href]
    assert len(records) == len(set(records)) == NAMES


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
