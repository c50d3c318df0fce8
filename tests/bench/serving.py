"""`make bench`: how long until a saved record is seen in the browser while `katalog serve` runs, at national scale.

`python -m tests.bench.serving [N]` prints one line: seconds from saving to a page that says the new thing, at rest and
while the rest of the site is still being made after the save before.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

from tests.bench.measure import memory_disk
from tests.bench.projects import change_one, make_project, record_to_change

PORT, BUDGET_S, SAVES, SETTLED_S = 8765, 3.0, 4, 60
_LOOK_EVERY_S, _AT_MOST_S = 0.05, 600


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with (
        tempfile.TemporaryDirectory(dir=memory_disk()) as folder,
        _serving(make_project(Path(folder), size)) as project,
    ):
        at_rest = _saved(project)
        behind = [_saved(project) for _ in range(SAVES)]
        time.sleep(SETTLED_S)
        at_rest = max(at_rest, _saved(project))
    for label, seconds in (("at rest", at_rest), ("while the rest is made", max(behind))):
        told = "met" if seconds <= BUDGET_S else "NOT MET"
        print(f"a saved record of {size} seen, {label}: {seconds:.1f} s, budget {BUDGET_S:g}: {told}", flush=True)


@contextmanager
def _serving(project: Path) -> Iterator[Path]:
    command = (str(Path(sys.executable).parent / "katalog"), "serve", "--port", str(PORT))
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(project, "")
        yield project
    finally:
        process.terminate()
        process.wait()


def _saved(project: Path) -> float:
    """Seconds from saving a new name to a page that has it."""
    name = change_one(project)
    start = time.monotonic()
    _wait_for(project, name)
    return time.monotonic() - start


def _wait_for(project: Path, name: str) -> None:
    address = f"http://127.0.0.1:{PORT}/verksamhet/{record_to_change(project).stem}/"
    end = time.monotonic() + _AT_MOST_S
    while time.monotonic() < end:
        with suppress(OSError, HTTPException), urlopen(address) as answer:  # our own
            if name in answer.read().decode():
                return
        time.sleep(_LOOK_EVERY_S)
    raise RuntimeError(f"{address} never said {name!r}")


if __name__ == "__main__":
    main()
