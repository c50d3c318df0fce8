"""Every command that edits is killed at each of its writes, and at moments by chance: each file is as it was or is to
be, nothing is lost, and the same command said once more makes it good or tells what is in the way."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.mails import about
from tests.project import FIRST, RECORDS, Project, Ran
from tests.sheets import saved, workbook
from tests.support import lay, plain_environment

MOMENTS = 50
_ROWS = (("Namn", "Område", "Vad det är", "Sammanfattning", "Källor"),
         ("Ateljén", "Farsta", "Arbetsträning", "Måla och rita tillsammans med andra.", "Egen lista 2026"),
         ("Syateljén", "Bromma", "Arbetsträning", "Sy och laga tillsammans med andra.", "Egen lista 2026"))  # fmt: skip
_NEW = RECORDS["farsta/snickeriet"].replace("Snickeriet i Farsta", "Möblerna")
# `SIGKILL` just before the n-th thing done to a file of the catalogue; 0: never.
_KILLED = """\
import os, signal, sys
left = int(sys.argv.pop(1))
def hook(event, said):
    global left
    writes = event == "open" and isinstance(said[2], int) and said[2] & (os.O_WRONLY | os.O_RDWR)
    if writes or event in ("os.rename", "os.remove", "os.chmod", "os.mkdir"):
        if "catalogue" in str(said[0]):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
from katalog.cli import main
sys.addaudithook(hook)
sys.exit(main(sys.argv[1:]))
"""


def _bytes_of(folder: Path) -> dict[str, bytes]:
    """The catalogue's own files; what a writer laid beside a place has a dot before its name and is no record."""
    files = (path for path in (folder / "catalogue").rglob("*") if path.is_file() and not path.name.startswith("."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _received(folder: Path) -> None:
    project = Project(folder=folder, run=lambda: Ran(code=0, out="", err=""))
    text = about(project, "bromma/odlingen", "andra", {"sammanfattning": "Odla grönsaker inne hela året."})
    (folder / "brev.txt").write_text(text, encoding="utf-8")


def _form(folder: Path) -> None:
    (folder / "ny.yml").write_text(_NEW, encoding="utf-8")


def _sheet(folder: Path) -> None:
    (folder / "blad.xlsx").write_bytes(saved(workbook(_ROWS)[0]))


def _untidy(folder: Path) -> None:
    for path in (folder / "catalogue").rglob("*.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace("\nnamn: ", "\nnamn:    "), encoding="utf-8")


COMMANDS: Mapping[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "new": (_form,
            ("new", "--fil", "ny.yml", "--id", "moblerna", "--ja")),
    "confirm": (lambda _: None, ("confirm", "kafeet", "odlingen", "--av", "Farsta stadsdelsförvaltning")),
    "close": (lambda _: None, ("close", "kafeet", "--ersatt-av", "snickeriet")),
    "rename": (lambda _: None, ("rename", "snickeriet", "verkstaden")),
    "import": (_sheet, ("import", "blad.xlsx", "--ja")),
    "receive": (_received, ("receive", "brev.txt", "--ja")),
    "format": (_untidy, ("format",)),
}  # fmt: skip


class Place:
    """A small catalogue that is laid anew before each kill, and what it is before and after the command."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder, self.name = folder, name
        self.words = COMMANDS[name][1]
        self.lay()
        self.before = _bytes_of(folder)
        began = time.monotonic()
        done = self.run(0)
        self.seconds = time.monotonic() - began
        assert done.returncode == 0, done.stdout + done.stderr
        self.after = _bytes_of(folder)
        assert self.after != self.before

    def lay(self) -> None:
        shutil.rmtree(self.folder / "catalogue", ignore_errors=True)
        lay(self.folder, {f"{name}.yml": FIRST + body for name, body in RECORDS.items()})
        COMMANDS[self.name][0](self.folder)

    def start(self, left: int) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", _KILLED, str(left), *self.words], cwd=self.folder, env=plain_environment(),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
        )  # fmt: skip

    def run(self, left: int) -> subprocess.CompletedProcess[str]:
        with self.start(left) as command:
            out, err = command.communicate(timeout=120)
        return subprocess.CompletedProcess(self.words, command.returncode, out, err)

    def judge(self) -> None:
        """Each file is whole: as before or as after. What goes away is there until all that comes is."""
        now = _bytes_of(self.folder)
        for name, raw in now.items():
            assert raw in (self.before.get(name), self.after.get(name)), name
        kept, come = set(self.before) & set(self.after), set(self.after) - set(self.before)
        assert kept <= set(now)
        assert set(self.before) <= set(now) or come <= set(now)
        self._is_made_good()

    def _is_made_good(self) -> None:
        done = self.run(0)
        assert done.returncode in (0, 1, 2)
        assert "Traceback" not in done.stderr
        if _bytes_of(self.folder) != self.after:
            assert (done.stdout + done.stderr).strip(), "nothing was done and nothing was told"
            assert done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module", params=COMMANDS)
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place(tmp_path_factory.mktemp("död"), request.param)


def test_killed_at_every_write(place: Place) -> None:
    for left in range(1, 200):
        place.lay()
        code = place.run(left).returncode
        place.judge()
        if code == 0:
            assert left > 2, "nothing was killed"
            return
    pytest.fail("the command never came through")


def test_killed_at_moments_by_chance(place: Place) -> None:
    chance = random.Random(f"{place.name} 20")  # noqa: S311  # the same on every run
    for _ in range(MOMENTS):
        place.lay()
        with place.start(0) as command:
            time.sleep(place.seconds * chance.random())
            command.kill()
        place.judge()
