"""`make bench`: validation beside check-jsonschema, and builds, over copies of the real records.

Each figure is the median of several whole processes, so that start-up counts as it does for a user.
"""

from __future__ import annotations

import hashlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent
SIZES = (256, 1000, 10_000)
RUNS = 3
_LETTERS = str.maketrans("0123456789", "ghijklmnop")  # a name of digits could look like a personal identity number


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            project = make_project(Path(folder) / str(size), size)
            print(f"\n{size} records")
            validation(project, size)
            builds(project)


def make_project(folder: Path, size: int) -> Path:
    """The real records, copied under new ids until there are `size`; every copy is a valid record of its own."""
    for name in ("schema", "scripts", "docs"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    records = sorted((ROOT / "catalogue").rglob("*.yml"))
    for number in range(size):
        source = records[number % len(records)]
        copy = number // len(records)
        target = folder / source.relative_to(ROOT)
        target = target.with_stem(f"{source.stem}-{copy}" if copy else source.stem)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        other = (
            hashlib.sha256(target.stem.encode()).hexdigest()[:24].translate(_LETTERS)
        )  # a name of its own: copies are no duplicates
        target.write_text(text.replace("\nnamn: ", f"\nnamn: X{other} ", 1) if copy else text, encoding="utf-8")
    return folder


def validation(project: Path, size: int) -> None:
    files = [str(path.relative_to(project)) for path in sorted((project / "catalogue").rglob("*.yml"))]
    ours = measure("katalog validate", [str(BIN / "katalog"), "validate"], project)
    if size <= 1000:  # ten thousand file names do not fit on a command line
        command = [str(BIN / "check-jsonschema"), "--schemafile", "schema/verksamhet.schema.json", *files]
        theirs = measure("check-jsonschema", command, project)
        print(f"  {'ratio':<34} {theirs / ours:8.1f}")


def builds(project: Path) -> None:
    command = [str(BIN / "katalog"), "build"]
    shutil.rmtree(project / "site", ignore_errors=True)
    shutil.rmtree(project / ".cache", ignore_errors=True)
    measure("katalog build, first", command, project, runs=1)
    measure("katalog build, nothing changed", command, project)


def measure(label: str, command: Sequence[str], folder: Path, runs: int = RUNS) -> float:
    """Median wall seconds of `runs` processes, printed with the largest memory any child has used so far."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - start)
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    median = statistics.median(seconds)
    print(f"  {label:<34} {median:8.2f} s   (children's peak memory so far {peak_mb:.0f} MB)")
    return median


if __name__ == "__main__":
    main()
