"""`katalog review`: two revisions or folders -> what has changed, in words.

Exit codes: 0 told, 1 the new state holds errors (they are told too), 2 wrong use. Reads records as data only, with
this checkout's schema: safe for what strangers propose.
"""

from __future__ import annotations

import argparse
import stat
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from katalog.clock import today
from katalog.commands.options import CATALOGUE, SCHEMA, add_idag, misused, path_here
from katalog.derive.vocabulary import read_vocabularies
from katalog.record.check import check_catalogue
from katalog.record.problem import Problem, has_errors
from katalog.record.schema import Schema, load_schema
from katalog.upkeep.compare import Difference, compare_folders
from katalog.upkeep.review import render_review

HELP = (
    "Berättar i ord vilka poster som är nya, ändrade, bekräftade eller stängda, fält för fält, och vad läsaren kommer "
    "att se. Svaret är Markdown. Avslutas med 1 när den nya katalogen har fel."
)


class _NoTreeError(Exception):
    """There is no catalogue where the command line points; the message says so."""


def add_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--base", metavar="VERSION", help="gren eller version i git att jämföra med, till exempel main"
    )
    command.add_argument("--head", metavar="VERSION", help="gren eller version att granska; annars mappen som den är")
    command.add_argument("--from", dest="before", metavar="MAPP", type=path_here, help="mapp att jämföra med, utan git")
    command.add_argument("--to", dest="after", metavar="MAPP", type=path_here, help="mapp att granska, utan git")
    add_idag(command)


def run(options: argparse.Namespace) -> int:
    if not _is_whole(options):
        return misused("Skriv --base VERSION, eller både --from MAPP och --to MAPP.")
    with tempfile.TemporaryDirectory(prefix="katalog-") as work:
        try:
            before = _tree(options.before, options.base, Path(work, "base"))
            after = _tree(options.after, options.head, Path(work, "head"))
        except _NoTreeError as error:
            return misused(str(error))
        return _tell(before, after, today(options.idag))


def _is_whole(options: argparse.Namespace) -> bool:
    """Two versions or two folders, never some of each."""
    folders = [options.before is not None, options.after is not None]
    versions = [options.base is not None, options.head is not None]
    return (all(folders) and not any(versions)) or (versions[0] and not any(folders))


def _tell(before: Path, after: Path, idag: str) -> int:
    schema = load_schema(SCHEMA)
    difference = compare_folders(before, after, schema)
    problems = _problems(after, difference, schema, idag)
    sys.stdout.write(render_review(difference, problems, read_vocabularies(schema), idag))
    return 1 if has_errors(problems) else 0


def _problems(after: Path, difference: Difference, schema: Schema, idag: str) -> list[Problem]:
    """Errors anywhere, because a change can break another record; warnings in the changed records only."""
    changed = {*(change.file for change in difference.changes), *difference.only_form}
    found = check_catalogue(after, schema, idag).problems
    shown = [replace(p, path=f"catalogue/{Path(p.path).relative_to(after).as_posix()}") for p in found]
    inside = [replace(p, message=p.message.replace(f"{after.as_posix()}/", "catalogue/")) for p in shown]
    return [problem for problem in inside if problem.is_error or problem.path in changed]


def _tree(folder: Path | None, version: str | None, work: Path) -> Path:
    """The catalogue's folder: as given, out of git, or the one here. Raises _NoTreeError."""
    if folder is not None:
        inner = folder / CATALOGUE
        if not folder.is_dir():
            raise _NoTreeError(f"{folder} är ingen mapp.")
        return inner if inner.is_dir() else folder
    return CATALOGUE if version is None else _unpack(version, work)


def _unpack(version: str, work: Path) -> Path:
    name = _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{version}^{{commit}}"])
    if name is None:
        raise _NoTreeError(f"Det finns ingen version {version} i git här.")
    archive = _git(["archive", "--format=zip", name.decode().strip(), CATALOGUE.as_posix()])
    if archive is None:
        raise _NoTreeError(f"Version {version} har ingen katalog.")
    with ZipFile(BytesIO(archive)) as packed:
        for member in packed.infolist():
            if stat.S_ISLNK(member.external_attr >> 16):  # the file's mode stands in the upper half
                raise _NoTreeError(f"{member.filename} är en länk i version {version}. Lägg filen själv där.")
        packed.extractall(work)
    return work / CATALOGUE


def _git(words: Sequence[str]) -> bytes | None:
    """What git says, or None when it fails."""
    try:
        done = subprocess.run(["git", *words], capture_output=True, check=False)  # noqa: S603, S607  # fixed words
    except FileNotFoundError:
        raise _NoTreeError("Programmet git finns inte här. Skriv --from MAPP och --to MAPP i stället.") from None
    return done.stdout if done.returncode == 0 else None
