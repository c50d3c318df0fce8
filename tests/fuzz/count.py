"""What one input shows: nothing, or a finding that is told and kept as a file."""

from __future__ import annotations

import hashlib
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MOST_S = 2.0  # of processor time for one input
FOUND = Path(".cache/fuzz")


@dataclass(slots=True)
class Count:
    """What a target has gone through: inputs, findings, and the longest processor time of one (seconds)."""

    inputs: int = 0
    found: int = 0
    worst_s: float = 0.0

    def add(self, other: Count) -> None:
        self.inputs += other.inputs
        self.found += other.found
        self.worst_s = max(self.worst_s, other.worst_s)


def fault_of(run: Callable[[bytes], None], raw: bytes, count: Count) -> str:
    """What is wrong when a target takes these bytes: a trace, or that it took too long; "" when nothing is."""
    began = time.process_time()
    try:
        run(raw)
        told = ""
    except Exception:  # whatever a reader raises is what is looked for
        told = traceback.format_exc()
    took = time.process_time() - began
    count.inputs += 1
    count.worst_s = max(count.worst_s, took)
    return told or (f"{took:.1f} s" if took > MOST_S else "")


def keep(name: str, raw: bytes, told: str, count: Count) -> None:
    """Write a finding to `.cache/fuzz/<target>/`, and tell it with the place."""
    count.found += 1
    path = FOUND / name / hashlib.sha256(raw).hexdigest()[:16]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    print(f"{path}:\n{told}", file=sys.stderr, flush=True)
