"""One build at a time in a folder: two would take each other's files.

Input: a folder that is there. The lock is the kernel's, on the folder itself: it leaves no file behind, and a build
that dies lets go of it. Where there are no such locks (Windows, some network disks) nothing is locked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_PATIENCE_S = 1.0  # a build that was killed may need a moment until the last of its processes is gone
_PAUSE_S = 0.05


class BusyError(Exception):
    """Another build is at work in the folder."""


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Raises BusyError when another build holds the folder."""
    if fcntl is None:
        yield
        return
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _take(place)
        yield
    finally:
        os.close(place)


def _take(place: int) -> None:
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise BusyError("Ett annat bygge pågår. Vänta tills det är klart och kör igen.") from None
            time.sleep(_PAUSE_S)
        except OSError:  # a disk that knows no locks
            return
        else:
            return
