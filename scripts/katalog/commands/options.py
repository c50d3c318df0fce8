"""What every command shares: where the project keeps its data, how a day is written, how wrong use is told.

Input: words from the command line.
"""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from pathlib import Path

CATALOGUE, SCHEMA = Path("catalogue"), Path("schema")


def misused(message: str) -> int:
    """Say what was wrong with the command; the exit code for it."""
    print(f"katalog: {message}", file=sys.stderr)
    return 2


def iso_date(word: str) -> str:
    """A date from the command line, as argparse wants it."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", word):
        raise argparse.ArgumentTypeError(f"{word} är inget datum, skriv till exempel 2026-11-22")
    try:
        return datetime.date.fromisoformat(word).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word} finns inte i kalendern") from None


def add_idag(command: argparse.ArgumentParser) -> None:
    """The option `--idag`, the same for every command that tells time."""
    command.add_argument("--idag", metavar="DATUM", type=iso_date, help="räkna som om det vore den här dagen")
