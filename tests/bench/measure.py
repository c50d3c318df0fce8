"""One command, run as a user runs it -> how long it took and how much memory it held, in each process and in all.

Linux only: /proc tells the memory of a process and its children while they live.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

_EVERY_SECONDS = 0.1


def memory_disk() -> Path | None:
    """Files in memory where there is such a place: a disk that has just removed ten thousand files takes up to 2 ms for
    the next new one, which says nothing of who writes it."""
    place = Path("/dev/shm")  # noqa: S108
    return place if os.access(place, os.W_OK) else None


@dataclass(frozen=True, kw_only=True)
class Run:
    """Wall seconds; processor seconds of all processes; the largest memory of one process, and of all together with
    shared pages counted once."""

    seconds: float
    cpu_seconds: float
    one_mb: float
    all_mb: float


def fastest(command: Sequence[str], folder: Path, times: int, before: Callable[[], object] = lambda: None) -> Run:
    """The fastest of `times` runs, since whatever else the machine does can only add. Memory is watched in the first:
    looking takes time too. `before` is done ahead of each and not counted."""
    runs = []
    for number in range(times):
        before()
        runs.append(_run(command, folder, is_watched=number == 0))
    return replace(min(runs, key=lambda run: run.seconds), all_mb=runs[0].all_mb)


def _run(command: Sequence[str], folder: Path, *, is_watched: bool) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    seen: list[float] = [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, seen), daemon=True)
    if is_watched:
        watcher.start()
    told = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)  # tells of this process and those it waited for, and of no other
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}: {told.decode()[-2000:]}")
    one = used.ru_maxrss / 1024
    return Run(seconds=seconds, cpu_seconds=used.ru_utime + used.ru_stime, one_mb=one, all_mb=max(one, *seen))


def _watch(pid: int, seen: list[float]) -> None:
    while total := sum(_share_mb(process) for process in _family(pid)):
        seen.append(total)
        time.sleep(_EVERY_SECONDS)


def _family(pid: int) -> Iterator[int]:
    yield pid
    with contextlib.suppress(OSError):  # it may end while we look
        for tasks in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in tasks.read_text().split():
                yield from _family(int(child))


def _share_mb(pid: int) -> float:
    """Memory of a process; a page that several share counts in parts."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
