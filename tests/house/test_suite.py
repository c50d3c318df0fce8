"""`make test` runs every test once, what is small first; what takes long is left to `make test-full`."""

from __future__ import annotations

import subprocess
import sys
import tomllib

from tests.support import PROJECT


def _order() -> list[str]:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    paths: list[str] = settings["tool"]["pytest"]["ini_options"]["testpaths"]
    return paths


def _folders() -> set[str]:
    """Every folder right below tests/ that holds tests."""
    files = (PROJECT / "tests").rglob("test_*.py")
    return {f"tests/{path.relative_to(PROJECT / 'tests').parts[0]}" for path in files}


def test_every_folder_with_tests_has_its_turn() -> None:
    assert _folders() - {*_order(), "tests/full"} == set()


def test_what_is_small_comes_first_and_the_whole_site_last() -> None:
    order = _order()
    assert len(set(order)) == len(order)
    assert order[0] == "tests/record"
    assert order[-1] == "tests/built"


def test_what_takes_long_is_run_only_when_it_is_asked_for() -> None:
    others = [f"--ignore={name}" for name in sorted(_folders() - {"tests/full", "tests/edit"})]
    for words, is_there in (["tests", *others], False), (["tests/full"], True):
        command = [sys.executable, "-m", "pytest", "--collect-only", "-q", *words]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert ("tests/full/" in done.stdout) is is_there, words


def test_make_runs_what_takes_long_apart() -> None:
    recipe = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert "--no-loadscope-reorder tests/full\n" in recipe
    everything, *_ = [line for line in recipe.splitlines() if "-m pytest" in line]
    assert "tests/" not in everything
