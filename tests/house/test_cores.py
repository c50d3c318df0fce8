"""Work on several cores gives what it gives on one, and tells faults as if it had been done here."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from katalog import cores
from katalog.cores import StoppedError, chunks, run_all, stoppable
from tests.house.shared_work import CASES, slowly
from tests.support import PROJECT

TIMEOUT_S = 50  # less than the job that is ended unasked would take


@pytest.mark.parametrize("case", CASES)
def test_shared_work(case: str) -> None:
    command = [sys.executable, "-m", "tests.house.shared_work", case]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    assert done.returncode == 0, done.stderr


def test_beside_other_threads_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "count_cores", lambda: 2)
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert {process for _, process in run_all(slowly, [0, 1])} == {os.getpid()}
    finally:
        stop.set()
        thread.join()


def test_what_is_done_here_stops_before_the_next_item(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "count_cores", lambda: 1)
    done: list[int] = []
    with pytest.raises(StoppedError), stoppable(lambda: bool(done)):
        run_all(done.append, [1, 2])
    assert done == [1]


def test_chunks_hold_everything_once() -> None:
    assert [list(part) for part in chunks(range(5), 2)] == [[0, 1], [2, 3], [4]]
