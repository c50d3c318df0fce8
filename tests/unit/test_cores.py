"""Work on several cores gives what it gives on one, and tells faults as if it had been done here."""

from __future__ import annotations

import os
import threading
import time
from functools import partial

import pytest

from katalog import cores
from katalog.cores import begun, chunks, run_all


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cores, "_cores", lambda: 2)


def _slowly(number: int) -> tuple[int, int]:
    time.sleep(0.05 / (number + 1))
    return number, os.getpid()


def _die() -> int:
    os._exit(9)


def test_results_come_in_the_jobs_order_from_other_processes() -> None:
    told: list[int] = []
    found = run_all([partial(_slowly, number) for number in range(6)], told.append)
    assert [number for number, _ in found] == list(range(6))
    assert os.getpid() not in {process for _, process in found}
    assert told == [1, 2, 3, 4, 5, 6]


def test_what_a_job_raises_is_raised_here_and_tells_where() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        run_all([lambda: 1, lambda: 1 // 0])
    assert "test_cores.py" in "".join(raised.value.__notes__)


def test_a_child_that_dies_is_not_taken_for_one_that_is_done() -> None:
    with pytest.raises(ChildProcessError):
        run_all([lambda: 1, _die])


def test_beside_other_threads_the_work_is_done_here() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert {process for _, process in run_all([partial(_slowly, 0), partial(_slowly, 1)])} == {os.getpid()}
    finally:
        stop.set()
        thread.join()


def test_a_job_that_was_begun_waits_for_nobody() -> None:
    with begun(partial(_slowly, 0)) as result:
        assert result()[1] != os.getpid()
    with begun(partial(time.sleep, 60)):
        pass  # nobody asked: it is ended


def test_chunks_hold_everything_once() -> None:
    assert [list(part) for part in chunks(range(5), 2)] == [[0, 1], [2, 3], [4]]
