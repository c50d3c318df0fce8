"""`katalog validate`: every problem of the wanted files.

Exit codes: 0 no errors (warnings allowed), 1 errors, 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from katalog.clock import today
from katalog.commands.checking import progress_on, report_lines, unreadable
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused
from katalog.commands.wanted import NotWantedError, wanted_paths, word_here
from katalog.cores import uncollected
from katalog.record.check import Checked, check_catalogue
from katalog.record.remembered import remembered
from katalog.record.report import REPORTS
from katalog.record.schema import load_schema
from katalog.record.schema_files import BrokenSchemaError

HELP = (
    "Visar alla fel och varningar i posterna med fil, rad och kolumn. Avslutas med 0 när inget är fel, "
    "1 när något är fel och 2 när kommandot inte kunde köras."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path", metavar="POST", nargs="*", type=word_here, help="id, filer eller mappar; annars hela katalogen"
    )
    command.add_argument("--format", metavar="FORMAT", choices=sorted(REPORTS), help="text, json eller github")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    try:
        only = wanted_paths(options.path)
    except NotWantedError as error:
        return misused(str(error))
    idag = today(options.idag)
    with uncollected():
        checked = _checked(only, idag)
        for line in report_lines(checked, options.format, sys.stdout):
            print(line)
    return 1 if any(problem.is_error for problem in checked.problems) else 0


def _checked(only: Sequence[Path], idag: str) -> Checked:
    before, progress = remembered(Path(), SCHEMA, idag), progress_on(sys.stderr)
    try:
        return check_catalogue(CATALOGUE, load_schema(SCHEMA), idag, only=only, before=before, progress=progress)
    except BrokenSchemaError as error:
        return unreadable(error)
