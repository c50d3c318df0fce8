"""Inputs that `atheris` finds by watching which code they reach, where it is installed (decision 21).

    python -m tests.fuzz.guided TARGET SECONDS SEED

A process of its own for each target: libFuzzer never gives control back. What it has learned lies in
`.cache/fuzz/vagar/<target>/` and is taken up the next time.
"""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.count import FOUND, Count, fault_of

IS_HERE = find_spec("atheris") is not None
_LONGEST = 20_000  # bytes, as for damaged inputs
_RUNS = re.compile(r"^stat::number_of_executed_units: *(\d+)", re.MULTILINE)
_SLOWEST = re.compile(r"^stat::slowest_unit_time_sec: *(\d+)", re.MULTILINE)
_HANGS_S = 60  # of the clock, for what never comes back; what is slow is told by its processor time


def guide_inputs(name: str, begin: int, seconds: float) -> Count:
    """A process that watches the target for so long; a finding is a file in `.cache/fuzz/<target>/`, and ends it.

    Raises RuntimeError when the process itself could not begin.
    """
    before = set(_folder(name).iterdir())
    command = [sys.executable, "-m", "tests.fuzz.guided", name, str(max(1, round(seconds))), str(begin)]
    ran = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    runs = _RUNS.search(ran.stderr)
    if runs is None:
        raise RuntimeError(ran.stderr[-2000:])
    found = set(_folder(name).iterdir()) - before
    if found or ran.returncode:
        print(*sorted(map(str, found)), ran.stdout[-3000:], ran.stderr[-3000:], sep="\n", file=sys.stderr)
    slowest = _SLOWEST.search(ran.stderr)
    return Count(int(runs[1]), len(found) or int(ran.returncode != 0), float(slowest[1]) if slowest else 0.0)


def main(words: Sequence[str]) -> None:
    """Never comes back: the process ends when the time is out, or with the first finding."""
    atheris = importlib.import_module("atheris")  # only where it is
    name, seconds, begin = words
    with atheris.instrument_imports(include=["katalog", "yaml", "email"]):
        targets = importlib.import_module("tests.fuzz.targets")
    run, count = targets.TARGETS[name].run, Count()

    def bears(raw: bytes) -> None:
        if told := fault_of(run, raw, count):
            raise AssertionError(told)

    limits = (
        f"-max_total_time={seconds}",
        f"-max_len={_LONGEST}",
        f"-timeout={_HANGS_S}",
        f"-seed={int(begin) % 2**32}",
    )
    places = (f"-artifact_prefix={_folder(name)}/", str(_learned(name, targets.TARGETS[name].seeds())))
    atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", *places], bears)
    atheris.Fuzz()


def _folder(name: str) -> Path:
    (FOUND / name).mkdir(parents=True, exist_ok=True)
    return FOUND / name


def _learned(name: str, seeds: Sequence[bytes]) -> Path:
    """The folder that libFuzzer reads and writes, with the real inputs in it."""
    folder = FOUND / "vagar" / name
    folder.mkdir(parents=True, exist_ok=True)
    for number, raw in enumerate(seeds):
        (folder / f"verklig-{number}").write_bytes(raw)
    return folder


if __name__ == "__main__":
    main(sys.argv[1:])
