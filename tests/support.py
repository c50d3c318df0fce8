"""What several test modules need: paths, a small catalogue on disk, and the command run as a user runs it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from katalog.publish.frame import Frame
from katalog.publish.frames import make_frame
from katalog.publish.generators import chosen_frame
from katalog.publish.handed import NO_FAULTS, Handed
from katalog.publish.project_file import read_project
from katalog.record import check, files, load, moved, schema_files, schema_notes, schema_sense, shape, thousands
from katalog.record.check import Checked, check_catalogue
from katalog.record.problem import Problem
from katalog.record.rules import RULES
from katalog.record.schema import Schema, load_schema

PROJECT = Path(__file__).parent.parent
CATALOGUE = PROJECT / "catalogue"
SCHEMA_FOLDER = PROJECT / "schema"
SCHEMA = load_schema(SCHEMA_FOLDER)  # for what must be known while tests are collected; else the fixture `schema`
CASES = Path(__file__).parent / "cases"
IDAG = "2026-11-22"
ON_IDAG = ("--idag", IDAG)  # the same day on the command line
SITE_URL = "https://exempel.se/"

# What a schema validator can see; all other codes come from the file or from the rules.
SCHEMA_CODES = frozenset(shape.CODES)
ALL_CODES: frozenset[str] = frozenset().union(
    load.CODES,
    shape.CODES,
    check.CODES,
    thousands.CODES,
    files.CODES,
    moved.CODES,
    schema_files.CODES,
    schema_sense.CODES,
    schema_notes.CODES,
    *(rule.CODES for rule in RULES),
)

GOOD = """\
namn: Snickeriet
status: okand
insatstyp:
  - traffpunkt
omrade: farsta
sammanfattning: Snickra och måla möbler tillsammans med andra.
kallor:
  - titel: Årsredovisning 2019
"""
_AREA = re.compile(rb"^omrade: ([a-z-]+)\r?$", re.MULTILINE)
_CHANGES_CHOICES = ("GITHUB_ACTIONS", "NO_COLOR", "SITE_URL", "KATALOG_REDIGERA", "KATALOG_NY_FIL", "KATALOG_BREVLADA")
_BUILT = shutil.ignore_patterns("byggt", "granskat")  # notes of one build alone
_KATALOG = (sys.executable, "-m", "katalog")
# What conftest gives: the address of a site -> a project whose `.cache` holds the frame of a site with that address.
_lenders: list[Callable[[str], Path]] = []


def lay(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` (path below the catalogue -> content) as a project in `folder`; gives the catalogue's path."""
    catalogue = folder / "catalogue"
    catalogue.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = catalogue / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if not (folder / "schema").exists():
        (folder / "schema").symlink_to(SCHEMA_FOLDER)
    return catalogue


def lay_project(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """A whole project in `folder`, so that a build there touches nothing of the developer's: with the real catalogue,
    or with just `files`."""
    if files is None:
        shutil.copytree(CATALOGUE, folder / "catalogue")
    lay(folder, files or {})
    shutil.copy(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in ("docs", "scripts"):
        (folder / name).symlink_to(PROJECT / name)
    return folder


def lend_from(lender: Callable[[str], Path]) -> None:
    """From now on a new project gets its frame from `lender`, as if it had been built before (decision 18)."""
    _lenders[:] = [lender]


def lend_frame(folder: Path, site_url: str = "") -> None:
    """Give a project that has never been built the frame of another: the site generator is asked once a run."""
    is_new = not (folder / ".cache").exists() and (folder / "docs").is_symlink()
    if _lenders and is_new and site_url in ("", SITE_URL):
        shutil.copytree(_lenders[0](site_url) / ".cache", folder / ".cache", ignore=_BUILT)


def frame_of(project: Path) -> Frame:
    """The frame of a project in `ram/`, by the generator that KATALOG_RAM names: as a build makes it."""
    read = read_project(project)
    handed = Handed(project=read, schema=SCHEMA, idag=IDAG, told=NO_FAULTS)
    return make_frame(chosen_frame(read.frame), handed, project / "ram")


def case_files(case: Path) -> dict[str, bytes]:
    """One file under test, in the folder of its area, and the neighbour that it may point at."""
    raw = case.read_bytes()
    area = _AREA.search(raw)
    folder = area[1].decode() if area and (CATALOGUE / area[1].decode()).is_dir() else "farsta"
    return {f"{folder}/fall.yml": raw, "farsta/granne.yml": (CASES / "granne.yml").read_bytes()}


def check_files(folder: Path, files: Mapping[str, str | bytes], schema: Schema) -> Checked:
    """What the validator says about a catalogue of just these files."""
    return check_catalogue(lay(folder, files), schema, IDAG)


def placed(problem: Problem) -> str:
    """A problem as a line of an `.expected` file."""
    return f"{problem.line}:{problem.column} {problem.code}"


def read_expected(path: Path) -> list[str]:
    """The lines of an `.expected` file, sorted; empty lines and comments left out."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return sorted(line for line in lines if line and not line.startswith("#"))


def run_katalog(folder: Path, *words: str, timeout: int = 300, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command `katalog` in `folder`, with today's date fixed and CI's own settings left out."""
    if words[:1] == ("build",):
        lend_frame(folder, environment.get("SITE_URL", ""))
    return subprocess.run(
        [*_KATALOG, *words],
        cwd=folder,
        env=plain_environment(**environment),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )


def plain_environment(**more: str) -> dict[str, str]:
    """The environment without what changes the command's choices."""
    kept = {name: value for name, value in os.environ.items() if name not in _CHANGES_CHOICES}
    # 2026-11-22 12:00 UTC, so that `today` is IDAG without a word on the command line.
    return {**kept, "SOURCE_DATE_EPOCH": "1795348800", "PYTHONIOENCODING": "utf-8", **more}
