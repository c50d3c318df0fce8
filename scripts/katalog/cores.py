"""Work shared among the machine's cores.

Input: a function and the items to call it with. Output: the results, in the items' order, whatever order they end in.
Children are forked: they know all that this process knows, so only results travel, and these must be picklable. What
the function raises is raised here. With one core, without fork or beside other threads it is called here, one by one.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

R = TypeVar("R")
T = TypeVar("T")
_MOST = 8  # every process holds some 50 MB of its own
_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>, see prctl(2)
_LOOK_EVERY_S = 0.3  # whether work that is shared is to stop
_stop: ContextVar[Callable[[], bool] | None] = ContextVar("stop", default=None)


class StoppedError(Exception):
    """Work was asked to stop on its way: what it was begun on is no longer so."""


def chunks(items: Sequence[T], size: int = 250) -> list[Sequence[T]]:
    """`items` in pieces, each worth a process's while and small enough that no core is left waiting for one."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def run_all(work: Callable[[T], R], items: Sequence[T], tell: Callable[[int], None] | None = None) -> list[R]:
    """`work` called with each item. Pass the items that take longest first, so that no core is left waiting. `tell` is
    called with how many have ended. Raises StoppedError when that is asked for (`stoppable`)."""
    if len(items) > 1 and _can_share():
        with _children(work, items, count_cores()) as pipes:
            return _in_order(_results(pipes), len(items), tell)
    return _in_order(_one_by_one(work, items), len(items), tell)


@contextmanager
def stoppable(stop: Callable[[], bool]) -> Iterator[None]:
    """What is shared in the block is ended at once when `stop` says so: children in the midst of their work, and where
    it is done here before the next item."""
    token = _stop.set(stop)
    try:
        yield
    finally:
        _stop.reset(token)


def _heed(stop: Callable[[], bool] | None) -> None:
    if stop and stop():
        raise StoppedError


@contextmanager
def begun(work: Callable[[T], R], item: T) -> Iterator[Callable[[], R]]:
    """Begin work that is needed later; call what it yields to wait for the result. If nobody asks, it is stopped."""
    if not _can_share():
        yield lambda: work(item)
        return
    with _children(work, [item], 1) as pipes:
        yield lambda: _in_order(_results(pipes), 1, None)[0]


@contextmanager
def uncollected() -> Iterator[None]:
    """For work that makes much and hardly any rings of it: the collector would go through all of it again and again,
    and find little. What nobody holds any longer is freed at once all the same."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def count_cores() -> int:
    """How many processes share the work. More than one on Linux only: Windows cannot fork, and the libraries of macOS
    keep threads of their own."""
    return min(_MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def _can_share() -> bool:
    """A process with several threads cannot be forked safely: a child may get a lock that nobody opens again."""
    import threading  # noqa: PLC0415  # only who may share work asks

    return count_cores() > 1 and threading.active_count() == 1


@contextmanager
def _children(work: Callable[[Any], Any], items: Sequence[Any], most: int) -> Iterator[list[Connection]]:
    """Processes that take one item after the other; the ends of the pipes where their results come out."""
    import multiprocessing  # noqa: PLC0415  # only who shares work waits for it

    context = multiprocessing.get_context("fork")
    taken = context.Value("i", 0)
    pipes, children = [], []
    gc.freeze()  # else the collector touches, and so copies, every object that the children share with us
    try:
        with _undisturbed():
            for _ in range(min(most, len(items))):
                ours, theirs = context.Pipe(duplex=False)
                child = context.Process(target=_work, args=(work, items, taken, theirs, os.getpid()), daemon=True)
                child.start()
                theirs.close()
                pipes.append(ours)
                children.append(child)
        yield pipes
    finally:
        for child in children:
            child.terminate()
            child.join()
        gc.unfreeze()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C waits until the block is done: what libraries do at a fork (`os.register_at_fork`) loses it."""
    import signal  # noqa: PLC0415  # as above

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(work: Callable[[Any], Any], items: Sequence[Any], taken: Any, pipe: Connection, parent: int) -> None:
    """A child's whole life."""
    import signal  # noqa: PLC0415  # as above
    import traceback  # noqa: PLC0415

    _end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to tell of
    while (number := _next(taken)) < len(items):
        try:
            pipe.send((number, work(items[number]), None))
        except BaseException as error:  # whatever it is, the parent raises it
            error.add_note("".join(traceback.format_exception(error)))
            pipe.send((number, None, error))
        gc.collect()  # what a template with macros of its own was told is a ring, and the collector is off in a build
    pipe.close()


def _end_with(parent: int) -> None:
    """Let the kernel end this process when its parent is gone, whatever ended that: SIGKILL leaves it no last word."""
    import ctypes  # noqa: PLC0415  # multiprocessing has brought both already
    import signal  # noqa: PLC0415

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # gone before we asked
        os._exit(1)


def _next(taken: Any) -> int:
    with taken.get_lock():
        taken.value += 1
        return int(taken.value) - 1


def _one_by_one(work: Callable[[T], R], items: Sequence[T]) -> Iterator[tuple[int, R]]:
    for number, item in enumerate(items):
        _heed(_stop.get())
        yield number, work(item)


def _results(pipes: Sequence[Connection]) -> Iterator[tuple[int, Any]]:
    """Number and result of each job as it ends. Raises what a job raised."""
    from multiprocessing.connection import Connection, wait  # noqa: PLC0415  # as above

    open_pipes, stop = list(pipes), _stop.get()
    while open_pipes:
        ready = wait(open_pipes, _LOOK_EVERY_S if stop else None)
        _heed(stop)
        for pipe in [pipe for pipe in ready if isinstance(pipe, Connection)]:
            try:
                number, result, error = pipe.recv()
            except EOFError:
                open_pipes.remove(pipe)
                continue
            if error is not None:
                raise error
            yield number, result


def _in_order(results: Iterable[tuple[int, R]], count: int, tell: Callable[[int], None] | None) -> list[R]:
    """Raises ChildProcessError when a result is missing: a child died, for example for want of memory."""
    found: dict[int, R] = {}
    for number, result in results:
        found[number] = result
        if tell:
            tell(len(found))
    if len(found) < count:
        raise ChildProcessError("a process that helped has died")
    return [found[number] for number in range(count)]
