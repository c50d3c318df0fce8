"""Work shared among the machine's cores.

Input: jobs, functions without arguments. Output: their results, in the jobs' order, whatever order they end in.
Children are forked: they know all that this process knows, so only results travel, and these must be picklable. What
a job raises is raised here. With one core, without fork or beside other threads the jobs are run here, one by one.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

R = TypeVar("R")
T = TypeVar("T")
Job = Callable[[], R]
_CHUNK = 250


def chunks(items: Sequence[T]) -> list[Sequence[T]]:
    """`items` in pieces, each worth a process's while and small enough that no core is left waiting for one."""
    return [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]


def run_all(jobs: Sequence[Job[R]]) -> list[R]:
    """The results of all jobs. Put the longest first, so that no core waits for it at the end."""
    if not _can_share():
        return [job() for job in jobs]
    with _children(jobs, _cores()) as pipes:
        return _results(pipes, len(jobs))


@contextmanager
def begun(job: Job[R]) -> Iterator[Job[R]]:
    """Begin a job that is needed later; what is given waits for its result. Nobody asking, it is ended."""
    if not _can_share():
        yield job
        return
    with _children([job], 1) as pipes:
        yield lambda: _results(pipes, 1)[0]


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_share() -> bool:
    """A process with several threads cannot be forked safely: a child may get a lock that nobody opens again."""
    return _cores() > 1 and threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()


@contextmanager
def _children(jobs: Sequence[Job[Any]], most: int) -> Iterator[list[Connection]]:
    """Processes that take one job after the other; the ends of the pipes where their results come out."""
    context = multiprocessing.get_context("fork")
    taken = context.Value("i", 0)
    pipes, children = [], []
    gc.freeze()  # else the collector touches, and so copies, every object that the children share with us
    for _ in range(min(most, len(jobs))):
        ours, theirs = context.Pipe(duplex=False)
        child = context.Process(target=_work, args=(jobs, taken, theirs), daemon=True)
        child.start()
        theirs.close()
        pipes.append(ours)
        children.append(child)
    try:
        yield pipes
    finally:
        for child in children:
            child.terminate()
            child.join()
        gc.unfreeze()


def _work(jobs: Sequence[Job[Any]], taken: Any, pipe: Connection) -> None:
    """A child's whole life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to tell of
    while (number := _next(taken)) < len(jobs):
        try:
            pipe.send((number, jobs[number](), None))
        except BaseException as error:  # whatever it is, the parent raises it
            error.add_note("".join(traceback.format_exception(error)))
            pipe.send((number, None, error))
    pipe.close()


def _next(taken: Any) -> int:
    with taken.get_lock():
        taken.value += 1
        return int(taken.value) - 1


def _results(pipes: Sequence[Connection], count: int) -> list[Any]:
    """Raises what a job raised, and ChildProcessError when a child died, for example for want of memory."""
    results: dict[int, Any] = {}
    open_pipes = list(pipes)
    while open_pipes:
        for pipe in [pipe for pipe in wait(open_pipes) if isinstance(pipe, Connection)]:
            try:
                number, results[number], error = pipe.recv()
            except EOFError:
                open_pipes.remove(pipe)
                continue
            if error is not None:
                raise error
    if len(results) < count:
        raise ChildProcessError("a process that helped ended too early")
    return [results[number] for number in range(count)]
