"""What `test_cores.py` runs in a process of its own: beside a browser's threads nothing is forked.

`python -m tests.house.shared_work NAME` ends with 0 when the case holds.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable

import pytest

from katalog import cores
from katalog.cores import StoppedError, begun, run_all, stoppable


def slowly(number: int) -> tuple[int, int]:
    """The later the number, the sooner done; with the process that did it."""
    time.sleep(0.05 / (number + 1))
    return number, os.getpid()


def _die(number: int) -> int:
    return number or os._exit(9)


def results_come_in_the_jobs_order_from_other_processes() -> None:
    told: list[int] = []
    found = run_all(slowly, range(6), told.append)
    assert [number for number, _ in found] == list(range(6))
    assert os.getpid() not in {process for _, process in found}
    assert told == [1, 2, 3, 4, 5, 6]


def what_a_job_raises_is_raised_here_and_tells_where() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        run_all(lambda number: 1 // number, [1, 0])
    assert "shared_work.py" in "".join(raised.value.__notes__)


def a_child_that_dies_is_not_taken_for_one_that_is_done() -> None:
    with pytest.raises(ChildProcessError):
        run_all(_die, [1, 0])


def a_job_that_was_begun_waits_for_nobody() -> None:
    with begun(slowly, 0) as result:
        assert result()[1] != os.getpid()
    with begun(time.sleep, 60):
        pass  # nobody asked: it is ended


def what_is_asked_to_stop_is_not_waited_for() -> None:
    with pytest.raises(StoppedError), stoppable(lambda: True):
        run_all(time.sleep, [60, 60])
    assert run_all(abs, [-1, -2]) == [1, 2], "only in the block"


def ctrl_c_at_a_fork_is_not_lost() -> None:
    """What is raised in a hook of a fork Python throws away: logging has such a hook, and so has this case."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # behind a shell's & it would be left unheard
    os.register_at_fork(after_in_parent=lambda: os.kill(os.getpid(), signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        run_all(slowly, range(6))


CASES: dict[str, Callable[[], None]] = {
    case.__name__: case
    for case in (
        results_come_in_the_jobs_order_from_other_processes,
        what_a_job_raises_is_raised_here_and_tells_where,
        a_child_that_dies_is_not_taken_for_one_that_is_done,
        what_is_asked_to_stop_is_not_waited_for,
        ctrl_c_at_a_fork_is_not_lost,
        a_job_that_was_begun_waits_for_nobody,
    )
}


if __name__ == "__main__":
    cores.count_cores = lambda: 2
    CASES[sys.argv[1]]()
