"""`katalog validate`: every problem of the wanted files.

Exit codes: 0 no errors (warnings allowed), 1 errors, 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from katalog.clock import today
from katalog.commands.checking import progress_on, report_lines
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here
from katalog.record.check import check_catalogue, find_files
from katalog.record.report import REPORTS
from katalog.record.schema import load_schema

HELP = (
    "Visar alla fel och varningar i posterna med fil, rad och kolumn. Avslutas med 0 när inget är fel, "
    "1 när något är fel och 2 när kommandot inte kunde köras."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path", metavar="SÖKVÄG", nargs="*", type=path_here, help="filer eller mappar; annars hela katalogen"
    )
    command.add_argument("--format", metavar="FORMAT", choices=sorted(REPORTS), help="text, json eller github")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    only = list(_wanted(options.path))
    missing = [path for path in options.path if not path.exists()]
    if missing:
        return misused(f"{missing[0]} finns inte. Skriv sökvägen till en fil eller mapp i catalogue/.")
    if options.path and not only:
        return misused(f"I {options.path[0]} finns ingen post. Poster slutar på .yml och ligger i catalogue/.")
    checked = check_catalogue(
        CATALOGUE, load_schema(SCHEMA), today(options.idag), only=only, progress=progress_on(sys.stderr)
    )
    for line in report_lines(checked, options.format, sys.stdout):
        print(line)
    return 1 if any(problem.is_error for problem in checked.problems) else 0


def _wanted(paths: Sequence[Path]) -> Iterator[Path]:
    """The record files that the words on the command line name; everything outside the catalogue is left out."""
    inside = CATALOGUE.resolve()
    for path in paths:
        for file in find_files(path) if path.is_dir() else [path]:
            if inside in (file.parent.resolve() / file.name).parents:  # a link counts as lying where it stands
                yield file
