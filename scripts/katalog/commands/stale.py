"""`katalog stale`: what must be looked at, in the format asked for, or as letters to the providers.

Exit codes: 0 told, 1 more records than the limit need a look, 2 wrong use.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from katalog.clock import today
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here, web_address, whole
from katalog.commands.outcome import posts
from katalog.derive.derived import Derived
from katalog.derive.due import Item, count, find_stale
from katalog.derive.vocabulary import read_vocabularies
from katalog.edit.changes import LineChange, confirm_record, list_changes
from katalog.edit.files import write_changes
from katalog.edit.lines import EditError
from katalog.exports.due import FORMATS
from katalog.exports.overview import Overview, make_overview
from katalog.record.check import Checked, check_catalogue
from katalog.record.model import Catalogue
from katalog.record.schema import Schema, load_schema
from katalog.upkeep.letters import Office, render_letters
from katalog.upkeep.mailing import NotOursError, plan_mailing
from katalog.upkeep.tasks import render_issue
from katalog.wording.view import View

# The same two variables as in mkdocs.yml.
_ADDRESS_HELP = "katalogens webbadress, till länkarna; annars SITE_URL"
_MAIL_HELP = "funktionsbrevlådan som breven ska besvaras till; annars KATALOG_BREVLADA"
HELP = (
    "Visar för varje område och anordnare vilka poster som behöver ses över nu och vilka som blir gamla inom 30 dagar. "
    "Stängda verksamheter och exempel från andra kommuner räknas inte."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", metavar="FORMAT", choices=sorted(FORMATS), default="text", help=", ".join(FORMATS))
    command.add_argument("--omrade", metavar="OMRÅDE", help="bara det här området, till exempel farsta")
    command.add_argument(
        "--grans", metavar="ANTAL", type=whole(0, 999_999), help="avsluta med 1 när fler än så behöver ses över nu"
    )
    command.add_argument("--brev", metavar="MAPP", type=path_here, help="skriv ett brev till varje anordnare i mappen")
    command.add_argument(
        "--adress", metavar="URL", type=web_address, default=os.environ.get("SITE_URL", ""), help=_ADDRESS_HELP
    )
    command.add_argument("--epost", metavar="ADRESS", default=os.environ.get("KATALOG_BREVLADA", ""), help=_MAIL_HELP)
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    schema = load_schema(SCHEMA)
    words = read_vocabularies(schema)
    areas = words.terms("omrade")
    if options.omrade is not None and options.omrade not in areas:
        return misused(f"{options.omrade} är inget område. Välj bland: {', '.join(areas)}.")
    idag = today(options.idag)
    checked = check_catalogue(CATALOGUE, schema, idag)
    _tell_left_out(checked)
    items, area = find_stale(checked.clean, words, idag), areas.get(options.omrade)
    overview = make_overview(items, checked.clean, idag, area, options.adress)
    try:
        if options.brev is not None:
            _write_letters(checked, overview, schema, options)
        else:
            sys.stdout.write(_told(overview, options.format, schema, idag))
    except NotOursError as error:
        return misused(str(error))
    return _over_limit(count(overview.items, "nu"), options.grans)


def _told(overview: Overview, chosen: str, schema: Schema, idag: str) -> str:
    """Markdown is for an issue in the forge: only there, where the files are, can lines be pointed out."""
    if chosen == "markdown":
        return render_issue(overview, lambda item: _line_changes(item, schema, idag))
    return FORMATS[chosen](overview)


def _line_changes(item: Item, schema: Schema, idag: str) -> list[LineChange]:
    """Nothing when the file is written so that a single line cannot be pointed out."""
    before = Path(item.record.fil).read_bytes()
    try:
        return list_changes(before, confirm_record(before, schema, av=item.confirmer, datum=idag))
    except EditError:
        return []


def _write_letters(checked: Checked, overview: Overview, schema: Schema, options: argparse.Namespace) -> None:
    """Raises NotOursError when files of others are in the way."""
    derived = Derived(catalogue=Catalogue(records=tuple(checked.clean)), idag=overview.idag)
    view = View(derived=derived, words=read_vocabularies(schema))
    letters = render_letters(overview.items, view, Office(address=overview.address, mailbox=options.epost))
    mailing = plan_mailing(options.brev, letters)
    write_changes(mailing.changes)
    print(f"{len(letters) // 2} brev om {posts(len(overview.items))} i {options.brev}, som .html och som .txt.")
    if mailing.removed:
        print(f"{mailing.removed // 2} gamla brev borttagna.")
    for path in mailing.kept:
        print(f"Obs: {path} behövs inte längre men är ändrad för hand och ligger kvar.", file=sys.stderr)


def _tell_left_out(checked: Checked) -> None:
    faulty = {problem.path for problem in checked.problems if problem.is_error}
    if faulty:
        told = f"Obs: {posts(len(faulty))} har fel och är inte med. Kör katalog validate."
        print(told, file=sys.stderr)


def _over_limit(number: int, limit: int | None) -> int:
    if limit is None or number <= limit:
        return 0
    print(f"{posts(number)} behöver ses över nu. Gränsen är {limit}.", file=sys.stderr)
    return 1
