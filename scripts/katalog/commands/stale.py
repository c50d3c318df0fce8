"""`katalog stale`: what must be looked at, in the format asked for, or as letters to the providers.

Exit codes: 0 told, 1 more records than the limit need a look, 2 wrong use.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from katalog.clock import today
from katalog.commands.mailings import tell_answers, total_line, write_letters
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here, web_address, whole
from katalog.commands.outcome import posts
from katalog.derive.due import Item, count, find_stale
from katalog.derive.vocabulary import read_vocabularies
from katalog.edit.changes import LineChange, confirm_record, list_changes
from katalog.edit.lines import EditError
from katalog.exports.due import FORMATS
from katalog.exports.overview import Overview, make_overview
from katalog.publish.target import letters_refusal
from katalog.record.check import Checked, check_catalogue
from katalog.record.schema import Schema, load_schema
from katalog.upkeep.addressing import is_mailbox
from katalog.upkeep.mailing import NotOursError
from katalog.upkeep.schedule import REST_DAYS, WAIT_DAYS
from katalog.upkeep.sent import BrokenRunError
from katalog.upkeep.tasks import render_issue

# The same two variables as in mkdocs.yml.
_ADDRESS_HELP = "katalogens webbadress, till länkarna; annars SITE_URL"
_MAIL_HELP = "funktionsbrevlådan som breven ska besvaras till; annars KATALOG_BREVLADA"
HELP = """\
Visar för varje område och anordnare vilka poster som behöver ses över nu och
vilka som blir gamla inom 30 dagar. Stängda verksamheter och exempel från andra
kommuner räknas inte. Med --brev skrivs brev till dem som driver verksamheterna,
med --svar visas vad breven har lett till."""
_MORE_HELP = f"""\
Breven:
  katalog stale --brev brev/ skriver ett brev till varje anordnare som har
  något att se över. Kommandot skickar inget. Varje brev är en sida att skriva
  ut (.html) och en text att klistra in (.txt). Där en funktionsbrevlåda är
  känd är det också ett utkast (.eml) som öppnas i Outlook och Thunderbird.

  Först kommer ett helt brev. Svarar ingen kommer en kort påminnelse efter {WAIT_DAYS[0]}
  dagar och en sista efter {WAIT_DAYS[1]} dagar till. Sedan kommer inget mer på
  {REST_DAYS} dagar. Kör gärna kommandot varje vecka: det vet vems tur det är.

  Överst i mappen ligger de brev som ska skickas nu. I tidigare/ ligger de som
  är skickade men inte besvarade.

  I utskick/ står en fil för varje dag: vilka poster breven gällde, utan namn
  och utan adresser. Checka in den mappen, så vet alla vem som har fått brev.
  Skickades breven inte den dagen? Ta bort filen, så räknas de inte.

Svaren:
  katalog stale --svar brev/ visar vilka anordnare som har svarat. Som svar
  räknas en post som har bekräftats samma dag som brevet eller senare, eller
  som har ändrats, stängts eller tagits bort sedan dess. Varför vet katalogen
  inte: också en rättelse som redaktionen gjort själv räknas."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.formatter_class, command.epilog = argparse.RawDescriptionHelpFormatter, _MORE_HELP
    command.add_argument("--format", metavar="FORMAT", choices=sorted(FORMATS), default="text", help=", ".join(FORMATS))
    command.add_argument("--omrade", metavar="OMRÅDE", help="bara det här området, till exempel farsta")
    command.add_argument(
        "--grans", metavar="ANTAL", type=whole(0, 999_999), help="avsluta med 1 när fler än så behöver ses över nu"
    )
    add_idag(command)
    letters = command.add_argument_group("Brev och svar")
    either = letters.add_mutually_exclusive_group()
    either.add_argument("--brev", metavar="MAPP", type=path_here, help="skriv brev till anordnarna i mappen")
    either.add_argument("--svar", metavar="MAPP", type=path_here, help="visa vad breven i mappen har lett till")
    letters.add_argument(
        "--adress", metavar="URL", type=web_address, default=os.environ.get("SITE_URL", ""), help=_ADDRESS_HELP
    )
    letters.add_argument(
        "--epost", metavar="ADRESS", type=_mailbox, default=os.environ.get("KATALOG_BREVLADA", ""), help=_MAIL_HELP
    )


def run(options: argparse.Namespace) -> int:
    schema = load_schema(SCHEMA)
    words = read_vocabularies(schema)
    areas = words.terms("omrade")
    if options.omrade is not None and options.omrade not in areas:
        return misused(f"{options.omrade} är inget område. Välj bland: {', '.join(areas)}.")
    if options.brev is not None and (refused := letters_refusal(options.brev, Path())):
        return misused(refused)
    idag = today(options.idag)
    checked = check_catalogue(CATALOGUE, schema, idag)
    _tell_left_out(checked)
    items, area = find_stale(checked.clean, words, idag), areas.get(options.omrade)
    overview = make_overview(items, checked.clean, idag, area, options.adress)
    try:
        if options.brev is not None:
            write_letters(options.brev, checked, overview, words, options.epost)
        elif options.svar is not None:
            tell_answers(options.svar, checked, options.omrade, idag)
        else:
            sys.stdout.write(_told(overview, options.format, schema, idag))
            if options.format == "text":
                sys.stdout.write(total_line(checked, options.omrade, idag))
    except (NotOursError, BrokenRunError) as error:
        return misused(str(error))
    return _over_limit(count(overview.items, "nu"), options.grans)


def _mailbox(word: str) -> str:
    """A mailbox; empty for none."""
    if word and not is_mailbox(word):
        shown = " ".join(word.split())
        raise argparse.ArgumentTypeError(f"{shown} är ingen e-postadress, skriv till exempel info@exempel.se")
    return word


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
