"""What the frame of each generator costs: a first build, one with nothing kept but the records' verdicts, and the frame
alone, at two sizes in one run.

    python -m tests.bench.frames
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from katalog.publish.generators import FRAMES
from tests.bench.measure import fastest
from tests.bench.projects import make_project

BIN = Path(sys.executable).parent
SIZES = (256, 10_000)
RUNS = {256: 3, 10_000: 2}
_FRAME_ALONE = """
from pathlib import Path
from katalog.publish.frames import make_frame
from katalog.publish.handed import NO_FAULTS, Handed
from katalog.publish.project_file import read_project
from katalog.record.schema import load_schema
project = read_project(Path())
made = Handed(project=project, schema=load_schema(Path("schema")), idag="2026-11-22", told=NO_FAULTS)
Path(".cache").mkdir(exist_ok=True)
make_frame({name!r}, made, Path(".cache/ram"))
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            print(f"\n{size} records, load {os.getloadavg()[0]:.1f}")
            print(f"  {'':<34} {'wall s':>8} {'cpu s':>8} {'MB one':>8} {'MB all':>8}")
            project = make_project(Path(folder) / str(size), size)
            for name in FRAMES:
                _measure(f"{name}: first build", project, (str(BIN / "katalog"), "build", "--frame", name), RUNS[size])
            if size == SIZES[0]:
                for name in FRAMES:
                    alone = (sys.executable, "-c", _FRAME_ALONE.format(name=name))
                    _measure(f"{name}: the frame alone", project, alone, RUNS[size])
            shutil.rmtree(project)


def _measure(label: str, project: Path, command: tuple[str, ...], runs: int) -> None:
    def empty() -> None:
        for name in ("site", ".cache"):
            shutil.rmtree(project / name, ignore_errors=True)

    run = fastest(command, project, runs, empty)
    print(f"  {label:<34} {run.seconds:8.2f} {run.cpu_seconds:8.2f} {run.one_mb:8.0f} {run.all_mb:8.0f}", flush=True)


if __name__ == "__main__":
    main()
