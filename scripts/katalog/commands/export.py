"""`katalog export`: the records as a spreadsheet, or in another format of the registry.

Exit codes: 0 written, 1 the catalogue holds errors (nothing is written), 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from katalog.clock import today
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here
from katalog.commands.outcome import posts
from katalog.derive.derived import Derived
from katalog.derive.vocabulary import Vocabularies, read_vocabularies
from katalog.edit.files import write_changes
from katalog.exports.table import FORMATS, Format, make_table
from katalog.record import report
from katalog.record.check import check_catalogue
from katalog.record.schema import load_schema

HELP = (
    "Skriver posterna som ett kalkylblad, en rad för varje verksamhet. Det går att ändra i kalkylbladet och läsa "
    "in det igen med katalog import. Utan --out skrivs det till standard ut."
)
_TERMINAL = "Ett kalkylblad går inte att visa i terminalen. Skriv --out FIL, eller skicka det vidare med > FIL."


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("format", metavar="FORMAT", choices=sorted(FORMATS), help=f"ett av {', '.join(FORMATS)}")
    command.add_argument("--omrade", metavar="OMRÅDE", help="bara det området, till exempel farsta")
    command.add_argument("--out", metavar="FIL", type=path_here, help="skriv till filen; annars till standard ut")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    schema = load_schema(SCHEMA)
    words, chosen = read_vocabularies(schema), FORMATS[options.format]
    if options.omrade and options.omrade not in words.terms("omrade"):
        return misused(f"Området {options.omrade} finns inte. Välj bland: {', '.join(words.terms('omrade'))}.")
    if refusal := _refusal(options.out, chosen):
        return misused(refusal)
    checked = check_catalogue(CATALOGUE, schema, idag := today(options.idag))
    if checked.catalogue is None:
        for problem in checked.problems:
            if problem.is_error:
                print(report.line_of(problem), file=sys.stderr)
        print("Rätta felen först. Inget är skrivet.", file=sys.stderr)
        return 1
    return _write(Derived(catalogue=checked.catalogue, idag=idag), words, options)


def _write(derived: Derived, words: Vocabularies, options: argparse.Namespace) -> int:
    wanted = [record for record in derived.catalogue.records if options.omrade in (None, record.omrade)]
    content = FORMATS[options.format].render(make_table(derived, words, wanted))
    if options.out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return 0
    write_changes({options.out: content})
    print(f"{posts(len(wanted))} skrivna i {options.out}.")
    return 0


def _refusal(out: Path | None, chosen: Format) -> str | None:
    if out is None:
        return _TERMINAL if chosen.is_binary and sys.stdout.isatty() else None
    if out.is_dir():
        return f"{out} är en mapp. Skriv ett filnamn."
    return None
