"""`make fuzz`, or `python -m tests.fuzz --minuter 10`: as many damaged inputs as the time allows, each target in turn.

What raises, or takes longer than an input may, is written to `.cache/fuzz/` and told; then the exit code is 1. A
finding becomes a case: its file goes to `tests/cases/fuzz/<target>/`, where it is run for ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.damage import damaged
from tests.fuzz.targets import TARGETS

MOST_S = 2.0  # of processor time for one input of at most LONGEST bytes
_TURN_S = 5.0
_FOUND = Path(".cache/fuzz")


@dataclass(slots=True)
class Count:
    """What a target has gone through: inputs, findings, and the longest processor time of one (seconds)."""

    inputs: int = 0
    found: int = 0
    worst_s: float = 0.0


def run_one(name: str, raw: bytes, count: Count) -> None:
    """One input, counted; a finding is kept and told."""
    began = time.process_time()
    try:
        TARGETS[name].run(raw)
        told = ""
    except Exception:  # whatever a reader raises is what is looked for
        told = traceback.format_exc()
    took = time.process_time() - began
    count.inputs += 1
    count.worst_s = max(count.worst_s, took)
    if took > MOST_S:
        told = told or f"{took:.1f} s"
    if told:
        count.found += 1
        _keep(name, raw, told)


def _keep(name: str, raw: bytes, told: str) -> None:
    path = _FOUND / name / hashlib.sha256(raw).hexdigest()[:16]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    print(f"{path}:\n{told}", file=sys.stderr)


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--minuter", type=float, default=10)
    parser.add_argument("--fro", type=int, default=time.time_ns(), help="samma frö ger samma indata")
    parser.add_argument("--del", dest="targets", action="append", choices=TARGETS, help="bara den; flera går bra")
    options = parser.parse_args(words)
    names = options.targets or list(TARGETS)
    counts = {name: Count() for name in names}
    seeds = {name: TARGETS[name].seeds() for name in names}
    chance, until = random.Random(options.fro), time.monotonic() + options.minuter * 60  # noqa: S311  # no secret
    while time.monotonic() < until:
        for name in names:
            _turn(name, seeds[name], chance, min(until, time.monotonic() + _TURN_S), counts[name])
    print(f"frö {options.fro}")
    for name, count in counts.items():
        print(f"{name:12} {count.inputs:9} indata, {count.found} fynd, som längst {count.worst_s:.2f} s")
    print(f"{sum(count.inputs for count in counts.values())} indata, {sum(c.found for c in counts.values())} fynd")
    return int(any(count.found for count in counts.values()))


def _turn(name: str, seeds: Sequence[bytes], chance: random.Random, until: float, count: Count) -> None:
    while time.monotonic() < until:
        run_one(name, damaged(seeds, chance), count)


if __name__ == "__main__":
    sys.exit(main())
