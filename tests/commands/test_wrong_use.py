"""Words that a command cannot use: a Swedish sentence and exit code 2, whatever the word and whatever the command."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project import Project
from tests.support import GOOD, lay_project, plain_environment, run_katalog

_ENGLISH = re.compile(
    r"\b(usage|error|argument|arguments|options|invalid|choose|expected|required|ambiguous|match|ignored|value|int|float"
    r"|Traceback|not|with)\b"
)
_DAYS = (
    "9999-12-31",
    "3000-01-01",
    "0001-01-01",
    "1899-12-31",
    "2026-02-30",
    "26-11-22",
    "２０２６-11-22",
    "i dag",
    "",
)
_NO_SITES = (
    "hej", "exempel.se", "ftp://exempel.se/", "https://", "https://[", "https://a b/", "javascript:alert(1)",
    "https://exempel.se/?a=1", "//exempel.se",
)  # fmt: skip
_WITH_DAYS = ("validate", "build", "serve", "new", "stale", "links", "review")


def _is_told(code: int, out: str, err: str) -> None:
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("katalog: ")
    assert not _ENGLISH.search(err.split("katalog: ", 1)[1]), err


def _refused(project: Project, capsys: pytest.CaptureFixture[str], *words: str) -> None:
    ran = project.run(*words)
    _is_told(ran.code, ran.out, ran.err)


@pytest.mark.parametrize("command", _WITH_DAYS)
@pytest.mark.parametrize("day", _DAYS)
def test_days_that_cannot_be_counted_from(
    command: str, day: str, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    _refused(project, capsys, command, "--idag", day)


@pytest.mark.parametrize("words", [("stale",), ("stale", "--format", "ics"), ("validate",)], ids=" ".join)
def test_the_last_day_that_is_taken_can_be_counted_from(words: tuple[str, ...], project: Project) -> None:
    assert project.run(*words, "--idag", "2999-12-31").code == 0


@pytest.mark.parametrize("epoch", ["253402214400", "32503680000", "99999999999999", "x"])
def test_a_clock_beyond_the_calendar(epoch: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ran = project.run("stale")
    assert (ran.code, ran.out) == (2, "")
    assert "SOURCE_DATE_EPOCH" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        *(("serve", "--port", word) for word in ("70000", "0", "-1", "abc", "8000.5", "1e3", "", "８０００", "9" * 30)),
        *(("stale", "--adress", word) for word in _NO_SITES),
        *(("stale", "--grans", word) for word in ("abc", "-1", "1.5")),
        *(("stale", "--epost", word) for word in ("hej", "info@exempel", "a b@exempel.se", "a@x.se\nBcc: b@x.se")),
        *(("links", "--tid", word) for word in ("abc", "-1", "nan", "inf", "1e9", "3601")),
        *(("links", "--paus", word) for word in ("abc", "-1", "nan")),
        *(("links", "--forsok", word) for word in ("0", "-3", "abc", "99")),
        ("confirm", "snickeriet", "--av", "Farsta", "--ar", "abc"),
        ("confirm", "--av", "Farsta"),
        ("links", "--t", "3"),
        ("links", "--tillat-privata=3"),
        ("validate", "--format", "pdf"),
        ("close",),
        ("close", "a", "b"),
        ("hej",),
        (),
    ],
    ids=" ".join,
)  # fmt: skip
def test_words_that_no_command_takes(
    words: tuple[str, ...], project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = project.snapshot()
    _refused(project, capsys, *words)
    assert project.snapshot() == before


def test_what_is_no_text_on_the_command_line(tmp_path: Path) -> None:
    lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    for words in (("confirm", "snickeriet", "--av", b"F\xff"), ("validate", b"\xe5.yml"), ("new", "--id", b"\xff")):
        done = subprocess.run(
            [sys.executable, "-m", "katalog", *words],
            cwd=tmp_path,
            env=plain_environment(),
            capture_output=True,
            check=False,
        )
        _is_told(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert b"UTF-8" in done.stderr


@pytest.mark.parametrize("locale", ["C.UTF-8", "C"])
def test_latin_1_typed_into_a_conversation(locale: str, tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    done = subprocess.run(
        [sys.executable, "-m", "katalog", "new"],
        cwd=project,
        env={**plain_environment(), "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        input="Snickeriet på höjden\n".encode("latin-1") * 20,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("katalog: Det finns text som inte")
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in project.glob("catalogue/*/*")] == ["snickeriet.yml"]


def test_a_conversation_with_nobody(tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    done = subprocess.run(
        ["sh", "-c", f"exec {sys.executable} -m katalog new <&-"],
        cwd=project, env=plain_environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.startswith("katalog: Det finns ingen att fråga.")) == (2, True), done


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_busy_port_is_named(busy_port: int, tmp_path: Path) -> None:
    project = lay_project(tmp_path, {"farsta/snickeriet.yml": GOOD})
    done = run_katalog(project, "serve", "--port", str(busy_port))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"katalog: Port {busy_port} är upptagen, kanske av en annan katalog serve. "
        "Välj en annan: katalog serve --port 8001.\n"
    )


@pytest.mark.parametrize("place", ["catalogue/farsta", "catalogue", "docs/djupt"])
def test_commands_work_in_every_folder_of_the_project(
    place: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = project.folder / place
    here.mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here)
    record = os.path.relpath(project.path("farsta/snickeriet"), here)
    ran = project.run("validate", record)
    assert (ran.code, ran.out) == (0, "1 post, 0 fel, 0 varningar.\n"), ran
    project.write("farsta/snickeriet", "namn: x\n")
    told = project.run("validate", record)
    assert told.out.startswith("catalogue/farsta/snickeriet.yml:"), "paths are shown from the top"
    assert project.run("confirm", "kafeet", "--av", "Farsta", "--idag", "2026-11-22").code == 0
    letters = os.path.relpath(project.folder / "brev", here)
    assert project.run("stale", "--brev", letters, "--idag", "2026-11-22").code == 0
    assert (project.folder / "brev").is_dir(), "a folder is meant where the command is run"
    assert Path.cwd() == here


def test_a_link_to_a_folder_of_the_project_leads_to_the_project(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project.folder / "genvag").symlink_to(project.folder / "catalogue/farsta")
    monkeypatch.chdir(project.folder / "genvag")
    ran = project.run("validate", "snickeriet.yml")
    assert (ran.code, ran.out) == (0, "1 post, 0 fel, 0 varningar.\n"), ran
