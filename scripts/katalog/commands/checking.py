"""What the commands that check the catalogue share: a bar while it takes time, and the report in the form that fits.

Input: `Checked`, a stream. Output: lines.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import IO

from katalog.commands.options import misused
from katalog.publish.generators import FrameError
from katalog.publish.project_file import ProjectFileError
from katalog.record import report
from katalog.record.check import Checked, Progress
from katalog.record.schema_files import BrokenSchemaError

_PROGRESS_AFTER_SECONDS = 1.0


def unreadable(error: BrokenSchemaError) -> Checked:
    """What is told when the schema itself cannot be read: no record has been looked at."""
    return Checked(problems=error.problems, clean=(), files=0)


def run_with_schema(run: Callable[[argparse.Namespace], int], options: argparse.Namespace) -> int:
    """A command's exit code; 1 when the schema cannot be read and the command has no words of its own for that, 2 when
    mkdocs.yml cannot be read or the frame not be made."""
    try:
        return run(options)
    except (FrameError, ProjectFileError) as error:
        return misused(str(error))
    except BrokenSchemaError as error:
        for problem in error.problems:
            print(report.line_of(problem))
        print("Mallen i schema/ är trasig. Rätta felen och kör igen.", file=sys.stderr)
        return 1


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
