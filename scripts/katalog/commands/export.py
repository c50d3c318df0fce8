"""`katalog export`: the records in a format of the registry (`exports/registry.py`).

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
from katalog.exports.packing import packed
from katalog.exports.registry import BY_SLUG, Export
from katalog.exports.source import Source
from katalog.publish.history import read_history
from katalog.publish.project_file import read_project
from katalog.publish.target import file_refusal
from katalog.record import report
from katalog.record.check import check_catalogue
from katalog.record.schema import load_schema

HELP = (
    "Skriver posterna i ett av formaten för öppna data. Ett kalkylblad går att ändra och läsa in igen med katalog "
    "import. Ett format med flera filer blir en zip-fil. Utan --out skrivs det till standard ut."
)
_TERMINAL = "Formatet går inte att visa i terminalen. Skriv --out FIL, eller skicka det vidare med > FIL."
_NOTHING = "Formatet {format} kräver uppgifter som inte är inställda. Inget är skrivet."


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("format", metavar="FORMAT", choices=sorted(BY_SLUG), help=f"ett av {', '.join(BY_SLUG)}")
    command.add_argument("--omrade", metavar="OMRÅDE", help="bara det området, till exempel farsta")
    command.add_argument("--out", metavar="FIL", type=path_here, help="skriv till filen; annars till standard ut")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    schema = load_schema(SCHEMA)
    words, chosen = read_vocabularies(schema), BY_SLUG[options.format]
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
    history = read_history(Path(), derived.catalogue, derived.idag)
    source = Source(
        derived=derived, words=words, settings=read_project(Path()).settings, records=wanted, history=history
    )
    content = _content(BY_SLUG[options.format], source)
    if content is None:
        return misused(_NOTHING.format(format=options.format))
    if options.out is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return 0
    write_changes({options.out: content})
    print(f"{posts(len(wanted))} skrivna i {options.out}.")
    return 0


def _content(export: Export, source: Source) -> bytes | None:
    """The file, or all files of the format packed in one; None when there is none."""
    files = export.render(source)
    if not export.is_single:
        return packed((path, b"".join(pieces)) for path, pieces in files)
    return next((b"".join(pieces) for _, pieces in files), None)


def _refusal(out: Path | None, chosen: Export) -> str | None:
    if out is None:
        is_shown = chosen.is_single and chosen.is_text
        return _TERMINAL if not is_shown and sys.stdout.isatty() else None
    return file_refusal(out, Path())
