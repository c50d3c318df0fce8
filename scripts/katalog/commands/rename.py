"""`katalog rename`: move a record's file, mend the references to it, leave a redirect.

Exit codes: 0 done, 1 the result would be wrong (nothing is written), 2 wrong use.
"""

from __future__ import annotations

import argparse

from katalog.clock import today
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused
from katalog.commands.outcome import finish, refused
from katalog.edit.changes import rename_record
from katalog.edit.files import UnknownIdError, find_record
from katalog.edit.lines import EditError
from katalog.record.schema import load_schema

HELP = "Byter filens namn, rättar alla poster som pekar på den och lämnar en omdirigering så att gamla länkar fungerar."


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="GAMMALT", help="id som posten har nu")
    command.add_argument("new", metavar="NYTT", help="id som posten ska få")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    try:
        path = find_record(CATALOGUE, options.old)
        changes = rename_record(CATALOGUE, path, options.new, load_schema(SCHEMA))
    except UnknownIdError as error:
        return misused(str(error))
    except EditError as error:
        return refused(path, error)
    code = finish(changes, today(options.idag))
    if code == 0:
        others = sum(file.suffix == ".yml" and raw is not None for file, raw in changes.items()) - 1
        print(f"{path.stem} heter nu {options.new}. Den gamla adressen leder vidare. Ändrade hänvisningar: {others}.")
    return code
