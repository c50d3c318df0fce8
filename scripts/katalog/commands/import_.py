"""`katalog import`: a spreadsheet of activities -> new and changed records, told first.

Exit codes: 0 written, or nothing would change; 1 nothing is written though something would change, or with `--delvis`
not all of it; 2 wrong use, or a file that is no spreadsheet.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from katalog.clock import today
from katalog.commands.agreeing import NOT_WRITTEN, add_agreeing, agree
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here
from katalog.derive.vocabulary import read_vocabularies
from katalog.edit.files import BrokenRedirectsError
from katalog.record.schema import load_schema
from katalog.upkeep.book import MAX_FILE_BYTES, Book, UnreadableBookError
from katalog.upkeep.open_book import open_book
from katalog.upkeep.sheet import Plan, Wishes, given_of, plan_book
from katalog.upkeep.sheet_report import question_of, tell_plan
from katalog.wording.cell_text import UnreadableCellError

HELP = (
    "Läser verksamheter ur ett kalkylblad (.xlsx, .ods eller .csv) och berättar vad som är nytt och vad som ändras, "
    "med blad, rad och kolumn, innan något skrivs. Mallen finns på sajten, /bidra/mall.xlsx, men ett eget kalkylblad "
    "går lika bra: kolumnerna känns igen på sina rubriker. En tom cell ändrar inget, ett ensamt bindestreck tar bort "
    "uppgiften. Finns det fel skrivs inget."
)
_NOTHING = "Det finns inget att läsa in."
_CURE = "Rätta i kalkylbladet och kör igen, eller kör med --delvis för att skriva de rader som är rätt."


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FIL", type=path_here, help="kalkylbladet")
    command.add_argument(
        "--kolumn", metavar="RUBRIK=VAR", action="append", default=[], type=_pair,
        help="läs kolumnen med den rubriken som en av mallens; tomt efter = läser den inte; flera går bra",
    )  # fmt: skip
    command.add_argument(
        "--blad", metavar="NAMN", action="append", default=[], help="läs bara det bladet; flera går bra"
    )
    command.add_argument("--omrade", metavar="OMRÅDE", help="stadsdel för nya rader som inte säger någon")
    command.add_argument("--kalla", metavar="KÄLLA", help="källa för nya rader som inte säger någon")
    command.add_argument(
        "--alla", metavar="RUBRIK=VÄRDE", action="append", default=[], type=_pair,
        help="värde för nya rader som inte säger något i den kolumnen; flera går bra",
    )  # fmt: skip
    command.add_argument("--dolda", action="store_true", help="läs dolda rader, kolumner och blad också")
    command.add_argument("--delvis", action="store_true", help="skriv de rader som är rätt, även om andra har fel")
    add_agreeing(command)
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    idag = today(options.idag)
    try:
        book = _open(options.file)
        plan = _plan(book, options, idag)
    except (UnreadableBookError, UnreadableCellError, BrokenRedirectsError) as error:
        return misused(str(error))
    said = [line.rstrip() for line in tell_plan(plan)]
    if not plan.rows:
        return misused("\n".join([*said, _NOTHING]).strip())
    if plan.around or (plan.has_faults and not options.delvis):
        print("\n".join([*said, "", NOT_WRITTEN, _CURE]))
        return 1
    code = agree(plan.changes, options, idag, question=question_of(plan), said=said)
    return 1 if plan.has_faults else code


def _pair(word: str) -> tuple[str, str]:
    theirs, sign, ours = word.rpartition("=")
    if not sign or not theirs.strip():
        raise argparse.ArgumentTypeError(f'{word} går inte, skriv till exempel "Verksamhet=Namn"')
    return theirs.strip(), ours.strip()


def _open(path: Path) -> Book:
    if not path.is_file():
        raise UnreadableBookError(f"{path} finns inte. Skriv sökvägen till kalkylbladet.")
    with path.open("rb") as file:
        return open_book(file.read(MAX_FILE_BYTES + 1))  # one byte more is told as too much


def _plan(book: Book, options: argparse.Namespace, idag: str) -> Plan:
    schema = load_schema(SCHEMA)
    said = [*options.alla, ("omrade", options.omrade), ("kallor", options.kalla)]
    wishes = Wishes(
        columns=dict(options.kolumn),
        given=given_of(read_vocabularies(schema), {word: text for word, text in said if text}),
        sheets=options.blad,
        reads_hidden=options.dolda,
        is_partly=options.delvis,
    )
    return plan_book(book, CATALOGUE, schema, idag, wishes)
