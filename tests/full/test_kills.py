"""A build is ended at every moment of its life, on the whole catalogue: nobody stays behind, no half site is called
whole, no file of others is touched, and the next build makes it good."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest

from katalog.publish.write import inspect_folder
from tests.publish.ended import building, end
from tests.support import GOOD, lay_project, run_katalog

MOMENTS, KILLS = 40, 50


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = lay_project(tmp_path_factory.mktemp("avbrott"))
    assert run_katalog(made, "build", timeout=600).returncode == 0
    (made / "site/CNAME").write_text("hitta.exempel.se", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def seconds(project: Path) -> float:
    """How long a whole build takes here and now."""
    started = time.monotonic()
    with building(project, "--out", "prov") as build:
        build.wait()
    return time.monotonic() - started


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_build_that_is_ended_leaves_nothing_wrong(moment: int, project: Path, seconds: float) -> None:
    """Every other build brings another day, so that almost every page changes."""
    how = (signal.SIGTERM, signal.SIGKILL, signal.SIGINT)[moment % 3]
    with building(project, "--idag", f"2026-11-{10 + moment % 2}") as build:
        time.sleep(seconds * (moment + random.Random(moment).random()) / MOMENTS)  # noqa: S311  # a moment, no secret
        assert end(build, how) == set()
    found = inspect_folder(project / "site")
    checked = run_katalog(project, "build", "--check", "site", timeout=600).returncode
    assert checked == (0 if found.is_whole else 1)
    assert found.foreign == ("CNAME",)
    done = run_katalog(project, "build", "--idag", "2026-11-22", timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    now = inspect_folder(project / "site")
    assert now.is_whole
    assert now.foreign == ("CNAME",)
    assert (project / "site/CNAME").read_text(encoding="utf-8") == "hitta.exempel.se"


def test_fifty_kills_of_a_small_build(tmp_path: Path) -> None:
    """`SIGKILL` alone, which nothing can prepare for: each time another day, so that every page is written anew."""
    project = lay_project(tmp_path / "liten", {"farsta/snickeriet.yml": GOOD})
    began = time.monotonic()
    assert run_katalog(project, "build").returncode == 0
    whole_s, chance, unfinished = time.monotonic() - began, random.Random(50), 0  # noqa: S311  # moments, no secret
    for number in range(KILLS):
        with building(project, "--idag", f"2026-11-{10 + number % 2}") as build:
            time.sleep(whole_s * chance.random())
            assert end(build, signal.SIGKILL) == set()
        found = inspect_folder(project / "site")
        assert run_katalog(project, "build", "--check", "site").returncode == (0 if found.is_whole else 1)
        unfinished += not found.is_whole
        assert (project / "catalogue/farsta/snickeriet.yml").read_text(encoding="utf-8") == GOOD
    print(f"{KILLS} kills, {unfinished} times an unfinished site, refused each time")
    done = run_katalog(project, "build", "--idag", "2026-11-22")
    assert done.returncode == 0, done.stdout + done.stderr
    assert inspect_folder(project / "site").is_whole
