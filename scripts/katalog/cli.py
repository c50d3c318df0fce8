"""The command `katalog`: reads the words on the command line, calls one command's module, chooses the exit code.

Exit codes: 0 clean (warnings allowed), 1 problems in the data, 2 wrong use or a fault in the program.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import re
import sys
from collections.abc import Sequence
from contextlib import chdir
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import NoReturn

from katalog.clock import ClockError
from katalog.commands.checking import run_with_schema
from katalog.commands.faults import OUT_OF_MEMORY, sentence_of
from katalog.commands.options import SCHEMA, find_root, misused
from katalog.commands.people import refusal

# Each command is a module in katalog/commands with HELP, `add_arguments(parser)` and `run(options) -> exit code`. Only
# the one that is asked for is imported: `validate` must not wait for what `serve` needs.
COMMANDS = {
    "validate": "kontrollera posterna",
    "build": "bygg sajten",
    "serve": "visa sajten medan du skriver",
    "new": "lägg till en verksamhet",
    "format": "skriv posterna i samma ordning och form",
    "receive": "ta emot ett mejl eller en fil från formuläret",
    "confirm": "skriv in att uppgifterna stämmer",
    "close": "skriv in att en verksamhet har stängt",
    "rename": "byt id på en post",
    "stale": "visa vad som behöver ses över",
    "review": "berätta vad som har ändrats",
    "links": "kontrollera webbadresser över nätet",
    "import": "läs in verksamheter ur ett kalkylblad",
    "export": "skriv verksamheterna som ett kalkylblad",
}

_SURROGATE = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that are no text
_NO_CATALOGUE = "Här finns ingen katalog. Kör kommandot i projektets mapp, där catalogue/ och schema/ ligger."
_NOT_UTF8 = "Det finns text som inte är kodad i UTF-8. Ställ om terminalen eller spara filen i UTF-8, och kör igen."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command in the project's folder, wherever in it we stand, and return its exit code."""
    _prepare_output()
    atexit.register(gc.freeze)  # else the collector goes through all that was made once more, though the process ends
    words = sys.argv[1:] if arguments is None else arguments
    if any(_SURROGATE.search(word) for word in words):
        return misused(_NOT_UTF8)
    options = _parser(words).parse_args(words)
    try:
        root = find_root(Path.cwd())
        if root is None:
            return misused(_NO_CATALOGUE)
        with chdir(root):
            if told := refusal(options, SCHEMA):
                return misused(f"{told} Inget är gjort.")
            code = run_with_schema(options.run, options)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return 0
    except KeyboardInterrupt:
        return misused("Avbrutet.")
    except ClockError as error:
        return misused(str(error))
    except UnicodeError:
        return misused(_NOT_UTF8)
    except MemoryError:
        return misused(OUT_OF_MEMORY)
    except OSError as error:
        _drop_output()
        return misused(sentence_of(error))
    return code


def _prepare_output() -> None:
    """A terminal may lack our letters, and whoever started us may have closed what we write to."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # for as long as we run
        getattr(sys, name).reconfigure(errors="replace")


def _drop_output() -> None:
    """Nobody reads what is still waiting, or there is no room for it: else Python tells of it in English at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Knows all about the command that `words` ask for; the names of all when they ask for none."""
    parser = _Parser(prog="katalog", description="Hitta sysselsättning: kontrollera, bygg och sköt katalogen.")
    commands = parser.add_subparsers(
        title="Kommandon", metavar="KOMMANDO", required=True, parser_class=_Parser, prog=parser.prog
    )
    asked = [name for name in words[:1] if name in COMMANDS]
    for name in asked or COMMANDS:
        command = commands.add_parser(name, help=COMMANDS[name])
        if asked:
            module = import_module(f"katalog.commands.{name}{'_' if iskeyword(name) else ''}")
            command.description = module.HELP
            command.set_defaults(run=module.run)
            module.add_arguments(command)
    return parser


class _Parser(argparse.ArgumentParser):
    """argparse with Swedish headings and errors."""

    def __init__(self, **settings: object) -> None:
        super().__init__(add_help=False, **settings)  # type: ignore[arg-type]
        self._positionals.title, self._optionals.title = "Det du anger", "Val"
        self.add_argument("-h", "--help", action="help", help="visa den här hjälpen")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Så här:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Så här:", 1)

    def error(self, message: str) -> NoReturn:
        for english, swedish in _ARGPARSE_WORDS:
            message = message.replace(english, swedish)
        self.exit(2, f"{self.format_usage()}katalog: {message}\n")


# Pieces of argparse's own messages (CPython, Lib/argparse.py, 3.11 to 3.14); a test provokes each of them.
_ARGPARSE_WORDS = (
    ("the following arguments are required:", "det här fattas:"),
    ("unrecognized arguments:", "okända ord:"),
    ("invalid choice:", "det finns inget val"),
    ("choose from", "välj bland"),
    ("maybe you meant", "menade du"),
    ("expected one argument", "ett värde fattas"),
    ("expected at least one argument", "minst ett värde fattas"),
    ("ambiguous option:", "flera val börjar så:"),
    ("could match", "menade du"),
    ("ignored explicit argument", "tar inget värde, men fick"),
    ("not allowed with argument", "går inte ihop med"),
    ("argument ", ""),
)
