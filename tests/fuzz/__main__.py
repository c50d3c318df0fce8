"""`make fuzz`, or `python -m tests.fuzz --minuter 10`: inputs against all that reads what others wrote, by the minute.

In three ways, for as long each: real inputs damaged (`skadade`), inputs written by Hypothesis (`skrivna`), and inputs
that atheris finds by watching the code (`styrda`), where it is installed.

What raises, or takes longer than an input may, is written to `.cache/fuzz/` and told; then the exit code is 1. A
finding becomes a case: its file goes to `tests/cases/fuzz/<target>/`, where it is run for ever after.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence

from tests.fuzz.count import Count, fault_of, keep
from tests.fuzz.damage import damaged
from tests.fuzz.guided import IS_HERE, guide_inputs
from tests.fuzz.targets import TARGETS
from tests.fuzz.written import write_inputs

# The target's name, where chance begins, and for how long (seconds).
_Way = Callable[[str, int, float], Count]


def _damage(name: str, begin: int, seconds: float) -> Count:
    target, count = TARGETS[name], Count()
    seeds, chance, until = target.seeds(), random.Random(begin), time.monotonic() + seconds  # noqa: S311  # no secret
    while time.monotonic() < until:
        raw = damaged(seeds, chance)
        if told := fault_of(target.run, raw, count):
            keep(name, raw, told, count)
    return count


WAYS: Mapping[str, _Way] = {"skadade": _damage, "skrivna": write_inputs, "styrda": guide_inputs}


def main(words: Sequence[str] | None = None) -> int:
    options = _asked(words)
    ways, names = options.ways or _ways_here(), options.targets or list(TARGETS)
    seconds = options.minuter * 60 / (len(ways) * len(names))
    print(f"frö {options.fro}, {seconds:.0f} sekunder för varje läsare och sätt", flush=True)
    total = Count()
    for name in names:
        for way in ways:
            count = WAYS[way](name, options.fro, seconds)
            print(f"{name:12} {way:8} {_told(count)}", flush=True)
            total.add(count)
    print(f"{'allt':21} {_told(total)}")
    return int(total.found > 0)


def _asked(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--minuter", type=float, default=10, help="i allt; 10 om inget sägs")
    parser.add_argument("--fro", type=int, default=time.time_ns(), help="samma frö ger samma indata, utom för styrda")
    parser.add_argument("--del", dest="targets", action="append", choices=TARGETS, help="bara den; flera går bra")
    parser.add_argument("--satt", dest="ways", action="append", choices=WAYS, help="bara så; flera går bra")
    return parser.parse_args(words)


def _ways_here() -> list[str]:
    """All, but what this machine has no library for; that it is left out is told."""
    if not IS_HERE:
        print("atheris finns inte för det här systemet: styrda indata prövas inte.", flush=True)
    return [way for way in WAYS if way != "styrda" or IS_HERE]


def _told(count: Count) -> str:
    return f"{count.inputs:9} indata, {count.found} fynd, som längst {count.worst_s:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
