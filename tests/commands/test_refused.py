"""What the machine refuses is told in Swedish with its place, and leaves everything as it was."""

from __future__ import annotations

import ctypes
import errno
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from katalog.commands.faults import sentence_of
from katalog.publish.write import inspect_folder
from tests.support import GOOD, lay_project, plain_environment

_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE = 24, 1  # <linux/prctl.h>, <linux/capability.h>
_PLACE = "catalogue/farsta/a.yml"


def _small_disk() -> None:
    """No file may grow beyond 8 kB: what a full disk is to a program, without a disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))


def _rights_count() -> None:
    """Also for root, once the program is run: else root writes wherever it wants."""
    ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, _CAP_DAC_OVERRIDE)


def _run(project: Path, *words: str, under: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "katalog", *words], cwd=project, env=plain_environment(), preexec_fn=under,
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return lay_project(tmp_path / "projekt", {"farsta/snickeriet.yml": GOOD})


@pytest.mark.parametrize("number", sorted(errno.errorcode))
@pytest.mark.parametrize("name", [_PLACE, _PLACE.encode(), Path(_PLACE), None], ids=["text", "bytes", "path", "none"])
def test_every_refusal_has_a_swedish_sentence(name: object, number: int) -> None:
    error = OSError(number, os.strerror(number))
    error.filename = name
    said = sentence_of(error)
    assert re.fullmatch(r".+[.]", said)
    assert "None" not in said
    assert os.strerror(number) not in said
    if "{place}" not in said and number not in (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EADDRINUSE):
        assert (_PLACE if name else str(Path.cwd())) in said


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, f"Disken är full. Det gick inte att skriva i {_PLACE}."),
        (errno.EDQUOT, f"Disken är full. Det gick inte att skriva i {_PLACE}."),
        (errno.EACCES, f"Du får inte skriva i {_PLACE}."),
        (errno.EROFS, f"Du får inte skriva i {_PLACE}. Disken går bara att läsa."),
        (errno.ENOENT, f"{_PLACE} finns inte."),
        (errno.EISDIR, f"{_PLACE} är en fil där det ska vara en mapp"),
        (errno.EIO, f"Det gick inte att läsa eller skriva {_PLACE} (EIO)."),
    ],
    ids=errno.errorcode.get,
)
def test_the_sentence_says_what_happened(number: int, told: str) -> None:
    assert sentence_of(OSError(number, "english", _PLACE)).startswith(told)


def test_a_helper_that_died_is_told_as_want_of_memory() -> None:
    assert sentence_of(ChildProcessError("a process that helped has died")).startswith("Minnet räckte inte")


def test_a_disk_that_fills_leaves_the_former_site_whole(project: Path) -> None:
    assert _run(project, "build", under=lambda: None).returncode == 0
    before = inspect_folder(project / "site")
    record = project / "catalogue/farsta/snickeriet.yml"
    record.write_text(GOOD.replace("namn: Snickeriet", "namn: Snickeriboden"), encoding="utf-8")
    done = _run(project, "build", under=_small_disk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("katalog: Disken är full. Det gick inte att skriva i ")
    assert len(done.stderr.splitlines()) == 1
    assert inspect_folder(project / "site") == before
    assert before.is_whole


def test_a_command_that_has_no_room_leaves_the_record(project: Path) -> None:
    record = project / "catalogue/farsta/snickeriet.yml"
    long = GOOD + "# En rad som bara är till för att filen ska bli stor.\n" * 200
    record.write_text(long, encoding="utf-8")
    done = _run(project, "confirm", "snickeriet", "--av", "Farsta", under=_small_disk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("katalog: Disken är full. Det gick inte att skriva i ")
    assert done.stderr.count("catalogue/farsta/snickeriet.yml") == 1
    assert record.read_text(encoding="utf-8") == long
    assert [path.name for path in record.parent.iterdir()] == ["snickeriet.yml"]


@pytest.mark.parametrize(
    ("closed", "words"),
    [
        ("låst", ("build", "--out", "låst/site")),
        (".cache", ("build",)),
        ("catalogue/farsta", ("confirm", "snickeriet", "--av", "Farsta")),
        ("låst", ("stale", "--brev", "låst/brev")),
    ],
    ids=["out", "cache", "record", "letters"],
)
def test_a_folder_without_rights_is_named(closed: str, words: tuple[str, ...], project: Path) -> None:
    folder = project / closed
    folder.mkdir(exist_ok=True)
    folder.chmod(0o555)
    try:
        done = _run(project, *words, under=_rights_count)
    finally:
        folder.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"katalog: Du får inte skriva i {closed}")
    assert len(done.stderr.splitlines()) == 1
    assert (project / "catalogue/farsta/snickeriet.yml").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize("words", [("validate",), ("stale",), ("build",)], ids=" ".join)
def test_an_output_without_room_is_told(words: tuple[str, ...], project: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "katalog", *words], cwd=project, env=plain_environment(), stdout=full,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("katalog: Disken är full.")
    assert len(done.stderr.splitlines()) == 1
