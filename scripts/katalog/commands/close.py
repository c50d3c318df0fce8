"""`katalog close`: mark a record as closed, and name the records that still lead there.

Exit codes: 0 done, 1 the result would be wrong (nothing is written), 2 wrong use.
"""

from __future__ import annotations

import argparse

from katalog.clock import today
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused
from katalog.commands.outcome import edit_records
from katalog.edit.changes import close_record, find_references
from katalog.edit.files import UnknownIdError, find_record
from katalog.record.schema import load_schema

HELP = "Sätter status avslutad och, med --ersatt-av, vart läsaren ska gå i stället."


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", help="postens id")
    command.add_argument("--ersatt-av", metavar="ID", help="verksamheten som läsaren ska gå till i stället")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    try:
        target = find_record(CATALOGUE, options.ersatt_av).stem if options.ersatt_av else None
        path = find_record(CATALOGUE, options.id)
    except UnknownIdError as error:
        return misused(str(error))
    schema = load_schema(SCHEMA)
    code = edit_records([options.id], lambda raw: close_record(raw, schema, ersatt_av=target), today(options.idag))
    if code == 0:
        instead = f" Läsaren hänvisas till {target}." if target else ""
        print(f"{path.stem} är nu stängd.{instead}")
        for other, field in find_references(CATALOGUE, path.stem, schema):
            print(f"Obs: {other.as_posix()} har den kvar i {field}. Se över den raden.")
    return code
