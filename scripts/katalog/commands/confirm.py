"""`katalog confirm`: write into records who has confirmed them and when; all named records or none.

Exit codes: 0 done, 1 the result would be wrong (nothing is written), 2 wrong use.
"""

from __future__ import annotations

import argparse

from katalog.clock import today
from katalog.commands.options import SCHEMA, add_idag, iso_date, whole
from katalog.commands.outcome import edit_records, posts
from katalog.edit.changes import confirm_record
from katalog.record.schema import load_schema

HELP = (
    "Skriver in vem som har bekräftat uppgifterna och när. Status okand blir aktiv, och uppgifterna gäller från "
    "bekräftelsens år. Bara de rader som behövs ändras."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("id", metavar="ID", nargs="+", help="postens id, flera går bra")
    command.add_argument("--av", metavar="VEM", required=True, help="organisation eller funktion, aldrig en person")
    command.add_argument("--datum", metavar="DATUM", type=iso_date, help="dagen då de bekräftades; annars i dag")
    command.add_argument(
        "--ar", metavar="ÅR", type=whole(1900, 2999), help="året som uppgifterna gäller; annars datumets år"
    )
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    idag = today(options.idag)
    datum = options.datum or idag

    def change(raw: bytes) -> bytes:
        return confirm_record(raw, load_schema(SCHEMA), av=options.av, datum=datum, ar=options.ar)

    code = edit_records(options.id, change, idag)
    if code == 0:
        print(f"{posts(len(set(options.id)))} bekräftade {datum} av {options.av}.")
    return code
