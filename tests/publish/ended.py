"""A real build in a process of its own that can be ended at any moment, and what is then left of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support import plain_environment

PATIENCE_S = 60
_AT_WORK_TICKS = 3
# Two helpers at least, whatever this machine has: on a single core nothing would be shared, and nothing tried.
_BUILD = (
    # Under nohup and behind a shell's & these would be left unheard.
    "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL);"
    "signal.signal(signal.SIGINT, signal.default_int_handler);"
    "import sys; from katalog import cores; cores.count_cores = lambda: 3;"
    "from katalog.cli import main; sys.exit(main(['build', *sys.argv[1:]]))"
)


@contextmanager
def building(project: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """`katalog build` at work. Nothing of it outlives the block."""
    with subprocess.Popen(
        [sys.executable, "-c", _BUILD, *words],
        cwd=project, env=plain_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as build:  # fmt: skip
        try:
            yield build
        finally:
            build.kill()


def helpers(build: subprocess.Popen[str]) -> set[int]:
    """The processes that a build has begun and that still run."""
    try:
        listed = Path(f"/proc/{build.pid}/task/{build.pid}/children").read_text(encoding="ascii")
    except OSError:
        return set()
    return {int(number) for number in listed.split()}


def wait_for_helpers(build: subprocess.Popen[str]) -> set[int]:
    """Helpers that are at work, not only begun."""
    end = time.monotonic() + PATIENCE_S
    while build.poll() is None and time.monotonic() < end:
        if found := {number for number in helpers(build) if _ticks(number) >= _AT_WORK_TICKS}:
            return found
        time.sleep(0.001)
    raise AssertionError("the build shared no work")


def end(build: subprocess.Popen[str], how: signal.Signals) -> set[int]:
    """End a build and give the helpers that it leaves behind once they have had time to end."""
    before = helpers(build)
    build.send_signal(how)
    build.wait(timeout=PATIENCE_S)
    return _still_there(before)


def end_with_frozen_helpers(build: subprocess.Popen[str], how: signal.Signals) -> set[int]:
    """As `end`, with helpers that cannot end by themselves because they stand still: only the kernel can end them."""
    frozen = wait_for_helpers(build)
    for number in frozen:
        os.kill(number, signal.SIGSTOP)
    build.send_signal(how)
    build.wait(timeout=PATIENCE_S)
    left = _still_there(frozen)
    for number in left:
        os.kill(number, signal.SIGKILL)
    return left


def _still_there(numbers: set[int]) -> set[int]:
    until = time.monotonic() + PATIENCE_S
    while (left := {number for number in numbers if _runs(number)}) and time.monotonic() < until:
        time.sleep(0.01)
    return left


def _state(number: int) -> list[str]:
    """What the kernel tells of a process, from its state on: proc(5), /proc/[pid]/stat, fields 3 and on."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    except OSError:
        return []


def _runs(number: int) -> bool:
    """A zombie has ended; only nobody has asked how."""
    return _state(number)[:1] not in ([], ["Z"])


def _ticks(number: int) -> int:
    """The time that a process has computed, in hundredths of a second."""
    fields = _state(number)
    return int(fields[11]) + int(fields[12]) if fields else 0
