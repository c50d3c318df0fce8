"""`katalog new`: a new record from questions in the terminal or from a form's download, put where it belongs.

A download that is named as a record that exists is a correction of it: what would change is told, and written after a
question. Exit codes: 0 written, 1 the record would be wrong or nobody said yes (nothing is written), 2 wrong use or
interrupted.
"""

from __future__ import annotations

import argparse
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from katalog.clock import today
from katalog.commands.agreeing import add_agreeing, agree
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here
from katalog.commands.outcome import finish
from katalog.edit.ask import Dialogue
from katalog.edit.files import BrokenRedirectsError, load_redirects
from katalog.edit.layout import format_record
from katalog.edit.placing import area_fault, find_twin, id_of_file
from katalog.record import report
from katalog.record.emit import emit_record
from katalog.record.entry import is_id
from katalog.record.files import find_files
from katalog.record.load import load_bytes
from katalog.record.rules.identitet import make_id
from katalog.record.schema import Schema, load_schema

HELP = (
    "Frågar efter det som måste finnas och skriver posten på rätt plats. Med --fil tas posten från filen som "
    "formuläret gav. Heter filen som en post som finns är den en rättelse: då visas vad som ändras innan något skrivs. "
    "Resultatet kontrolleras alltid först."
)


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--fil", metavar="FIL", type=path_here, help="filen som formuläret gav, i stället för frågor")
    command.add_argument("--id", metavar="ID", help="postens id; annars filens namn, eller gjort av postens namn")
    add_agreeing(command)
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    idag = today(options.idag)
    schema = load_schema(SCHEMA)
    raw = _from_file(options.fil, schema) if options.fil else _from_answers(schema, idag)
    if isinstance(raw, int):
        return raw
    record_id = options.id or id_of_file(options.fil.name if options.fil else "", load_bytes(raw, "").data or {})
    if options.fil and (path := _existing(record_id)):
        return _correct(path, raw, schema, options)
    code = _place(raw, record_id, schema, idag)
    if code != 0 and not options.fil:
        print(f"Det här svarade du. Spara det i en fil och kör katalog new --fil FIL.\n\n{raw.decode()}")
    return code


def _existing(record_id: str) -> Path | None:
    return next((path for path in find_files(CATALOGUE) if path.stem == record_id), None)


def _place(raw: bytes, record_id: str, schema: Schema, idag: str) -> int:
    data = load_bytes(raw, "").data or {}
    refusal = _taken(record_id) or area_fault(data, schema) or _twin(data)
    if refusal:
        print(f"{refusal} Inget är skrivet.")
        return 1
    path = CATALOGUE / str(data["omrade"]) / f"{record_id}.yml"
    code = finish({path: raw}, idag)
    if code == 0:
        print(f"Fyll gärna på fler fält i {path.as_posix()}. Fält som inte står där visas som okända.")
    return code


def _correct(path: Path, raw: bytes, schema: Schema, options: argparse.Namespace) -> int:
    """Tell what would change in the record at `path`, ask, and write."""
    data = load_bytes(raw, "").data or {}
    refusal = area_fault(data, schema)
    if refusal:
        print(f"{refusal} Inget är skrivet.")
        return 1
    target = CATALOGUE / str(data["omrade"]) / path.name
    if target == path and raw == path.read_bytes():
        print(f"{path.as_posix()} finns redan och är likadan. Inget behövde ändras.")
        return 0
    changes: dict[Path, bytes | None] = {target: raw} if target == path else {target: raw, path: None}
    said = [f"{path.as_posix()} finns redan. Det här är en rättelse av den."]
    return agree(changes, options, today(options.idag), question="Skriva rättelsen?", said=said)


def _from_file(path: Path, schema: Schema) -> bytes | int:
    if not path.is_file():
        return misused(f"{path} finns inte. Skriv sökvägen till filen som formuläret gav.")
    raw, problems = format_record(path.read_bytes(), path.as_posix(), schema)
    for problem in problems:
        print(report.line_of(problem))
    return 1 if raw is None else raw


def _from_answers(schema: Schema, idag: str) -> bytes | int:
    if sys.stdin is None:
        return misused("Det finns ingen att fråga. Kör kommandot i en terminal, eller skriv --fil FIL.")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="strict")  # else some terminals let through what is no text
    print("Svara på frågorna. Ctrl+C avbryter och inget skrivs.")
    try:
        data = Dialogue(schema=schema, idag=idag, ask=input, say=print).record()
    except EOFError:
        return misused("Avbrutet. Inget är skrivet.")
    return emit_record(data, schema).encode()


def _taken(record_id: str) -> str | None:
    if not is_id(record_id):
        return f"{record_id} är inget id. Skriv till exempel --id {make_id(record_id)}."
    there = [path for path in find_files(CATALOGUE) if path.stem == record_id]
    if there:
        return f"{there[0].as_posix()} finns redan. Rätta den, eller välj ett annat id med --id."
    try:
        moved = load_redirects(CATALOGUE).get(record_id)
    except BrokenRedirectsError as error:
        return str(error)
    return f"Id {record_id} har använts förr och leder till {moved}. Välj ett annat med --id." if moved else None


def _twin(data: dict[str, Any]) -> str | None:
    path = find_twin(CATALOGUE, data)
    if path is None:
        return None
    return (
        f"{path.as_posix()} har samma namn och anordnare. Är det en rättelse: kör igen med --id {path.stem}. "
        "Är det en annan verksamhet: skriv ett namn som skiljer dem åt."
    )
