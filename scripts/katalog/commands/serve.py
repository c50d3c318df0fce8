"""`katalog serve`: the site at a local address, made anew when a file is saved."""

from __future__ import annotations

import argparse
import errno
import socket
import sys
from pathlib import Path

from katalog.commands.options import SCHEMA, add_frame, add_idag, misused, port
from katalog.publish.generators import chosen_frame, refused_frame
from katalog.publish.project_file import read_project
from katalog.publish.serving import serve
from katalog.record.report import line_of
from katalog.record.schema import load_schema
from katalog.record.schema_files import BrokenSchemaError
from katalog.record.schema_sense import check_schema

HELP = "Visar sajten på den här datorn och bygger om den när en fil sparas. Fel i posterna visas i webbläsaren."

_HOST = "127.0.0.1"


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", metavar="PORT", type=port, default=8000, help="annars 8000")
    add_frame(command)
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    frame = chosen_frame(options.frame, read_project(Path()).frame)
    if refused := refused_frame(frame):
        return misused(refused)
    try:
        _try_port(options.port)
    except OSError as error:
        return misused(_refused_port(options.port, error))
    if not _can_be_served():
        return 1
    print(f"Sajten visas på http://{_HOST}:{options.port}/ om en liten stund. Avsluta med Ctrl-C.", flush=True)
    serve(Path.cwd(), frame, _HOST, options.port, options.idag)
    return 0


def _can_be_served() -> bool:
    """A fault in a record is shown in the browser; without a schema there is nothing to show. Later the server goes on
    with the schema that was right last."""
    try:
        problems = check_schema(load_schema(SCHEMA))
    except BrokenSchemaError as error:
        problems = error.problems
    for problem in problems:
        print(line_of(problem))
    if problems:
        print("Sajten kan inte visas förrän mallen är hel. Rätta felen och kör igen.", file=sys.stderr)
    return not problems


def _try_port(number: int) -> None:
    """Asked before the site is built, which takes a while. Raises OSError as the server would."""
    with socket.socket() as place:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: a port just left is free
        place.bind((_HOST, number))


def _refused_port(number: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {number} är upptagen, kanske av en annan katalog serve. Välj en annan: katalog serve --port 8001."
    return f"Port {number} får du inte använda. Välj en över 1023: katalog serve --port 8001."
