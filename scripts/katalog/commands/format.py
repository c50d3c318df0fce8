"""`katalog format`: rewrite files that are not canonical, or with `--check` only name them.

Exit codes: 0 done, 1 a file holds errors or, with `--check`, would be rewritten, 2 wrong use.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from katalog.commands.options import CATALOGUE, SCHEMA, misused, path_here
from katalog.commands.outcome import posts
from katalog.edit.files import Changes, write_changes
from katalog.edit.layout import format_record
from katalog.record import report
from katalog.record.check import find_files
from katalog.record.problem import Problem
from katalog.record.schema import load_schema

HELP = (
    "Skriver posterna i mallens ordning och form. Innehåll och kommentarer behålls. Tal där mallen vill ha text "
    "sätts inom citattecken."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path", metavar="SÖKVÄG", nargs="*", type=path_here, help="filer eller mappar; annars alla poster"
    )
    command.add_argument("--check", action="store_true", help="ändra inget, säg bara vilka filer som skulle ändras")


def run(options: argparse.Namespace) -> int:
    missing = [path for path in options.path if not path.exists()]
    if missing:
        return misused(f"{missing[0]} finns inte. Skriv sökvägen till en fil eller mapp i catalogue/.")
    schema = load_schema(SCHEMA)
    files = _files(options.path)
    changes: dict[Path, bytes | None] = {}
    problems: list[Problem] = []
    for path in files:
        before = path.read_bytes()
        after, found = format_record(before, path.as_posix(), schema)
        problems += found
        if after is not None and after != before:
            changes[path] = after
    if not options.check:
        write_changes(changes)
    _tell_format(changes, problems, len(files), options.check)
    return 1 if problems or (options.check and changes) else 0


def _files(paths: Sequence[Path]) -> list[Path]:
    if not paths:
        return find_files(CATALOGUE)
    return [file for path in paths for file in ([path] if path.is_file() else find_files(path))]


def _tell_format(changes: Changes, problems: list[Problem], count: int, is_check: bool) -> None:
    for problem in problems:
        print(report.line_of(problem))
    for path in changes:
        print(f"{path.as_posix()}: {'skulle ändras' if is_check else 'ändrad'}")
    done = "skulle ändras" if is_check else "ändrade"
    print(f"{posts(count)}, {len(changes)} {done}.")
