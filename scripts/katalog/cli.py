"""The command `katalog`: reads the words on the command line, calls one function, chooses the exit code.

Exit codes: 0 clean (warnings allowed), 1 problems in the data, 2 wrong use or a fault in the program.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NoReturn

from katalog.clock import ClockError, today
from katalog.commands.options import CATALOGUE, SCHEMA
from katalog.commands.options import add_idag as _add_idag
from katalog.commands.options import misused as _misused
from katalog.cores import begun
from katalog.publish.target import refusal
from katalog.publish.write import NotOursError, inspect_folder, refuse_foreign
from katalog.record import report
from katalog.record.check import Checked, Progress, check_catalogue, find_files
from katalog.record.schema import load_schema

if TYPE_CHECKING:
    from katalog.publish.build import Frame

WORK, SITE = Path(".cache/ram"), Path("site")
_PROGRESS_AFTER_SECONDS = 1.0
_FOREIGN_SHOWN = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command in the project's folder and return its exit code."""
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a terminal may lack our letters
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]
    words = sys.argv[1:] if arguments is None else arguments
    options = _parser(words).parse_args(words)
    if not (CATALOGUE.is_dir() and SCHEMA.is_dir()):
        return _misused("Här finns ingen katalog. Kör kommandot i projektets mapp, där catalogue/ och schema/ ligger.")
    try:
        code: int = options.run(options)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _misused("Avbrutet.")
    except ClockError as error:
        return _misused(str(error))
    except OSError as error:
        return _misused(f"Det gick inte att läsa eller skriva {error.filename}: {error.strerror}.")
    return code


def validate(options: argparse.Namespace) -> int:
    """`katalog validate`: report every problem of the wanted files."""
    only = list(_wanted(options.path))
    missing = [path for path in options.path if not path.exists()]
    if missing:
        return _misused(f"{missing[0]} finns inte. Skriv sökvägen till en fil eller mapp i catalogue/.")
    if options.path and not only:
        return _misused(f"I {options.path[0]} finns ingen post. Poster slutar på .yml och ligger i catalogue/.")
    checked = check_catalogue(
        CATALOGUE, load_schema(SCHEMA), today(options.idag), only=only, progress=_progress(sys.stderr)
    )
    for line in _lines(checked, options.format or _own_choice(), sys.stdout):
        print(line)
    return 1 if any(problem.is_error for problem in checked.problems) else 0


def build(options: argparse.Namespace) -> int:
    """`katalog build`: check, then bring the site's folder up to date. With a fault the old site stays as it is."""
    if options.check is not None:
        return _check_site(options.check)
    if refused := refusal(options.out, Path()):
        return _misused(refused)
    try:
        return _build(options)
    except NotOursError as error:
        return _misused(str(error))


def _build(options: argparse.Namespace) -> int:
    """Raises NotOursError when the folder holds somebody else's files: asked at once, and again when all is made."""
    refuse_foreign(options.out)
    idag, schema = today(options.idag), load_schema(SCHEMA)
    with begun(partial(_frame, idag)) as framed:
        checked = check_catalogue(CATALOGUE, schema, idag, progress=_progress(sys.stderr))
        if checked.catalogue is None:
            return _not_built(checked)
        from katalog.publish.build import build_site  # noqa: PLC0415  # templates and all: validate must not wait for them

        frame = framed()
    written = build_site(checked.catalogue, schema, frame, idag, options.out)
    print(f"{len(checked.clean)} poster. {written.changed} filer nya eller ändrade, {written.unchanged} som förut, "
          f"{written.removed} borttagna. Sajten ligger i {options.out}/.")  # fmt: skip
    _name_foreign(written.foreign)
    return 0


def _check_site(folder: Path) -> int:
    """`katalog build --check`: is the folder what the last build wrote? Deploying asks first."""
    if not folder.is_dir():
        return _misused(f"Mappen {folder} finns inte.")
    found = inspect_folder(folder)
    _name_foreign(found.foreign)
    if found.is_whole:
        print(f"Sajten i {folder}/ är hel: {found.files} filer.")
        return 0
    if found.files is None:
        print(f"{folder}/ är ingen färdig sajt: inget bygge har blivit klart där. Kör katalog build.")
    for word, names in (("fattas", found.missing), ("är ändrad", found.changed)):
        for name in names:
            print(f"{folder / name} {word}.")
    return 1


def _name_foreign(names: Sequence[str]) -> None:
    """Files that no build wrote: they are left, and told, since they go out with the site."""
    if names:
        shown = ", ".join(names[:_FOREIGN_SHOWN]) + (" med flera" if len(names) > _FOREIGN_SHOWN else "")
        print(f"Obs: {len(names)} filer i mappen är inte skrivna av bygget och lämnas kvar: {shown}.", file=sys.stderr)


def _frame(idag: str) -> Frame:
    from katalog.publish import site_hook  # noqa: PLC0415  # MkDocs takes even longer

    return site_hook.build_frame(WORK, idag)


def _not_built(checked: Checked) -> int:
    for line in _lines(checked, _own_choice(), sys.stdout):
        print(line)
    print("Sajten är inte byggd. Den gamla ligger kvar. Rätta felen och kör igen.", file=sys.stderr)
    return 1


def serve(options: argparse.Namespace) -> int:
    """`katalog serve`: the site at a local address, rebuilt when a file is saved."""
    from katalog.publish import site_hook  # noqa: PLC0415  # see _frame

    print(f"Sajten visas på http://127.0.0.1:{options.port}/ om en liten stund. Avsluta med Ctrl-C.", flush=True)
    site_hook.serve(f"127.0.0.1:{options.port}", options.idag)
    return 0


def _wanted(paths: Sequence[Path]) -> Iterator[Path]:
    """The record files that the words on the command line name; everything outside the catalogue is left out."""
    inside = CATALOGUE.resolve()
    for path in paths:
        for file in find_files(path) if path.is_dir() else [path]:
            if inside in (file.parent.resolve() / file.name).parents:  # a link counts as lying where it stands
                yield file


def _own_choice() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def _lines(checked: Checked, chosen: str, stream: IO[str]) -> Iterator[str]:
    if chosen == "text" and stream.isatty():
        return report.terminal_report(checked, colour=not os.environ.get("NO_COLOR"))
    return report.REPORTS[chosen](checked)


def _progress(stream: IO[str]) -> Progress | None:
    """A bar on a terminal for work of more than a second; nothing anywhere else."""
    if not stream.isatty():
        return None
    started = time.monotonic()

    def show(done: int, of: int) -> None:
        if time.monotonic() - started < _PROGRESS_AFTER_SECONDS:
            return
        filled = 30 * done // of
        bar = f"\rKontrollerar [{'#' * filled}{'.' * (30 - filled)}] {100 * done // of} %"
        print(bar if done < of else "\r" + " " * len(bar) + "\r", end="", file=stream, flush=True)

    return show


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


_ARGPARSE_WORDS = (
    ("the following arguments are required:", "det här fattas:"),
    ("unrecognized arguments:", "okända ord:"),
    ("invalid choice:", "det finns inget val"),
    ("choose from", "välj bland"),
    ("expected one argument", "ett värde fattas"),
    ("argument ", ""),
)


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Knows every command that `words` may ask for."""
    parser = _Parser(prog="katalog", description="Hitta sysselsättning: kontrollera, bygg och sköt katalogen.")
    commands = parser.add_subparsers(title="Kommandon", metavar="KOMMANDO", required=True, parser_class=_Parser)
    command = commands.add_parser("validate", help="kontrollera posterna", description=_VALIDATE_HELP)
    command.add_argument(
        "path", metavar="SÖKVÄG", nargs="*", type=Path, help="filer eller mappar; annars hela katalogen"
    )
    command.add_argument("--format", metavar="FORMAT", choices=sorted(report.REPORTS), help="text, json eller github")
    _add_idag(command)
    command.set_defaults(run=validate)
    command = commands.add_parser("build", help="bygg sajten", description=_BUILD_HELP)
    command.add_argument("--out", metavar="MAPP", type=Path, default=SITE, help="var sajten läggs; annars site/")
    command.add_argument("--check", metavar="MAPP", type=Path, help=_CHECK_HELP)
    _add_idag(command)
    command.set_defaults(run=build)
    command = commands.add_parser("serve", help="visa sajten medan du skriver", description=_SERVE_HELP)
    command.add_argument("--port", metavar="PORT", type=int, default=8000, help="annars 8000")
    _add_idag(command)
    command.set_defaults(run=serve)
    if words[:1] not in (["validate"], ["build"], ["serve"]):
        _add_editing(commands)
    return parser


def _add_editing(commands: argparse._SubParsersAction[Any]) -> None:
    """The editors' commands. They bring a good deal of Python with them, and the three above must not wait for it."""
    from katalog.commands import edit, links, new, review, stale  # noqa: PLC0415

    for group in (edit, new, stale, review, links):
        group.add_parser(commands)


_VALIDATE_HELP = (
    "Visar alla fel och varningar i posterna med fil, rad och kolumn. Avslutas med 0 när inget är fel, "
    "1 när något är fel och 2 när kommandot inte kunde köras."
)
_BUILD_HELP = (
    "Kontrollerar alla poster och bygger sajten. Är något fel byggs inget, och den gamla sajten ligger kvar. "
    "Bara filer som ett bygge har skrivit ersätts eller tas bort."
)
_CHECK_HELP = "bygg inget, utan tala om ifall mappen är en hel och orörd sajt (0 ja, 1 nej)"
_SERVE_HELP = "Visar sajten på den här datorn och bygger om den när en fil sparas. Fel i posterna visas i webbläsaren."
