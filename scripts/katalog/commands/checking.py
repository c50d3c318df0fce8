"""What the commands that check the catalogue share: a bar while it takes time, and the report in the form that fits.

Input: `Checked`, a stream. Output: lines.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import IO

from katalog.record import report
from katalog.record.check import Checked, Progress

_PROGRESS_AFTER_SECONDS = 1.0


def report_lines(checked: Checked, chosen: str | None, stream: IO[str]) -> Iterator[str]:
    """The report; without a choice as the surroundings want it: annotations in GitHub's CI, colour on a terminal."""
    chosen = chosen or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    if chosen == "text" and stream.isatty():
        return report.terminal_report(checked, colour=not os.environ.get("NO_COLOR"))
    return report.REPORTS[chosen](checked)


def progress_on(stream: IO[str]) -> Progress | None:
    """A bar on a terminal for work of more than a second; nothing anywhere else."""
    if not stream.isatty():
        return None
    started = time.monotonic()

    def show(done: int, of: int) -> None:
        if time.monotonic() - started < _PROGRESS_AFTER_SECONDS:
            return
        filled = 30 * done // of
        bar = f"\rKontrollerar [{'#' * filled}{'.' * (30 - filled)}] {100 * done // of} %"
        print(bar if done < of else "\r" + " " * len(bar) + "\r", end="", file=stream, flush=True)

    return show
