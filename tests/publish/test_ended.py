"""Two builds at once, and builds that are ended on the way: nobody stays behind, and no site is called whole that is
not. Every moment of a build is tried by `tests/full/test_kills.py`."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from katalog.publish.lock import BusyError, alone_in
from katalog.publish.write import inspect_folder, write_folder
from tests.publish.ended import PATIENCE_S, building, end, end_with_frozen_helpers, wait_for_helpers
from tests.support import GOOD, lay_project, run_katalog


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_project(tmp_path / "projekt", {"farsta/snickeriet.yml": GOOD})


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP], ids=lambda how: how.name)
def test_helpers_end_with_their_build(how: signal.Signals, project: Path) -> None:
    with building(project) as build:
        assert end_with_frozen_helpers(build, how) == set()


def test_a_second_build_is_told_to_wait(project: Path) -> None:
    """In the same project, also when it would write elsewhere: both make the frame in one place."""
    with building(project) as first:
        wait_for_helpers(first)
        os.kill(first.pid, signal.SIGSTOP)  # in the middle of its work, for as long as we want
        for words in ((), ("--out", "annan")):
            second = run_katalog(project, "build", *words)
            assert (second.returncode, second.stdout) == (2, "")
            assert second.stderr == "katalog: Ett annat bygge pågår. Vänta tills det är klart och kör igen.\n"
        assert not (project / "annan").exists()
        os.kill(first.pid, signal.SIGCONT)
        said, _ = first.communicate(timeout=PATIENCE_S)
    assert first.returncode == 0, said
    assert inspect_folder(project / "site").is_whole


def test_two_projects_do_not_write_one_site_at_once(project: Path, tmp_path: Path) -> None:
    other = lay_project(tmp_path / "annat", {"farsta/slojden.yml": GOOD.replace("Snick", "Slöjd")})
    site = tmp_path / "sajt"
    site.mkdir()
    with alone_in(site):
        done = run_katalog(other, "build", "--out", str(site))
        assert done.returncode == 2
        assert "Ett annat bygge pågår" in done.stderr
    assert run_katalog(project, "build", "--out", str(site)).returncode == 0
    assert inspect_folder(site).foreign == ()


def test_the_lock_of_a_build_that_was_killed_is_gone(project: Path) -> None:
    with building(project) as build:
        wait_for_helpers(build)
        end(build, signal.SIGKILL)
    done = run_katalog(project, "build")
    assert (done.returncode, done.stderr) == (0, "")
    checked = run_katalog(project, "build", "--check", "site")
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_locked_folder_holds_nothing_of_the_lock(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(BusyError), alone_in(tmp_path):
        raise AssertionError("two at once")
    with alone_in(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_busy_is_not_touched(tmp_path: Path) -> None:
    write_folder(tmp_path, {"index.html": b"1"})
    (tmp_path / ".katalog-ny").mkdir()
    (tmp_path / ".katalog-ny/index.html").write_bytes(b"annans")
    with alone_in(tmp_path), pytest.raises(BusyError):
        write_folder(tmp_path, {"index.html": b"2"})
    assert (tmp_path / ".katalog-ny/index.html").read_bytes() == b"annans"
    assert (tmp_path / "index.html").read_bytes() == b"1"
