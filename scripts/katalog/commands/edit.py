"""`katalog format`, `confirm`, `close` and `rename`: words from the command line -> changed files and a Swedish line.

Exit codes: 0 done, 1 the result would be wrong or cannot be made (nothing is written), 2 wrong use.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from katalog.clock import today
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, iso_date, misused
from katalog.commands.outcome import finish, posts
from katalog.edit.changes import close_record, confirm_record, find_references, rename_record
from katalog.edit.files import Changes, UnknownIdError, find_record, write_changes
from katalog.edit.layout import format_record
from katalog.edit.lines import EditError
from katalog.record import report
from katalog.record.check import find_files
from katalog.record.problem import Problem
from katalog.record.schema import load_schema


def add_parser(commands: Any) -> None:
    """Put the four commands among the others. `commands` is what argparse's `add_subparsers` returns."""
    _add_format(commands)
    _add_confirm(commands)
    _add_close(commands)
    _add_rename(commands)


def _add_format(commands: Any) -> None:
    command = commands.add_parser("format", help="skriv posterna i samma ordning och form", description=_FORMAT_HELP)
    command.add_argument("path", metavar="SÖKVÄG", nargs="*", type=Path, help="filer eller mappar; annars alla poster")
    command.add_argument("--check", action="store_true", help="ändra inget, säg bara vilka filer som skulle ändras")
    command.set_defaults(run=run_format)


def _add_confirm(commands: Any) -> None:
    command = commands.add_parser("confirm", help="skriv in att uppgifterna stämmer", description=_CONFIRM_HELP)
    command.add_argument("id", metavar="ID", nargs="+", help="postens id, flera går bra")
    command.add_argument("--av", metavar="VEM", required=True, help="organisation eller funktion, aldrig en person")
    command.add_argument("--datum", metavar="DATUM", type=iso_date, help="dagen då de bekräftades; annars i dag")
    command.add_argument("--ar", metavar="ÅR", type=int, help="året som uppgifterna gäller; annars datumets år")
    add_idag(command)
    command.set_defaults(run=run_confirm)


def _add_close(commands: Any) -> None:
    command = commands.add_parser("close", help="skriv in att en verksamhet har stängt", description=_CLOSE_HELP)
    command.add_argument("id", metavar="ID", help="postens id")
    command.add_argument("--ersatt-av", metavar="ID", help="verksamheten som läsaren ska gå till i stället")
    add_idag(command)
    command.set_defaults(run=run_close)


def _add_rename(commands: Any) -> None:
    command = commands.add_parser("rename", help="byt id på en post", description=_RENAME_HELP)
    command.add_argument("old", metavar="GAMMALT", help="id som posten har nu")
    command.add_argument("new", metavar="NYTT", help="id som posten ska få")
    add_idag(command)
    command.set_defaults(run=run_rename)


def run_format(options: argparse.Namespace) -> int:
    """`katalog format`: rewrite files that are not canonical, or with --check only name them."""
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


def run_confirm(options: argparse.Namespace) -> int:
    """`katalog confirm`: all named records or none."""
    idag = today(options.idag)
    datum = options.datum or idag

    def change(raw: bytes) -> bytes:
        return confirm_record(raw, load_schema(SCHEMA), av=options.av, datum=datum, ar=options.ar)

    code = _edit(options.id, change, idag)
    if code == 0:
        print(f"{posts(len(set(options.id)))} bekräftade {datum} av {options.av}.")
    return code


def run_close(options: argparse.Namespace) -> int:
    """`katalog close`: mark as closed; name the records that still lead there."""
    try:
        target = find_record(CATALOGUE, options.ersatt_av).stem if options.ersatt_av else None
        path = find_record(CATALOGUE, options.id)
    except UnknownIdError as error:
        return misused(str(error))
    schema = load_schema(SCHEMA)
    code = _edit([options.id], lambda raw: close_record(raw, schema, ersatt_av=target), today(options.idag))
    if code == 0:
        instead = f" Läsaren hänvisas till {target}." if target else ""
        print(f"{path.stem} är nu stängd.{instead}")
        for other, field in find_references(CATALOGUE, path.stem):
            print(f"Obs: {other.as_posix()} har den kvar i {field}. Se över den raden.")
    return code


def run_rename(options: argparse.Namespace) -> int:
    """`katalog rename`: move the file, mend references, leave a redirect."""
    try:
        path = find_record(CATALOGUE, options.old)
        changes = rename_record(CATALOGUE, path, options.new)
    except UnknownIdError as error:
        return misused(str(error))
    except EditError as error:
        return _refused(path, error)
    code = finish(changes, today(options.idag))
    if code == 0:
        others = sum(file.suffix == ".yml" and raw is not None for file, raw in changes.items()) - 1
        print(f"{path.stem} heter nu {options.new}. Den gamla adressen leder vidare. Ändrade hänvisningar: {others}.")
    return code


def _edit(words: Sequence[str], change: Any, idag: str) -> int:
    changes: dict[Path, bytes | None] = {}
    for word in words:
        try:
            path = find_record(CATALOGUE, word)
            changes[path] = change(path.read_bytes())
        except UnknownIdError as error:
            return misused(str(error))
        except EditError as error:
            return _refused(path, error)
    return finish({path: raw for path, raw in changes.items() if raw != path.read_bytes()}, idag)


def _refused(path: Path, error: EditError) -> int:
    print(f"{path.as_posix()}: {error} Inget är ändrat.")
    return 1


_FORMAT_HELP = (
    "Skriver posterna i mallens ordning och form. Innehåll och kommentarer behålls. Tal där mallen vill ha text "
    "sätts inom citattecken."
)
_CONFIRM_HELP = (
    "Skriver in vem som har bekräftat uppgifterna och när. Status okand blir aktiv, och uppgifterna gäller från "
    "bekräftelsens år. Bara de rader som behövs ändras."
)
_CLOSE_HELP = "Sätter status avslutad och, med --ersatt-av, vart läsaren ska gå i stället."
_RENAME_HELP = (
    "Byter filens namn, rättar alla poster som pekar på den och lämnar en omdirigering så att gamla länkar fungerar."
)
