"""`katalog build`: check, then bring the site's folder up to date; with `--check` only look at the folder.

Exit codes: 0 built, or whole; 1 errors in the catalogue (nothing is built), or not whole; 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from katalog.clock import today
from katalog.commands.checking import progress_on, report_lines, unreadable
from katalog.commands.options import CATALOGUE, SCHEMA, add_frame, add_idag, misused, path_here
from katalog.commands.outcome import posts
from katalog.cores import begun, uncollected
from katalog.derive.crisis import read_lines, tell_unchecked
from katalog.publish.generators import chosen_frame, refused_frame
from katalog.publish.grounds import Known, remember_grounds
from katalog.publish.grounds import known as known_grounds
from katalog.publish.inputs import Before, Inputs, built_before, read_inputs, remember
from katalog.publish.lock import BusyError, alone_in
from katalog.publish.project_file import ProjectFile, read_project
from katalog.publish.promises import UnkeptPromiseError
from katalog.publish.target import refusal
from katalog.publish.write import NotOursError, Written, inspect_folder, refuse_foreign
from katalog.record.check import Checked, check_catalogue
from katalog.record.remembered import Remembered, remembered
from katalog.record.schema import Schema, load_schema
from katalog.record.schema_files import BrokenSchemaError
from katalog.settings import Settings, missing_for_dcat

if TYPE_CHECKING:
    from katalog.publish.frame import Frame
    from katalog.record.model import Catalogue

HELP = (
    "Kontrollerar alla poster och bygger sajten. Är något fel byggs inget, och den gamla sajten ligger kvar. "
    "Bara filer som ett bygge har skrivit ersätts eller tas bort."
)
_CHECK_HELP = "bygg inget, utan tala om ifall mappen är en hel och orörd sajt (0 ja, 1 nej)"
_COMPRESS_HELP = (
    "lägg också en fil med gzip och en med brotli bredvid varje text, för en server som skickar dem som de är"
)
# A server shows 404.html at any address, at any depth: its links cannot be relative, and nobody knows the site's root.
_WITHOUT_ADDRESS = (
    "Obs: SITE_URL är inte satt. 404.html leder då rätt bara om sajten ligger överst på sin server. Sätt SITE_URL till "
    "sajtens adress om den ska ligga i en mapp."
)
_WITHOUT_WAY = (
    "Obs: varken KATALOG_BREVLADA eller KATALOG_REDIGERA är satt. Den som bekräftar eller rättar får då en text att "
    "själv lämna till er, och sidorna säger det. Sätt KATALOG_BREVLADA till redaktionens funktionsbrevlåda."
)
_WITHOUT_DCAT = "Obs: ingen fil för dataportal.se (datasets/dcat.rdf). Det här saknas eller stämmer inte: {saknas}."
_WORK, _SITE = Path(".cache/ram"), Path("site")
_FOREIGN_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Order:
    """What is to be built, of which day, where, and what makes its frame."""

    schema: Schema
    project: ProjectFile
    frame: str
    idag: str
    out: Path
    is_compressed: bool

    def inputs(self) -> Inputs | None:
        return read_inputs(Path(), self.idag, self.frame, *(("--compress",) if self.is_compressed else ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A site that was built: of how many records, where it lives, and what was written."""

    records: int
    settings: Settings
    written: Written


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--out", metavar="MAPP", type=path_here, default=_SITE, help="var sajten läggs; annars site/")
    command.add_argument("--compress", action="store_true", help=_COMPRESS_HELP)
    command.add_argument("--check", metavar="MAPP", type=path_here, help=_CHECK_HELP)
    add_frame(command)
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    if options.check is not None:
        return _check_site(options.check)
    if refused := refusal(options.out, Path()):
        return misused(refused)
    project = read_project(Path())
    frame = chosen_frame(options.frame, project.frame)
    if refused := refused_frame(frame):
        return misused(refused)
    try:
        with uncollected():
            return _build(options, project, frame)
    except (BusyError, NotOursError) as error:
        return misused(str(error))
    except BrokenSchemaError as error:
        return _not_built(unreadable(error))
    except UnkeptPromiseError as error:
        return _refused(error)


def _build(options: argparse.Namespace, project: ProjectFile, frame: str) -> int:
    """Raises NotOursError when the folder holds somebody else's files: asked at once, and again when all is made;
    BusyError when another build is at work."""
    out: Path = options.out
    refuse_foreign(out)
    known = remembered(Path(), SCHEMA, idag := today(options.idag))
    schema, is_compressed = load_schema(SCHEMA), options.compress
    order = _Order(schema=schema, project=project, frame=frame, idag=idag, out=out, is_compressed=is_compressed)
    _WORK.mkdir(parents=True, exist_ok=True)
    with alone_in(_WORK):
        inputs = order.inputs()
        before = inputs and built_before(out, inputs)
        if before:
            return _as_before(before, out)
        grounds = known_grounds(out)
        made = _make(order, known, inputs, grounds)
        if made is None:
            return 1
        told = list(_notes(order.schema, made.settings))
        if inputs and inputs == order.inputs():  # else something changed on the way
            remember_grounds(out, grounds)
            remember(out, inputs, made.records, told)
    written = made.written
    print(f"{posts(made.records)}. {written.changed} filer nya eller ändrade, {written.unchanged} som förut, "
          f"{written.removed} borttagna. Sajten ligger i {out}/.")  # fmt: skip
    _name_foreign(written.foreign)
    _tell(told)
    return 0


def _as_before(before: Before, out: Path) -> int:
    print(f"{posts(before.records)}. Inget är ändrat sedan förra bygget: 0 filer nya eller ändrade, "
          f"{before.found.files} som förut, 0 borttagna. Sajten ligger i {out}/.")  # fmt: skip
    _name_foreign(before.found.foreign)
    _tell(before.told)
    return 0


def _tell(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _make(order: _Order, known: Remembered, inputs: Inputs | None, grounds: Known) -> _Made | None:
    """The frame is made while the catalogue is checked. None when it has errors, which are told."""
    with begun(partial(_frame, inputs), order) as framed:
        checked = check_catalogue(CATALOGUE, order.schema, order.idag, before=known, progress=progress_on(sys.stderr))
        if checked.catalogue is None:
            _not_built(checked)
            return None
        written, settings = _write(checked.catalogue, framed, order, inputs.frame if inputs else "", grounds)
    return _Made(records=len(checked.clean), settings=settings, written=written)


def _notes(schema: Schema, settings: Settings) -> Iterator[str]:
    """What whoever builds should know of a site that is whole."""
    if told := tell_unchecked(read_lines(schema)):
        yield told
    if not settings.site_url:
        yield _WITHOUT_ADDRESS
    if not (settings.mailbox or settings.edit_url):
        yield _WITHOUT_WAY
    if missing := missing_for_dcat(settings):
        yield _WITHOUT_DCAT.format(saknas=", ".join(missing))


def _frame(inputs: Inputs | None, order: _Order) -> Frame:
    """The one of the build before, while everything but the records is the same; else a new one."""
    from katalog.publish.kept_frame import keep_frame, kept_frame  # noqa: PLC0415  # only this process needs it

    if inputs and (kept := kept_frame(_WORK, inputs.frame)):
        return kept
    from katalog.publish.frames import make_frame  # noqa: PLC0415  # pages and all, which are slow to import
    from katalog.publish.handed import NO_FAULTS, Handed  # noqa: PLC0415

    handed = Handed(project=order.project, schema=order.schema, idag=order.idag, told=NO_FAULTS)
    frame = make_frame(order.frame, handed, _WORK)
    if inputs and order.inputs() == inputs:
        keep_frame(frame, inputs.frame)
    return frame


def _write(
    catalogue: Catalogue, framed: Callable[[], Frame], order: _Order, base: str, grounds: Known
) -> tuple[Written, Settings]:
    """What needs no frame is done while it is being made."""
    from katalog.derive.derived import Derived  # noqa: PLC0415  # templates and all: checking must not wait for them
    from katalog.derive.vocabulary import read_vocabularies  # noqa: PLC0415
    from katalog.pages.site import Site  # noqa: PLC0415
    from katalog.publish.build import build_site  # noqa: PLC0415
    from katalog.publish.history import read_history  # noqa: PLC0415

    derived = Derived(catalogue=catalogue, idag=order.idag)
    history = read_history(Path(), catalogue, order.idag)
    words, frame = read_vocabularies(order.schema), framed()
    site = Site(derived=derived, words=words, settings=frame.settings, history=history, base=base)
    written = build_site(site, frame, order.out, is_compressed=order.is_compressed, known=grounds)
    return written, frame.settings


def _not_built(checked: Checked) -> int:
    for line in report_lines(checked, None, sys.stdout):
        print(line)
    print("Sajten är inte byggd. Den gamla ligger kvar. Rätta felen och kör igen.", file=sys.stderr)
    return 1


def _refused(error: UnkeptPromiseError) -> int:
    """Pages that tell of ways that are not there: the record's text must change, or get its number or address."""
    for line in error.told:
        print(line)
    print("De här sidorna säger åt läsaren att göra något som inte går. Sajten är inte byggd. Den gamla ligger kvar. "
          "Skriv numret eller adressen i posten, eller ändra texten.", file=sys.stderr)  # fmt: skip
    return 1


def _check_site(folder: Path) -> int:
    """`katalog build --check`: is the folder what the last build wrote? Deploying asks first."""
    if not folder.is_dir():
        return misused(f"Mappen {folder} finns inte.")
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
        count = "1 fil" if len(names) == 1 else f"{len(names)} filer"
        print(f"Obs: {count} i mappen har inte skrivits av bygget och lämnas kvar: {shown}.", file=sys.stderr)
