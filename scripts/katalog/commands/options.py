"""What every command shares: where the project keeps its data, what a word on the command line may be, how wrong use is
told.

Input: words from the command line. Output: values, or argparse's error with a Swedish reason. A command may be run in
any folder of the project; it works in the topmost one, so paths are turned to be seen from there.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from katalog.clock import LAST_YEAR
from katalog.publish.generators import FRAMES

CATALOGUE, SCHEMA = Path("catalogue"), Path("schema")
_FIRST_YEAR = 1900
_LAST_PORT = 65535


def misused(message: str) -> int:
    """Say what was wrong with the command; the exit code for it."""
    print(f"katalog: {message}", file=sys.stderr)
    return 2


def find_root(start: Path) -> Path | None:
    """The project's folder: `start`, or the nearest one above that holds catalogue/ and schema/."""
    return next((p for p in (start, *start.parents) if (p / CATALOGUE).is_dir() and (p / SCHEMA).is_dir()), None)


def path_here(word: str) -> Path:
    """A path as it was meant where the command was run, seen from the project's folder."""
    here = Path.cwd()
    root = find_root(here)
    if root is None or root == here or not word or Path(word).is_absolute():
        return Path(word)
    return Path(os.path.relpath(here / word, root))


def iso_date(word: str) -> str:
    """A day that the calendar has and that can be counted from."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
        raise argparse.ArgumentTypeError(f"{word} är inget datum, skriv till exempel 2026-11-22")
    if not _FIRST_YEAR <= int(word[:4]) <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{word} är för långt bort, välj ett år från {_FIRST_YEAR} till {LAST_YEAR}")
    try:
        return datetime.date.fromisoformat(word).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{word} finns inte i kalendern") from None


def whole(least: int, most: int) -> Callable[[str], int]:
    """A whole number within limits, as argparse wants a type."""

    def read(word: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", word) or not least <= int(word) <= most:
            raise argparse.ArgumentTypeError(f"{word} går inte, skriv ett heltal från {least} till {most}")
        return int(word)

    return read


port = whole(1, _LAST_PORT)


def seconds(word: str) -> float:
    """A time of at most an hour; a comma is as good as a point."""
    if not re.fullmatch(r"[0-9]{1,4}([.,][0-9]{1,3})?", word) or float(word.replace(",", ".")) > 3600:
        raise argparse.ArgumentTypeError(f"{word} går inte, skriv sekunder från 0 till 3600, till exempel 1.5")
    return float(word.replace(",", "."))


def web_address(word: str) -> str:
    """The address of a site, with a slash at the end; empty for none."""
    if not word:
        return ""
    try:
        parts = urlsplit(word)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\"<>]", word)
    except ValueError:
        is_whole = False
    if not is_whole or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError(f"{word} är ingen webbadress, skriv till exempel https://exempel.se/")
    return f"{word.rstrip('/')}/"


def add_idag(command: argparse.ArgumentParser) -> None:
    """The option `--idag`, the same for every command that tells time."""
    command.add_argument("--idag", metavar="DATUM", type=iso_date, help="räkna som om det vore den här dagen")


def add_frame(command: argparse.ArgumentParser) -> None:
    """The option `--frame`, the same for every command that makes the site."""
    told = "vad som gör sidornas ram; annars det som extra.katalog.ram i mkdocs.yml säger"
    command.add_argument("--frame", metavar="RAM", choices=FRAMES, help=f"{told} ({' eller '.join(FRAMES)})")
