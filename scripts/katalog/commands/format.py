"""`katalog format`: rewrite files that are not canonical, or with `--check` only name them.

Exit codes: 0 done, 1 a file holds errors or, with `--check`, would be rewritten, 2 wrong use.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from katalog.commands.options import CATALOGUE, SCHEMA, misused
from katalog.commands.outcome import posts
from katalog.commands.wanted import NotWantedError, wanted_paths, word_here
from katalog.edit.files import Changes, write_changes
from katalog.edit.layout import format_record
from katalog.record import report
from katalog.record.files import find_files
from katalog.record.problem import Problem
from katalog.record.schema import load_schema

HELP = (
    "Skriver posterna i mallens ordning och form. Innehåll och kommentarer behålls. Tal där mallen vill ha text "
    "sätts inom citattecken."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path", metavar="POST", nargs="*", type=word_here, help="id, filer eller mappar; annars alla poster"
    )
    command.add_argument("--check", action="store_true", help="ändra inget, säg bara vilka filer som skulle ändras")


def run(options: argparse.Namespace) -> int:
    try:
        files = _files(wanted_paths(options.path))
    except NotWantedError as error:
        return misused(str(error))
    schema = load_schema(SCHEMA)
    changes: dict[Path, bytes | None] = {}
    problems: list[Problem] = []
    for path in files:
        before = path.read_bytes()
        after, found = format_record(before, path.as_posix(), schema)
        problems += found
        if after is not None and after != before.replace(b"\r\n", b"\n"):
            changes[path] = after.replace(b"\n", b"\r\n") if b"\r\n" in before else after  # line ends are git's matter
    if not options.check:
        write_changes(changes)
    _tell_format(changes, problems, len(files), options.check)
    return 1 if problems or (options.check and changes) else 0


def _files(paths: Sequence[Path]) -> list[Path]:
    if not paths:
        return find_files(CATALOGUE)
    return [file for path in paths for file in (find_files(path) if path.is_dir() else [path])]


def _tell_format(changes: Changes, problems: list[Problem], count: int, is_check: bool) -> None:
    for problem in problems:
        print(report.line_of(problem))
    for path in changes:
        print(f"{path.as_posix()}: {'skulle ändras' if is_check else 'ändrad'}")
    done = "skulle ändras" if is_check else "ändrade"
    print(f"{posts(count)}, {len(changes)} {done}.")
