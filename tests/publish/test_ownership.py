"""`katalog build` owns only what it wrote: a folder with anything else in it is refused and not touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from katalog.publish import write
from katalog.publish.write import MARKER, NAMES, NotOursError, inspect_folder, write_folder
from tests.sample import some
from tests.support import GOOD, lay_project, run_katalog

SITE = {"index.html": b"<p>", "a/index.html": b"<p>a"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project beside its owner's home, which has things of its own."""
    home = tmp_path / "hem"
    (home / ".ssh").mkdir(parents=True)
    (home / ".ssh/id").write_text("nyckel", encoding="utf-8")
    made = lay_project(home / "kod/katalog", {"farsta/snickeriet.yml": GOOD})
    (made / ".git").mkdir()
    (made / ".git/HEAD").write_text("ref: refs/heads/main", encoding="utf-8")
    return made


def _snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _foreign(name: str) -> Callable[[Path], str]:
    def make(project: Path) -> str:
        path = project / "ute" / name
        path.parent.mkdir(parents=True)
        path.write_text("någon annans", encoding="utf-8")
        return "ute"

    return make


def _a_file(project: Path) -> str:
    (project / "ute").write_text("en fil", encoding="utf-8")
    return "ute"


def _a_link(project: Path) -> str:
    (project / "ute").symlink_to(project / "catalogue")
    return "ute"


def _a_checkout(project: Path) -> str:
    """A branch of pages checked out into the site's folder."""
    assert run_katalog(project, "build").returncode == 0
    (project / "site/.git").write_text("gitdir: någonstans", encoding="utf-8")
    return "site"


@pytest.mark.parametrize(
    "out",
    some([
        ".", "", "..", "../..", "/", "/usr", "~", "catalogue", "catalogue/farsta", "catalogue/ny", "docs", "schema/x",
        "scripts", "tests/site", ".git", ".git/x", ".cache", ".venv", "./site/../catalogue", "site/..", "$PWD",
        _foreign("CNAME"), _foreign(".git/HEAD"), _foreign("index.html"), _foreign("djupt/nere.txt"),
        _a_file, _a_link, _a_checkout,
    ], 2),
)  # fmt: skip
def test_a_folder_with_anything_else_is_refused(out: str | Callable[[Path], str], project: Path) -> None:
    home = project.parents[1]
    given = out(project) if callable(out) else out.replace("~", str(home)).replace("$PWD", str(project))
    before = _snapshot(home)
    done = run_katalog(project, "build", "--out", given, HOME=str(home))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("katalog: ")
    assert len(done.stderr.splitlines()) == 1
    assert _snapshot(home) == before


@pytest.mark.parametrize("out", some(["ny/djupt/nere", "tom", "site"], 2))
def test_a_folder_that_is_missing_or_empty_or_ours_is_taken(out: str, project: Path) -> None:
    (project / "tom").mkdir()
    for _ in range(2):
        done = run_katalog(project, "build", "--out", out)
        assert (done.returncode, done.stderr) == (0, "")
    checked = run_katalog(project, "build", "--check", out)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_foreign_files_in_our_folder_are_left_and_named(project: Path) -> None:
    run_katalog(project, "build")
    for name in ("CNAME", "verksamhet/.nojekyll"):
        (project / "site" / name).write_text("hitta.exempel.se", encoding="utf-8")
    done = run_katalog(project, "build")
    assert done.returncode == 0
    assert "2 filer" in done.stderr
    assert "CNAME, verksamhet/.nojekyll" in done.stderr
    assert (project / "site/CNAME").read_text(encoding="utf-8") == "hitta.exempel.se"
    assert inspect_folder(project / "site").foreign == ("CNAME", "verksamhet/.nojekyll")


@pytest.mark.parametrize("name", ["ny/index.html", "ny", "b", "index.html/x"])
def test_a_foreign_file_is_never_replaced(name: str, tmp_path: Path) -> None:
    """Nor by a folder where it stands, nor does a folder that holds it become a file."""
    write_folder(tmp_path, SITE)
    (tmp_path / "index.html").unlink()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"annans")
    with pytest.raises(NotOursError, match=name):
        write_folder(tmp_path, {**SITE, "ny/index.html": b"1", "b/c/index.html": b"1"})
    assert (tmp_path / name).read_bytes() == b"annans"


def test_a_build_ended_on_the_way_is_taken_up_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what it had laid in place is known as its own."""
    write_folder(tmp_path, SITE)

    def ended(folder: Path, names: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(write, "_remove", ended)
        with pytest.raises(KeyboardInterrupt):
            write_folder(tmp_path, {"ny/index.html": b"ny"})
    assert not inspect_folder(tmp_path).is_whole
    assert write_folder(tmp_path, {"annan.html": b"1"}).foreign == ()
    assert sorted(_snapshot(tmp_path)) == sorted({MARKER, NAMES, "annan.html"})


def test_a_site_from_before_there_was_a_list_is_known_by_its_marker(tmp_path: Path) -> None:
    write_folder(tmp_path / "site", SITE)
    (tmp_path / "site" / NAMES).unlink()
    shutil.copytree(tmp_path / "site", tmp_path / "rord")
    (tmp_path / "rord/CNAME").write_text("x", encoding="utf-8")
    assert write_folder(tmp_path / "site", {"index.html": b"ny"}).removed == 1
    with pytest.raises(NotOursError):
        write_folder(tmp_path / "rord", SITE)


@pytest.mark.parametrize("name", ["../utanfor.txt", "/etc/utanfor", "a/../../utanfor.txt"])
def test_a_list_that_leads_out_of_the_folder_removes_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "utanfor.txt").write_text("kvar", encoding="utf-8")
    site = tmp_path / "site"
    write_folder(site, SITE)
    with (site / NAMES).open("a", encoding="utf-8") as file:
        file.write(f"{'0' * 64}  {name}\n")
    with pytest.raises(NotOursError):  # nothing in the folder is known as ours any more
        write_folder(site, {"index.html": b"2"})
    assert (tmp_path / "utanfor.txt").read_text(encoding="utf-8") == "kvar"


def test_a_folder_is_told_whole_or_not(project: Path) -> None:
    assert run_katalog(project, "build", "--check", "site").returncode == 2
    run_katalog(project, "build")
    assert "är hel" in run_katalog(project, "build", "--check", "site").stdout
    (project / "site/om/index.html").unlink()
    (project / "site/index.html").write_text("rörd", encoding="utf-8")
    done = run_katalog(project, "build", "--check", "site")
    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        ["site/om/index.html fattas.", "site/index.html är ändrad."],
    )
    (project / "site" / MARKER).unlink()
    assert "inget bygge har blivit klart" in run_katalog(project, "build", "--check", "site").stdout
