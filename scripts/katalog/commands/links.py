"""`katalog links`: ask every web address over the network. Never part of build or validate.

Exit codes: 0 nothing to mend, 1 addresses that are gone or wrong, 2 wrong use or no network.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from katalog.clock import today
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here, seconds, whole
from katalog.edit.files import write_changes
from katalog.publish.target import file_refusal
from katalog.record.check import check_catalogue
from katalog.record.schema import load_schema
from katalog.upkeep.fetch import Limits
from katalog.upkeep.links import (
    MUST_MEND,
    check_addresses,
    find_addresses,
    load_exceptions,
    render_json,
    render_markdown,
    summary,
    tell_exceptions,
)

EXCEPTIONS = Path("scripts/lankar-undantag.json")

HELP = (
    "Frågar varje webbadress i katalogen om den svarar, och skiljer på det som är borta och det som nekar kontrollen. "
    "Undantag med skäl och datum står i scripts/lankar-undantag.json. Använder nätet; ingår aldrig i bygge eller test."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--rapport", metavar="FIL", type=path_here, help="skriv rapporten i en fil, .md eller .json")
    command.add_argument("--undantag", metavar="FIL", type=path_here, default=EXCEPTIONS, help=f"annars {EXCEPTIONS}")
    command.add_argument("--tid", metavar="SEKUNDER", type=seconds, default=10.0, help="längsta väntan på ett svar")
    command.add_argument(
        "--paus", metavar="SEKUNDER", type=seconds, default=1.0, help="paus mellan frågor till en värd"
    )
    command.add_argument(
        "--forsok", metavar="ANTAL", type=whole(1, 20), default=3, help="försök innan en adress räknas som fel"
    )
    command.add_argument("--tillat-privata", action="store_true", help="fråga även privata nät, bara för prov")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    if options.rapport is not None and (refused := file_refusal(options.rapport, Path())):
        return misused(refused)
    try:
        exceptions = load_exceptions(options.undantag)
    except ValueError as error:
        return misused(str(error))
    idag = today(options.idag)
    addresses = find_addresses(check_catalogue(CATALOGUE, load_schema(SCHEMA), idag).clean)
    exempt = {entry.webb for entry in exceptions}
    asked = {address: places for address, places in addresses.items() if address not in exempt}
    found = check_addresses(asked, _limits(options), _progress)
    notes = list(tell_exceptions(exceptions, addresses, idag))
    is_json = options.rapport is not None and options.rapport.suffix == ".json"
    text = (render_json if is_json else render_markdown)(found, notes, idag)
    if options.rapport is None:
        sys.stdout.write(text)
    else:
        write_changes({options.rapport: text.encode()})
        print(f"{summary(found)} Rapporten finns i {options.rapport}.")
    if found and not any(each.answer.is_heard for each in found):
        return misused("Ingen adress svarade. Kontrollera att datorn har nät.")
    return 1 if any(each.answer.kind in MUST_MEND for each in found) else 0


def _limits(options: argparse.Namespace) -> Limits:
    return Limits(
        timeout_seconds=options.tid,
        total_seconds=3 * options.tid,
        pause_seconds=options.paus,
        tries=options.forsok,
        allow_private=options.tillat_privata,
    )


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} av {of}", end="\n" if done == of else "", file=sys.stderr, flush=True)
