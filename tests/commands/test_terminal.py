"""What a person at a terminal sees: the line at fault, a caret below it, colour unless told not to."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from katalog.commands.checking import progress_on
from tests.support import CASES, case_files, lay, plain_environment

RED, YELLOW, DIM, BOLD, END = "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[1m", "\x1b[0m"


def _on_terminal(folder: Path, case: str, **environment: str) -> list[str]:
    """The lines that `katalog validate` writes when its output is a terminal."""
    lay(folder, case_files(CASES / "invalid" / f"{case}.yml"))
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "katalog", "validate"]
    with subprocess.Popen(
        command, cwd=folder, env=plain_environment(**environment), stdin=theirs, stdout=theirs, stderr=theirs
    ):
        os.close(theirs)
        written = _read_all(ours)
    os.close(ours)
    return written.decode().replace("\r\n", "\n").splitlines()


def _read_all(terminal: int) -> bytes:
    """Linux answers EIO, not an empty read, when the other end of a terminal has closed."""
    written = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            return written
        if not part:
            return written
        written += part


def test_line_and_caret_in_colour(tmp_path: Path) -> None:
    told, source, caret, last = _on_terminal(tmp_path, "plats_postnummer_tal")
    assert told.startswith(f"{BOLD}catalogue/farsta/fall.yml:11:3:{END} {RED}fel fel-typ:{END} postnummer ")
    assert source == f"  {DIM}  11 |   postnummer: 12347{END}"
    assert caret == f"  {DIM}     | {END}{RED}  ^{END}"
    assert last == "2 poster, 1 fel, 0 varningar."


def test_warnings_are_yellow(tmp_path: Path) -> None:
    told, _source, caret, _last = _on_terminal(tmp_path, "sammanfattning_kontorsord")
    assert f"{YELLOW}varning lasbarhet-ord:{END}" in told
    assert caret.endswith(f"{YELLOW}^{END}")


def test_no_color(tmp_path: Path) -> None:
    """https://no-color.org: present and not empty means no colour."""
    lines = _on_terminal(tmp_path, "plats_postnummer_tal", NO_COLOR="1")
    assert lines[0].startswith("catalogue/farsta/fall.yml:11:3: fel fel-typ: ")
    assert lines[1:3] == ["    11 |   postnummer: 12347", "       |   ^"]
    assert not any("\x1b" in line for line in lines)


def test_caret_stands_under_the_fault_behind_letters_of_two_parts(tmp_path: Path) -> None:
    _told, source, caret, _last = _on_terminal(tmp_path, "fil_uppdelade_bokstaver", NO_COLOR="1")
    assert source[caret.index("^") :] == "Ångström]"


def test_characters_that_would_steer_the_terminal_are_not_written(tmp_path: Path) -> None:
    for case, character in (("fil_styrtecken", "\x07"), ("fil_bidi", "\u202e"), ("falt_osynligt_tecken", "\u202e")):
        written = "\n".join(_on_terminal(tmp_path, case, NO_COLOR="1"))
        assert character not in written
        assert "fel yaml-tecken: " in written


def test_a_file_in_another_encoding_is_shown_as_far_as_it_can_be(tmp_path: Path) -> None:
    _told, source, caret, _last = _on_terminal(tmp_path, "fil_latin1", NO_COLOR="1")
    assert source[caret.index("^") :].startswith("\ufffdla möbler".replace("ö", "\ufffd"))


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_bar_shows_only_when_the_work_takes_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    screen = _Screen()
    show = progress_on(screen)
    assert show is not None
    now[0] = 0.5
    show(50, 200)
    assert screen.getvalue() == "", "half a second: nothing yet"
    now[0] = 1.5
    show(100, 200)
    bar = f"\rKontrollerar [{'#' * 15}{'.' * 15}] 50 %"
    assert screen.getvalue() == bar
    show(200, 200)
    assert screen.getvalue().endswith("\r"), "wiped when done"


def test_no_progress_bar_where_nobody_watches() -> None:
    assert progress_on(io.StringIO()) is None
